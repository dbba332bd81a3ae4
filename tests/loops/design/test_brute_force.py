"""The planner against trying everything: an over-strict rule would cry clash, a lax one would be caught."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loops.design.measure import quality
from loops.design.model import Ask, Format, Interview, Interviewer, Loop, NoLoop, Panel, Problem, Rules
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import item, loop, problem

KINDS = (Format(id="talk", name="Talk", means="A talk.", lengths=(30, 45), holds=("past",), copies=2),)
NAMES = ("sql", "care")


@st.composite
def problems(draw) -> Problem:
    items = tuple(
        item(
            name,
            draw(st.sampled_from(("must", "must", "should", "nice"))),
            tuple(draw(st.lists(st.sampled_from((8, 12, 20)), min_size=1, max_size=3))),
            weight=draw(st.sampled_from((0.3, 0.5, 0.8))),
        )
        for name in NAMES
    )
    people = Panel(
        interviewers=tuple(
            Interviewer(
                id=who,
                name=who,
                may_assess=draw(st.sampled_from(((), ("sql",), ("care",)))),
                weekly_cap=draw(st.sampled_from((0, 1, 5))),
            )
            for who in ("ana", "ben", "cem")[: draw(st.integers(1, 3))]
        )
    )
    rules = Rules(
        assessors_per_must=draw(st.integers(1, 2)),
        questions_per_look=draw(st.integers(1, 2)),
        least_questions_a_look=draw(st.integers(1, 2)),
        competencies_per_interview=draw(st.integers(1, 2)),
        max_interviews=draw(st.integers(1, 3)),
        max_minutes=draw(st.sampled_from((None, 60, 75))),
        minutes_per_question=draw(st.sampled_from((None, 8))),
        aim=draw(st.sampled_from(("shortest", "best"))),
        off=draw(st.sampled_from(((), ("shoulds-have-assessors",)))),
    )
    return problem(items, rules, people, KINDS)


def every_loop(task: Problem) -> Iterator[Loop]:
    """Every way to give each question to one interviewer or to nobody, in the shortest length that fits."""
    questions = [(each, question) for each in task.rubric.items for question in each.questions]
    people = [person.id for person in task.panel.interviewers]
    for chosen in product((None, *people), repeat=len(questions)):
        interviews: list[Interview] = []
        for who in people:
            given_to = [pair for pair, to in zip(questions, chosen, strict=True) if to == who]
            if given_to:
                interviews.append(sitting(task, len(interviews) + 1, who, given_to, interviews))
        yield loop(*interviews)


def sitting(task, number, who, questions, before) -> Interview:
    minutes = task.rules.minutes_per_question
    seen = {ask.competency for each in before for ask in each.items}
    asks = tuple(
        Ask(
            competency=each.id,
            minutes=sum(minutes or q.minutes for i, q in questions if i.id == each.id),
            questions=tuple(q.id for i, q in questions if i.id == each.id),
            look="second" if each.id in seen else "first",
        )
        for each in dict.fromkeys(i for i, _ in questions)
    )
    need = 15 + sum(ask.minutes for ask in asks)
    return Interview(
        id=f"interview-{number}",
        format="talk",
        name="Talk",
        minutes=30 if need <= 30 else 45,
        opening=5,
        closing=10,
        interviewer=who,
        items=asks,
    )


def minutes(plan: Loop) -> int:
    return sum(each.minutes for each in plan.interviews)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(problems())
def test_agrees_with_trying_everything(task):
    """The plan is faultless and as good as the best of all plans; a clash means that there are none."""
    plans = [each for each in every_loop(task) if not verify(task, each)]
    goods = [round(quality(task, each.interviews), 5) for each in plans]
    match plan_loop(task):
        case Loop() as plan:
            assert verify(task, plan) == []
            assert plan.proven
            mine = (minutes(plan), -round(quality(task, plan.interviews), 5))
            pairs = [(minutes(each), -good) for each, good in zip(plans, goods, strict=True)]
            if task.rules.aim == "shortest":
                assert mine == min(pairs)
            else:
                assert mine[::-1] == min(pair[::-1] for pair in pairs)
        case NoLoop() as none:
            assert none.why == "clash"
            assert none.clash
            assert plans == []
