"""What a loop is good for and what makes it a loop at all, each told apart from its near misses."""

import pytest

from loops.design.measure import dependability
from loops.design.model import Format, Interviewer, Loop, NoLoop, Panel, Rules
from loops.design.objective import CHANGES, LOAD, MOST_POINTS, curve_of
from loops.design.program import Program
from loops.design.replan import without
from loops.design.solve import plan_loop
from loops.design.variables import add_variables
from loops.design.verify import verify
from tests.loops.design.factories import item, panel, problem
from tests.loops.design.test_large import big

TALK = Format(id="talk", name="Talk", means="A talk.", lengths=(45,), holds=("past",), copies=4)
LAB = Format(id="lab", name="Lab", means="A lab.", lengths=(30,), holds=("work-sample",), copies=4)
CHECK = Format(id="check", name="Check", means="A check.", lengths=(30,), holds=(), copies=1)
ONE = Rules(assessors_per_must=1)


def planned(task) -> Loop:
    plan = plan_loop(task, explain=False)
    assert isinstance(plan, Loop)
    assert verify(task, plan) == []
    return plan


def aim(plan: Loop, name: str) -> float:
    return next(each.value for each in plan.aims if each.name == name)


def test_few_reachable_values_lie_on_their_lines():
    task = problem((item("sql"),))
    (sql,) = task.rubric.items
    lines = curve_of(task, add_variables(task, Program()), sql)
    plan = planned(task)

    assert len(lines) <= MOST_POINTS + 1
    reached = plan.coverage[0].dependability
    told = reached / (1 - reached)
    assert min(slope * told + height for slope, height in lines) == pytest.approx(reached, abs=1e-6)
    assert min(height for _, height in lines) == pytest.approx(0.0)


def test_many_reachable_values_lie_closely_under_their_lines():
    task = big()
    first = task.rubric.items[0]
    lines = curve_of(task, add_variables(task, Program()), first)
    misses = [
        min(slope * x + height for slope, height in lines) - dependability(x)
        for x in [step / 100 for step in range(100)]
    ]

    assert len(lines) == 65
    assert min(misses) >= -1e-9
    assert max(misses) < 1e-4


def test_the_bound_of_a_proven_loop_is_its_value():
    plan = planned(problem((item("sql"), item("care", weight=0.25)), Rules(aim="best", max_minutes=90)))

    assert plan.proven
    assert plan.aims[0].bound == pytest.approx(plan.aims[0].value, abs=2e-6)


def test_the_second_interview_of_one_person_weighs_one_more():
    people = Panel(
        interviewers=(
            Interviewer(id="ana", name="Ana"),
            Interviewer(id="ben", name="Ben", booked=2),
        )
    )
    items = (item("sql", minutes=(30,)), item("care", minutes=(30,)))
    plan = planned(problem(items, Rules(assessors_per_must=1, max_per_interviewer=2), people, (TALK,)))

    assert [each.interviewer for each in plan.interviews] == ["ana", "ana"]
    assert aim(plan, LOAD.name) == 1


def test_another_lead_is_three_points_of_change():
    task = problem((item("sql"),), None, panel("ana", "ben", "cem"))
    plan = planned(task)
    again = planned(without(task, plan, [plan.interviews[0].interviewer]))

    assert aim(again, CHANGES.name) == 3
    assert aim(planned(without(task, plan, [])), CHANGES.name) == 0


def test_a_further_interview_is_ten_points_of_change_and_a_question_that_moves_one():
    task = problem((item("sql", minutes=(8, 8)),), ONE, panel("ana", "ben", "cem"))
    plan = planned(task)
    more = without(task, plan, [])
    more = more.model_copy(update={"rules": Rules(assessors_per_must=2)})
    again = planned(more)

    assert len(again.interviews) == len(plan.interviews) + 1
    assert aim(again, CHANGES.name) == 10 + 1


def test_a_loop_in_use_keeps_its_order_when_a_shorter_interview_comes_first():
    kinds = (TALK, Format(id="long", name="Long", means="Long.", lengths=(60,), holds=("work-sample",)))
    lab = item("care")
    lab = lab.model_copy(
        update={"questions": tuple(q.model_copy(update={"kind": "work-sample"}) for q in lab.questions)}
    )
    task = problem((item("sql"), lab), ONE, panel("ana", "ben"), kinds)
    plan = planned(task)
    turned = plan.model_copy(update={"interviews": plan.interviews[::-1]})

    for loop in (plan, turned):
        assert aim(planned(without(task, loop, [])), CHANGES.name) == 0


def test_a_format_that_scores_nothing_does_not_excuse_another_interview():
    items = (item("sql", minutes=(8,)),)

    def held(least: int):
        rules = Rules(assessors_per_must=1, min_interviews=least, must_hold=("check",))
        return plan_loop(problem(items, rules, panel("ana", "ben", "cem"), (TALK, CHECK)), explain=False)

    two = held(2)
    assert isinstance(two, Loop)
    assert sorted(each.format for each in two.interviews) == ["check", "talk"]
    assert isinstance(held(3), NoLoop)


def test_a_question_stays_out_of_a_shorter_format_that_does_not_hold_it():
    plan = planned(problem((item("sql"),), ONE, panel("ana"), (LAB, TALK)))

    assert [each.format for each in plan.interviews] == ["talk"]


def test_who_is_trained_for_another_format_does_not_hold_this_one():
    people = Panel(
        interviewers=(
            Interviewer(id="ana", name="Ana", formats=("lab",)),
            Interviewer(id="ben", name="Ben", formats=("talk",), booked=4),
        )
    )
    plan = planned(problem((item("sql"),), ONE, people, (LAB, TALK)))

    assert [each.interviewer for each in plan.interviews] == ["ben"]


def test_one_person_who_may_hold_two_interviews_still_looks_once():
    task = problem((item("sql"),), Rules(max_per_interviewer=2), panel("ana"))

    assert isinstance(plan_loop(task, explain=False), NoLoop)
