"""Values to pictures and marked-up text; nothing here knows Streamlit."""
