"""The plan that a page is about: the one that the address names, or none, and the way to one."""

from typing import NoReturn

import streamlit as st

from app import browser, frame
from app.frame import say
from loops import steps
from loops.store import SavedPlan
from rubric.value import InputError


def find_plan() -> SavedPlan | None:
    """The plan that the address names, else the one this visitor had open last; None where neither is."""
    plan = frame.named()
    if not plan:
        return None
    try:
        saved = steps.open_plan(frame.store(), plan)
    except InputError as error:
        close_plan()
        frame.tell(str(error))
        return None
    frame.keep(saved)
    return saved


def close_plan() -> None:
    """Have no plan open."""
    st.session_state.pop("open", None)
    if "plan" in st.query_params:
        browser.set_address({"plan": None})


def need_plan(title: str) -> SavedPlan:
    """The open plan; where none is open the page says so and where to start one, and ends."""
    saved = find_plan()
    if saved is None:
        _lead_to_a_plan(title)
    return saved


def _lead_to_a_plan(title: str) -> NoReturn:
    st.title(title, anchor=False)
    frame.notices()
    with st.container(border=True):
        st.subheader(say("app.no_plan_title"), anchor=False)
        st.write(say("app.no_plan"))
        with st.container(horizontal=True):
            if st.button(say("app.new_plan"), type="primary", key="start"):
                frame.go("posting", None)
            if st.button(say("app.all_plans"), key="plans"):
                frame.go("home", None)
    st.stop()
