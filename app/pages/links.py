"""Links without an account: one for each interview, one to read a plan; and opening a scorecard again."""

from collections.abc import Callable
from datetime import timedelta

import streamlit as st

from app import frame
from app.frame import kind, plain, say
from app.moments import clock
from loops import steps
from loops.design.model import PlanFile
from loops.store import SavedPlan
from loops.store.people import Candidate, RefusedError
from loops.store.shares import Share
from rubric.value import InputError

DAYS = 7


def address(page: str, token: str) -> str:
    """Where a link leads; the token is all that it says."""
    return f"{(st.context.url or '').split('?')[0].rsplit('/', 1)[0]}/{page}?key={token}"


def draw(file: PlanFile, candidate: Candidate) -> None:
    """Draw what can be done for each interview of a candidate without an account."""
    with st.expander(say("links.title")):
        st.markdown(say("links.lead"))
        days = int(st.number_input(say("links.days"), 1, 60, DAYS, key="days", width=140))
        for row in steps.scorecard_progress(frame.store(), frame.who(), candidate.id):
            name = next(kind(each.name) for each in file.interviews if each.id == row.interview)
            person = file.problem.panel[row.interviewer].name
            sitting = (candidate.id, row.interview)
            with st.container(horizontal=True, vertical_alignment="center", key=f"sitting-{row.interview}"):
                st.markdown(f"**{plain(name)}** :gray[{plain(person)}]", width=320)
                if row.state != "complete":
                    _link(sitting, f"{name}, {person}", days)
            if row.state == "complete":
                _reopen(sitting)
            elif made := st.session_state.get("links", {}).get(sitting):
                st.code(made, language=None, wrap_lines=True)


def _link(sitting: tuple[str, str], label: str, days: int) -> None:
    _, interview = sitting
    if st.button(say("links.make"), key=f"link-{interview}", help=plain(label), icon=":material/link:"):
        _try(lambda: _make(sitting, days))
    if st.button(say("links.end"), key=f"end-{interview}", help=plain(label), type="tertiary"):
        _try(lambda: _end(sitting))


def _make(sitting: tuple[str, str], days: int) -> None:
    expires = frame.whole_store().now() + timedelta(days=days)
    token = steps.link_for(frame.store(), frame.who(), sitting, expires)
    st.session_state.setdefault("links", {})[sitting] = address("interview", token)


def _end(sitting: tuple[str, str]) -> None:
    count = steps.end_links(frame.store(), frame.who(), sitting)
    st.session_state.get("links", {}).pop(sitting, None)
    frame.tell(say("links.ended", n=count), "success")


def _reopen(sitting: tuple[str, str]) -> None:
    with (
        st.form(f"reopen-{sitting[1]}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        reason = st.text_input(say("links.reason"), max_chars=300, key=f"reason-{sitting[1]}")
        pressed = st.form_submit_button(say("links.reopen"), key=f"reopen-{sitting[1]}-now")
    if pressed:
        _try(lambda: steps.reopen_scorecard(frame.store(), frame.who(), sitting, reason))


def draw_share(saved: SavedPlan) -> None:
    """Draw the way to a link with which anybody can read a plan for some days, and the way to end each.

    Whoever only reads the plan has none of it.
    """
    try:
        kept = steps.list_shares(frame.store(), saved.id)
    except RefusedError:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        days = st.number_input(say("links.days"), 1, 365, 30, key="share-days", width=140)
        if st.button(say("links.share"), key="share", icon=":material/share:", help=say("links.share_help")):
            _try(lambda: _share(saved, int(days)))
    if made := st.session_state.get("links", {}).get(saved.id):
        st.code(made, language=None, wrap_lines=True)
    for link in kept:
        _shared(saved, link)


def _shared(saved: SavedPlan, link: Share) -> None:
    told = say("links.shared", at=clock(link.at), who=frame.called(link.who), day=link.until.isoformat())
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(told), width="content")
        if st.button(say("links.end_share"), key=f"end-share-{link.id}", help=plain(told), type="tertiary"):
            _try(lambda: _end_share(saved, link))


def _end_share(saved: SavedPlan, link: Share) -> None:
    steps.end_share(frame.store(), saved.id, link.id)
    st.session_state.get("links", {}).pop(saved.id, None)
    frame.tell(say("links.ended", n=1), "success")


def _share(saved: SavedPlan, days: int) -> None:
    until = (frame.whole_store().now() + timedelta(days=days)).date()
    token = steps.share_plan(frame.store(), frame.who(), saved.id, until)
    st.session_state.setdefault("links", {})[saved.id] = address("shared", token)


def _try(step: Callable[[], None]) -> None:
    try:
        step()
    except InputError as error:
        frame.tell(str(error))
    st.rerun()
