"""The pages in their order, and the frame around them."""

import streamlit as st

from app import browser, drawn, frame, login
from app.pages import (
    audit,
    by_link,
    catalogue,
    competencies,
    debrief,
    home,
    loop,
    packets,
    posting,
    requirements,
    scorecards,
    settings,
    sign_in,
)

PAGES = {
    "home": (home.show, ":material/home:"),
    "posting": (posting.show, ":material/article:"),
    "requirements": (requirements.show, ":material/checklist:"),
    "competencies": (competencies.show, ":material/hub:"),
    "loop": (loop.show, ":material/route:"),
    "packets": (packets.show, ":material/picture_as_pdf:"),
    "scorecards": (scorecards.show, ":material/fact_check:"),
    "debrief": (debrief.show, ":material/groups:"),
    "audit": (audit.show, ":material/rule:"),
    "catalogue": (catalogue.show, ":material/menu_book:"),
    "settings": (settings.show, ":material/settings:"),
}
BY_LINK = {"interview": by_link.interview, "shared": by_link.shared}
"""Pages that a signed link opens, without an account."""


def show() -> None:
    """Draw the frame and the page that the address names."""
    st.set_page_config(page_title="Loopwright", page_icon=str(frame.ICON), layout="wide")
    frame.begin()
    open_to_visitor, came_by_link = login.person() is not None, "key" in st.query_params
    pages = {
        name: st.Page(
            draw if open_to_visitor else sign_in.door(name),
            title=frame.say(f"app.{name}"),
            icon=icon,
            url_path=name,
            default=name == "home",
        )
        for name, (draw, icon) in PAGES.items()
    }
    for name, draw in BY_LINK.items():
        title = frame.say("link.form" if name == "interview" else "link.read_only")
        pages[name] = st.Page(draw, title=title, url_path=name, visibility="hidden")
    st.session_state.pages = pages
    page = st.navigation(
        list(pages.values()), position="hidden" if came_by_link or not open_to_visitor else "top"
    )
    browser.focus_title(page.url_path)
    page.run()
    drawn.settle()
