"""A share link shows a plan until its day and opens nothing once it is changed."""

from datetime import date

import pytest

from loops import steps
from loops.store import StoreError
from loops.store.people import RefusedError


@pytest.fixture(autouse=True)
def secret(monkeypatch):
    """What links are signed with."""
    monkeypatch.setenv("LOOPWRIGHT_SECRET", "for this test")


def test_a_share_link_shows_the_plan_as_it_stands(store, plan):
    token = steps.share_plan(store, "you", plan.id, date(2999, 12, 31))
    renamed = steps.rename_plan(store, plan.seen_by("Ada"), "Platform")

    assert steps.read_shared(store, token) == renamed


def test_a_changed_or_late_link_opens_nothing(store, plan, monkeypatch):
    token = steps.share_plan(store, "you", plan.id, date(2999, 12, 31))
    other = steps.duplicate_plan(store, plan.id, "Ada")
    link, _, signature = token.partition(".")
    another = steps.share_plan(store, "you", other.id, date(2999, 12, 31))
    for wrong in (
        "",
        plan.id,
        link,
        f"{plan.id}.{signature}",
        f"{another.partition('.')[0]}.{signature}",
        token + ".x",
        token[:-3] + "abc",
        steps.share_plan(store, "you", plan.id, date(2020, 1, 1)),
    ):
        with pytest.raises(RefusedError, match="does not open anything"):
            steps.read_shared(store, wrong)

    monkeypatch.setenv("LOOPWRIGHT_SECRET", "another")
    with pytest.raises(RefusedError, match="does not open anything"):
        steps.read_shared(store, token)


def test_one_link_is_ended_and_the_others_stay(store, plan):
    first, second = (steps.share_plan(store, who, plan.id, date(2999, 12, 31)) for who in ("Ada", "Bo"))
    steps.share_plan(store, "Ada", plan.id, date(2020, 1, 1))
    ada, bo = steps.list_shares(store, plan.id)
    assert (ada.who, bo.who, bo.until) == ("Ada", "Bo", date(2999, 12, 31))

    steps.end_share(store, plan.id, ada.id)
    assert steps.list_shares(store, plan.id) == (bo,)
    with pytest.raises(RefusedError, match="does not open anything"):
        steps.read_shared(store, first)
    assert steps.read_shared(store, second) == plan


def test_a_link_is_ended_from_its_own_plan_only(store, plan):
    steps.share_plan(store, "Ada", plan.id, date(2999, 12, 31))
    other = steps.duplicate_plan(store, plan.id, "Ada")
    (link,) = steps.list_shares(store, plan.id)
    steps.end_share(store, other.id, link.id)

    assert steps.list_shares(store, plan.id) == (link,)


def test_only_a_plan_that_is_there_can_be_shared(store):
    with pytest.raises(StoreError, match="no such plan"):
        steps.share_plan(store, "you", "nothing", date(2999, 1, 1))
