"""A candidate's packets go out, come back filled or typed, and are seen by those who may."""

import io
from datetime import UTC, date, datetime

import pikepdf
import pytest
from pikepdf.form import Form

from loops import steps
from loops.store import StoreError
from loops.store.members import add_member
from loops.store.people import Member, RefusedError


@pytest.fixture
def candidate(store, made):
    """A candidate of the plan, with interviewers who have access."""
    for number in (1, 2):
        member = Member(plan=made.id, who=f"rater{number}", role="interviewer", interviewer=f"role-{number}")
        add_member(store, "Ada", member)
    return steps.add_candidate(store, "Ada", made.id, " C-17 ", date(2027, 1, 1))


def interview(store, candidate, number):
    """An interview of the candidate's loop."""
    return steps.loop_of(store, candidate).interviews[number]


def answers(sitting, level="3"):
    """Everything that a form asks for."""
    rated = {f"score:{ask.competency}": level for ask in sitting.items}
    told = {f"evidence:{ask.competency}": "Told what they did." for ask in sitting.items}
    return {**rated, **told, "recommendation": "yes", "name": "Dana"}


def filled(data, values):
    """A packet as it comes back, filled in with another program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = Form(pdf)
        for name, value in values.items():
            choice = name.startswith("score:") or name == "recommendation"
            form[name].value = pikepdf.Name(f"/{value}") if choice else value
        pdf.save(out)
    return out.getvalue()


def paper_of(store, candidate, sitting):
    """The packet of an interview."""
    papers = dict(steps.candidate_packets(store, candidate))
    return papers[f"packets/{sitting.interviewer}.pdf"]


def test_a_packet_comes_back_whole_and_is_seen_by_those_who_may(store, candidate):
    sitting = interview(store, candidate, 0)
    data = filled(paper_of(store, candidate, sitting), answers(sitting))

    (taken,) = steps.take_in_scorecards(store, "Ada", candidate.id, [("back.pdf", data)])
    assert (taken.file, taken.interview, taken.state, taken.says) == ("back.pdf", sitting.id, "complete", ())

    (card,) = steps.visible_scorecards(store, "Ada", candidate.id)
    assert (card.candidate, card.recommendation) == ("C-17", "yes")
    assert [rating.answer.level for rating in card.ratings] == [3] * len(sitting.items)
    assert steps.visible_scorecards(store, "rater2", candidate.id) == ()

    (again,) = steps.take_in_scorecards(store, "Ada", candidate.id, [("back.pdf", data)])
    assert again.state == "not-kept"
    assert "locked" in again.says[0]


def test_what_is_missing_is_said_and_the_rest_is_kept(store, candidate):
    sitting = interview(store, candidate, 0)
    given = {f"score:{sitting.items[0].competency}": "2"}
    data = filled(paper_of(store, candidate, sitting), given)

    (taken,) = steps.take_in_scorecards(store, "Ada", candidate.id, [("half.pdf", data)])
    assert taken.state == "begun"
    assert taken.says
    states = {row.interview: row.state for row in steps.scorecard_progress(store, "rater1", candidate.id)}
    assert states[sitting.id] == "begun"


def test_files_that_are_not_ours_or_come_twice_are_not_kept(store, candidate):
    sitting = interview(store, candidate, 0)
    data = filled(paper_of(store, candidate, sitting), answers(sitting))
    files = [("one.pdf", data), ("two.pdf", data), ("poem.pdf", b"The sea is blue.")]

    taken = steps.take_in_scorecards(store, "Ada", candidate.id, files)
    assert [each.state for each in taken] == ["not-kept"] * 3
    assert all(each.says for each in taken)
    assert steps.visible_scorecards(store, "Ada", candidate.id) == ()


def test_an_interviewer_types_in_their_own_and_completes_it(store, candidate):
    loop = steps.loop_of(store, candidate)
    sitting = next(each for each in loop.interviews if each.interviewer == "role-1")
    place = (candidate.id, sitting.id)

    first = steps.type_in_scorecard(store, "rater1", place, {"recommendation": "no"}, complete=True)
    assert first.state == "begun"
    assert first.says
    with_all = steps.type_in_scorecard(store, "rater1", place, answers(sitting), complete=False)
    assert (with_all.state, with_all.says) == ("begun", ())
    done = steps.type_in_scorecard(store, "rater1", place, answers(sitting), complete=True)
    assert done.state == "complete"

    refused = steps.type_in_scorecard(store, "rater2", place, answers(sitting), complete=True)
    assert refused.state == "not-kept"
    assert "Only the one who held this interview" in refused.says[0]
    nowhere = steps.type_in_scorecard(store, "rater1", (candidate.id, "interview-99"), {}, complete=True)
    assert nowhere.state == "not-kept"


def test_an_interviewer_without_an_account_comes_by_a_link(store, candidate, monkeypatch):
    monkeypatch.setenv("LOOPWRIGHT_SECRET", "for this test")
    sitting = interview(store, candidate, 2)
    token = steps.link_for(store, "Ada", (candidate.id, sitting.id), datetime(2100, 1, 1, tzinfo=UTC))

    assert steps.read_link(store, token).interview == sitting.id
    begun = steps.type_in_by_link(store, token, {"recommendation": "no"}, complete=True)
    assert begun.state == "begun"
    done = steps.type_in_by_link(store, token, answers(sitting), complete=True)
    assert done.state == "complete"
    assert len(steps.visible_scorecards(store, "Ada", candidate.id)) == 1

    assert steps.end_links(store, "Ada", (candidate.id, sitting.id)) == 1
    with pytest.raises(RefusedError, match="does not open anything"):
        steps.read_link(store, token)


@pytest.mark.parametrize("code", ["", "Ada Lovelace <ada@example.org>", "x" * 41, "=1+1"])
def test_a_code_is_a_code(store, made, code):
    with pytest.raises(StoreError, match="use no names"):
        steps.add_candidate(store, "Ada", made.id, code)


def test_a_candidate_keeps_their_loop_when_the_plan_moves_on(store, made, candidate):
    before = steps.loop_of(store, candidate)
    changed = steps.set_level(store, store.load(made.id).seen_by("Ada"), "mentoring", 1)
    steps.undo(store, changed.seen_by("Ada"))

    assert steps.loop_of(store, candidate) == before
    assert steps.list_candidates(store, "rater1", made.id) == (candidate,)


def test_holds_and_deletion_are_steps_too(store, candidate):
    assert steps.set_keep_until(store, "Ada", candidate.id, None).keep_until is None
    assert steps.set_hold(store, "Ada", candidate.id, "A claim.").hold == "A claim."
    with pytest.raises(RefusedError, match="legal hold"):
        steps.delete_candidate(store, "Ada", candidate.id)
    steps.set_hold(store, "Ada", candidate.id, None)
    assert steps.delete_candidate(store, "Ada", candidate.id).who == "Ada"
    assert steps.list_candidates(store, "Ada", candidate.plan) == ()
