import pytest

from loops.design.files import PlanError
from loops.design.model import Loop, Pin, Rules
from loops.design.replan import pinned, without
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import item, panel, problem

TASK = problem((item("sql"), item("care"), item("code")), Rules(competencies_per_interview=2))


def loop_of(task) -> Loop:
    plan = plan_loop(task)
    assert isinstance(plan, Loop)
    return plan


@pytest.fixture(scope="module")
def used() -> Loop:
    return loop_of(TASK)


def test_a_dropped_interviewer_changes_one_lead_and_nothing_else(used):
    gone = used.interviews[1].interviewer
    task = without(TASK, used, [gone])
    plan = loop_of(task)

    assert plan.aims[0].name == "Changes"
    assert plan.aims[0].value == 3
    assert plan.aims[0].proven
    changed = [(a, b) for a, b in zip(used.interviews, plan.interviews, strict=True) if a != b]
    assert [a.interviewer for a, _ in changed] == [gone]
    assert all(a.items == b.items and a.id == b.id for a, b in changed)
    assert verify(task, plan) == []


def test_held_interviews_are_frozen_even_when_their_lead_drops_out(used):
    held = used.interviews[0]
    task = without(TASK, used, [held.interviewer], [held.id])
    plan = loop_of(task)

    assert plan.interviews == used.interviews
    assert plan.aims[0].value == 0
    assert verify(task, plan) == []


def test_the_checker_finds_a_held_interview_that_was_changed(used):
    task = without(TASK, used, [], [used.interviews[0].id])
    moved = used.interviews[0].model_copy(update={"minutes": 60})
    bad = used.model_copy(update={"interviews": (moved, *used.interviews[1:])})

    assert "interview-1 has been held and may not change." in verify(task, bad)


def test_nobody_looks_twice_at_what_they_have_held(used):
    held = used.interviews[0]
    task = without(TASK, used, [each.interviewer for each in used.interviews[1:]], [held.id])
    plan = loop_of(task)

    for ask in held.items:
        cover = next(each for each in plan.coverage if each.competency == ask.competency)
        assert len(cover.assessors) >= 2
    assert verify(task, plan) == []


def test_a_pin_is_kept_with_few_changes(used):
    free = next(p.id for p in TASK.panel.interviewers if p.id not in {i.interviewer for i in used.interviews})
    task = pinned(TASK, used, Pin(must=True, interviewer=free, competency="sql"))
    plan = loop_of(task)

    assert any(each.interviewer == free for each in plan.interviews)
    assert plan.aims[0].value == 3
    assert verify(task, plan) == []


def test_what_is_forbidden_is_not_done(used):
    first = used.interviews[0]
    pin = Pin(must=False, interviewer=first.interviewer, competency=first.items[0].competency)
    task = pinned(TASK, used, pin)
    plan = loop_of(task)

    assert verify(task, plan) == []
    assert any("was forbidden" in fault for fault in verify(task, used))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        pytest.param(lambda used: without(TASK, used, ["zoe"]), "“zoe” is not on the panel", id="person"),
        pytest.param(
            lambda used: without(TASK, used, [], ["talk"]), "“talk” is not in the loop", id="interview"
        ),
        pytest.param(
            lambda used: pinned(TASK, used, Pin(must=True, competency="x")), "in the rubric", id="pin"
        ),
    ],
)
def test_an_unknown_name_is_refused(used, call, says):
    with pytest.raises(PlanError, match=says):
        call(used)


def test_the_same_problem_gives_the_same_loop(used):
    assert loop_of(TASK) == used


def test_a_cancelled_plan_keeps_what_was_found_or_says_that_there_is_none():
    from loops.design.program import Limits

    seen: list[str] = []
    plan = plan_loop(TASK, Limits(stop=lambda: len(seen) > 1, progress=seen.append))

    assert seen[0] == "Candidate minutes"
    if isinstance(plan, Loop):
        assert verify(TASK, plan) == []
    assert panel("ana")["ana"].id == "ana"
