"""Two revisions of a plan differ in sentences."""

import pytest

from loops import steps
from loops.design.model import Interviewer, Panel, Rules
from loops.steps.requirements import Reading
from loops.store import StoreError


def panel(*names, cap=5):
    """A panel of people."""
    people = (Interviewer(id=name.lower(), name=name, weekly_cap=cap) for name in names)
    return Panel(interviewers=tuple(people))


def test_nothing_differs_from_itself(planned):
    assert steps.differences(planned, planned) == ()


def test_every_kind_of_change_has_its_sentence(store, plan):
    at = steps.rename_plan(store, plan.seen_by("Ada"), "Platform")
    at = steps.drop_requirement(store, at.seen_by("Ada"), "r1")
    at = steps.reclassify_requirement(store, at.seen_by("Ada"), "r2", Reading(tier="should"))
    at = steps.reword_requirement(store, at.seen_by("Ada"), "r3", "Mentor senior engineers")
    at = steps.rename_competency(store, at.seen_by("Ada"), "mentoring", "Coaching")
    at = steps.set_level(store, at.seen_by("Ada"), "mentoring", 1)
    at = steps.leave_out_competency(store, at.seen_by("Ada"), "mentoring")
    at = steps.set_weight(store, at.seen_by("Ada"), "mentoring", 0.99, "Most of the week.")
    at = steps.set_panel(store, at.seen_by("Ada"), panel("Ada", "Bob"))
    at = steps.set_rules(store, at.seen_by("Ada"), Rules(max_minutes=300))

    told = steps.compare_revisions(store, plan.id, 1, at.revision)
    assert told[0] == "The plan's name: “Staff Infrastructure Engineer” became “Platform”."
    assert told[1].startswith("Requirement gone: “Design, build and operate")
    assert any("tier must became should" in line for line in told)
    assert any("now reads “Mentor senior engineers”" in line for line in told)
    for line in (
        "Competency Coaching: left out now.",
        "Panel: Ada came in.",
        "Panel: Bob came in.",
        "The loop takes at most 300 minutes of the candidate's time."
        " It was: The loop takes at most any number of minutes of the candidate's time.",
    ):
        assert line in told
    assert any(line.endswith("is now called Coaching.") for line in told)
    assert any(line.startswith("Competency Coaching: level ") for line in told)
    assert any(line.endswith("became 0.99.") for line in told)

    back = steps.compare_revisions(store, plan.id, at.revision, 1)
    assert len(back) == len(told)
    assert "Panel: Ada left." in back


def test_competencies_come_and_go(store, plan):
    choice = steps.catalogue_choices(plan.state)[0]
    added = steps.add_competency(store, plan.seen_by("Ada"), choice.id)

    assert steps.differences(plan.state, added.state) == (f"Competency added: {choice.name}.",)
    assert steps.differences(added.state, plan.state) == (f"Competency gone: {choice.name}.",)


def test_requirements_come_and_a_loop_is_made(store, plan, made):
    assert steps.differences(made.state, plan.state)[0].endswith("minutes became no loop.")

    dropped = steps.drop_requirement(store, made.seen_by("Ada"), "r1")
    assert steps.differences(dropped.state, made.state)[0].startswith("Requirement added: “Design, build")


def test_a_panel_of_the_same_people_may_differ(fresh):
    one = fresh.model_copy(update={"panel": panel("Ada")})
    two = fresh.model_copy(update={"panel": panel("Ada", cap=1)})

    assert steps.differences(one, two) == ("Panel: what somebody may assess or when changed.",)


def test_a_revision_that_was_an_undo_or_a_note_shows_what_stood_then(store, plan):
    at = steps.rename_plan(store, plan.seen_by("Ada"), "One")
    at = steps.undo(store, at.seen_by("Ada"))
    at = steps.archive_plan(store, at.seen_by("Ada"))

    assert steps.compare_revisions(store, plan.id, 1, 3) == ()
    assert steps.compare_revisions(store, plan.id, 1, 4) == ()
    assert len(steps.compare_revisions(store, plan.id, 2, 4)) == 1
    with pytest.raises(StoreError, match="number 9"):
        steps.compare_revisions(store, plan.id, 1, 9)
