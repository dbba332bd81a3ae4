"""Each rule for anchors fires on its own bad set and keeps quiet on a good one."""

import pytest

from rubric.catalogue.lint import levels, lint_anchors, lint_question, lint_requirement, single
from rubric.catalogue.lint.anchors import RULES
from rubric.catalogue.lint.scale import Step, parse_scale
from rubric.catalogue.lint.subjects import without_senses

GOOD = (
    "1: Waits for a colleague | 2: Reads the log and names one cause | 3: Tests two causes in order of cost "
    "| 4: Does 3, and adds the check that was missing"
)
BAD = {
    levels.adverb_ladder: "1: Rarely writes tests | 2: Often writes tests",
    single.label_only: "2: Good answer",
    single.no_observable_verb: "3: Understands queues",
    single.trait: "3: Shows passion for queues",
    single.culture_fit: "4: Fits in well with our team",
    levels.negation_only: "1: Does not count the queue | 2: Counts the queue",
    levels.same_neighbours: "1: Counts the queue | 2: Counts the queue",
    levels.non_monotone: "1: Counts the queue and its age | 2: Counts the queue",
    levels.missing_anchor: "1: Counts the queue | 2: [missing] | 3: Counts and dates the queue",
    single.double_barrelled: "1: Sells shoes and repairs engines | 2: Counts shoes",
    single.too_long: "1: Counts " + "one queue after another " * 12,
    single.protected: "1: Too old for queues",
    single.luck: "1: Worked at a top company",
    single.buzzwords: "1: Leverages queues",
    single.reading_level: "1: Recalculates transformer impedances, photographs switchgear terminations, "
    "countersigns commissioning certificates individually",
}


def test_every_rule_is_shown_a_bad_set():
    assert set(BAD) == set(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_fires_on_its_bad_set_alone(rule):
    assert list(rule(parse_scale(BAD[rule])))
    assert not list(rule(parse_scale(GOOD)))
    assert rule.__doc__[0] == "R"


def test_always_inside_a_concrete_behaviour_is_no_ladder():
    assert lint_anchors("3: Always closes the channel with a written summary").verdict == "ok"


def test_a_set_is_read_in_several_hands():
    assert parse_scale("Level 1: a b\n2) c d | 3: [empty] | 4: ...") == [
        Step(1, "a b"),
        Step(2, "c d"),
        Step(3, ""),
        Step(4, None),
    ]
    assert parse_scale("Counts the queue") == [Step(0, "Counts the queue")]


def test_the_gravest_finding_decides_and_a_rewrite_is_offered():
    ruling = lint_question("You have no children, right?")
    assert ruling.verdict == "block"
    assert ruling.rules[0] == "family"
    assert "schedule" in ruling.rewrite


def test_a_remark_leaves_a_text_in_order():
    ruling = lint_anchors(BAD[single.reading_level])
    assert (ruling.verdict, ruling.rules) == ("ok", ("reading-level",))


@pytest.mark.parametrize(
    "text",
    [
        "How do you clean up an orphaned process?",
        "Explain a race condition.",
        "Which parts of a native app would you share?",
        "How do you retire an API?",
    ],
)
def test_a_sense_of_the_trade_is_taken_out_first(text):
    assert "◦" in without_senses(text, "questions")
    assert lint_question(text).verdict == "ok"


def test_two_subjects_in_one_question_are_both_named():
    ruling = lint_question("Are you married, and do you have kids?")
    assert set(ruling.rules) >= {"marital-status", "family"}


def test_a_long_question_is_too_long_to_ask():
    assert lint_question("Tell me about " + "the queue and " * 40 + "so on.").rules[0] == "too-long"


def test_a_hard_question_is_remarked_on():
    hard = (
        "Characterise organisational interdependencies complicating intercontinental accountability "
        "considerations internationally."
    )
    assert lint_question(hard).rules == ("reading-level",)


def test_a_buzzword_in_a_question_is_named():
    assert lint_question("Tell me how you find low-hanging fruit.").rules == ("buzzword",)


def test_a_cap_on_years_is_not_also_a_number_of_years():
    assert lint_requirement("No more than 9 years of experience.").rules == ("experience-cap",)
    assert lint_requirement("9 years of experience in sales.").rules == ("years",)
