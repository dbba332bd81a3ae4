"""Somebody is out, interviews were held, an assignment is wished for: plan again with the fewest changes."""

import streamlit as st

from app import frame, plannings, tables
from app.draw.table import table_html
from app.frame import kind, say, told
from app.pages import loop_pins
from loops import steps
from loops.design.model import PlanFile
from loops.store import SavedPlan


def draw(saved: SavedPlan, file: PlanFile) -> None:
    """Draw the wishes, the planning near the loop, and who can take over."""
    st.caption(say("replan.lead"))
    loop_pins.draw(saved, file)
    _near(saved, file)
    _reserves(file)


def _near(saved: SavedPlan, file: PlanFile) -> None:
    names = {each.id: f"{number}. {kind(each.name)}" for number, each in enumerate(file.interviews, 1)}
    people = {p.id: p.name for p in file.problem.panel.interviewers if not p.to_fill and p.weekly_cap}
    with st.form("near", border=False):
        left, right = st.columns(2)
        out = left.multiselect(
            say("replan.out"),
            list(people),
            format_func=lambda one: people[one],
            help=say("replan.out_help"),
            placeholder=say("replan.nobody"),
            key="out",
        )
        held = right.multiselect(
            say("replan.held"),
            list(names),
            [each.id for each in saved.state.held if each.id in names],
            format_func=lambda one: names[one],
            help=say("replan.held_help"),
            placeholder=say("rules.none"),
            key=tables.key("held", saved, (file.hash,)),
        )
        if st.form_submit_button(say("replan.go"), key="plan-near", icon=":material/route:"):
            wishes = steps.Wishes(out=tuple(out), held=tuple(held), pins=saved.state.pins)
            plannings.begin(saved, steps.plan_near, wishes)
            frame.go("loop", saved.id)


def _reserves(file: PlanFile) -> None:
    """Who can take over, what hangs on one person, and how many candidates a week the panel bears."""
    reserves = steps.reserves_of(file)
    st.markdown(f"**{say('replan.backups')}**")
    panel = file.problem.panel
    leads = {each.id: panel[each.interviewer].name for each in file.interviews}
    names = {each.id: f"{number}. {kind(each.name)}" for number, each in enumerate(file.interviews, 1)}
    rows = [
        (
            names[each.interview],
            leads[each.interview],
            ", ".join(panel[one].name for one in each.free) or "–",
            ", ".join(panel[one].name for one in each.busy) or "–",
        )
        for each in reserves.backups
    ]
    heads = [say(f"replan.{name}") for name in ("interview", "led", "free", "busy")]
    st.html(table_html(say("replan.backups"), heads, rows))
    for sentence in (*reserves.hanging, *(seat.sentence for seat in reserves.seats)):
        st.markdown(f"- {told(sentence)}")
    if not reserves.hanging:
        st.caption(say("replan.nothing_hangs"))
    count = st.number_input(say("replan.candidates"), 1, 40, 1, key="candidates-a-week", width=280)
    short = steps.weekly_shortages(file, count)
    st.markdown("\n".join(f"- {told(one)}" for one in short) or say("replan.enough"))
