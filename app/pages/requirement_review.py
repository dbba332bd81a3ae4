"""The review of the posting, beside its text: every remark with its words, and what to do about it."""

import streamlit as st

from app import frame, tables
from app.draw.marks import Mark
from app.frame import plain, say
from loops import steps
from loops.store import PlanState, SavedPlan
from rubric.requirements import PostingFinding

ICONS = {"serious": ":material/gpp_maybe:", "warn": ":material/edit_note:", "hint": ":material/lightbulb:"}


def marks(state: PlanState) -> list[Mark]:
    """The words of all remarks, or of the one that is shown."""
    found = list(enumerate(steps.review_plan(state), 1))
    only = [(number, finding) for number, finding in found if finding.id == st.session_state.get("remark")]
    return [
        Mark(number, span, finding.weight)
        for number, finding in only or found
        for span in ((finding.span, *finding.more) if only else (finding.span,))
    ]


def draw(saved: SavedPlan) -> None:
    """Draw the remarks in the order of the text."""
    found = steps.review_plan(saved.state)
    st.caption(say("review.lead") if found else say("review.none"))
    for number, finding in enumerate(found, 1):
        _remark(saved, number, finding)
    if saved.state.dismissed:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say("review.dismissed", n=len(saved.state.dismissed)))
            if st.button(say("review.again"), key="remarks-again"):
                frame.act(steps.restore_findings, saved)
                st.rerun()


def _remark(saved: SavedPlan, number: int, finding: PostingFinding) -> None:
    with st.container(border=True, key=f"remark-{finding.id}"):
        rule = say(f"review.rule_{finding.rule}")
        st.markdown(f"{ICONS[finding.weight]} **{number} · {plain(rule)}** {_quoted(finding)}")
        st.markdown(plain(_why(finding)))
        if finding.rewrite:
            st.markdown(f"{say('review.better')} **{plain(finding.rewrite)}**")
        elif finding.do:
            st.markdown(f"{say('review.better')} {plain(say(f'review.do_{finding.do}'))}")
        _buttons(saved, finding)


def _quoted(finding: PostingFinding) -> str:
    return plain(say("app.quoted", words=finding.words[:160]))


def _why(finding: PostingFinding) -> str:
    """The reason in the language of the screen; the words that it is about stand above it."""
    if finding.case == "meaning":
        return say("review.why_meaning", why=say(f"review.why_{finding.rule}"))
    return say(f"review.why_{finding.case}", **finding.values)


def _buttons(saved: SavedPlan, finding: PostingFinding) -> None:
    shown = st.session_state.get("remark") == finding.id
    with st.container(horizontal=True):
        if finding.rewrite and st.button(
            say("review.use"), key=f"use-{finding.id}", icon=":material/check:", help=say("review.use_help")
        ):
            frame.act(steps.use_wording, saved, finding.id)
            tables.forget()
            st.rerun()
        if st.button(say("review.show_all" if shown else "review.show"), key=f"show-{finding.id}"):
            st.session_state["remark"] = None if shown else finding.id
            st.rerun()
        if st.button(say("review.dismiss"), key=f"dismiss-{finding.id}", help=say("review.dismiss_help")):
            frame.act(steps.dismiss_finding, saved, finding.id)
            st.rerun()
