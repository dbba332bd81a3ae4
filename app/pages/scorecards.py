"""Scorecards: who is a candidate, whose scorecard is in, and taking in what came back."""

import streamlit as st

from app import frame, opened, plan_bar
from app.frame import kind, plain, say
from app.pages import candidate_choice, links, scorecard_form
from loops import steps
from loops.design.model import PlanFile
from loops.store import SavedPlan
from loops.store.people import Candidate

STATES = {"missing": ":gray-badge", "begun": ":orange-badge", "complete": ":green-badge"}


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("scorecards.title"))
    plan_bar.draw(saved, say("scorecards.title"))
    st.markdown(say("scorecards.lead"))
    candidate = candidate_choice.draw(saved)
    if candidate is None:
        return
    file = steps.loop_of(frame.store(), candidate)
    left, right = st.columns(2, gap="medium")
    with left:
        _progress(file, candidate)
        _papers(saved, candidate)
    with right:
        _take_in(candidate)
    with st.expander(say("scorecards.type_in")):
        scorecard_form.draw(file, candidate)
    links.draw(file, candidate)
    candidate_choice.draw_keeping(candidate)


def _progress(file: PlanFile, candidate: Candidate) -> None:
    st.subheader(say("scorecards.progress"), anchor=False)
    interviews = {each.id: each for each in file.interviews}
    rows = steps.scorecard_progress(frame.store(), frame.who(), candidate.id)
    for row in rows:
        interview = interviews[row.interview]
        person = file.problem.panel[row.interviewer].name
        badge = f"{STATES[row.state]}[{say(f'scorecards.state_{row.state}')}]"
        st.markdown(f"{badge} {plain(kind(interview.name))} :gray[{plain(person)}]")
    if (
        rows
        and all(row.state == "complete" for row in rows)
        and st.button(say("scorecards.to_debrief"), type="primary", key="to-debrief")
    ):
        frame.go("debrief", candidate.plan)


def _papers(saved: SavedPlan, candidate: Candidate) -> None:
    st.download_button(
        say("scorecards.papers"),
        lambda: steps.zip_packets(steps.candidate_packets(frame.store(), candidate)),
        file_name=f"packets-{candidate.code}-{saved.id[:6]}.zip",
        mime="application/zip",
        on_click="ignore",
        key="papers",
        icon=":material/folder_zip:",
        help=say("scorecards.papers_help"),
    )


def _take_in(candidate: Candidate) -> None:
    st.subheader(say("scorecards.take_in"), anchor=False)
    with st.form("take-in", border=False, clear_on_submit=True):
        files = st.file_uploader(
            say("scorecards.files"),
            type=("pdf",),
            accept_multiple_files=True,
            max_upload_size=20,
            key="returned",
        )
        pressed = st.form_submit_button(say("scorecards.import"), type="primary", key="import")
    if pressed and not files:
        st.error(say("scorecards.no_files"))
    elif pressed and files:
        given = [(file.name, file.getvalue()) for file in files]
        st.session_state.taken = steps.take_in_scorecards(frame.store(), frame.who(), candidate.id, given)
        st.rerun()
    for taken in st.session_state.pop("taken", ()):
        told(taken)


def told(taken: steps.TakenIn) -> None:
    """Say what became of one file or form."""
    show = {"complete": st.success, "begun": st.warning, "not-kept": st.error}[taken.state]
    says = "".join(f"\n- {plain(sentence)}" for sentence in taken.says)
    name = f"**{plain(taken.file)}**: " if taken.file else ""
    show(f"{name}{say(f'scorecards.taken_{taken.state}')}{says}")
