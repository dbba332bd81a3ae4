"""The table of requirements: what is kept, in which words, how it counts; each changed cell is a step."""

from collections.abc import Mapping
from typing import Any, get_args

import pandas as pd
import streamlit as st

from app import browser, frame, tables
from app.draw.rows import row_height
from app.frame import say
from app.picking import SECTIONS
from loops import steps
from loops.steps.requirements import Reading
from loops.store import PlanState, SavedPlan
from rubric.value import Tier

TIERS: tuple[Tier, ...] = get_args(Tier)
WIDTHS = {
    "number": 38,
    "keep": 78,
    "requirement": 212,
    "show": 54,
    "section": 90,
    "tier": 96,
    "competencies": 138,
    "assess": 118,
}
"""The columns in their order, with their widths in pixels."""
WRAPPED = ("requirement", "competencies", "assess")
"""Columns whose text may need more than one line."""


def draw(saved: SavedPlan) -> None:
    """Draw the table."""
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
        column_order=tuple(WIDTHS),
        column_config={
            "number": st.column_config.NumberColumn(say("requirements.number"), width=WIDTHS["number"]),
            "keep": st.column_config.CheckboxColumn(say("requirements.keep"), width=WIDTHS["keep"]),
            "requirement": st.column_config.TextColumn(
                say("requirements.requirement"), width=WIDTHS["requirement"], required=True
            ),
            "section": st.column_config.SelectboxColumn(
                say("requirements.section"),
                options=SECTIONS,
                format_func=lambda value: say(f"requirements.section_{value}"),
                required=True,
                width=WIDTHS["section"],
            ),
            "tier": st.column_config.SelectboxColumn(
                say("requirements.tier"),
                options=TIERS,
                format_func=lambda value: say(f"requirements.tier_{value}"),
                required=True,
                width=WIDTHS["tier"],
            ),
            "competencies": st.column_config.TextColumn(
                say("requirements.competencies"), width=WIDTHS["competencies"]
            ),
            "assess": st.column_config.TextColumn(say("requirements.assess"), width=WIDTHS["assess"]),
            "show": st.column_config.ButtonColumn(
                say("requirements.show"),
                type="tertiary",
                width=WIDTHS["show"],
                key="show-row",
                on_click=_show_row,
                args=(tuple(item.id for item in items),),
            ),
        },
        alt=say("requirements.table"),
    )
    browser.name_grid(say("requirements.table"))


def _drawn(state: PlanState) -> tuple[pd.DataFrame, int]:
    """The table, and the height of its rows."""
    rows = _rows(state)
    cells = [(text, WIDTHS[name]) for name in WRAPPED for text in rows[name]]
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


def take_edits(saved: SavedPlan) -> SavedPlan:
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
