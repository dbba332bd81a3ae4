"""How many places and which formats the program of a problem has: enough for every loop, and no more."""

import pytest

from loops.design.facts import Facts
from loops.design.model import Format, Interviewer, Loop, Panel, Pin, Rules
from loops.design.program import Program
from loops.design.solve import plan_loop
from loops.design.variables import add_variables, slots_of
from loops.design.verify import verify
from tests.loops.design.factories import item, panel, problem, sitting


def like(value, **fields):
    return value.model_copy(update=fields)


WIDE = Format(id="wide", name="Wide", means="A talk.", lengths=(45, 60), holds=("past", "case"))
NARROW = Format(id="narrow", name="Narrow", means="A talk.", lengths=(45,), holds=("past",))
CARE = item("care")
CASES = CARE.model_copy(update={"questions": tuple(like(q, kind="case") for q in CARE.questions)})
PEOPLE = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana"),
        Interviewer(id="ben", name="Ben", formats=("wide",)),
        Interviewer(id="cem", name="Cem", kind="recruiter"),
    )
)


def kept(*formats: Format, wishes: dict | None = None, people: Panel = PEOPLE, **rules) -> list[str]:
    task = problem((item("sql"), CASES), Rules(**rules), people, formats)
    return list(add_variables(task.model_copy(update=wishes or {}), Program()).formats)


def test_a_format_that_another_can_stand_for_is_no_part_of_the_program():
    assert kept(WIDE, NARROW) == kept(NARROW, WIDE) == ["wide"]
    assert kept(WIDE, like(WIDE, id="twin")) == ["wide"]


@pytest.mark.parametrize(
    "other",
    [
        like(NARROW, lengths=(30, 45)),
        like(NARROW, opening=0),
        like(NARROW, closing=0),
        like(NARROW, fit={"sql": 0.5}),
        like(NARROW, run_by=("recruiter",)),
        like(WIDE, id="narrow", lengths=(45, 60, 90)),
    ],
    ids=["another length", "no opening", "no closing", "shows less", "other people", "longer"],
)
def test_a_format_that_differs_in_what_matters_stays(other):
    assert kept(WIDE, other) == ["wide", "narrow"]


def test_a_format_for_one_place_does_not_stand_for_every_place():
    on_site, remote = like(WIDE, place="on-site"), like(NARROW, place="remote")

    assert kept(on_site, NARROW) == kept(on_site, remote) == ["wide", "narrow"]
    assert kept(WIDE, remote) == kept(on_site, like(NARROW, place="on-site")) == ["wide"]


def test_a_format_that_somebody_else_is_trained_for_stays():
    trained = Panel(
        interviewers=(
            Interviewer(id="ana", name="Ana"),
            Interviewer(id="ben", name="Ben", formats=("narrow",)),
        )
    )

    assert kept(WIDE, NARROW, people=trained) == ["wide", "narrow"]


def test_a_format_that_is_named_stays_and_one_that_nobody_may_hold_does_not():
    use = (sitting(1, "ana", "sql-q1", form="narrow"),)

    assert kept(WIDE, NARROW, must_hold=("narrow",)) == ["wide", "narrow"]
    assert kept(WIDE, NARROW, may_not_hold=("narrow",)) == ["wide", "narrow"]
    assert kept(WIDE, NARROW, wishes={"pins": (Pin(must=True, format="narrow"),)}) == ["wide", "narrow"]
    assert kept(WIDE, NARROW, wishes={"before": use}) == ["wide", "narrow"]
    assert kept(WIDE, NARROW, wishes={"held": use}) == ["wide", "narrow"]
    assert kept(WIDE, like(NARROW, lengths=(30,), run_by=("hiring-manager",))) == ["wide"]


def test_formats_stay_until_they_fill_every_place_together():
    few = [like(WIDE, id=name, copies=2) for name in ("one", "two", "three")]

    assert kept(*few, max_interviews=2) == ["one"]
    assert kept(*few, max_interviews=3) == kept(*few, max_interviews=4) == ["one", "two"]
    assert kept(*few, max_interviews=5) == ["one", "two", "three"]


def test_two_formats_of_two_copies_each_make_a_loop_of_four():
    few = tuple(like(NARROW, id=name, copies=2) for name in ("one", "two"))
    rules = Rules(assessors_per_must=4, max_interviews=4)
    task = problem((item("sql"),), rules, panel("ana", "ben", "cem", "dia"), few)
    plan = plan_loop(task)

    assert isinstance(plan, Loop)
    assert sorted(each.format for each in plan.interviews) == ["one", "one", "two", "two"]
    assert verify(task, plan) == []


@pytest.mark.parametrize(
    ("rules", "places"),
    [
        (Rules(max_interviews=3), 3),
        (Rules(max_interviews=3, off=("few-interviews",)), 7),
        (Rules(max_interviews=12, off=("few-interviews",)), 12),
    ],
)
def test_there_are_as_many_places_as_the_rules_allow_or_four_more(rules, places):
    assert len(slots_of(problem((item("sql"),), rules))) == places


def test_a_question_that_nobody_knows_takes_no_minutes():
    assert Facts(problem((item("sql"),)), ()).minutes("art-q1") == 0
