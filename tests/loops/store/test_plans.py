"""The store keeps every change, tells who was first, and takes back up to fifty steps."""

import pytest

from loops import steps
from loops.store import Conflict, StoreError, open_store


def test_a_plan_comes_back_as_it_was_kept(store, plan):
    assert store.load(plan.id) == plan
    assert len(plan.id) == 16


def test_a_restart_loses_nothing(store, store_url, plan):
    dropped = steps.drop_requirement(store, plan.seen_by("Ada"), "r3")
    store.close()

    again = open_store(store_url)

    assert again.load(plan.id) == dropped
    assert again.load(plan.id).undo == dropped.undo
    again.close()


def test_who_comes_second_hears_who_was_first_and_overwrites_nothing(store, plan):
    ada, bob = plan.seen_by("Ada"), plan.seen_by("Bob")
    kept = steps.drop_requirement(store, ada, "r3")

    with pytest.raises(
        Conflict, match=r"changed while you had it open — Ada: Dropped “Mentor senior .*not saved"
    ):
        steps.drop_requirement(store, bob, "r4")

    assert store.load(plan.id) == kept


@pytest.mark.parametrize("act", [steps.undo, steps.redo, steps.archive_plan, steps.make_loop])
def test_every_step_that_writes_asks_for_the_newest_revision(store, plan, act):
    steps.drop_requirement(store, plan.seen_by("Ada"), "r3")

    with pytest.raises(Conflict, match="changed while you had it open"):
        act(store, plan.seen_by("Bob"))


def test_a_save_on_an_old_revision_is_refused_in_the_database_too(store, plan):
    store.save(plan.seen_by("Ada"), plan.state.model_copy(update={"name": "First"}), "Renamed.")

    with pytest.raises(Conflict, match="Ada: Renamed"):
        store.save(plan.seen_by("Bob"), plan.state.model_copy(update={"name": "Second"}), "Renamed.")

    assert store.load(plan.id).state.name == "First"


def test_undo_and_redo_are_recorded_and_lead_there_and_back(store, plan):
    one = steps.drop_requirement(store, plan.seen_by("Ada"), "r3")
    two = steps.rename_plan(store, one.seen_by("Ada"), "Platform, Berlin")

    back = steps.undo(store, two.seen_by("Bob"))
    assert back.state == one.state
    assert (back.undo, back.redo) == (one.undo, two.undo)
    assert store.cards()[0].name == "Staff Infrastructure Engineer"

    start = steps.undo(store, back.seen_by("Bob"))
    assert start.state == plan.state
    with pytest.raises(StoreError, match="nothing left to take back"):
        steps.undo(store, start.seen_by("Bob"))

    again = steps.redo(store, steps.redo(store, start.seen_by("Bob")).seen_by("Bob"))
    assert again.state == two.state
    with pytest.raises(StoreError, match="nothing to do again"):
        steps.redo(store, again.seen_by("Bob"))
    assert [change.who for change in steps.plan_history(store, plan.id)] == ["Ada"] * 3 + ["Bob"] * 4


def test_an_edit_after_an_undo_gives_up_what_was_undone(store, plan):
    one = steps.rename_plan(store, plan.seen_by("Ada"), "One")
    back = steps.undo(store, one.seen_by("Ada"))
    two = steps.rename_plan(store, back.seen_by("Ada"), "Two")

    assert two.redo is None
    assert steps.undo(store, two.seen_by("Ada")).state == plan.state
    assert store.state_at(plan.id, one.revision).name == "One"


def test_fifty_steps_can_be_taken_back_and_the_history_holds_all(store, plan):
    state, at = plan.state, plan
    for number in range(55):
        renamed = state.model_copy(update={"name": f"Name {number}"})
        at = store.save(at.seen_by("Ada"), renamed, f"Renamed {number}.")
    for _ in range(50):
        at = steps.undo(store, at.seen_by("Ada"))

    assert at.undo is None
    assert at.state.name == "Name 4"
    assert len(steps.plan_history(store, plan.id)) == 1 + 55 + 50


def test_an_edit_that_changes_nothing_is_not_kept(store, plan):
    assert steps.keep_requirement(store, plan.seen_by("Ada"), "r3") == plan


def test_an_archived_plan_leaves_the_list_and_can_come_back(store, plan):
    away = steps.archive_plan(store, plan.seen_by("Ada"))

    assert steps.list_plans(store) == ()
    assert [card.id for card in steps.list_plans(store, archived=True)] == [plan.id]

    back = steps.restore_plan(store, away.seen_by("Ada"))
    assert not back.archived
    assert [card.id for card in steps.list_plans(store)] == [plan.id]
    assert back.undo is None


def test_a_copy_has_a_history_of_its_own(store, plan):
    copy = steps.duplicate_plan(store, plan.id, "Bob")

    assert copy.state.requirements == plan.state.requirements
    assert copy.state.name == "Staff Infrastructure Engineer (copy)"
    assert copy.id != plan.id
    assert [card.name for card in steps.list_plans(store)] == [copy.state.name, plan.state.name]


def test_an_unknown_plan_is_said_to_be_missing(store, plan):
    with pytest.raises(StoreError, match="There is no such plan"):
        steps.open_plan(store, "nothing")
    with pytest.raises(StoreError, match="There is no such plan"):
        store.undo(plan.seen_by("Ada").model_copy(update={"plan": "nothing"}))
    with pytest.raises(StoreError, match="no kept revision with the number 9"):
        store.state_at(plan.id, 9)


def test_a_revision_from_the_future_asks_to_open_the_plan_again(store, plan):
    with pytest.raises(Conflict, match="open it again"):
        steps.undo(store, plan.seen_by("Ada").model_copy(update={"revision": 7}))
