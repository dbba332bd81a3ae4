"""A rule is changed, explained, and goes back to its default with its reason."""

import pytest

from loops import steps
from rubric.value import InputError


def line(saved, rule):
    return next(each for each in steps.rule_lines(saved.state.rules) if each.id == rule)


def test_a_changed_rule_says_what_it_was_and_why(store, plan):
    changed = steps.change_rules(store, plan.seen_by("Ada"), {"max_interviews": 4})
    told = steps.explain_rules(store, changed.seen_by("Ada"), {"few-interviews": " A small  team. "})

    few = line(told, "few-interviews")
    assert few.changed
    assert few.sentence == "The loop has at most four interviews."
    assert few.default == "The loop has at most six interviews."
    assert few.why == "A small team."


def test_a_reason_falls_away_with_its_change(store, plan):
    changed = steps.change_rules(store, plan.seen_by("Ada"), {"off": ["no-question-twice"]})
    told = steps.explain_rules(store, changed.seen_by("Ada"), {"no-question-twice": "We like it."})
    assert not line(told, "no-question-twice").on

    back = steps.change_rules(store, told.seen_by("Ada"), {"off": []})
    assert back.state.rules == plan.state.rules


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"max_interviews": 99}, "max_interviews", id="out of range"),
        pytest.param({"off": ["juggling"]}, "juggling", id="unknown rule"),
    ],
)
def test_a_change_that_cannot_be_used_keeps_the_rules(store, plan, change, says):
    with pytest.raises(InputError, match=says):
        steps.change_rules(store, plan.seen_by("Ada"), change)

    assert store.load(plan.id) == plan


def test_lists_offer_what_the_plan_holds(plan):
    choices = steps.rule_choices(plan.state)

    assert "mentoring" in choices["critical"]
    assert "60" in choices["lengths"]
    assert choices["must_hold"].keys() == choices["may_not_hold"].keys()
