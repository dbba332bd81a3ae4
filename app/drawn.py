"""Which revision of a plan the visitor has before them: what they click on rests on it, not on the newest."""

import streamlit as st

from loops.store import SavedPlan, Seen


def begin(saved: SavedPlan) -> None:
    """A drawing of a plan begins."""
    st.session_state.drawing = (saved.id, saved.revision)


def settle() -> None:
    """A drawing ended: what was drawn is what the visitor sees when they click."""
    st.session_state.drawn = st.session_state.pop("drawing", None)


def keep(saved: SavedPlan) -> None:
    """The visitor changed the plan themselves, and so knows it as it is now."""
    st.session_state.drawn = (saved.id, saved.revision)


def forget() -> None:
    """The visitor was told that the plan is another one now, and is shown it."""
    st.session_state.pop("drawn", None)


def seen(saved: SavedPlan, who: str) -> Seen:
    """The plan as the visitor had it before them when they clicked.

    A loop that was planned for them meanwhile is theirs, and so counts as seen.
    """
    plan, revision = st.session_state.get("drawn") or (saved.id, saved.revision)
    mine = st.session_state.get("planning")
    if (
        mine is not None
        and (mine.seen.plan, mine.seen.revision) == (plan, revision)
        and mine.ended()
        and mine.found
    ):
        revision = mine.found[0].revision
    return Seen(plan=saved.id, revision=revision if plan == saved.id else saved.revision, who=who)
