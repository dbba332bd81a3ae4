"""Each goal alone, on loops that are given: its value is the one that plain counting finds."""

from itertools import pairwise
from math import sqrt

import pytest

from loops.design.measure import PRESETS, dependability, information, measure_of, quality
from loops.design.model import Format, Interviewer, Loop, NoLoop, Panel, Problem, Rules
from loops.design.objective import (
    CHANGES,
    INTERVIEWS,
    LOAD,
    MINUTES,
    MOST_POINTS,
    PREFERENCE,
    QUALITY,
    TANGENTS,
    curve_of,
)
from loops.design.program import Program
from loops.design.solve import plan_loop
from loops.design.telling import most_questions
from loops.design.variables import add_variables
from tests.loops.design.factories import FORMATS, item, panel, problem, sitting
from tests.loops.design.rigs import worth

ROBERTS = PRESETS["roberts-2014"]
HALF = Format(
    id="half",
    name="Half",
    means="Shows less.",
    lengths=(45,),
    holds=("past",),
    fit={"sql": 0.5, "area": 0.25},
)
LAB = Format(id="lab", name="Lab", means="A lab.", lengths=(45,), holds=("work-sample",))
KINDS = (*FORMATS, HALF, LAB)
SQL, CARE = item("sql", minutes=(8, 8), weight=0.5), item("care", minutes=(8, 8, 8), weight=0.25)
ONE = sitting(1, "ana", "sql-q1")
TWO = sitting(2, "ben", "sql-q2", "care-q1", second="sql")
LOOPS = {
    "nothing": (),
    "one look": (ONE,),
    "one look with two questions": (sitting(1, "ana", "sql-q1", "sql-q2"),),
    "all that can be told of one": (ONE, TWO),
    "a format that shows half": (sitting(1, "ana", "sql-q1", form="half"), TWO),
    "a format that shows a quarter of an area": (sitting(1, "ana", "care-q1", "care-q2", form="half"),),
    "all questions": (sitting(1, "ana", "care-q1", "sql-q1"), sitting(2, "ben", "care-q2", "care-q3")),
    "every question on its own": tuple(
        sitting(n, who, f"care-q{n}") for n, who in enumerate(("ana", "ben", "cem"), 1)
    ),
}


def task_of(**rules) -> Problem:
    return problem((SQL, CARE), Rules(**rules), panel("ana", "ben", "cem"), KINDS)


APART = task_of(max_per_interviewer=2)
"""Nobody stands for another."""


@pytest.mark.parametrize("name", LOOPS)
@pytest.mark.parametrize("left_out", [(), ("art",)], ids=["all", "one left out"])
def test_dependability_is_that_of_the_loop_exactly(name, left_out):
    items = (SQL, CARE, item("art", weight=0.75))
    rules = APART.rules.model_copy(update={"leave_out": left_out})
    task = problem(items, rules, panel("ana", "ben", "cem"), KINDS)

    assert worth(QUALITY, task, LOOPS[name]) == pytest.approx(quality(task, LOOPS[name]), abs=1e-6)


def test_a_held_interview_tells_as_much_in_a_format_that_would_not_hold_it_now():
    held = sitting(1, "ana", "sql-q1", form="lab")
    task = task_of().model_copy(update={"held": (held,)})

    assert worth(QUALITY, task, (held,)) == pytest.approx(quality(task, (held,)), abs=1e-6)
    assert quality(task, (held,)) > 0


def test_a_format_that_holds_one_question_of_a_competency_tells_of_it():
    mixed = SQL.questions[0].model_copy(update={"kind": "work-sample"})
    sql = SQL.model_copy(update={"questions": (mixed, SQL.questions[1])})
    task = problem((sql, CARE), Rules(), panel("ana"), KINDS)
    loop = (sitting(1, "ana", "sql-q1", form="lab"),)

    assert worth(QUALITY, task, loop) == pytest.approx(quality(task, loop), abs=1e-6)


def test_the_whole_is_divided_by_all_weights():
    task = task_of()
    one = dependability(information(measure_of(task), 1))

    assert quality(task, (ONE,)) == pytest.approx(one * 0.5 / 0.75)


def test_minutes_and_interviews_are_counted():
    loop = (sitting(1, "ana", "sql-q1", minutes=60), TWO)

    assert worth(MINUTES, APART, loop) == 105
    assert worth(INTERVIEWS, APART, loop) == 2


