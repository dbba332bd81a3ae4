"""A complete scorecard is opened again by the hiring manager, with a reason, and is blind again."""

import pytest

from loops import steps
from loops.store import StoreError
from loops.store.audit import audit_log
from loops.store.people import RefusedError
from loops.store.scorecards import keep_scorecard, returned, scorecards_for

BO, CY, REC = "bo@example.org", "cy@example.org", "rec@example.org"


@pytest.fixture
def rated(store, made):
    """A candidate with two complete scorecards: whose is which, by person."""
    candidate = steps.add_candidate(store, "Ada", made.id, "C-17")
    first, second, *_ = steps.loop_of(store, candidate).interviews
    held = {BO: (candidate.id, first.id), CY: (candidate.id, second.id)}
    steps.set_member(store, "Ada", made.id, (BO, "interviewer"), first.interviewer)
    steps.set_member(store, "Ada", made.id, (CY, "interviewer"), second.interviewer)
    steps.set_member(store, "Ada", made.id, (REC, "recruiter"), None)
    for who, sitting in held.items():
        keep_scorecard(store, who, sitting, {"by": who}, complete=True)
    return held


def seen(store, who, rated):
    return {row.body["by"] for row in scorecards_for(store, who, rated[BO][0])}


def test_it_is_opened_blind_again_and_closed_again(store, rated, made):
    assert seen(store, BO, rated) == {BO, CY}
    steps.reopen_scorecard(store, "Ada", rated[BO], "  The wrong \n level was ticked. ")

    assert seen(store, BO, rated) == {BO}
    assert seen(store, CY, rated) == {CY}
    assert seen(store, "Ada", rated) == {CY}
    states = {row.interview: row.state for row in returned(store, "Ada", rated[BO][0])}
    assert (states[rated[BO][1]], states[rated[CY][1]]) == ("begun", "complete")

    kept = keep_scorecard(store, BO, rated[BO], {"by": BO, "level": 2}, complete=True)
    assert kept.number == 3
    assert seen(store, BO, rated) == seen(store, CY, rated) == {BO, CY}
    said = [entry.what for entry in audit_log(store, "Ada", made.id)]
    assert f"Opened {rated[BO][1]} again: The wrong level was ticked." in said


@pytest.mark.parametrize("who", [BO, REC, "stranger"])
def test_only_the_hiring_manager_opens_it(store, rated, who):
    with pytest.raises(RefusedError, match=r"Only the hiring manager of this plan|no access"):
        steps.reopen_scorecard(store, who, rated[BO], "The wrong level was ticked.")
    assert seen(store, BO, rated) == {BO, CY}


def test_it_needs_a_reason_and_a_complete_one(store, rated):
    for reason in ("", " \n a ", "x" * 301):
        with pytest.raises(StoreError, match="Say in 5 to 300"):
            steps.reopen_scorecard(store, "Ada", rated[BO], reason)
    steps.reopen_scorecard(store, "Ada", rated[BO], "The wrong level.")
    for sitting in (rated[BO], (rated[BO][0], "interview-99")):
        with pytest.raises(StoreError, match="nothing to open again"):
            steps.reopen_scorecard(store, "Ada", sitting, "The wrong level.")
