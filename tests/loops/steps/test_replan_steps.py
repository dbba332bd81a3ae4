"""Planning near the loop in use: who is out, what was held, what is wished for."""

import pytest

from loops import steps
from loops.design.model import Interviewer, Panel, Pin
from rubric.value import InputError

PEOPLE = tuple(Interviewer(id=name.lower(), name=name) for name in ("Ada", "Bob", "Cem", "Dia", "Eva", "Fay"))


@pytest.fixture
def staffed(store, plan):
    eased = steps.change_rules(store, plan.seen_by("Ada"), {"assessors_per_must": 1})
    manned = steps.set_panel(store, eased.seen_by("Ada"), Panel(interviewers=PEOPLE))
    return steps.make_loop(store, manned.seen_by("Ada"))


def test_who_is_out_leads_nothing_and_what_was_held_stays(store, staffed):
    first, *_, last = staffed.state.plan_file.interviews
    wishes = steps.Wishes(out=(last.interviewer,), held=(first.id,))
    after = steps.plan_near(store, staffed.seen_by("Ada"), wishes)

    assert first in after.state.plan_file.interviews
    assert all(each.interviewer != last.interviewer for each in after.state.plan_file.interviews)
    assert steps.changes_made(after.state.plan_file)
    again = steps.make_loop(store, after.seen_by("Ada"))
    assert first in again.state.plan_file.interviews


def test_somebody_who_left_the_panel_is_still_named_in_the_difference(store, staffed):
    lead = staffed.state.plan_file.interviews[0].interviewer
    rest = Panel(interviewers=tuple(person for person in PEOPLE if person.id != lead))
    fewer = steps.set_panel(store, staffed.seen_by("Ada"), rest)
    after = steps.plan_near(store, fewer.seen_by("Ada"), steps.Wishes())

    name = next(person.name for person in PEOPLE if person.id == lead)
    assert any(f"instead of {name}" in said for said in steps.changes_made(after.state.plan_file))


def test_a_held_interview_of_somebody_who_left_is_one_sentence(store, staffed):
    first = staffed.state.plan_file.interviews[0]
    held = steps.plan_near(store, staffed.seen_by("Ada"), steps.Wishes(held=(first.id,)))
    rest = Panel(interviewers=tuple(person for person in PEOPLE if person.id != first.interviewer))
    fewer = steps.set_panel(store, held.seen_by("Ada"), rest)

    with pytest.raises(InputError, match="has been held"):
        steps.make_loop(store, fewer.seen_by("Ada"))


@pytest.mark.parametrize(
    ("pin", "says"),
    [
        pytest.param(Pin(must=True), "who, what or which", id="nothing"),
        pytest.param(Pin(must=True, interviewer="zoe"), "zoe", id="unknown"),
    ],
)
def test_a_wish_that_cannot_be_used_changes_nothing(store, staffed, pin, says):
    with pytest.raises(InputError, match=says):
        steps.set_pins(store, staffed.seen_by("Ada"), (pin,))

    assert store.load(staffed.id) == staffed


def test_without_a_loop_there_is_nothing_near(store, plan):
    with pytest.raises(InputError, match="no loop yet"):
        steps.plan_near(store, plan.seen_by("Ada"), steps.Wishes())


def test_a_loop_from_elsewhere_is_taken_over_with_its_rules(store, staffed, planned):
    taken = steps.keep_loop(store, staffed.seen_by("Ada"), planned.made.file, "Took over another loop.")

    assert taken.state.plan_file == planned.made.file
    assert taken.state.panel is None
    assert taken.state.rules == planned.rules
    assert not taken.state.loop_is_stale
