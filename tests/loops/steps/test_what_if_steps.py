"""What a loop is worth and how else it could be: answers that keep nothing."""

import pytest

from loops import steps
from loops.design.program import Limits
from loops.steps.what_if import loop_in


@pytest.fixture(scope="module")
def file(fresh):
    rules = fresh.rules.model_copy(update={"assessors_per_must": 1})
    return steps.plan_state(fresh.model_copy(update={"rules": rules}))


def test_every_interview_has_its_cost_in_names_of_people(file):
    costs = steps.removal_costs(file)

    assert [cost.interview for cost in costs] == [each.id for each in file.interviews]
    assert all(cost.lost > 0 for cost in costs)
    ids = {item.id for item in file.problem.rubric.items}
    assert not any(fault.split()[0] in ids for cost in costs for fault in cost.broken)


def test_the_curve_rises_with_the_minutes_and_stops_when_asked(file, monkeypatch):
    monkeypatch.setattr("loops.steps.what_if.REACH", (-45, 0, 30))
    told = []
    first, second, third = steps.minutes_curve(file, Limits(progress=told.append))

    assert first.dependability is None
    assert second.dependability <= third.dependability
    assert any(word.endswith(" min") for word in told)
    assert list(steps.minutes_curve(file, Limits(stop=lambda: True))) == []


@pytest.mark.parametrize(
    ("variant", "detail"), [("best", ""), ("bar-raiser", ""), ("fewer-looks", ""), ("minutes", "0")]
)
def test_two_loops_stand_side_by_side(file, variant, detail):
    minutes = str(sum(each.minutes for each in file.interviews) + 15) if detail else ""
    (both,) = steps.compare_with(file, variant, minutes, Limits())
    now, other = both.rows

    assert now.plan == file.plan
    assert other.plan == both.file.plan
    assert bool(both.changes) == (now.plan != other.plan)


def test_a_loop_that_cannot_be_says_which_rules_clash(file):
    (both,) = steps.compare_with(file, "minutes", "30", Limits())

    assert len(both.rows) == 1
    assert both.clash
    assert both.ways
    with pytest.raises(TypeError, match="no loop"):
        loop_in(both.file)


def test_a_loop_without_one_person_gives_them_nothing(file):
    lead = file.interviews[0].interviewer
    (both,) = steps.compare_with(file, "without", lead, Limits())

    assert all(each.interviewer != lead for each in both.file.interviews)


def test_reserves_name_who_can_take_over(file):
    reserves = steps.reserves_of(file)

    assert len(reserves.backups) == len(file.interviews)
    assert steps.weekly_shortages(file, 1) == ()
    assert any("have no trained person" in said for said in steps.weekly_shortages(file, 40))


def test_a_loop_planned_afresh_changed_nothing(file):
    assert steps.changes_made(file) == ()
    assert steps.remarks(file) == steps.remarks(file)
