"""The review of a plan: wordings used, remarks dismissed, and parts of a split without the word between."""

import pytest

from loops import steps
from loops.steps import EditError

POSTING = """Baker

Requirements
- Bakes bread by night and keeps the oven clean
- Must own a car
- Team player with a positive attitude
"""


@pytest.fixture
def plan(store):
    return steps.start_plan(store, POSTING, None, "ada")


def finding(state, rule):
    return next(each for each in steps.review_plan(state) if each.rule == rule)


def test_a_finding_without_a_whole_wording_cannot_be_used(store, plan):
    with pytest.raises(EditError, match="no whole wording"):
        steps.use_wording(store, plan.seen_by("ada"), finding(plan.state, "vague").id)
    with pytest.raises(EditError, match="no longer"):
        steps.dismiss_finding(store, plan.seen_by("ada"), "no-such")


def test_a_wording_is_used_in_place_of_the_requirement(store, plan):
    after = steps.use_wording(store, plan.seen_by("ada"), finding(plan.state, "transport").id)

    assert "Reliable travel to where the work is done." in {
        item.text for item in after.state.requirements.items
    }


def test_a_split_leaves_no_and_behind(store, plan):
    item = plan.state.requirements.items[0]
    at = item.text.index("keeps")

    assert steps.split_parts(plan.state, item.id, at) == ("Bakes bread by night", "keeps the oven clean")
    assert steps.split_parts(plan.state, item.id, at - 4) == ("Bakes bread by night", "keeps the oven clean")
    assert steps.split_parts(plan.state, item.id, 0) is None
    after = steps.split_requirement(store, plan.seen_by("ada"), item.id, at)
    assert [each.text for each in after.state.requirements.items[:2]] == [
        "Bakes bread by night",
        "keeps the oven clean",
    ]
