"""Two assessors, two questions a look, eight minutes a question, four interviews of an hour."""

import pytest

from loops.design.clash import clashing, staffed, under
from loops.design.explain import relax
from loops.design.model import Interviewer, Loop, NoLoop, Panel, Rules
from loops.design.problem import roles_to_fill
from loops.design.program import Limits
from loops.design.rulebook import rule_id
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import FORMATS, item, panel, problem

NAMES = ("sql", "mentoring", "incident", "design", "coding", "writing", "planning")
RULES = Rules(
    assessors_per_must=2,
    questions_per_look=2,
    minutes_per_question=8,
    max_interviews=4,
    lengths=(60,),
)


def made(musts: int, people=None):
    items = tuple(item(name, weight=1 - place / 10) for place, name in enumerate(NAMES[:musts]))
    return problem(items, RULES, people)


def test_five_must_haves_fill_four_interviews_of_an_hour():
    task = made(5)
    plan = plan_loop(task)

    assert isinstance(plan, Loop)
    assert plan.proven
    assert [each.minutes for each in plan.interviews] == [60, 60, 60, 60]
    assert all(cover.questions == 4 and len(cover.assessors) >= 2 for cover in plan.coverage)
    assert verify(task, plan) == []


@pytest.fixture(scope="module")
def seven():
    return plan_loop(made(7))


def test_seven_must_haves_are_impossible_and_the_sentence_says_why(seven):
    assert isinstance(seven, NoLoop)
    assert seven.why == "clash"
    assert seven.clash[0] == "Seven must-haves need 28 questions; four 60-minute interviews hold 20."
    assert "The loop has at most four interviews." in seven.clash


def test_every_relaxation_of_seven_must_haves_works(seven):
    said = [each.sentence for each in seven.relaxations]

    assert said[0] == "Allow six interviews instead of four interviews."
    assert "Leave out Planning and Writing." in said
    for each in seven.relaxations:
        task = relax(made(7), each)
        plan = plan_loop(task)
        assert isinstance(plan, Loop), each.sentence
        assert verify(task, plan) == []


def test_without_one_of_four_interviewers_the_clash_names_the_people():
    plan = plan_loop(made(5, panel("ana", "ben", "cem")))

    assert isinstance(plan, NoLoop)
    assert "Nobody holds more than one interview, nor more than their week has left." in plan.clash


def test_of_the_rules_that_clash_none_can_be_left_out():
    rules = Rules(assessors_per_must=2, max_minutes=150)
    task = made(5).model_copy(update={"rules": rules})
    clash = clashing(task, Limits())

    assert [rule_id(rule) for rule in clash] == [
        "musts-have-independent-assessors",
        "few-competencies-an-interview",
        "within-the-candidates-minutes",
    ]
    for rule in clash:
        others = [each for each in clash if each is not rule]
        assert isinstance(plan_loop(under(task, others), depth=1), Loop), rule_id(rule)
    assert isinstance(plan_loop(under(task, clash), explain=False), NoLoop)


def test_one_interviewer_out_of_five_is_replaced():
    plan = plan_loop(made(5, panel("ana", "ben", "dia", "eva")))

    assert isinstance(plan, Loop)
    assert {each.interviewer for each in plan.interviews} == {"ana", "ben", "dia", "eva"}


def test_a_must_have_that_one_person_may_assess_is_named():
    people = panel("ana", "ben", "cem", may_assess=("sql",))
    people = Panel(interviewers=(*people.interviewers, Interviewer(id="dia", name="Dia")))
    plan = plan_loop(problem((item("sql"), item("care")), Rules(), people))

    assert isinstance(plan, NoLoop)
    assert (
        plan.clash[0] == "Care needs two interviewers; one trained person of the panel may assess it (Dia)."
    )
    assert "Leave out Care." in [each.sentence for each in plan.relaxations]


def test_two_changes_together_help_where_one_does_not():
    people = panel("ana", may_assess=("area",))
    plan = plan_loop(problem((item("sql"), item("care", minutes=(8,))), Rules(max_interviews=1), people))

    assert isinstance(plan, NoLoop)
    assert "Care needs two questions; the rubric has 1." in plan.clash


def test_a_role_that_has_no_room_is_not_filled_anew_to_explain_the_clash():
    task = made(5, roles_to_fill(RULES, FORMATS))
    first, *others = task.panel.interviewers
    out = Panel(interviewers=(first.model_copy(update={"weekly_cap": 0}), *others))
    plan = plan_loop(task.model_copy(update={"panel": out}))

    assert isinstance(plan, NoLoop)
    assert "Nobody holds more than one interview, nor more than their week has left." in plan.clash
    assert len(plan.clash) < 8
    assert staffed(task.model_copy(update={"panel": out})).panel == out
