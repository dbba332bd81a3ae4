"""Requirements can be set aside, kept, read anew, worded anew, split, merged, added and confirmed."""

import pytest

from loops import steps
from loops.steps.requirements import Reading
from rubric.value import Span


def texts(saved):
    return [item.text for item in saved.state.asked.items]


def test_a_dropped_requirement_takes_its_competency_along_and_back(store, plan):
    ids = {link.requirement for link in plan.state.graph.links if link.competency == "mentoring"}
    at = plan
    for requirement in sorted(ids):
        at = steps.drop_requirement(store, at.seen_by("Ada"), requirement)

    assert "mentoring" not in {node.id for node in at.state.graph.nodes}
    assert len(at.state.requirements.items) == len(plan.state.requirements.items)

    for requirement in sorted(ids):
        at = steps.keep_requirement(store, at.seen_by("Ada"), requirement)
    assert at.state == plan.state


def test_the_last_requirement_stays(store, plan):
    at = plan
    for item in plan.state.requirements.items[1:]:
        at = steps.drop_requirement(store, at.seen_by("Ada"), item.id)

    with pytest.raises(steps.EditError, match="last requirement"):
        steps.drop_requirement(store, at.seen_by("Ada"), "r1")


def test_a_must_that_becomes_a_wish_weighs_less(store, plan):
    before = {node.id: node.weight for node in plan.state.graph.nodes}
    after = steps.reclassify_requirement(store, plan.seen_by("Ada"), "r3", Reading(section="preferred"))

    item = next(item for item in after.state.requirements.items if item.id == "r3")
    weights = {node.id: node.weight for node in after.state.graph.nodes}
    assert (item.section, item.tier) == ("preferred", "nice")
    assert weights["mentoring"] < before["mentoring"]
    assert after.undo is not None
    assert after.undo.endswith("as section preferred.")


def test_a_tier_and_a_kind_can_be_set_alone(store, plan):
    reading = Reading(kind="certification", tier="should")
    after = steps.reclassify_requirement(store, plan.seen_by("Ada"), "r3", reading)

    item = next(item for item in after.state.requirements.items if item.id == "r3")
    assert (item.section, item.kind, item.tier) == ("responsibility", "certification", "should")


def test_words_of_the_posting_move_the_mark(store, plan):
    after = steps.reword_requirement(store, plan.seen_by("Ada"), "r3", "Mentor senior engineers")

    item = next(item for item in after.state.requirements.items if item.id == "r3")
    assert item.span.of(after.state.posting.text) == item.text == "Mentor senior engineers"


def test_words_of_one_s_own_keep_the_mark_and_rest_on_it(store, plan):
    after = steps.reword_requirement(store, plan.seen_by("Ada"), "r3", "Coach and mentor the whole team")

    item = next(item for item in after.state.requirements.items if item.id == "r3")
    links = [link for link in after.state.graph.links if link.requirement == "r3"]
    assert item.text == "Coach and mentor the whole team"
    assert item.span == next(i for i in plan.state.requirements.items if i.id == "r3").span
    assert links
    for link in links:
        assert link.words == link.span.of(after.state.posting.text)


@pytest.mark.parametrize("text", ["", "  a ", "x" * 1001])
def test_a_requirement_without_words_is_refused(store, plan, text):
    with pytest.raises(steps.EditError, match="between 3 and 1,000 characters"):
        steps.reword_requirement(store, plan.seen_by("Ada"), "r3", text)


def test_a_requirement_splits_where_the_person_says_and_merges_again(store, plan):
    item = next(item for item in plan.state.requirements.items if item.id == "r6")
    at = item.text.index("reliability")
    halves = steps.split_requirement(store, plan.seen_by("Ada"), "r6", at)

    assert item.text[:at].strip(" ,") in texts(halves)
    assert item.text[at:] in texts(halves)
    assert len(texts(halves)) == len(texts(plan)) + 1

    new = next(i.id for i in halves.state.requirements.items if i.text == item.text[at:])
    whole = steps.merge_requirements(store, halves.seen_by("Ada"), ["r6", new])
    assert texts(whole) == texts(plan)


@pytest.mark.parametrize("at", [0, -5, 5000])
def test_a_split_outside_the_words_is_refused(store, plan, at):
    with pytest.raises(steps.EditError, match="inside the requirement"):
        steps.split_requirement(store, plan.seen_by("Ada"), "r6", at)


def test_a_reworded_requirement_cannot_be_split(store, plan):
    after = steps.reword_requirement(store, plan.seen_by("Ada"), "r3", "Coach and mentor the whole team")
    with pytest.raises(steps.EditError, match="worded anew cannot be split"):
        steps.split_requirement(store, after.seen_by("Ada"), "r3", 6)


def test_only_neighbours_merge(store, plan):
    with pytest.raises(steps.EditError, match="Only neighbours"):
        steps.merge_requirements(store, plan.seen_by("Ada"), ["r1", "r3"])
    with pytest.raises(steps.EditError, match="at least two"):
        steps.merge_requirements(store, plan.seen_by("Ada"), ["r1", "r1"])


def test_marked_words_become_a_requirement_with_a_new_id(store, plan):
    start = plan.state.posting.text.index("routes, recipes and invoices")
    span = Span(start=start - 1, end=start + len("routes, recipes and invoices"))
    after = steps.add_requirement(store, plan.seen_by("Ada"), span, "preferred")

    new = next(i for i in after.state.requirements.items if i not in plan.state.requirements.items)
    assert new.text == "routes, recipes and invoices"
    assert new.id not in {item.id for item in plan.state.requirements.items}
    assert new.tier == "nice"
    with pytest.raises(steps.EditError, match="a requirement already"):
        steps.add_requirement(store, after.seen_by("Ada"), span, "minimum")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (10**6, 10**6 + 9)])
def test_a_mark_without_words_is_refused(store, plan, start, end):
    with pytest.raises(steps.EditError, match="Mark some words"):
        steps.add_requirement(store, plan.seen_by("Ada"), Span(start=start, end=end), "minimum")


def test_a_confirmation_names_who_and_when_and_ends_with_an_edit(store, plan):
    sure = steps.confirm_requirements(store, plan.seen_by("Bob"), ["r3", "r1"])

    assert [(c.requirement, c.who) for c in sure.state.confirmations] == [("r1", "Bob"), ("r3", "Bob")]
    assert sure.state.confirmations[0].at <= sure.changed

    after = steps.reword_requirement(store, sure.seen_by("Ada"), "r3", "Mentor senior engineers")
    assert [c.requirement for c in after.state.confirmations] == ["r1"]


def test_a_requirement_that_is_not_there_is_named(store, plan):
    with pytest.raises(steps.EditError, match="no requirement r99"):
        steps.drop_requirement(store, plan.seen_by("Ada"), "r99")
