"""Work that a page starts and follows: one of each name, as long as its question stays the same."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from app.frame import plain, say
from app.planning import Work
from loops.design.program import Limits

QUICK = 1.0
"""Seconds after which work shows what it does."""


def begin(name: str, mark: str, ask: Callable[[Limits], Iterable[Any]]) -> None:
    """Start work; what ran under the same name is asked to stop."""
    _, before = st.session_state.get(f"work-{name}", (None, None))
    if before is not None:
        before.stop()
    st.session_state[f"work-{name}"] = (mark, Work(ask))


def under_way(name: str, mark: str) -> Work | None:
    """The work of a name; None where there is none, or it was asked about something else."""
    asked, work = st.session_state.get(f"work-{name}", (None, None))
    return work if asked == mark else None


def follow(name: str, work: Work, draw: Callable[[list[Any]], None]) -> None:
    """Show what was found, and until the end what is worked on and the way to stop."""
    if work.ended(QUICK):
        _show(work, draw)
    else:
        _progress(name, work, draw)


@st.fragment(run_every="0.7s")
def _progress(name: str, work: Work, draw: Callable[[list[Any]], None]) -> None:
    if work.ended():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(say("loop.at_work", goal=work.goal or "–")))
        if st.button(say("loop.stop"), key=f"stop-{name}", help=say("loop.stop_help")):
            work.stop()
    _show(work, draw)


def _show(work: Work, draw: Callable[[list[Any]], None]) -> None:
    if work.fault:
        st.error(plain(work.fault))
    if work.found:
        draw(list(work.found))
