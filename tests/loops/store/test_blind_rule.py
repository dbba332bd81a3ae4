"""The blind rule, for every role and every query: no rating of others before the own one is in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import loops.store
from loops import steps
from loops.store import TeamStore
from loops.store import candidates as people
from loops.store.audit import audit_log
from loops.store.links import keep_by_link, make_link, open_link
from loops.store.members import add_member, members
from loops.store.people import Member, RefusedError
from loops.store.reopening import reopen_scorecard
from loops.store.scorecards import keep_scorecard, returned, scorecards_for

SECRET, LATER = b"a secret for tests", datetime(2100, 1, 1, tzinfo=UTC)
EVIDENCE = "only-the-first-rater-wrote-this"
WHO = ("manager", "managing-rater", "rater1", "rater2", "idle", "recruiter", "administrator", "stranger")

QUERIES = {
    "the scorecards": lambda store, who, found: scorecards_for(store, who, found.id),
    "the scorecards as the pages read them": lambda store, who, found: steps.visible_scorecards(
        store, who, found.id
    ),
    "who is in": lambda store, who, found: returned(store, who, found.id),
    "progress": lambda store, who, found: steps.scorecard_progress(store, who, found.id),
    "the candidates": lambda store, who, found: people.candidates(store, who, found.plan),
    "the candidate": lambda store, who, found: people.find_candidate(store, who, found.id),
    "the audit log": lambda store, who, found: audit_log(store, who, found.plan),
    "the members": lambda store, who, found: members(store, who, found.plan),
    "the plan": lambda store, who, found: TeamStore(store, who).load(found.plan),
    "its history": lambda store, who, found: TeamStore(store, who).history(found.plan),
    "all plans": lambda store, who, _: TeamStore(store, who).cards(),
    "the loop of the candidate": lambda store, who, found: steps.loop_of(
        TeamStore(store, who), people.find_candidate(store, who, found.id)
    ),
}


@pytest.fixture
def candidate(store, plan, made):
    """A candidate whose first interviewer has handed in; the second has only begun."""
    roles = {
        "managing-rater": ("hiring-manager", "role-3"),
        "rater1": ("interviewer", "role-1"),
        "rater2": ("interviewer", "role-2"),
        "idle": ("interviewer", None),
        "recruiter": ("recruiter", None),
        "administrator": ("administrator", None),
        "manager": ("hiring-manager", None),
    }
    for who, (role, seat) in roles.items():
        add_member(store, "Ada", Member(plan=plan.id, who=who, role=role, interviewer=seat))
    found = people.add_candidate(store, "Ada", plan.id, "C-17")
    keep(store, found, 1, EVIDENCE)
    keep(store, found, 2, "begun by the second", complete=False)
    return found


def sitting(store, candidate, number):
    """The candidate, and the interview that a rater holds."""
    rows = returned(store, "Ada", candidate.id)
    return candidate.id, next(row.interview for row in rows if row.interviewer == f"role-{number}")


def keep(store, candidate, number, evidence, complete=True):
    """Keep a scorecard of a rater, as the steps do."""
    file = steps.loop_of(store, candidate)
    place = sitting(store, candidate, number)
    asks = next(each for each in file.interviews if each.id == place[1]).items
    told = {"recommendation": "yes", "name": "A rater", "debrief": ""}
    for ask in asks:
        told |= {f"score:{ask.competency}": "3", f"evidence:{ask.competency}": evidence}
    taken = steps.type_in_scorecard(store, "Ada", place, told, complete)
    assert taken.state == ("complete" if complete else "begun"), taken.says


def leaks(store, who, candidate, query):
    """Whether an answer holds the first rater's words; a refusal holds nothing."""
    try:
        return EVIDENCE in repr(QUERIES[query](store, who, candidate))
    except RefusedError as told:
        return EVIDENCE in str(told)


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_gives_a_rating_to_who_may_not_see_it(store, candidate, query):
    may = {"manager", "rater1"} if "scorecards" in query else set()

    assert {who for who in WHO if leaks(store, who, candidate, query)} == may


@pytest.mark.parametrize("query", QUERIES)
def test_ratings_open_to_who_handed_in_and_close_again_with_a_reopened_one(store, candidate, query):
    scorecards = "scorecards" in query
    keep(store, candidate, 2, "complete now")
    keep(store, candidate, 3, "complete too")
    may = {"manager", "managing-rater", "rater1", "rater2"} if scorecards else set()
    assert {who for who in WHO if leaks(store, who, candidate, query)} == may

    reopen_scorecard(store, "manager", sitting(store, candidate, 2), "The wrong candidate.")
    assert {who for who in WHO if leaks(store, who, candidate, query)} == may - {"rater2"}
    reopen_scorecard(store, "manager", sitting(store, candidate, 1), "The wrong candidate.")
    assert {who for who in WHO if leaks(store, who, candidate, query)} == may & {"rater1"}


def test_a_link_shows_its_own_scorecard_only(store, candidate):
    for number in (2, 3):
        token = make_link(store, SECRET, "recruiter", sitting(store, candidate, number), LATER)
        opened = open_link(store, SECRET, token)
        assert EVIDENCE not in repr(opened)
        assert opened.interviewer == f"role-{number}"
        kept = keep_by_link(store, SECRET, token, {"mentoring": 2}, complete=True)
        assert EVIDENCE not in repr(kept)
        assert EVIDENCE not in repr(open_link(store, SECRET, token))


def test_writing_gives_back_no_other_rating(store, candidate):
    kept = keep_scorecard(store, "rater2", sitting(store, candidate, 2), {"mentoring": 4}, complete=True)

    assert EVIDENCE not in repr(kept)


def test_an_exported_plan_holds_no_rating(store, candidate):
    assert EVIDENCE.encode() not in loops.store.export_plan(store, candidate.plan)


def test_only_the_modules_under_this_rule_read_scorecards():
    folder = Path(loops.store.__file__).parent
    readers = {file.stem for file in folder.glob("*.py") if "SCORECARDS" in file.read_text("utf-8")}

    assert readers == {"tables", "scorecards", "reopening", "retention"}
