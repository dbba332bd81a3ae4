"""Competencies: the graph, the same as a table, and what can be changed on each."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app import browser, frame, opened, plan_bar, plannings, tables
from app.draw.graph import describe, graph_height, graph_option, node_at
from app.draw.rows import row_height
from app.frame import say
from app.pages import competency_card
from loops import steps
from loops.store import PlanState, SavedPlan
from rubric.graph.model import Node

PAPER = {"light": "#ffffff", "dark": "#12181d"}
"""What the page's ground is like in each theme (.streamlit/config.toml)."""

WIDTHS = {"name": 176, "area": 148, "why": 280}
"""Widths in pixels of the columns whose text wraps."""


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("competencies.title"))
    saved = _take_edits(saved)
    plan_bar.draw(saved, say("competencies.title"))
    graph = saved.state.graph
    inside = sum(node.in_loop for node in graph.nodes)
    st.markdown(say("competencies.lead", inside=inside, all=len(graph.nodes)))
    left, right = st.columns([7, 5], gap="medium")
    with left:
        _picture(saved)
    with right:
        _chosen(saved)
    _table(saved)
    browser.name_grid(say("competencies.table"))
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(
            say("competencies.plan"),
            type="primary",
            icon=":material/route:",
            key="plan",
            shortcut="Mod+Enter",
        ):
            plannings.begin_and_go(saved)


def _picture(saved: SavedPlan) -> None:
    graph = saved.state.graph
    with st.container(key="graph"):
        st.echarts_chart(
            graph_option(
                graph, st.session_state.get("competency"), PAPER.get(st.context.theme.type or "light")
            ),
            height=graph_height(graph),
            key="graph-chart",
            on_select=lambda: _click(saved.state),
            renderer="svg",
            alt=describe(graph),
        )
    with st.container(key="narrow"):
        st.caption(say("competencies.narrow"))


def _click(state: PlanState) -> None:
    selected = st.session_state["graph-chart"]["selection"]["selected"]
    hit = node_at(state.graph, [i for group in selected for i in group["data_indices"]])
    if hit:
        st.session_state.competency = hit


def _chosen(saved: SavedPlan) -> None:
    ids = [node.id for node in _ordered(saved.state)]
    names = {node.id: node.name for node in saved.state.graph.nodes}
    if st.session_state.get("competency") not in ids:
        st.session_state.competency = None
    st.selectbox(
        say("competencies.choose"),
        ids,
        index=None,
        format_func=lambda i: names[i],
        placeholder=say("app.choose"),
        key="competency",
    )
    chosen = st.session_state.competency
    if chosen is None:
        with st.container(key="click"):
            st.info(say("competencies.hint"), icon=":material/touch_app:")
    else:
        competency_card.draw(saved, chosen)
    competency_card.draw_additions(saved)


def _ordered(state: PlanState) -> list[Node]:
    """The most important first; what is changed in the table moves no row."""
    return sorted(state.graph.nodes, key=lambda node: (-node.weight, node.name, node.id))


def _table(saved: SavedPlan) -> None:
    nodes = _ordered(saved.state)
    st.subheader(say("competencies.table"), anchor=False)
    st.data_editor(
        {
            "in_loop": [node.in_loop for node in nodes],
            "name": [node.name for node in nodes],
            "area": [node.area for node in nodes],
            "tier": [say(f"requirements.tier_{node.tier}") for node in nodes],
            "level": [node.level for node in nodes],
            "weight": [node.weight for node in nodes],
            "evidence": [len(node.evidence) for node in nodes],
            "why": [frame.said(node.why) for node in nodes],
        },
        key=_key(saved),
        hide_index=True,
        height="content",
        row_height=row_height(
            [(text, WIDTHS[name]) for name in WIDTHS for text in (getattr(node, name) for node in nodes)]
        ),
        disabled=("name", "area", "tier", "weight", "evidence", "why"),
        column_config={
            "in_loop": st.column_config.CheckboxColumn(say("competencies.in_loop"), width=106),
            "name": st.column_config.TextColumn(say("competencies.name"), width=WIDTHS["name"]),
            "area": st.column_config.TextColumn(say("competencies.area"), width=WIDTHS["area"]),
            "tier": st.column_config.TextColumn(say("competencies.tier"), width=88),
            "level": st.column_config.SelectboxColumn(
                say("competencies.level"),
                options=(1, 2, 3, 4),
                help=say("competencies.level_words"),
                width=112,
            ),
            "weight": st.column_config.ProgressColumn(
                say("competencies.weight"), min_value=0, max_value=1, format="%.2f", width=104
            ),
            "evidence": st.column_config.NumberColumn(say("competencies.evidence"), width=100),
            "why": st.column_config.TextColumn(say("competencies.why"), width=WIDTHS["why"]),
        },
        alt=say("competencies.table"),
    )


def _key(saved: SavedPlan) -> str:
    return tables.key("competencies", saved, tuple(node.id for node in _ordered(saved.state)))


def _take_edits(saved: SavedPlan) -> SavedPlan:
    nodes = _ordered(saved.state)
    for row, cells in tables.typed(_key(saved)).items():
        saved = _take_row(saved, nodes[row], cells)
    return saved


def _take_row(saved: SavedPlan, node: Node, cells: Mapping[str, Any]) -> SavedPlan:
    inside = cells.get("in_loop", node.in_loop)
    if inside != node.in_loop:
        saved = frame.act(steps.include_competency if inside else steps.leave_out_competency, saved, node.id)
    level = cells.get("level") or node.level
    if level != node.level:
        saved = frame.act(steps.set_level, saved, node.id, level)
    return saved
