"""Wishes about single assignments: demanded or forbidden, each in a sentence, and a form for one more."""

import streamlit as st

from app import frame
from app.frame import kind as kind_in
from app.frame import plain, say
from loops import steps
from loops.design.model import Pin, PlanFile
from loops.store import SavedPlan


def draw(saved: SavedPlan, file: PlanFile) -> None:
    """Draw the wishes there are, each with a way to drop it, and the form."""
    st.markdown(f"**{say('replan.pins')}**")
    pins = saved.state.pins
    for number, pin in enumerate(pins):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(_sentence(pin, file)))
            if st.button(say("replan.drop"), key=f"drop-pin-{number}", type="tertiary"):
                frame.act(steps.set_pins, saved, (*pins[:number], *pins[number + 1 :]))
                st.rerun()
    _form(saved, file)


def _sentence(pin: Pin, file: PlanFile) -> str:
    names = {item.id: item.name for item in file.problem.rubric.items}
    people = {person.id: person.name for person in file.problem.panel.interviewers}
    kinds = {each.id: kind_in(each.name) for each in file.problem.formats}
    parts = (people.get(pin.interviewer or ""), names.get(pin.competency or ""), kinds.get(pin.format or ""))
    return say("replan.must" if pin.must else "replan.never", what=" · ".join(part for part in parts if part))


def _form(saved: SavedPlan, file: PlanFile) -> None:
    people = {person.id: person.name for person in file.problem.panel.interviewers}
    names = {item.id: item.name for item in file.problem.rubric.items}
    kinds = {each.id: kind_in(each.name) for each in file.problem.formats}
    with st.form("pins", border=False):
        columns = st.columns([1, 1, 1, 1, 0.6], vertical_alignment="bottom")
        must = columns[0].selectbox(
            say("replan.wish"),
            (True, False),
            format_func=lambda yes: say("replan.demand") if yes else say("replan.forbid"),
            key="pin-must",
        )
        chosen = [
            column.selectbox(
                say(f"replan.pin_{name}"),
                list(options),
                index=None,
                format_func=lambda one, options=options: options[one],
                placeholder=say("replan.any"),
                key=f"pin-{name}",
            )
            for column, (name, options) in zip(
                columns[1:], {"who": people, "what": names, "kind": kinds}.items(), strict=False
            )
        ]
        if columns[4].form_submit_button(say("replan.add"), key="add-pin"):
            who, what, kind = chosen
            pin = Pin(must=must, interviewer=who, competency=what, format=kind)
            frame.act(steps.set_pins, saved, (*saved.state.pins, pin))
            st.rerun()
