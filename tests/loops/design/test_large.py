"""Large problems: whole interviews, prices and a bound; held against the program of slots on small ones."""

import pytest
from hypothesis import given, settings

from loops.design.branch import is_large, price_and_branch
from loops.design.large import plan_large
from loops.design.model import Format, Interviewer, Loop, NoLoop, Panel, Rules
from loops.design.program import Limits
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import item, panel, problem
from tests.loops.design.test_brute_force import problems

MINUTES = (8, 10, 12, 15, 8, 20)
NAMES = ("sql", "care", "code", "plan", "read", "lead", "teach", "sell", "draw")
KINDS = (
    Format(id="talk", name="Talk", means="A talk.", lengths=(45, 60), holds=("past",), copies=4),
    Format(id="short", name="Short", means="Short.", lengths=(30,), holds=("past",), fit={"sql": 0.5}),
    Format(id="check", name="Check", means="A check.", lengths=(30,), holds=(), copies=1),
)


def big(**rules):
    items = tuple(
        item(name, "must" if place < 4 else "should", MINUTES, weight=1 - place / 10)
        for place, name in enumerate(NAMES)
    )
    people = Panel(
        interviewers=(
            *panel("ana", "ben", "cem", "dia", "eva").interviewers,
            Interviewer(id="fay", name="Fay", other_team=True, group="north", booked=1),
            Interviewer(id="gil", name="Gil", may_assess=("sql", "care"), up_to={"sql": 2}),
            Interviewer(id="hal", name="Hal", training="untrained"),
        )
    )
    rules = {
        "max_interviews": 12,
        "must_hold": ("check",),
        "from_another_team": 1,
        "one_of_each_group": ("north",),
        **rules,
    }
    return problem(items, Rules(**rules), people, KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("aim", ["shortest", "best"])
def test_a_large_problem_has_a_faultless_loop_near_its_bound(aim):
    task = big(aim=aim, max_minutes=300, minutes_per_must=16, min_interviews=4, dependability=0.4)
    plan = plan_loop(task)

    assert is_large(task)
    assert isinstance(plan, Loop)
    assert verify(task, plan) == []
    good = next(each for each in plan.aims if each.name == "Dependability")
    assert good.bound is not None
    assert good.value <= good.bound + 1e-6
    assert good.bound - good.value < 0.03 * good.value
    assert plan_loop(task) == plan


def test_a_large_problem_that_clashes_is_explained_by_the_slots():
    plan = plan_loop(big(max_minutes=120), explain=False)

    assert isinstance(plan, NoLoop)
    assert plan.why == "clash"


def test_progress_is_told_and_a_cancel_is_heard():
    told: list[str] = []
    plan = plan_large(big(aim="shortest"), Limits(progress=told.append))
    assert isinstance(plan, Loop)
    assert told == ["Candidate minutes", "Dependability"]
    assert price_and_branch(big(), {}, Limits(stop=lambda: True), quality=False).columns == ()


@settings(max_examples=25, deadline=None)
@given(problems())
def test_whole_interviews_agree_with_slots(task):
    """The bound holds for the proven best loop, and a loop that is found is faultless and no better."""
    small = plan_loop(task, explain=False)
    large = plan_large(task, Limits())
    if isinstance(small, NoLoop):
        assert large is None
        return
    if large is None:
        return
    assert verify(task, large) == []
    best = {aim.name: aim.value for aim in small.aims}
    first = large.aims[0]
    assert first.bound is not None
    sign = -1 if first.name == "Dependability" else 1
    assert sign * first.bound <= sign * best[first.name] + 1e-6
    assert sign * best[first.name] <= sign * first.value + 1e-6
