"""Each rule of the second ring is shown a bad entry of its own; a good catalogue passes all."""

import pytest

from rubric.catalogue import review
from rubric.catalogue.review import FINDERS, review_catalogue
from tests.rubric.catalogue.entries import SEEN, catalogue, competency, question, renamed


def rules(found):
    return [(item.place, item.finding.rule) for item in found]


def pair(**changes):
    return catalogue(competency(**changes), renamed("ordering"), relations=(("soup", "related", "ordering"),))


def test_a_good_catalogue_passes_every_rule():
    assert review_catalogue(pair(), {}, FINDERS) == []


def test_an_exemption_with_a_reason_silences_one_rule_for_one_entry():
    alone = catalogue(competency())
    assert rules(review_catalogue(alone, {}, FINDERS)) == [("soup", "lonely")]
    assert review_catalogue(alone, {"lonely": {"soup": "The kitchen is small."}}, FINDERS) == []


def test_a_ring_of_foundations_is_found():
    held = catalogue(
        competency(),
        renamed("ordering"),
        relations=(("soup", "builds-on", "ordering"), ("ordering", "builds-on", "soup")),
    )
    [found] = review.cycles(held)
    assert found.finding.rule == "cycle"
    assert "soup" in found.finding.why
    assert list(review.cycles(pair())) == []


def test_a_reviewed_competency_without_a_relation_is_found():
    assert rules(review.lonely(catalogue(competency()))) == [("soup", "lonely")]
    assert rules(review.lonely(catalogue(competency(status="draft")))) == []


def test_two_pasts_and_a_situation_are_needed():
    questions = tuple(
        question(f"soup-{n}", kind="technical", ask=f"Ask number {n} about it") for n in range(4)
    )
    [found] = review.kinds(catalogue(competency(questions=questions)))
    assert found.finding.why.startswith("It has 0 questions about the past")


def test_two_questions_that_are_nearly_the_same_are_found_across_competencies():
    twin = "Tell me about a soup that went wrong in a busy service. What did you do first?"
    questions = (question("ordering-twin", ask=twin), *renamed("ordering").questions)
    held = catalogue(competency(), renamed("ordering", questions=questions))
    [found] = review.twin_questions(held)
    assert (
        found.finding.why == "soup-burnt asks nearly the same as ordering-twin." or found.place == "ordering"
    )
    assert list(review.twin_questions(pair())) == []


def test_two_competencies_with_the_same_anchors_are_found():
    seen = (*SEEN[:3], "Writes the recipe down, costs it, and trains two cooks.")
    held = catalogue(competency(), competency("broth", *seen, questions=renamed("broth").questions))
    assert len(list(review.overlap(held))) == 1
    assert list(review.overlap(pair())) == []


def test_a_trait_in_an_anchor_is_found():
    seen = ("Is passionate about soup.", *SEEN[1:])
    held = catalogue(competency("soup", *seen))
    assert {item.finding.rule for item in review.anchors(held)} == {"trait", "no-observable-verb"}


def test_a_question_about_a_protected_subject_is_found_and_a_probe_too():
    questions = (question(ask="Are you married to a cook, by any chance?"), *competency().questions[1:])
    assert {item.finding.rule for item in review.questions(catalogue(competency(questions=questions)))} >= {
        "marital-status"
    }
    probed = (question(probes=("And how old are you?", "Why?")), *competency().questions[1:])
    [found] = review.questions(catalogue(competency(questions=probed)))
    assert (found.finding.rule, found.finding.why[:11]) == ("age", "soup-burnt:")


def test_a_level_that_no_question_separates_is_found():
    questions = tuple(q.model_copy(update={"separates": (2, 3)}) for q in competency().questions)
    [found] = review.separating(catalogue(competency(questions=questions)))
    assert (found.finding.verdict, found.finding.why) == ("info", "No question separates levels 1, 4.")


def test_a_question_without_the_minutes_for_its_probes_is_found():
    questions = (question(minutes=4), *competency().questions[1:])
    [found] = review.hurried(catalogue(competency(questions=questions)))
    assert "4 minutes do not hold" in found.finding.why


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_every_rule_says_itself_in_one_sentence(finder):
    assert finder.__doc__.count(".") == 1
