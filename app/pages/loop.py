"""Loop: who interviews, which limits count, the plan with its proof, or what clashes."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import frame, opened, plan_bar, plannings
from app.draw.matrix import matrix_html
from app.frame import kind, plain, say, told
from app.pages import loop_more, loop_setup, loop_why
from app.planning import Planning
from loops import steps
from loops.design.model import Interview, PlanFile
from loops.store import SavedPlan

QUICK = 1.0
"""Seconds after which a planning shows what it does."""


def show() -> None:
    """Draw the page."""
    at_work = plannings.under_way(frame.named(), QUICK)
    saved = opened.need_plan(say("loop.title"))
    plan_bar.draw(saved, say("loop.title"))
    if at_work:
        _at_work(at_work)
        return
    state = saved.state
    file = state.made.file if state.made else None
    if state.loop_is_stale:
        st.warning(f"**{say('loop.out_of_date')}.** {say('loop.stale')}", icon=":material/update:")
    if file is None:
        st.info(say("loop.no_loop_yet"), icon=":material/route:")
    elif file.status == "none":
        _no_loop(saved, file)
    else:
        _loop(saved, file)
    st.subheader(say("loop.setup"), anchor=False)
    loop_setup.draw(saved)
    _onward(saved, file)


@st.fragment(run_every="0.7s")
def _at_work(planning: Planning) -> None:
    """What is worked on, and the way to stop, until the planning ends."""
    if planning.ended():
        st.rerun()
    st.info(say("loop.planning"), icon=":material/route:")
    st.caption(plain(say("loop.at_work", goal=_goal(planning.goal))))
    if st.button(say("loop.stop"), key="stop", help=say("loop.stop_help")):
        planning.stop()


def _goal(goal: str) -> str:
    """What is worked on: an aim of the planner, or a figure of a curve."""
    return say(f"why.a_{loop_why.AIMS[goal]}") if goal in loop_why.AIMS else goal or "–"


def _loop(saved: SavedPlan, file: PlanFile) -> None:
    if saved.state.loop_is_stale:
        st.caption(" · ".join(f"{say(f'loop.{name}')}: {figure}" for name, figure in _figures(file)))
    else:
        _proof(file)
        figures = _figures(file)
        for column, (name, figure) in zip(st.columns(len(figures)), figures, strict=True):
            column.metric(say(f"loop.{name}"), figure, border=True)
    st.subheader(say("loop.interviews"), anchor=False)
    _interviews(file)
    st.subheader(say("loop.matrix"), anchor=False)
    st.html(matrix_html(file, say, kind))
    loop_more.draw(saved, file)


def _proof(file: PlanFile) -> None:
    if file.status == "proven":
        st.success(f"**{say('loop.proven')}.** {say('loop.proven_why')}", icon=":material/verified:")
    else:
        gap = f"{100 * (file.gap or 0):.0f} %"
        st.warning(f"**{say('loop.found')}.** {say('loop.found_why', gap=gap)}", icon=":material/help:")


def _figures(file: PlanFile) -> tuple[tuple[str, str], ...]:
    """The loop in four figures, by the name of their words."""
    covered = sum(cover.tier == "must" and bool(cover.assessors) for cover in file.coverage)
    missed = sum(each.tier == "must" for each in file.left_out)
    return (
        ("m_interviews", str(len(file.interviews))),
        ("m_minutes", str(sum(each.minutes for each in file.interviews))),
        ("m_people", str(len({each.interviewer for each in file.interviews}))),
        ("m_covered", say("loop.of", n=covered, all=covered + missed)),
    )


def _interviews(file: PlanFile) -> None:
    names = {item.id: item.name for item in file.problem.rubric.items}
    for row in range(0, len(file.interviews), 3):
        for number, column in enumerate(st.columns(3), row):
            if number < len(file.interviews):
                _interview(file, number, column, names)


def _interview(file: PlanFile, number: int, column: DeltaGenerator, names: Mapping[str, str]) -> None:
    interview = file.interviews[number]
    with column.container(border=True, height="stretch"):
        st.markdown(
            f"**{number + 1}. {plain(kind(interview.name))}** · {say('loop.minutes', n=interview.minutes)}"
        )
        st.caption(plain(_holder(file, interview)))
        st.markdown("\n".join(_line(names.get(ask.competency, "–"), ask.minutes) for ask in interview.items))


def _line(name: str, minutes: int) -> str:
    return f"- {plain(name)} :gray[{say('loop.minutes', n=minutes)}]"


def _holder(file: PlanFile, interview: Interview) -> str:
    person = file.problem.panel[interview.interviewer]
    return say("loop.to_fill" if person.to_fill else "loop.with", name=person.name)


def _no_loop(saved: SavedPlan, file: PlanFile) -> None:
    why = "clash" if file.why == "clash" else "work"
    clashes = "".join(f"\n- {told(sentence)}" for sentence in file.clash)
    st.error(f"**{say(f'loop.{why}')}**\n\n{say(f'loop.{why}_lead')}\n{clashes}", icon=":material/block:")
    if not file.relaxations:
        st.info(say("loop.no_way"))
        return
    st.subheader(say("loop.ways"), anchor=False)
    for number, way in enumerate(file.relaxations):
        with (
            st.container(border=True),
            st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"),
        ):
            with st.container(gap="xxsmall"):
                st.markdown(told(way.sentence))
                st.caption(told(way.cost))
            if st.button(say("loop.apply"), key=f"relax-{number}"):
                after = frame.act(steps.relax_rules, saved, way.change)
                plannings.begin_and_go(after)


def _onward(saved: SavedPlan, file: PlanFile | None) -> None:
    ready = file is not None and file.status != "none" and not saved.state.loop_is_stale
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        label = say("loop.plan_again") if file else say("loop.plan")
        if st.button(
            label,
            type="secondary" if ready else "primary",
            icon=":material/route:",
            key="plan",
            shortcut=None if ready else "Mod+Enter",
        ):
            plannings.begin_and_go(saved)
        if ready and st.button(
            say("loop.packets"),
            type="primary",
            icon=":material/print:",
            key="packets",
            shortcut="Mod+Enter",
        ):
            frame.go("packets", saved.id)
