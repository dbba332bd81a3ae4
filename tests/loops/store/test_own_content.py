"""Own content is kept as rows, comes along in a backup, and damage is said."""

import pytest
from sqlalchemy import text

from loops import steps
from loops.store import OwnContent, StoreError, TeamStore, back_up, open_store, read_own, restore, save_own
from loops.store.people import RefusedError

TEXTS = {"competencies/own/falconry.yaml": "id: falconry"}


def test_each_change_is_a_row_and_an_earlier_one_can_be_read(store):
    first = save_own(store, OwnContent(), "ada", "First.", TEXTS)
    second = save_own(store, first, "ben", "Second.", {})

    assert read_own(store) == second
    assert read_own(store, 1) == first
    assert (second.number, second.texts) == (2, {})


def test_a_backup_holds_it(store, tmp_path):
    save_own(store, OwnContent(), "ada", "First.", TEXTS)
    data, _ = back_up(store)
    other = open_store(f"sqlite:///{tmp_path / 'other.sqlite'}")
    restore(other, data)

    assert read_own(other).texts == TEXTS
    other.close()


def test_damage_is_one_sentence(store):
    save_own(store, OwnContent(), "ada", "First.", TEXTS)
    with store.engine.begin() as db:
        db.execute(text("UPDATE own_content SET body = :body"), {"body": b"x"})

    with pytest.raises(StoreError, match="damaged"):
        read_own(store)


@pytest.mark.parametrize("role", ["interviewer", "administrator", None])
def test_who_manages_no_plan_changes_no_content(store, plan, role):
    if role:
        steps.set_member(store, "Ada", plan.id, ("bo@example.org", role), None)

    with pytest.raises(RefusedError, match="nothing was changed"):
        save_own(TeamStore(store, "bo@example.org"), OwnContent(), "bo@example.org", "First.", TEXTS)
    assert read_own(store).texts == {}


def test_a_recruiter_and_a_manager_change_the_content_of_the_house(store, plan):
    steps.set_member(store, "Ada", plan.id, ("rec@example.org", "recruiter"), None)

    first = save_own(TeamStore(store, "rec@example.org"), OwnContent(), "rec@example.org", "First.", TEXTS)
    save_own(TeamStore(store, "Ada"), first, "Ada", "Second.", {})
    assert read_own(store).number == 2
