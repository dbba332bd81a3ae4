"""The store as one person may use it: what each role may read and change, and strangers nothing."""

import inspect
from datetime import date

import pytest

from loops import steps
from loops.store import Seen, Store, StoreError, TeamStore
from loops.store.people import RefusedError

ROLES = ("hiring-manager", "interviewer", "recruiter", "administrator")
READS = {
    "load": lambda store, saved: store.load(saved.id),
    "check": lambda store, saved: store.check(saved.seen_by(store.who)),
    "history": lambda store, saved: store.history(saved.id),
    "state_at": lambda store, saved: store.state_at(saved.id, 1),
}
CHANGES = {
    "save": lambda store, saved: store.save(saved.seen_by(store.who), saved.state, "Saved again."),
    "undo": lambda store, saved: store.undo(saved.seen_by(store.who)),
    "redo": lambda store, saved: store.redo(saved.seen_by(store.who)),
    "archive": lambda store, saved: store.archive(saved.seen_by(store.who), archived=True),
}
NOT_OF_A_PLAN = {"keeps_house", "add", "cards", "close", "reading", "require", "member"}


@pytest.fixture
def shared(store, plan):
    """A plan with a change to take back, and a member in each role."""
    for role in ROLES[1:]:
        steps.set_member(store, "Ada", plan.id, (f"{role}@example.org", role), None)
    saved = store.save(plan.seen_by("Ada"), plan.state, "Changed.")
    saved = store.save(saved.seen_by("Ada"), saved.state, "Changed again.")
    return store.undo(saved.seen_by("Ada"))


def as_role(store, role):
    return TeamStore(store, "Ada" if role == "hiring-manager" else f"{role}@example.org")


def test_no_method_of_the_store_was_forgotten():
    methods = {name for name, _ in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")}

    assert methods == READS.keys() | CHANGES.keys() | NOT_OF_A_PLAN - {"member"}


@pytest.mark.parametrize("name", sorted(READS))
def test_every_member_reads_and_a_stranger_does_not(store, shared, name):
    for role in ROLES:
        READS[name](as_role(store, role), shared)
    with pytest.raises(RefusedError, match="no access to this plan"):
        READS[name](TeamStore(store, "stranger@example.org"), shared)


@pytest.mark.parametrize("name", sorted(CHANGES))
@pytest.mark.parametrize("role", ROLES)
def test_managers_and_recruiters_change_a_plan_and_others_do_not(store, shared, name, role):
    if role in ("hiring-manager", "recruiter"):
        assert CHANGES[name](as_role(store, role), shared).revision == shared.revision + 1
    else:
        with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
            CHANGES[name](as_role(store, role), shared)
        assert store.load(shared.id) == shared


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_stranger_changes_nothing(store, shared, name):
    with pytest.raises(RefusedError, match="no access to this plan"):
        CHANGES[name](TeamStore(store, "stranger@example.org"), shared)
    assert store.load(shared.id) == shared


def test_nobody_acts_in_anothers_name(store, shared):
    own = as_role(store, "recruiter")
    for act in (
        lambda: own.save(Seen(plan=shared.id, revision=shared.revision, who="Ada"), shared.state, "Mine."),
        lambda: own.add(shared.state, "Ada", "Mine."),
    ):
        with pytest.raises(RefusedError, match="own name only"):
            act()
    assert store.load(shared.id) == shared


def test_everybody_lists_their_own_plans_only(store, shared):
    mine = steps.duplicate_plan(as_role(store, "recruiter"), shared.id, "recruiter@example.org")

    assert {card.id for card in as_role(store, "recruiter").cards()} == {shared.id, mine.id}
    assert {card.id for card in as_role(store, "hiring-manager").cards()} == {shared.id}
    assert TeamStore(store, "stranger@example.org").cards() == ()
    with pytest.raises(RefusedError):
        as_role(store, "hiring-manager").load(mine.id)


def test_a_share_link_is_made_by_those_who_may_change_the_plan(store, shared, monkeypatch):
    monkeypatch.setenv("LOOPWRIGHT_SECRET", "for this test")
    day = date(2999, 1, 1)
    token = steps.share_plan(as_role(store, "recruiter"), "recruiter@example.org", shared.id, day)
    assert steps.read_shared(store, token) == shared
    for role in ("interviewer", "administrator"):
        with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
            steps.share_plan(as_role(store, role), f"{role}@example.org", shared.id, day)
        with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
            steps.list_shares(as_role(store, role), shared.id)
        with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
            steps.end_share(as_role(store, role), shared.id, token.partition(".")[0])
    assert steps.read_shared(store, token) == shared


def test_members_come_and_go_and_it_is_recorded(store, made):
    seat = next(iter(steps.interviewers(store, made.id)))
    added = steps.set_member(store, "Ada", made.id, (" Bo@Example.ORG ", "interviewer"), seat)
    assert (added.who, added.interviewer) == ("bo@example.org", seat)

    steps.set_member(store, "Ada", made.id, ("bo@example.org", "recruiter"), None)
    assert [(each.who, each.role) for each in steps.list_members(store, "bo@example.org", made.id)] == [
        ("Ada", "hiring-manager"),
        ("bo@example.org", "recruiter"),
    ]
    steps.remove_member(store, "Ada", made.id, "bo@example.org")
    with pytest.raises(RefusedError, match="no access"):
        steps.list_members(store, "bo@example.org", made.id)
    assert [entry.what for entry in steps.read_audit(store, "Ada", made.id) if entry.act == "access"] == [
        "Gave bo@example.org access as interviewer.",
        "Gave bo@example.org access as recruiter.",
        "Took the access of bo@example.org away.",
    ]


@pytest.mark.parametrize("address", ["", "Bo", "bo@", "a@b, c@d", "<b@c>", "x" * 300 + "@example.org"])
def test_access_needs_an_address(store, made, address):
    with pytest.raises(StoreError, match="e-mail address"):
        steps.set_member(store, "Ada", made.id, (address, "recruiter"), None)


def test_a_seat_that_the_panel_does_not_have_is_told(store, made):
    with pytest.raises(StoreError, match="has no nobody"):
        steps.set_member(store, "Ada", made.id, ("bo@example.org", "interviewer"), "nobody")


@pytest.mark.parametrize("role", ["interviewer", "recruiter"])
def test_only_managers_and_administrators_give_access(store, shared, role):
    with pytest.raises(RefusedError, match="Only the hiring manager or administrator"):
        steps.set_member(store, f"{role}@example.org", shared.id, ("me@example.org", "hiring-manager"), None)
