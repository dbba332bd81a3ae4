"""Requirements: the posting with its evidence marked, beside the table that can be edited."""

import streamlit as st

from app import browser, frame, opened, plan_bar, plannings
from app.frame import say
from app.pages import requirement_posting, requirement_review, requirement_table, requirement_tools
from app.picking import SECTIONS
from loops import steps
from loops.store import PlanState, SavedPlan


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("requirements.title"))
    saved = requirement_table.take_edits(saved)
    plan_bar.draw(saved, say("requirements.title"))
    _summary(saved.state)
    _planned(saved)
    with st.container(key="review"):
        left, right = st.columns([30, 90], gap="small")
        with right:
            reviewing = _view(saved) == "review"
        with left:
            requirement_posting.draw(saved, reviewing)
        with right:
            if reviewing:
                requirement_review.draw(saved)
            else:
                requirement_table.draw(saved)
                requirement_tools.draw(saved)
    _onward(saved)
    if st.session_state.get("started") == saved.id:
        browser.drop_draft()
        st.session_state.pop("started")


def _summary(state: PlanState) -> None:
    kept = state.asked.items
    count = {section: sum(item.section == section for item in kept) for section in SECTIONS}
    st.markdown(
        say(
            "requirements.lead",
            kept=len(kept),
            all=len(state.requirements.items),
            duties=count["responsibility"],
            minimum=count["minimum"],
            preferred=count["preferred"],
        )
    )


def _planned(saved: SavedPlan) -> None:
    """The way to the loop where it is planned already, or being planned."""
    planning = plannings.under_way(saved.id) is not None
    if not planning and (saved.state.made is None or saved.state.loop_is_stale):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        told = say("requirements.planning" if planning else "requirements.planned")
        st.markdown(f":material/route: {told}", width="content")
        if st.button(say("requirements.open_loop"), key="open-loop"):
            frame.go("loop", saved.id)


def _view(saved: SavedPlan) -> str:
    """Which of the two stands beside the posting: the table, or the remarks of the review.

    The review reads every sentence, which takes seconds: it is done, and counted, once somebody asks for it.
    """
    asked = st.session_state.get("view") == "review"
    title = say("review.title", n=len(steps.review_plan(saved.state))) if asked else say("review.name")
    names = {"table": say("requirements.table"), "review": title}
    return st.segmented_control(
        say("review.view"),
        list(names),
        default="table",
        required=True,
        format_func=lambda name: names[name],
        label_visibility="collapsed",
        key="view",
    )


def _onward(saved: SavedPlan) -> None:
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        requirement_tools.confirm(saved)
        if st.button(say("requirements.adjust"), key="adjust"):
            frame.go("competencies", saved.id)
        if st.button(
            say("requirements.plan"),
            type="primary",
            icon=":material/route:",
            key="plan",
            shortcut="Mod+Enter",
        ):
            plannings.begin_and_go(saved)
