"""A loop is planned beside the pages: it can be followed, stopped, and its fault is told."""

from app.planning import Planning
from loops import steps


def test_a_planning_ends_with_a_loop_that_is_kept(store, sample):
    planning = Planning(store, sample.seen_by("you"))

    assert planning.ended(120)
    assert planning.fault == ""
    assert planning.goal
    assert steps.open_plan(store, sample.id).state.plan_file is not None


def test_a_planning_that_was_overtaken_says_so_and_overwrites_nothing(store, sample):
    seen = sample.seen_by("you")
    steps.rename_plan(store, sample.seen_by("Bo"), "Another name")
    planning = Planning(store, seen)

    assert planning.ended(120)
    assert "changed while you had it open" in planning.fault
    assert steps.open_plan(store, sample.id).state.made is None


def test_a_planning_can_be_stopped(store, sample):
    planning = Planning(store, sample.seen_by("you"))
    planning.stop()

    assert planning.ended(120)
