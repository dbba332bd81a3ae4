from itertools import pairwise

import pytest

from loops.design.difference import difference, unchanged
from loops.design.model import Interviewer, Loop, Panel, PlanFile, Rules
from loops.design.reserves import backups, hanging_on_one, shortages
from loops.design.solve import plan_loop
from loops.design.what_if import compare, curve, removals
from tests.loops.design.factories import item, panel, problem

PEOPLE = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana", weekly_cap=1),
        Interviewer(id="ben", name="Ben", may_assess=("sql",), weekly_cap=1),
        Interviewer(id="cem", name="Cem", may_assess=("care",), weekly_cap=2),
        Interviewer(id="dia", name="Dia", may_assess=("sql", "care"), weekly_cap=1),
    )
)
TASK = problem((item("sql"), item("care", weight=0.25)), Rules(), PEOPLE)


@pytest.fixture(scope="module")
def plan() -> Loop:
    made = plan_loop(TASK)
    assert isinstance(made, Loop)
    return made


def test_more_minutes_buy_more_dependability_and_less_each_time():
    task = problem((item("sql"), item("care")))
    points = list(curve(task, (45, 90, 135, 180, 225)))
    values = [point.dependability for point in points]

    assert values[0] is None
    assert values[1:] == sorted(values[1:])
    assert all(point.bound == pytest.approx(point.dependability, abs=1e-5) for point in points[1:])
    gains = [b - a for a, b in pairwise(values[1:])]
    assert gains == sorted(gains, reverse=True)


def test_dropping_an_interview_says_what_is_lost_and_broken(plan):
    first = removals(TASK, plan)[0]

    assert first.lost > 0
    assert any("assessed by 1 of 2" in fault for fault in first.broken)


def test_loops_stand_side_by_side(plan):
    longer = problem(
        (item("sql"), item("care", weight=0.25)), Rules(aim="best", max_minutes=180), panel("a", "b", "c")
    )
    other = plan_loop(longer)
    assert isinstance(other, Loop)

    short, best = compare([("short", TASK, plan), ("best", longer, other)])

    assert short.minutes == 90
    assert short.minutes < best.minutes
    assert short.dependability < best.dependability
    assert short.weakest <= short.dependability
    assert best.unassessed == ()


def test_a_backup_is_free_or_busy_or_missing(plan):
    found = {backup.interview: backup for backup in backups(TASK, plan)}
    leads = {each.interviewer: found[each.id] for each in plan.interviews}

    assert set(leads) == {"ana", "dia"}
    assert leads["ana"].busy == ("dia",)
    assert leads["ana"].free == ()
    assert leads["ana"].sentence == "Dia could take over from Ana and would have to give up an own interview."


def test_a_must_have_that_hangs_on_few_is_named():
    few = problem((item("sql"),), people=panel("ana", "ben"))
    plan = plan_loop(few)
    assert isinstance(plan, Loop)

    assert hanging_on_one(few, plan) == (
        "Sql hangs on Ana and Ben: if one of them is away, a look is missing.",
    )
    assert hanging_on_one(TASK, plan) == ()
    assert backups(few, plan)[0].free == ()
    assert backups(few, plan)[0].busy == ("ben",)


def test_nobody_to_take_over_and_somebody_free():
    task = problem((item("sql"),), people=panel("ana", "ben", "cem"))
    plan = plan_loop(task)
    assert isinstance(plan, Loop)
    assert backups(task, plan)[0].sentence == "Cem can take over from Ana."
    alone = task.model_copy(update={"panel": panel("ana", "ben", "cem", training="untrained")})
    assert backups(alone, plan)[0].sentence == "Nobody on the panel can take over from Ana."


def test_many_candidates_a_week_need_more_people(plan):
    assert shortages(TASK, plan, 1) == ()
    short = shortages(TASK, plan, 3)
    assert sum(each.sittings for each in short) == 6 - 2
    assert "no trained person with room" in short[0].sentence


def test_a_difference_is_told_in_sentences(plan):
    old = PlanFile.of(TASK, plan)
    must = TASK.rubric.items[0]
    changed = must.model_copy(
        update={
            "tier": "should",
            "target": 4,
            "anchors": (*must.anchors[:3], must.anchors[3].model_copy(update={"seen": "Does more."})),
        }
    )
    task = problem(
        (changed, item("talk")), Rules(max_interviews=4, off=("no-near-same-question",)), panel("ana", "ben")
    )
    new = PlanFile.of(task, plan_loop(task))
    said = [change.sentence for change in difference(old, new)]

    assert "Switched off: No two questions of a loop are nearly the same." in said
    assert "The loop has at most four interviews. It was: The loop has at most six interviews." in said
    assert "Care is gone; it was a must-have." in said
    assert "Talk is new, a must-have." in said
    (told,) = (each for each in said if each.startswith("Sql"))
    assert told.startswith(
        "Sql went from must to should. Sql is expected at level 4 instead of 3. Sql: anchor 4 changed."
    )
    assert unchanged(old, new) == ()
    assert difference(old, old) == ()
    assert unchanged(old, old) == ("sql", "care")


def test_interviews_that_came_went_or_changed_are_named(plan):
    old = PlanFile.of(TASK, plan)
    one, two = (TASK.panel[each.interviewer].name for each in plan.interviews[:2])
    other = "ben" if plan.interviews[0].interviewer != "ben" else "ana"
    first = plan.interviews[0].model_copy(update={"minutes": 60, "interviewer": other})
    fresh = plan.interviews[1].model_copy(update={"id": "interview-9", "items": ()})
    new = old.model_copy(update={"hash": "other", "interviews": (first, fresh)})
    said = [change.sentence for change in difference(old, new) if change.about == "interview"]
    led = TASK.panel[other].name

    assert said == [
        f"Talk with {one} lasts 60 minutes instead of 45. It is led by {led} instead of {one}.",
        f"Talk with {two} (45 minutes) is dropped.",
        f"Talk with {two} (45 minutes) is new.",
    ]


def test_dropping_the_first_of_two_looks_is_told_rightly_when_the_second_was_held(plan):
    later = plan.interviews[1]
    task = TASK.model_copy(update={"held": (later,)})
    first = removals(task, plan)[0]

    assert any(ask.look == "second" for ask in later.items)
    assert not any("has been held" in fault for fault in first.broken)
    assert any("has been held" in fault for fault in removals(task, plan)[1].broken)
