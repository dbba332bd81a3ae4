"""The posting with the evidence of its requirements, or with the remarks of the review, marked in it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from app import browser, frame, picking
from app.draw.marks import Mark, posting_html
from app.frame import say
from app.pages import requirement_review
from loops import steps
from loops.store import PlanState, SavedPlan
from rubric.requirements import Requirement
from rubric.value import Span


def draw(saved: SavedPlan, reviewing: bool) -> None:
    """Draw the posting, and the bar that offers to add words marked in it."""
    if reviewing:
        _text(saved.state, requirement_review.marks(saved.state), ())
        browser.find_mark(st.session_state.get("remark"))
        st.caption(say("review.legend"))
    else:
        _found(saved.state)
    picking.offer_marked("picked", lambda: _add_marked(saved))
    frame.notices("told-picked")


def _add_marked(saved: SavedPlan) -> None:
    told = st.session_state["picked"].get("added") or {}
    start, end, section = told.get("start"), told.get("end"), told.get("section")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end and section in picking.SECTIONS:
        frame.take(steps.add_requirement, saved, Span(start=start, end=end), section)
        frame.tell_beside("told-picked")


def _text(state: PlanState, marks: Sequence[Mark], words: Sequence[Span]) -> None:
    title = escape(say("requirements.posting"))
    st.html(
        f'<section class="lw-posting" tabindex="0" aria-label="{title}">'
        f"{posting_html(state.posting, marks, words)}</section>"
    )


def _found(state: PlanState) -> None:
    items = state.requirements.items
    shown = next((i for i, item in enumerate(items) if item.id == st.session_state.get("shown")), None)
    rows = range(len(items)) if shown is None else [shown]
    marks = [
        Mark(row + 1, items[row].span, items[row].tier) for row in rows if items[row].id not in state.dropped
    ]
    words = [link.span for link in state.graph.links if shown is None or link.requirement == items[shown].id]
    if shown is not None:
        with st.container(border=True):
            _evidence(state, items[shown], shown + 1)
    _text(state, marks, words)
    st.caption(say("requirements.legend"))


def _evidence(state: PlanState, item: Requirement, number: int) -> None:
    st.markdown(f"**{say('requirements.one_marked', number=number)}** {frame.plain(item.text)}")
    links = [link for link in state.graph.links if link.requirement == item.id]
    whys = [frame.told(link.why) for link in links] or [say("requirements.none")]
    st.markdown("\n".join(f"- {why}" for why in whys))
    st.caption(frame.told(item.assess_why))
    if st.button(say("requirements.show_all"), key="show-all"):
        st.session_state.pop("shown", None)
        st.rerun()
