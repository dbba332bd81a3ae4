"""Below the table of requirements: add what is missing, split, merge, confirm."""

from typing import NoReturn, cast, get_args

import streamlit as st

from app import frame
from app.frame import say
from loops import steps
from loops.store import PlanState, SavedPlan
from rubric.requirements import Requirement
from rubric.requirements.model import SectionName
from rubric.value import Span


def draw(saved: SavedPlan) -> None:
    """Draw the tools in a part that can be opened."""
    tools = st.expander(say("requirements.edit_title"), on_change="rerun", key="tools")
    if not tools.open:
        return
    with tools:
        _add(saved)
        left, right = st.columns(2)
        with left:
            _split(saved)
        with right:
            _merge(saved)


def confirm(saved: SavedPlan) -> None:
    """Draw how many must-haves somebody confirmed, and the button that confirms the rest."""
    musts = [item.id for item in saved.state.asked.items if item.tier == "must"]
    done = {each.requirement for each in saved.state.confirmations}
    count = sum(must in done for must in musts)
    if count:
        st.caption(say("requirements.confirmed", count=count, all=len(musts)))
    if count < len(musts) and st.button(
        say("requirements.confirm"), help=say("requirements.confirm_help"), key="confirm"
    ):
        frame.act(steps.confirm_requirements, saved, [must for must in musts if must not in done])
        st.rerun()


def _add(saved: SavedPlan) -> None:
    with st.form("add", border=False, clear_on_submit=False):
        words = st.text_input(say("requirements.add"), help=say("requirements.add_help"), key="add-words")
        section = st.segmented_control(
            say("requirements.add_section"),
            get_args(SectionName),
            default="minimum",
            required=True,
            format_func=lambda value: say(f"requirements.section_{value}"),
            key="add-section",
        )
        pressed = st.form_submit_button(say("requirements.add_button"), key="add-button")
    if pressed:
        at = saved.state.posting.text.find(words.strip())
        if not words.strip() or at < 0:
            frame.tell(say("requirements.not_there"))
        else:
            span = Span(start=at, end=at + len(words.strip()))
            frame.act(steps.add_requirement, saved, span, cast("SectionName", section))
        _again("told-add")
    frame.notices("told-add")


def _split(saved: SavedPlan) -> None:
    items = {item.id: item for item in saved.state.requirements.items}
    chosen = st.selectbox(
        say("requirements.split"),
        list(items),
        format_func=lambda i: _title(saved.state, items[i]),
        placeholder=say("app.choose"),
        key="split",
        index=None,
    )
    begins = st.text_input(say("requirements.split_before"), key="split-before", disabled=chosen is None)
    at = _preview(saved.state, items[chosen], begins.strip()) if chosen in items else 0
    if st.button(say("requirements.split_button"), key="split-button", disabled=not at) and chosen:
        frame.act(steps.split_requirement, saved, chosen, at)
        _again("told-split")
    frame.notices("told-split")


def _preview(state: PlanState, item: Requirement, begins: str) -> int:
    """Show both parts that a split would leave; gives back where the second begins, 0 where it cannot."""
    at = item.text.find(begins) if begins else 0
    parts = steps.split_parts(state, item.id, at) if at > 0 else None
    if parts:
        st.markdown("\n".join(f"{n}. {frame.plain(part)}" for n, part in enumerate(parts, 1)))
    elif begins:
        st.warning(say("requirements.split_nowhere"))
    else:
        st.caption(frame.plain(item.text))
    return at if parts else 0


def _merge(saved: SavedPlan) -> None:
    items = {item.id: item for item in saved.state.requirements.items}
    chosen = st.multiselect(
        say("requirements.merge"),
        list(items),
        format_func=lambda i: _title(saved.state, items[i]),
        placeholder=say("app.choose"),
        key="merge",
    )
    if st.button(say("requirements.merge_button"), key="merge-button", disabled=len(chosen) < 2):
        frame.act(steps.merge_requirements, saved, chosen)
        _again("told-merge")
    frame.notices("told-merge")


def _again(tool: str) -> NoReturn:
    """Draw the page anew, with what went wrong beside the tool that was used."""
    frame.tell_beside(tool)
    st.rerun()


def _title(state: PlanState, item: Requirement) -> str:
    number = next(n for n, each in enumerate(state.requirements.items, 1) if each.id == item.id)
    return f"{number} · {item.text[:70]}"
