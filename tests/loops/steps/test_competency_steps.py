"""Competencies can be left out, weighed, levelled, renamed, added and merged; hand-made changes last."""

import pytest

from loops import steps


def node(saved, competency):
    return next((n for n in saved.state.graph.nodes if n.id == competency), None)


def test_left_out_says_by_whom_and_can_be_included_again(store, plan):
    out = steps.leave_out_competency(store, plan.seen_by("Ada"), "mentoring")
    assert node(out, "mentoring").in_loop is False
    assert node(out, "mentoring").why == "Left out by Ada."
    assert out.undo == "Left Mentoring out of the loop." or "out of the loop" in out.undo

    back = steps.include_competency(store, out.seen_by("Bob"), "mentoring")
    assert node(back, "mentoring").in_loop is True
    assert node(back, "mentoring").why == "Included by Bob."


def test_the_last_competency_of_the_loop_stays(store, plan):
    at = plan
    inside = [n.id for n in plan.state.graph.nodes if n.in_loop]
    for competency in inside[1:]:
        at = steps.leave_out_competency(store, at.seen_by("Ada"), competency)
    with pytest.raises(steps.EditError, match="last competency"):
        steps.leave_out_competency(store, at.seen_by("Ada"), inside[0])


def test_a_weight_needs_its_reason_and_puts_the_heaviest_first(store, plan):
    with pytest.raises(steps.EditError, match="needs its reason"):
        steps.set_weight(store, plan.seen_by("Ada"), "mentoring", 0.99, " ")
    with pytest.raises(steps.EditError, match="between 0 and 1"):
        steps.set_weight(store, plan.seen_by("Ada"), "mentoring", 1.5, "Most of the week")

    after = steps.set_weight(store, plan.seen_by("Ada"), "mentoring", 0.99, "Half of {the} week")
    assert after.state.graph.nodes[0].id == "mentoring"
    assert node(after, "mentoring").why == "Weight set by Ada: Half of {the} week"
    assert after.undo.endswith("to 0.99: Half of {the} week")


def test_level_and_name_are_set_and_checked(store, plan):
    level = steps.set_level(store, plan.seen_by("Ada"), "mentoring", 2)
    named = steps.rename_competency(store, level.seen_by("Ada"), "mentoring", " Coaching ")

    assert (node(named, "mentoring").level, node(named, "mentoring").name) == (2, "Coaching")
    with pytest.raises(steps.EditError, match="1, 2, 3 or 4"):
        steps.set_level(store, named.seen_by("Ada"), "mentoring", 5)
    with pytest.raises(steps.EditError, match="between 2 and 80"):
        steps.rename_competency(store, named.seen_by("Ada"), "mentoring", "x")


def test_hand_made_changes_outlast_an_edit_of_the_requirements(store, plan):
    named = steps.rename_competency(store, plan.seen_by("Ada"), "mentoring", "Coaching")
    after = steps.drop_requirement(store, named.seen_by("Ada"), "r1")

    assert node(after, "mentoring").name == "Coaching"


def test_a_competency_of_the_catalogue_can_be_added_once(store, plan):
    choice = steps.catalogue_choices(plan.state)[0]
    added = steps.add_competency(store, plan.seen_by("Ada"), choice.id)

    assert node(added, choice.id).why == "Added by hand; the posting does not name it."
    assert choice.id not in {card.id for card in steps.catalogue_choices(added.state)}
    with pytest.raises(steps.EditError, match="among the competencies already"):
        steps.add_competency(store, added.seen_by("Ada"), choice.id)
    with pytest.raises(steps.EditError, match="no competency juggling"):
        steps.add_competency(store, added.seen_by("Ada"), "juggling")


def test_a_merge_moves_the_evidence_over(store, plan):
    old, into = node(plan, "mentoring"), node(plan, "technical-leadership")
    merged = steps.merge_competencies(store, plan.seen_by("Ada"), "mentoring", "technical-leadership")

    assert node(merged, "mentoring") is None
    assert set(node(merged, "technical-leadership").evidence) == {*old.evidence, *into.evidence}
    with pytest.raises(steps.EditError, match="into itself"):
        steps.merge_competencies(store, merged.seen_by("Ada"), "technical-leadership", "technical-leadership")
    back = steps.add_competency(store, merged.seen_by("Ada"), "mentoring")
    assert node(back, "mentoring") is not None


def test_a_reset_goes_back_to_what_the_posting_says(store, plan):
    named = steps.rename_competency(store, plan.seen_by("Ada"), "mentoring", "Coaching")
    reset = steps.reset_competencies(store, named.seen_by("Ada"))

    assert reset.state == plan.state


def test_an_unknown_competency_is_named(store, plan):
    with pytest.raises(steps.EditError, match="no competency juggling"):
        steps.set_level(store, plan.seen_by("Ada"), "juggling", 2)
