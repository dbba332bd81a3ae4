"""The second opinion by meaning speaks where no rule does, and keeps quiet where it should."""

import pytest

from rubric.catalogue.lint import lint_anchors, lint_question, lint_requirement
from rubric.catalogue.lint.meaning import find_by_meaning, is_english, load_model
from rubric.catalogue.lint.questions import find_by_rules


def test_a_wording_that_no_rule_knows_is_found_by_its_meaning():
    text = "Do you fast during Ramadan?"
    assert find_by_meaning(text, "questions")[0].verdict == "block"
    assert lint_question("Has anyone ever taken out a restraining order on you?").verdict == "block"


@pytest.mark.parametrize(
    "text",
    [
        "How do you explain a release plan to a customer?",
        "How did you cut the time that a build takes?",
        "Tell me about a time you changed a plan because of new data.",
    ],
)
def test_questions_of_the_trade_stay_in_order(text):
    assert lint_question(text).verdict == "ok"


def test_a_remark_says_that_it_rests_on_meaning():
    (finding,) = find_by_meaning("Positive thinker with lots of energy.", "requirements")
    assert "meaning" in finding.why
    assert finding.rewrite


def test_other_languages_and_nothing_at_all_are_left_alone():
    assert not is_english("Was ist Ihre größte Schwäche und warum?")
    assert find_by_meaning("Haben Sie Kinder und wer passt auf sie auf?", "questions") == []
    assert find_by_meaning("  ", "requirements") == []
    assert lint_requirement("").verdict == "ok"


def test_a_lawful_form_is_left_to_the_rules():
    assert find_by_rules("What salary do you expect for this post?") == []
    assert (
        lint_question("Can you perform the essential functions, with or without adjustments?").verdict == "ok"
    )


def test_the_anchor_of_a_level_that_no_rule_knows_is_found_by_its_meaning():
    ruling = lint_anchors("1: Waits for a colleague | 3: Carries herself like a born captain")
    assert ruling.rules == ("trait",)
    assert ruling.why.startswith("Level 3:")


def test_years_are_counted_by_the_rules_alone():
    assert lint_requirement("3+ years of experience with Go.").verdict == "ok"
    assert lint_requirement("13+ years of experience with Go.").rules == ("years",)


def test_an_alternative_to_a_degree_is_left_to_the_rules():
    assert lint_requirement("A bachelor's degree, or an apprenticeship with practice.").verdict == "ok"


@pytest.mark.parametrize("kind", ["questions", "requirements", "anchors"])
def test_every_class_has_its_weights(kind):
    model = load_model(kind)
    assert model.weights.shape == (len(model.classes), 385)
    assert "ok" in model.classes
