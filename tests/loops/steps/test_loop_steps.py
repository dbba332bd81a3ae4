"""A plan gets its loop, and says when the loop is older than what it was made from."""

import pytest

from loops import steps
from rubric.value import InputError

PANEL = b"""
interviewers:
  - {id: ada, name: Ada}
  - {id: bob, name: Bob}
"""


def test_planning_gives_the_loop(store, plan, planned):
    assert steps.make_loop(store, plan.seen_by("Ada")).state == planned


def test_a_loop_turns_stale_with_the_next_edit(store, made):
    assert made.state.plan_file is not None
    assert made.state.no_loop is None
    assert not made.state.loop_is_stale

    edited = steps.set_level(store, made.seen_by("Ada"), "mentoring", 1)
    assert edited.state.loop_is_stale
    assert edited.state.plan_file == made.state.plan_file

    back = steps.undo(store, edited.seen_by("Ada"))
    assert not back.state.loop_is_stale


def test_a_new_name_leaves_the_loop_fresh(store, made):
    renamed = steps.rename_plan(store, made.seen_by("Ada"), "Platform")

    assert not renamed.state.loop_is_stale


def test_the_same_plan_gives_the_same_loop_and_no_new_revision(store, made):
    assert steps.make_loop(store, made.seen_by("Ada")) == made


def test_contradictory_rules_give_the_rules_that_clash(store, plan):
    ruled = steps.set_rules(store, plan.seen_by("Ada"), b"max_minutes: 45\nmax_interviews: 1\n")
    made = steps.make_loop(store, ruled.seen_by("Ada"))

    assert "takes at most 45 minutes" in ruled.undo
    assert made.state.plan_file is None
    assert made.state.no_loop.why == "clash"
    assert made.state.no_loop.clash

    relaxed = steps.relax_rules(store, made.seen_by("Ada"), {"max_minutes": None, "max_interviews": 6})
    assert steps.make_loop(store, relaxed.seen_by("Ada")).state.plan_file is not None


def test_a_panel_is_set_from_a_file_and_taken_away(store, plan):
    manned = steps.set_panel(store, plan.seen_by("Ada"), PANEL)
    assert [person.name for person in manned.state.panel.interviewers] == ["Ada", "Bob"]
    assert manned.undo == "Set a panel of 2 interviewers."

    assert steps.set_panel(store, manned.seen_by("Ada"), None).state.panel is None


@pytest.mark.parametrize(
    ("panel", "says"),
    [
        pytest.param(
            b"interviewers: [{id: ada, name: Ada, may_assess: [juggling]}]", "juggling", id="unknown"
        ),
        pytest.param(b"interviewers: [{id: ada}]", "name", id="no name"),
        pytest.param(b"\xff\xfe", "not text", id="binary"),
    ],
)
def test_a_panel_that_cannot_be_used_changes_nothing(store, plan, panel, says):
    with pytest.raises(InputError, match=says):
        steps.set_panel(store, plan.seen_by("Ada"), panel)

    assert store.load(plan.id) == plan


def test_rules_that_name_nothing_known_change_nothing(store, plan):
    with pytest.raises(InputError, match="juggling"):
        steps.set_rules(store, plan.seen_by("Ada"), b"critical: [juggling]")

    assert store.load(plan.id) == plan
