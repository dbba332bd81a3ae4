"""The web app: `make app` starts it, and so does `streamlit run streamlit_app.py`.

Streamlit runs this file as a script for every visitor, and imports it once as a server.
"""

import streamlit as st

from app import server

if __name__ == "__main__":
    from app.navigation import show

    show()
else:
    app = st.App(
        __file__,
        secrets=server.prepare(),
        lifespan=server.lifespan,
        routes=list(server.ROUTES),
        middleware=list(server.MIDDLEWARE),
        on_script_error=server.report,
    )
