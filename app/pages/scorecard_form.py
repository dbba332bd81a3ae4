"""A scorecard typed in by hand, with the same rules as a returned file."""

import streamlit as st

from app import frame
from app.frame import kind, plain, say
from loops import steps
from loops.design.model import Interview, PlanFile
from loops.scorecards import Blank, NotObserved, Observed, Scorecard
from loops.scorecards.model import Answer
from loops.store.people import Candidate
from rubric.model import Item
from rubric.value import InputError

ADVICE = ("strong-no", "no", "yes", "strong-yes")


def draw(file: PlanFile, candidate: Candidate) -> None:
    """Draw the form of one interview that the visitor chooses."""
    interviews = {each.id: each for each in file.interviews}
    people = file.problem.panel
    chosen = st.selectbox(
        say("scorecards.interview"),
        list(interviews),
        index=None,
        format_func=lambda i: f"{kind(interviews[i].name)} · {people[interviews[i].interviewer].name}",
        placeholder=say("app.choose"),
        key="form-interview",
    )
    if chosen is not None:
        _form(file, candidate, interviews[chosen])


def _form(file: PlanFile, candidate: Candidate, interview: Interview) -> None:
    with st.form(f"score-{candidate.id}-{interview.id}", border=False):
        answers, begun, done = fields(file, interview)
    if begun or done:
        sitting = (candidate.id, interview.id)
        try:
            taken = steps.type_in_scorecard(frame.store(), frame.who(), sitting, answers, done)
        except InputError as error:
            frame.tell(str(error))
        else:
            st.session_state.taken = (taken,)
        st.rerun()


def fields(
    file: PlanFile, interview: Interview, held: Scorecard | None = None
) -> tuple[dict[str, str], bool, bool]:
    """Draw the fields inside a form, filled with what was kept; what was typed, and what was pressed."""
    answers: dict[str, str] = {}
    before = {rating.competency: rating.answer for rating in held.ratings} if held else {}
    for competency in dict.fromkeys(ask.competency for ask in interview.items):
        answers |= _rating(file.problem.item(competency), interview.id, before.get(competency))
    advice = st.segmented_control(
        say("scorecards.advice"),
        ADVICE,
        default=held.recommendation if held else None,
        format_func=lambda each: say(f"scorecards.advice_{each}"),
    )
    answers["recommendation"] = advice or ""
    answers["debrief"] = st.text_area(say("scorecards.for_debrief"), held.debrief if held else "", height=80)
    answers["name"] = st.text_input(say("scorecards.signed"), held.signed if held else "")
    with st.container(horizontal=True):
        begun = st.form_submit_button(say("scorecards.save"), key="save-score")
        done = st.form_submit_button(say("scorecards.complete"), key="complete-score", type="primary")
    return answers, begun, done


def _before(answer: Answer | None) -> tuple[str | None, str]:
    """The mark and the words of an answer that was kept."""
    match answer:
        case Observed():
            return str(answer.level), answer.evidence
        case NotObserved():
            return "na", answer.why
        case Blank():
            return None, answer.evidence
        case None:
            return None, ""


def _rating(item: Item, interview: str, kept: Answer | None) -> dict[str, str]:
    st.markdown(f"**{plain(item.name)}** :gray[{plain(item.means)}]")
    seen = {str(anchor.level): anchor.seen for anchor in item.anchors}
    marks = [*seen, "na"]
    mark, words = _before(kept)
    score = st.radio(
        say("scorecards.level", name=item.name),
        marks,
        index=marks.index(mark) if mark in marks else None,
        format_func=lambda each: say("scorecards.na") if each == "na" else f"{each}. {seen[each]}",
        key=f"score-{interview}-{item.id}",
    )
    evidence = st.text_area(
        say("scorecards.evidence", name=item.name), words, height=90, key=f"evidence-{interview}-{item.id}"
    )
    return {f"score:{item.id}": score or "", f"evidence:{item.id}": evidence}