def test_questions_count_by_their_place():
    assert worth(PREFERENCE, APART, (sitting(1, "ana", "sql-q1", "care-q3"), TWO)) == 2 + 1


def test_each_interview_of_a_person_weighs_what_their_week_holds_before_it():
    people = Panel(
        interviewers=(
            Interviewer(id="ana", name="Ana", booked=1),
            Interviewer(id="ben", name="Ben", booked=3),
            Interviewer(id="cem", name="Cem", booked=4),
        )
    )
    task = problem((SQL, CARE), Rules(max_per_interviewer=2), people)
    twice = (ONE, sitting(2, "ana", "care-q1"), sitting(3, "ben", "care-q2"))

    assert worth(LOAD, task, ()) == 0
    assert worth(LOAD, task, twice[1:]) == 1 + 3
    assert worth(LOAD, task, twice) == 1 + 2 + 3


def test_two_people_who_are_the_same_have_a_week_each():
    people = Panel(interviewers=tuple(Interviewer(id=who, name=who, booked=2) for who in ("ana", "ben")))
    task = problem((SQL, CARE), None, people)

    assert worth(LOAD, task, (ONE, sitting(2, "ana", "care-q1"))) == 2 + 2


def test_a_week_holds_what_was_held_and_what_the_rules_no_longer_limit():
    held = tuple(sitting(n, "ana", f"care-q{n}") for n in (1, 2, 3))
    task = task_of()

    assert worth(LOAD, task.model_copy(update={"held": held}), held) == 0 + 1 + 2
    assert worth(LOAD, task_of(off=("caps-are-kept",)), held) == 0 + 1 + 2


CHANGED = {
    "nothing": ((ONE, TWO), 0),
    "one dropped with its questions and its lead": ((ONE,), 10 + 3 + 2),
    "one added, with its question": ((ONE, TWO, sitting(3, "cem", "care-q3")), 10),
    "another lead": ((ONE, TWO.model_copy(update={"interviewer": "cem"})), 3),
    "another length": ((ONE.model_copy(update={"minutes": 60}), TWO), 10),
    "another format": ((ONE.model_copy(update={"format": "half"}), TWO), 10),
    "a question more": ((sitting(1, "ana", "sql-q1", "care-q2"), TWO), 1),
    "another question": ((ONE, sitting(2, "ben", "sql-q2", "care-q2")), 2),
}


@pytest.mark.parametrize("name", CHANGED)
def test_changes_are_counted_in_points(name):
    loop, points = CHANGED[name]

    assert worth(CHANGES, task_of().model_copy(update={"before": (ONE, TWO)}), loop) == points


def test_what_nobody_knows_any_more_is_a_change_once():
    gone = (
        ONE.model_copy(update={"format": "chat"}),
        TWO.model_copy(update={"interviewer": "zoe"}),
        sitting(3, "cem", "art-q1", "care-q2"),
    )
    task = task_of().model_copy(update={"before": gone})

    assert worth(CHANGES, task, (ONE, TWO, sitting(3, "cem", "care-q2"))) == 10 + 3


def curve(task: Problem) -> list[tuple[float, float]]:
    return curve_of(task, add_variables(task, Program()), task.rubric.items[0])


def test_nothing_lies_above_the_last_value_that_a_loop_can_reach():
    task = problem((item("sql", minutes=(8, 8)),), Rules(), panel("ana", "ben", "cem"))
    most = 2 * information(measure_of(task), 1)

    lines = curve(task)

    assert [min(slope * x + height for slope, height in lines) for x in (most, 5 * most)] == pytest.approx(
        [dependability(most)] * 2
    )


