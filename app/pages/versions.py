"""What differs between two versions of a plan."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import frame
from app.frame import plain, say, told
from loops import steps
from loops.store import SavedPlan
from loops.store.model import Change
from rubric.value import InputError


def draw(saved: SavedPlan, changes: tuple[Change, ...]) -> None:
    """Draw the choice of two versions, oldest first in `changes`, and the sentences on what differs."""
    with st.expander(say("settings.compare"), icon=":material/difference:", key="compare"):
        named = {each.revision: each for each in changes}
        left, right = st.columns(2)
        before = _choice(left, "before", named, 0)
        after = _choice(right, "after", named, len(named) - 1)
        try:
            differing = steps.compare_revisions(frame.store(), saved.id, before, after)
        except InputError as error:
            st.error(plain(str(error)))
            return
        if not differing:
            st.info(say("settings.same"))
        st.markdown("\n".join(f"- {told(sentence)}" for sentence in differing))


def _choice(column: DeltaGenerator, name: str, named: dict[int, Change], at: int) -> int:
    return column.selectbox(
        say(f"settings.{name}"),
        list(named),
        index=at,
        format_func=lambda each: say("settings.version", number=each, what=frame.said(named[each].what)),
        key=f"version-{name}-{len(named)}",
    )
