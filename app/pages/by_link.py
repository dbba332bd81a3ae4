"""What a link opens without an account: one interviewer's packet and form, or a plan to read."""

import streamlit as st

from app import frame
from app.draw.matrix import matrix_html
from app.frame import plain, say
from app.pages import scorecard_form
from app.pages.packets import printer
from app.pages.scorecards import told
from loops import steps
from loops.design.model import Interview, PlanFile
from loops.packets.model import InterviewPacket
from loops.store import PlanState
from loops.store.links import Opened
from rubric.value import InputError


def interview() -> None:
    """Draw the page of one interviewer: the packet to take along, and the form to hand in."""
    token = st.query_params.get("key", "")
    try:
        opened = steps.read_link(frame.whole_store(), token, again=st.session_state.get("opened") == token)
        st.session_state.opened = token
        file = steps.loop_of(frame.whole_store(), opened.candidate)
    except InputError as error:
        _refused(str(error))
        return
    held = next(each for each in file.interviews if each.id == opened.interview)
    with st.container(width=760):
        st.caption(plain(say("link.candidate", code=opened.candidate.code)))
        st.title(plain(held.name), anchor=False)
        st.markdown(plain(say("link.lead", name=file.problem.panel[opened.interviewer].name)))
        frame.notices()
        _packet(steps.paper_of_link(frame.whole_store(), opened), opened)
        for taken in st.session_state.pop("taken", ()):
            told(taken)
        if opened.own and opened.own.complete:
            st.success(say("link.locked"), icon=":material/lock:")
        else:
            _form(token, file, (opened, held))


def _packet(paper: InterviewPacket, opened: Opened) -> None:
    st.download_button(
        say("link.packet"),
        lambda: next(iter(printer().press.draw({"packet": paper}))).data,
        file_name=f"packet-{opened.interview}.pdf",
        mime="application/pdf",
        on_click="ignore",
        key="packet",
        icon=":material/picture_as_pdf:",
    )


def _form(token: str, file: PlanFile, open_: tuple[Opened, Interview]) -> None:
    opened, held = open_
    st.subheader(say("link.form"), anchor=False)
    with st.form(f"link-{opened.interview}", border=False):
        answers, begun, done = scorecard_form.fields(file, held, steps.typed_so_far(opened.own))
        st.caption(say("link.locks"))
    if begun or done:
        try:
            taken = steps.type_in_by_link(frame.whole_store(), token, answers, done)
        except InputError as error:
            frame.tell(str(error))
        else:
            st.session_state.taken = (taken,)
        st.rerun()


def shared() -> None:
    """Draw a plan to read: what is asked for, what is rated, and the loop; no candidate is in it."""
    try:
        saved = steps.read_shared(frame.whole_store(), st.query_params.get("key", ""))
    except InputError as error:
        _refused(str(error))
        return
    state = saved.state
    st.caption(say("link.read_only"))
    st.title(plain(state.name), anchor=False)
    _asked(state)
    if file := state.plan_file:
        st.subheader(say("loop.matrix"), anchor=False)
        st.html(matrix_html(file, say, frame.kind))


def _asked(state: PlanState) -> None:
    st.subheader(say("requirements.table"), anchor=False)
    items = state.asked.items
    st.table(
        {
            say("requirements.requirement"): [plain(item.text) for item in items],
            say("requirements.tier"): [say(f"requirements.tier_{item.tier}") for item in items],
        },
        alt=say("requirements.table"),
    )
    st.subheader(say("competencies.table"), anchor=False)
    nodes = [node for node in state.graph.nodes if node.in_loop]
    st.table(
        {
            say("competencies.name"): [plain(node.name) for node in nodes],
            say("competencies.tier"): [say(f"requirements.tier_{node.tier}") for node in nodes],
            say("competencies.level"): [str(node.level) for node in nodes],
            say("competencies.why"): [plain(node.why) for node in nodes],
        },
        alt=say("competencies.table"),
    )


def _refused(sentence: str) -> None:
    st.title(say("link.closed"), anchor=False)
    st.error(plain(sentence))
