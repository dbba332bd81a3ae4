"""What the steps write into a plan's history, and how versions differ, is said in every language."""

import pytest

from loops import steps
from loops.design.model import Interviewer, Panel, Rules
from loops.packets.words.sentences import said_in
from loops.steps.requirements import Reading


@pytest.fixture
def edited(store, plan):
    """A plan after one edit of nearly every kind."""
    people = Panel(interviewers=(Interviewer(id="ada", name="Ada"), Interviewer(id="bob", name="Bob")))
    at = steps.rename_plan(store, plan.seen_by("Ada"), "Platform")
    at = steps.drop_requirement(store, at.seen_by("Ada"), "r1")
    at = steps.keep_requirement(store, at.seen_by("Ada"), "r1")
    at = steps.drop_requirement(store, at.seen_by("Ada"), "r1")
    at = steps.reclassify_requirement(store, at.seen_by("Ada"), "r2", Reading(tier="should"))
    at = steps.reword_requirement(store, at.seen_by("Ada"), "r3", "Mentor senior engineers")
    at = steps.confirm_requirements(store, at.seen_by("Ada"), ("r3", "r4"))
    at = steps.rename_competency(store, at.seen_by("Ada"), "mentoring", "Coaching")
    at = steps.set_level(store, at.seen_by("Ada"), "mentoring", 1)
    at = steps.leave_out_competency(store, at.seen_by("Ada"), "mentoring")
    at = steps.include_competency(store, at.seen_by("Ada"), "mentoring")
    at = steps.set_weight(store, at.seen_by("Ada"), "mentoring", 0.99, "Most of the week.")
    at = steps.add_competency(store, at.seen_by("Ada"), steps.catalogue_choices(at.state)[0].id)
    at = steps.set_panel(store, at.seen_by("Ada"), people)
    at = steps.set_rules(
        store, at.seen_by("Ada"), Rules(max_minutes=300, aim="best", off=("few-interviews",))
    )
    at = steps.undo(store, at.seen_by("Ada"))
    return steps.redo(store, at.seen_by("Ada"))


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_line_of_the_history_is_said(store, edited, language):
    done = [change.what for change in steps.plan_history(store, edited.id)][1:]

    assert len(done) >= 17
    assert [what for what in done if said_in(language, what) == what] == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_difference_of_two_versions_is_said(store, plan, edited, language):
    told = [
        *steps.compare_revisions(store, plan.id, 1, edited.revision),
        *steps.compare_revisions(store, plan.id, edited.revision, 1),
    ]

    assert len(told) > 20
    assert [line for line in told if said_in(language, line) == line] == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_reason_of_a_competency_is_said(edited, language):
    whys = [node.why for node in edited.state.graph.nodes] + [
        item.assess_why for item in edited.state.asked.items
    ]
    whys += [link.why for link in edited.state.graph.links]

    assert [why for why in whys if said_in(language, why) == why] == []


def test_a_history_of_an_earlier_version_is_said_too():
    old = 'Set the rules: off ["caps-are-kept"], max interviews 8.'

    assert said_in("de", old) == 'Regeln geändert: off ["caps-are-kept"], max interviews 8.'
