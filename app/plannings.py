"""Loops being planned in this process, so that a reload, another tab or a colleague finds them again."""

from typing import NoReturn

import streamlit as st

from app import drawn, frame
from app.planning import MakeLoop, Planning
from loops import steps
from loops.store import SavedPlan
from rubric.value import InputError

Key = tuple[str, str]
"""The plan, and the person who asked."""


@st.cache_resource(show_spinner=False)
def kept() -> dict[Key, Planning]:
    """All that goes on, and what ended and was not yet looked at."""
    return {}


def begin(saved: SavedPlan, step: MakeLoop = steps.make_loop, *args: object) -> None:
    """Begin to plan a loop; what the same person asked of the same revision before goes on instead.

    Each person has a planning of their own: of two that rest on one revision the first is kept, and the other
    one is told so, as with every change.
    """
    key, seen = (saved.id, frame.who()), drawn.seen(saved, frame.who())
    running = kept().get(key)
    if running is None or running.ended() or running.seen != seen:
        running = kept()[key] = Planning(frame.store(), seen, step, *args)
    st.session_state.planning = running


def begin_and_go(saved: SavedPlan) -> NoReturn:
    """Begin to plan the loop as the visitor saw it, and show the page that follows it."""
    try:
        frame.store().check(drawn.seen(saved, frame.who()))
    except InputError as error:
        frame.tell(str(error))
        st.rerun()
    begin(saved)
    frame.go("loop", saved.id)


def under_way(plan: str | None, seconds: float = 0) -> Planning | None:
    """The planning of a plan that goes on: the visitor's, else a colleague's.

    The visitor's own is waited for at most so long; where it came to nothing they are told why.
    """
    own = (plan or "", frame.who())
    mine = kept().get(own)
    if mine is not None and mine.ended(seconds):
        kept().pop(own, None)
        if mine.fault:
            frame.tell(mine.fault)
    of_plan = [(key != own, key, each) for key, each in list(kept().items()) if key[0] == plan]
    return next((each for *_, each in sorted(of_plan, key=lambda one: one[:2]) if not each.ended()), None)
