"""The line above every page of a plan: its title, the plan's name, when it was saved, undo and redo."""

import streamlit as st

from app import frame, tables
from app.frame import Step, plain, say
from app.moments import clock
from loops import steps
from loops.store import SavedPlan


def draw(saved: SavedPlan, title: str) -> None:
    """Draw the line, and below it what there is to tell."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="planbar"):
        with st.container(gap=None):
            st.caption(plain(saved.state.name))
            st.title(title, anchor=False)
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center", width="content"
        ):
            st.markdown(f":gray[:material/cloud_done: {say('app.saved', time=clock(saved.changed))}]")
            _undo(saved)
    frame.notices()


def _undo(saved: SavedPlan) -> None:
    back = say("app.undo_help", what=frame.said(saved.undo)) if saved.undo else say("app.nothing_to_undo")
    again = say("app.redo_help", what=frame.said(saved.redo)) if saved.redo else say("app.nothing_to_redo")
    for name, step, can, told, keys, icon in (
        ("undo", steps.undo, saved.undo, back, "Mod+Z", ":material/undo:"),
        ("redo", steps.redo, saved.redo, again, "Mod+Shift+Z", ":material/redo:"),
    ):
        st.button(
            say(f"app.{name}"),
            key=name,
            icon=icon,
            help=plain(told),
            disabled=not can,
            shortcut=keys,
            type="tertiary",
            on_click=_take,
            args=(step, saved),
        )


def _take(step: Step[[]], saved: SavedPlan) -> None:
    tables.forget()
    frame.take(step, saved)