@pytest.mark.parametrize(
    ("questions", "looks", "most"),
    [
        (5, 6, 5 * information(ROBERTS, 1)),
        (6, 6, 6 * information(ROBERTS, 1)),
        (8, 3, 2 * information(ROBERTS, 3) + information(ROBERTS, 2)),
    ],
    ids=["some", "too many", "too many in few looks"],
)
def test_tangents_miss_the_curve_by_the_same_height_up_to_the_most_that_can_be_told(questions, looks, most):
    fits = {"all": 1.0, "half": 0.47, "less": 0.31, "little": 0.13}
    kinds = tuple(HALF.model_copy(update={"id": name, "fit": {"sql": fit}}) for name, fit in fits.items())
    rules = Rules(max_interviews=looks)
    lines = curve(problem((item("sql", minutes=(4,) * questions),), rules, panel("ana", "ben"), kinds))
    touched = [1 / sqrt(slope) - 1 for slope, _ in lines]
    crossings = [(other[1] - one[1]) / (one[0] - other[0]) for one, other in pairwise(lines)]
    misses = [
        slope * x + height - dependability(x) for x, (slope, height) in zip(crossings, lines, strict=False)
    ]

    assert len(lines) == TANGENTS + 1 > MOST_POINTS
    assert [slope * x + height for x, (slope, height) in zip(touched, lines, strict=True)] == pytest.approx(
        [dependability(x) for x in touched]
    )
    assert (touched[0], touched[-1]) == pytest.approx((0, most))
    assert misses == pytest.approx([misses[0]] * TANGENTS, rel=1e-4)
    assert 0 < misses[0] < 1e-4


def test_what_no_format_shows_is_worth_nothing():
    blind = HALF.model_copy(update={"fit": {"sql": 0.0}})
    task = problem((SQL, CARE), APART.rules, panel("ana", "ben"), (blind,))

    assert curve(task) == [(0.0, 0.0)]
    assert worth(QUALITY, task, (sitting(1, "ana", "sql-q1", form="half"),)) == pytest.approx(0)


@pytest.mark.parametrize(
    ("minutes", "most"),
    [((8, 8), 2), ((8,) * 9, 7), ((30, 20), 2), ((30, 25, 40), 2), ((40, 40), 1)],
)
def test_no_interview_asks_more_on_a_competency_than_its_longest_length_has_room_for(minutes, most):
    task = problem((item("sql", minutes=minutes),))

    assert most_questions(task, add_variables(task, Program()), task.rubric.items[0]) == most


def test_a_question_that_is_longer_than_every_interview_counts_as_one():
    short = FORMATS[0].model_copy(update={"lengths": (30,)})
    task = problem((item("sql", minutes=(45, 45)),), formats=(short,))

    assert most_questions(task, add_variables(task, Program()), task.rubric.items[0]) == 1


def test_what_was_held_or_has_no_limit_may_ask_more_than_there_is_room_for():
    sql = item("sql", minutes=(8, 8, 8, 8))
    held = sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3")
    slow = problem((sql, CARE), Rules(minutes_per_question=40))
    free = problem((sql, CARE), Rules(minutes_per_question=40, off=("questions-fit-the-minutes",)))

    def most(task: Problem) -> list[int]:
        at = add_variables(task, Program())
        return [most_questions(task, at, each) for each in task.rubric.items]

    assert most(slow) == [1, 1]
    assert most(slow.model_copy(update={"held": (held,)})) == [3, 1]
    assert most(free) == [4, 3]


@pytest.mark.parametrize("aim", [{"aim": "best"}, {"dependability": 0.3}], ids=["best", "dependability"])
def test_a_held_interview_that_asked_more_than_the_rules_now_find_time_for_is_no_clash(aim):
    held = sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3")
    task = problem((item("sql"),), Rules(minutes_per_question=20, max_interviews=2, **aim))
    plan = plan_loop(task.model_copy(update={"held": (held,)}))

    assert isinstance(plan, Loop)
    assert plan.interviews[0] == held
    assert plan.coverage[0].assessors[1:]


def test_one_person_may_hold_a_whole_loop_where_the_rules_set_no_cap():
    items = tuple(item(name, minutes=(30,)) for name in ("sql", "care", "art"))
    task = problem(items, Rules(assessors_per_must=1, off=("caps-are-kept",)), panel("ana"))
    plan = plan_loop(task)

    assert isinstance(plan, Loop)
    assert next(each.value for each in plan.aims if each.name == LOAD.name) == 0 + 1 + 2


def test_minutes_that_are_too_few_for_a_dependable_score_are_named_in_the_clash():
    rules = Rules(assessors_per_must=1, max_interviews=1, lengths=(45,), dependability=0.33)
    none = plan_loop(problem((item("sql", minutes=(30, 30, 30)),), rules, panel("ana")))

    assert isinstance(none, NoLoop)
    assert "Whole questions fit between 5 min to open and 10 min to close." in none.clash
    assert "The projected dependability of every must-have is at least 0.33." in none.clash
