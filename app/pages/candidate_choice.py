"""Which candidate is looked at; adding one, and how long their data is kept."""

from collections.abc import Callable

import streamlit as st

from app import frame
from app.frame import plain, say
from loops import steps
from loops.store import SavedPlan
from loops.store.people import Candidate
from rubric.value import InputError


def draw(saved: SavedPlan) -> Candidate | None:
    """Draw the choice and the way to add one; None where the plan has no candidate yet."""
    candidates = {each.id: each for each in steps.list_candidates(frame.store(), frame.who(), saved.id)}
    left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
    with right:
        _add(saved)
    with left:
        if not candidates:
            st.info(say("candidates.none"), icon=":material/person_add:")
            return None
        held = st.session_state.get("whose")
        chosen = st.selectbox(
            say("candidates.choose"),
            list(candidates),
            index=list(candidates).index(held) if held in candidates else len(candidates) - 1,
            format_func=lambda each: candidates[each].code,
            key=f"candidate-{len(candidates)}",
        )
    st.session_state.whose = chosen
    return candidates[chosen]


def _add(saved: SavedPlan) -> None:
    with st.form("candidate", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.text_input(
            say("candidates.code"), help=say("candidates.code_help"), max_chars=40, placeholder="C-001"
        )
        if st.form_submit_button(say("candidates.add"), key="add-candidate"):
            try:
                added = steps.add_candidate(frame.store(), frame.who(), saved.id, code)
            except InputError as error:
                frame.tell(str(error))
            else:
                st.session_state.whose = added.id
            st.rerun()


def draw_keeping(candidate: Candidate) -> None:
    """Draw until when the data is kept, and its deletion."""
    with st.expander(say("candidates.keeping")):
        day = st.date_input(say("candidates.keep_until"), candidate.keep_until, key=f"until-{candidate.id}")
        if day != candidate.keep_until:
            attempt(lambda: steps.set_keep_until(frame.store(), frame.who(), candidate.id, day))
        with st.form("hold", border=False):
            reason = st.text_input(say("candidates.hold"), candidate.hold or "", max_chars=300)
            if st.form_submit_button(say("candidates.set_hold"), key="set-hold"):
                attempt(
                    lambda: steps.set_hold(frame.store(), frame.who(), candidate.id, reason.strip() or None)
                )
        with st.form("delete", border=False):
            typed = st.text_input(
                say("candidates.delete_code", code=plain(candidate.code)), key="delete-code"
            )
            pressed = st.form_submit_button(
                say("candidates.delete"), key="delete-candidate", icon=":material/delete:"
            )
        if pressed and typed.strip() != candidate.code:
            st.error(say("candidates.not_the_code"))
        elif pressed:
            attempt(lambda: steps.delete_candidate(frame.store(), frame.who(), candidate.id))


def attempt(step: Callable[[], object]) -> None:
    """Do a step on a candidate and draw again; where it cannot be done, say why."""
    try:
        step()
    except InputError as error:
        frame.tell(str(error))
    st.rerun()
