"""Members: who has access to a plan, as what, and who they are on its panel."""

from typing import get_args

import streamlit as st

from app import frame, login
from app.frame import plain, say
from app.moments import clock
from loops import steps
from loops.store import SavedPlan
from loops.store.people import Member, Role
from rubric.value import InputError

ROLES: tuple[Role, ...] = get_args(Role)


def draw(saved: SavedPlan) -> None:
    """Draw the members with the form to add one; nothing in single-user mode."""
    if not login.needed():
        return
    st.subheader(say("members.title"), anchor=False)
    panel = steps.interviewers(frame.store(), saved.id)
    for member in steps.list_members(frame.store(), frame.who(), saved.id):
        _member(saved, member, panel)
    _add(saved, panel)
    _audit(saved)


def _member(saved: SavedPlan, member: Member, panel: dict[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        role = say(f"members.role_{member.role}")
        seat = f" · {panel.get(member.interviewer, member.interviewer)}" if member.interviewer else ""
        st.markdown(f"**{plain(frame.called(member.who))}** {plain(role + seat)}")
        st.button(
            say("members.remove"),
            key=f"remove-{member.who}",
            type="tertiary",
            on_click=_try,
            args=(steps.remove_member, saved.id, member.who),
        )


def _add(saved: SavedPlan, panel: dict[str, str]) -> None:
    with st.form("member", border=True, clear_on_submit=True):
        left, middle, right = st.columns(3)
        address = left.text_input(say("members.address"), max_chars=200, key="member-address")
        role = middle.selectbox(
            say("members.role"),
            ROLES,
            format_func=lambda each: say(f"members.role_{each}"),
            key="member-role",
        )
        seat = right.selectbox(
            say("members.seat"),
            [None, *panel],
            format_func=lambda each: panel[each] if each else say("members.no_seat"),
            key="member-seat",
        )
        if st.form_submit_button(say("members.add"), key="add-member"):
            _try(steps.set_member, saved.id, (address, role), seat)
            st.rerun()


def _try(step, plan: str, *args: object) -> None:  # noqa: ANN001 - any of the steps on members
    try:
        step(frame.store(), frame.who(), plan, *args)
    except InputError as error:
        frame.tell(str(error))


def _audit(saved: SavedPlan) -> None:
    try:
        entries = steps.read_audit(frame.store(), frame.who(), saved.id)
    except InputError:
        return
    with st.expander(say("members.audit")):
        st.dataframe(
            {
                say("settings.when"): [clock(entry.at) for entry in reversed(entries)],
                say("settings.who"): [entry.who for entry in reversed(entries)],
                say("settings.what"): [entry.what for entry in reversed(entries)],
            },
            hide_index=True,
            alt=say("members.audit"),
        )
