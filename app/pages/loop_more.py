"""What a loop is worth and how else it could be, in tabs below the loop."""

import streamlit as st

from app.frame import say, told
from app.pages import loop_compare, loop_replan, loop_what_if, loop_why
from loops import steps
from loops.design.model import PlanFile
from loops.store import SavedPlan


def draw(saved: SavedPlan, file: PlanFile) -> None:
    """Draw what changed from the loop before, then the tabs; only the open one is worked out."""
    if changes := steps.changes_made(file):
        with st.expander(say("replan.changes", n=len(changes)), expanded=True, icon=":material/difference:"):
            st.markdown("\n".join(f"- {told(change)}" for change in changes))
    names = {
        "why.tab": lambda: loop_why.draw(file),
        "whatif.tab": lambda: loop_what_if.draw(file),
        "compare.tab": lambda: loop_compare.draw(saved, file),
        "replan.tab": lambda: loop_replan.draw(saved, file),
    }
    tabs = st.tabs([say(name) for name in names], key="more", on_change="rerun")
    for tab, show in zip(tabs, names.values(), strict=True):
        if tab.open:
            with tab:
                show()
