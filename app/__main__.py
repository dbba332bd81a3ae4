"""`python -m app`: start the web app as `streamlit run streamlit_app.py` does, and print its address."""

import sys
from pathlib import Path

from streamlit.web.cli import main

SCRIPT = Path(__file__).parents[1] / "streamlit_app.py"

if __name__ == "__main__":
    main(["run", str(SCRIPT), *sys.argv[1:]])
