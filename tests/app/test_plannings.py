"""What is being planned is found again by everybody on the plan; one person's planning is not another's."""

import time

import pytest

from app import drawn, frame, plannings
from loops import steps


@pytest.fixture
def person(store, monkeypatch):
    """Act as somebody: nobody is signed in, in a test."""
    now = ["Ada"]
    monkeypatch.setattr(frame, "who", lambda: now[0])
    monkeypatch.setattr(frame, "store", lambda: store)
    monkeypatch.setattr(drawn, "seen", lambda saved, who: saved.seen_by(who))
    told = []
    monkeypatch.setattr(frame, "tell", told.append)
    plannings.kept().clear()
    yield now, told
    plannings.kept().clear()


def waiting(store, seen, *_, limits):
    """A step that goes on until it is stopped."""
    while not limits.stop():
        time.sleep(0.01)
    return steps.rename_plan(store, seen, f"Planned for {seen.who}")


def test_the_same_question_twice_is_one_planning(person, sample):
    plannings.begin(sample, waiting)
    first = plannings.under_way(sample.id)
    plannings.begin(sample, waiting)

    assert plannings.under_way(sample.id) is first
    first.stop()
    assert first.ended(20)
    assert plannings.under_way(sample.id) is None


def test_two_people_who_plan_at_once_each_have_their_own_and_the_second_is_told(person, store, sample):
    now, told = person
    plannings.begin(sample, waiting)
    first = plannings.under_way(sample.id)
    now[0] = "Bo"
    assert plannings.under_way(sample.id) is first
    plannings.begin(sample, waiting)
    second = plannings.under_way(sample.id)
    assert second is not first

    first.stop()
    assert first.ended(20)
    second.stop()
    assert second.ended(20)
    assert plannings.under_way(sample.id) is None
    assert len(told) == 1
    assert "Ada" in told[0]
    assert "Your change was not saved" in told[0]
    assert steps.open_plan(store, sample.id).state.name == "Planned for Ada"
    now[0] = "Ada"
    assert plannings.under_way(sample.id) is None
    assert len(told) == 1


def test_a_planning_of_an_edited_plan_takes_the_place_of_the_one_before(person, store, sample):
    plannings.begin(sample, waiting)
    first = plannings.under_way(sample.id)
    edited = steps.rename_plan(store, sample.seen_by("Ada"), "Other rules")
    plannings.begin(edited, waiting)

    assert plannings.under_way(sample.id) is not first
    for each in (first, plannings.under_way(sample.id)):
        each.stop()
        assert each.ended(20)
