"""The people and the limits that a loop is planned with."""

from typing import Any

import pandas as pd
import streamlit as st

from app import frame, panel_table, tables
from app.frame import say
from app.pages import loop_rules
from loops import steps
from loops.store import SavedPlan
from rubric.catalogue.load import load_catalogue
from rubric.value import InputError

TRAINING = ("trained", "shadowing", "untrained")
COLUMNS = ("name", "role", "may_assess", "training", "other_team", "weekly_cap", "booked", "time_zone")


def draw(saved: SavedPlan) -> None:
    """Draw both, each with its file upload."""
    people, limits = st.tabs([say("loop.people"), say("loop.rules")])
    with people:
        _people(saved)
    with limits:
        _limits(saved)


def _people(saved: SavedPlan) -> None:
    st.caption(say("loop.people_lead"))
    before = saved.state.panel
    with st.form("people", border=False):
        rows = st.data_editor(
            pd.DataFrame(panel_table.rows_of(before), columns=["id", *COLUMNS]),
            key=tables.key("people", saved, (before.model_dump_json() if before else "",)),
            num_rows="dynamic",
            hide_index=True,
            height="content",
            column_order=COLUMNS,
            column_config=_columns(),
            alt=say("loop.people"),
        )
        if st.form_submit_button(say("loop.save_people"), key="save-people"):
            _save_people(saved, rows)
    _file(saved, "panel")
    if before and st.button(say("loop.clear_people"), key="clear-people", type="tertiary"):
        frame.act(steps.set_panel, saved, None)
        st.rerun()


def _columns() -> dict[str, Any]:
    names = panel_table.choices(load_catalogue())
    return {
        "name": st.column_config.TextColumn(say("loop.p_name"), required=True, max_chars=80, width=130),
        "role": st.column_config.TextColumn(say("loop.p_role"), max_chars=120, width=130),
        "may_assess": st.column_config.MultiselectColumn(
            say("loop.p_may"),
            options=list(names),
            format_func=lambda i: names.get(i, i),
            help=say("loop.p_may_help"),
            color="gray",
            width=235,
        ),
        "training": st.column_config.SelectboxColumn(
            say("loop.p_training"),
            options=TRAINING,
            default="trained",
            format_func=lambda value: say(f"loop.training_{value}"),
            width=140,
        ),
        "other_team": st.column_config.CheckboxColumn(
            say("loop.p_other_team"), help=say("loop.p_other_team_help"), default=False, width=115
        ),
        "weekly_cap": st.column_config.NumberColumn(
            say("loop.p_cap"), min_value=0, max_value=40, step=1, default=5, width=110
        ),
        "booked": st.column_config.NumberColumn(
            say("loop.p_booked"), min_value=0, max_value=40, step=1, default=0, width=85
        ),
        "time_zone": st.column_config.TextColumn(say("loop.p_zone"), default="UTC", max_chars=60, width=105),
    }


def _save_people(saved: SavedPlan, rows: pd.DataFrame) -> None:
    told = [{k: _plain(v) for k, v in row.items()} for row in rows.to_dict("records")]
    try:
        panel = panel_table.panel_of(told, saved.state.panel)
    except InputError as error:
        frame.tell(str(error))
    else:
        frame.act(steps.set_panel, saved, panel)
    st.rerun()


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell holds whatever its column does
    """A cell without the table's marks for nothing."""
    return None if isinstance(value, float) and value != value else value


def _file(saved: SavedPlan, what: str) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    file = left.file_uploader(
        say(f"loop.{what}_file"),
        type=("yaml", "yml", "json"),
        help=say(f"loop.{what}_file_help"),
        key=f"{what}-file",
    )
    if right.button(say(f"loop.use_{what}"), key=f"use-{what}", disabled=file is None) and file:
        if what == "panel":
            frame.act(steps.set_panel, saved, file.getvalue())
        else:
            frame.act(steps.set_rules, saved, file.getvalue())
        st.rerun()


def _limits(saved: SavedPlan) -> None:
    loop_rules.draw(saved)
    _file(saved, "rules")
