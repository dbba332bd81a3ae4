"""Why this plan: its aims with their proof, how far its scores can be trusted, and what it leaves open."""

from collections.abc import Iterable

import streamlit as st

from app import frame
from app.draw.table import table_html
from app.frame import plain, say, told
from loops import steps
from loops.design.model import Aim, Cover, PlanFile

AIMS = {
    "Candidate minutes": "minutes",
    "Dependability": "dependability",
    "Interviews": "interviews",
    "Interviews that these people already have this week": "booked",
    "Steps away from each first question": "steps",
    "Changes": "changes",
}
"""The planner's names of its aims, and the words for them; another name is shown as it stands."""


def draw(file: PlanFile) -> None:
    """Draw aims, gaps, remarks and the trust in each competency."""
    st.markdown(say("why.aims_lead"))
    heads = [say(f"why.{name}") for name in ("aim", "value", "bound", "proof")]
    st.html(table_html(say("why.aims"), heads, [_aim(aim) for aim in file.aims]))
    _gaps(file)
    st.markdown(f"**{say('why.trust')}**")
    st.caption(say("why.trust_lead"))
    heads = [say(f"why.{name}") for name in ("competency", "people", "questions", "dependability", "sem")]
    st.html(table_html(say("why.trust"), heads, [_cover(file, cover) for cover in file.coverage]))


def _aim(aim: Aim) -> tuple[str, ...]:
    bound = "–" if aim.bound is None else figure(aim.bound)
    proof = say("why.proven") if aim.proven else say("why.not_proven")
    key = AIMS.get(aim.name)
    return say(f"why.a_{key}") if key else aim.name, figure(aim.value), bound, proof


def figure(value: float) -> str:
    """A figure without digits that mean nothing: 270, or 0.47."""
    return frame.figure(value, ".0f" if value == round(value) else ".2f")


def _gaps(file: PlanFile) -> None:
    names = {item.id: item.name for item in file.problem.rubric.items}
    said = {each.competency for each in file.left_out}
    st.markdown(f"**{say('loop.gaps')}**")
    gaps = [
        plain(say("why.gap", name=names[cover.competency], tier=say(f"requirements.tier_{cover.tier}")))
        for cover in file.coverage
        if not cover.assessors and cover.competency not in said
    ]
    gaps += _by_reason(
        [
            *((_named(file, each.competency), each.why) for each in file.left_out),
            *((left.name, left.why) for left in file.problem.rubric.left_out),
        ]
    )
    st.markdown("\n".join(f"- {gap}" for gap in dict.fromkeys(gaps)) or say("why.no_gaps"))
    if remarks := steps.remarks(file):
        st.markdown(f"**{say('why.remarks')}**")
        for remark in remarks:
            st.markdown(f"- {told(remark.sentence)}", help=say("why.rests_on", code=remark.code))


def _named(file: PlanFile, competency: str) -> str:
    """Its name, and whether it is a must, where the rubric has it."""
    item = next((item for item in file.problem.rubric.items if item.id == competency), None)
    return f"{item.name} ({say(f'requirements.tier_{item.tier}')})" if item else competency


def _by_reason(left_out: Iterable[tuple[str, str]]) -> list[str]:
    """One line for each reason, with the names of all that it holds for."""
    together: dict[str, list[str]] = {}
    for name, why in left_out:
        together.setdefault(why, []).append(name)
    return [f"{plain(', '.join(dict.fromkeys(named)))}: {told(why)}" for why, named in together.items()]


def _cover(file: PlanFile, cover: Cover) -> tuple[str, ...]:
    names = {item.id: item.name for item in file.problem.rubric.items}
    people = ", ".join(file.problem.panel[one].name for one in cover.assessors)
    return (
        f"{names[cover.competency]} ({say(f'requirements.tier_{cover.tier}')})",
        people or say("loop.not_covered"),
        str(cover.questions),
        frame.figure(cover.dependability, ".2f"),
        "–" if cover.sem is None else f"± {frame.figure(cover.sem, '.2f')}",
    )
