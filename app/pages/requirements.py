"""Requirements: the posting with its evidence marked, beside the table that can be edited."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, get_args

import pandas as pd
import streamlit as st

from app import browser, frame, picking, plan_bar, plannings, tables
from app.draw.marks import Mark, posting_html
from app.draw.rows import row_height
from app.frame import say
from app.pages import requirement_review, requirement_tools
from loops import steps
from loops.steps.requirements import Reading
from loops.store import PlanState, SavedPlan
from rubric.requirements import Requirement
from rubric.requirements.model import SectionName
from rubric.value import Span, Tier

SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
TIERS: tuple[Tier, ...] = get_args(Tier)
WIDTHS = {"requirement": 218, "competencies": 138, "assess": 118}
"""Widths in pixels of the columns whose text wraps."""


def show() -> None:
    """Draw the page."""
    saved = frame.need_plan(say("requirements.title"))
    saved = _take_edits(saved)
    plan_bar.draw(saved, say("requirements.title"))
    _summary(saved.state)
    _planned(saved)
    with st.container(key="review"):
        left, right = st.columns([30, 90], gap="small")
        with right:
            reviewing = _view(saved) == "review"
        with left:
            _posting(saved, reviewing)
        with right:
            if reviewing:
                requirement_review.draw(saved)
            else:
                _table(saved)
                browser.name_grid(say("requirements.table"))
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


def _posting(saved: SavedPlan, reviewing: bool) -> None:
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
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end and section in SECTIONS:
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
    whys = [frame.plain(link.why) for link in links] or [say("requirements.none")]
    st.markdown("\n".join(f"- {why}" for why in whys))
    st.caption(frame.plain(item.assess_why))
    if st.button(say("requirements.show_all"), key="show-all"):
        st.session_state.pop("shown", None)
        st.rerun()


def _table(saved: SavedPlan) -> None:
    state = saved.state
    items = state.requirements.items
    rows, height = tables.remember("requirements", saved, frame.language(), lambda: _drawn(state))
    st.data_editor(
        rows,
        key=_key(saved),
        hide_index=True,
        height="content",
        row_height=height,
        disabled=("number", "competencies", "assess"),
        column_order=("number", "keep", "requirement", "show", "section", "tier", "competencies", "assess"),
        column_config={
            "number": st.column_config.NumberColumn(say("requirements.number"), width=38),
            "keep": st.column_config.CheckboxColumn(say("requirements.keep"), width=70),
            "requirement": st.column_config.TextColumn(
                say("requirements.requirement"), width=WIDTHS["requirement"], required=True
            ),
            "section": st.column_config.SelectboxColumn(
                say("requirements.section"),
                options=SECTIONS,
                format_func=lambda value: say(f"requirements.section_{value}"),
                required=True,
                width=90,
            ),
            "tier": st.column_config.SelectboxColumn(
                say("requirements.tier"),
                options=TIERS,
                format_func=lambda value: say(f"requirements.tier_{value}"),
                required=True,
                width=96,
            ),
            "competencies": st.column_config.TextColumn(
                say("requirements.competencies"), width=WIDTHS["competencies"]
            ),
            "assess": st.column_config.TextColumn(say("requirements.assess"), width=WIDTHS["assess"]),
            "show": st.column_config.ButtonColumn(
                say("requirements.show"),
                type="tertiary",
                width=54,
                key="show-row",
                on_click=_show_row,
                args=(tuple(item.id for item in items),),
            ),
        },
        alt=say("requirements.table"),
    )


def _drawn(state: PlanState) -> tuple[pd.DataFrame, int]:
    """The table, and the height of its rows."""
    rows = _rows(state)
    cells = [(text, WIDTHS[name]) for name in WIDTHS for text in rows[name]]
    return pd.DataFrame(rows), row_height(cells)


def _rows(state: PlanState) -> dict[str, list[Any]]:
    items = state.requirements.items
    names = {node.id: node.name for node in state.graph.nodes}
    asked: dict[str, list[str]] = {}
    for link in state.graph.links:
        asked.setdefault(link.requirement, []).append(names.get(link.competency, link.competency))
    return {
        "number": list(range(1, len(items) + 1)),
        "keep": [item.id not in state.dropped for item in items],
        "requirement": [item.text for item in items],
        "section": [item.section for item in items],
        "tier": [item.tier for item in items],
        "competencies": [", ".join(asked.get(item.id, ())) or "–" for item in items],
        "assess": [say(f"requirements.assess_{item.assess_by}") for item in items],
        "show": [say("requirements.show") for _ in items],
    }


def _show_row(ids: tuple[str, ...]) -> None:
    click = st.session_state.get("show-row")
    if click is not None:
        st.session_state.shown = ids[click["row"]]


def _key(saved: SavedPlan) -> str:
    return tables.key("requirements", saved, tuple(i.id for i in saved.state.requirements.items))


def _take_edits(saved: SavedPlan) -> SavedPlan:
    """Do a step for each cell that was changed in the table."""
    ids = [item.id for item in saved.state.requirements.items]
    for row, cells in tables.typed(_key(saved)).items():
        saved = _take_row(saved, ids[row], cells)
    return saved


def _take_row(saved: SavedPlan, requirement: str, cells: Mapping[str, Any]) -> SavedPlan:
    state = saved.state
    item = next(item for item in state.requirements.items if item.id == requirement)
    if "keep" in cells and cells["keep"] != (item.id not in state.dropped):
        saved = frame.act(steps.keep_requirement if cells["keep"] else steps.drop_requirement, saved, item.id)
    reading = Reading(
        section=cells.get("section") if cells.get("section") != item.section else None,
        tier=cells.get("tier") if cells.get("tier") != item.tier else None,
    )
    if reading != Reading():
        saved = frame.act(steps.reclassify_requirement, saved, item.id, reading)
    text = cells.get("requirement")
    if text is not None and text != item.text:
        saved = frame.act(steps.reword_requirement, saved, item.id, text)
    return saved


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
