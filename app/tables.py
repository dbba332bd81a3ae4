"""What the editable tables hold between two drawings."""

from collections.abc import Callable
from typing import TypeVar
from zlib import crc32

import streamlit as st

from loops.store import SavedPlan

T = TypeVar("T")


def forget() -> None:
    """Let the tables forget what was typed, because the plan is no longer what they showed."""
    st.session_state.round = st.session_state.get("round", 0) + 1


def key(name: str, saved: SavedPlan, rows: tuple[str, ...]) -> str:
    """A key that holds a table's state as long as its rows stay the same ones."""
    mark = crc32("\0".join((saved.id, *rows)).encode())
    return f"{name}-{st.session_state.get('round', 0)}-{mark:x}"


def remember(name: str, saved: SavedPlan, mark: object, make: Callable[[], T]) -> T:
    """What was made of a plan's state for a page, made anew only where the state or the mark is another."""
    asked = (saved.id, saved.shown, mark)
    held = st.session_state.get(f"made-{name}")
    if held is None or held[0] != asked:
        held = st.session_state[f"made-{name}"] = (asked, make())
    return held[1]


def typed(name: str) -> dict[int, dict[str, object]]:
    """What was typed into a table since it was drawn first: row number to column to value."""
    state = st.session_state.get(name)
    return {int(row): dict(cells) for row, cells in (state or {}).get("edited_rows", {}).items()}
