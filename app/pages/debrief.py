"""Debrief: the ratings side by side, disagreement first, with the evidence; no average decides."""

import streamlit as st

from app import frame, opened, plan_bar
from app.draw.grid import grid_html, spread
from app.frame import kind, plain, say
from app.pages import candidate_choice
from app.pages.packets import printer
from loops import steps
from loops.debrief import compose_debrief
from loops.design.model import PlanFile
from loops.scorecards import NotObserved, Observed, Returned, Scorecard
from loops.store import SavedPlan
from loops.store.people import Candidate


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("debrief.title"))
    plan_bar.draw(saved, say("debrief.title"))
    st.markdown(say("debrief.lead"))
    candidate = candidate_choice.draw(saved)
    if candidate is None:
        return
    cards = steps.visible_scorecards(frame.store(), frame.who(), candidate.id)
    if not cards:
        st.info(say("debrief.empty"), icon=":material/hourglass_empty:")
        if st.button(say("debrief.to_scorecards"), key="to-scorecards", type="primary"):
            frame.go("scorecards", saved.id)
        return
    file = steps.loop_of(frame.store(), candidate)
    st.subheader(say("debrief.grid"), anchor=False)
    st.html(grid_html(file, cards, say, kind))
    _advice(file, cards)
    _evidence(file, cards)
    _packet(saved, candidate, (file, cards))


def _advice(file: PlanFile, cards: tuple[Scorecard, ...]) -> None:
    st.subheader(say("debrief.advice"), anchor=False)
    for card in cards:
        name = plain(file.problem.panel[card.interviewer].name)
        advice = (
            say(f"scorecards.advice_{card.recommendation}") if card.recommendation else say("debrief.blank")
        )
        st.markdown(f"- {name}: **{advice}**")


def _evidence(file: PlanFile, cards: tuple[Scorecard, ...]) -> None:
    st.subheader(say("debrief.evidence"), anchor=False)
    items = sorted(file.problem.rubric.items, key=lambda item: -(spread(item.id, cards) or 0))
    for item in items:
        lines = [
            f"- **{plain(file.problem.panel[card.interviewer].name)}** {_said(rating.answer)}"
            for card in cards
            for rating in card.ratings
            if rating.competency == item.id
        ]
        if lines:
            with st.expander(plain(item.name), expanded=(spread(item.id, cards) or 0) > 1):
                st.markdown("\n".join(lines))


def _said(answer: object) -> str:
    if isinstance(answer, Observed):
        return f"({answer.level}): {plain(answer.evidence)}"
    if isinstance(answer, NotObserved):
        return f"({say('debrief.not_observed')}): {plain(answer.why)}"
    return f"({say('debrief.blank')})"


def _packet(saved: SavedPlan, candidate: Candidate, seen: tuple[PlanFile, tuple[Scorecard, ...]]) -> None:
    file, cards = seen
    settings = saved.state.papers.model_copy(update={"candidate": candidate.code})

    def make() -> bytes:
        returned = tuple(Returned(file="", scorecard=card, problems=(), values={}) for card in cards)
        paper = compose_debrief(file, returned, settings)
        return next(iter(printer().press.draw({"debrief.pdf": paper}))).data

    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        st.download_button(
            say("debrief.packet"),
            make,
            file_name=f"debrief-{candidate.code}.pdf",
            mime="application/pdf",
            on_click="ignore",
            type="primary",
            key="debrief-packet",
            icon=":material/groups:",
        )
