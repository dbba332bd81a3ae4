"""Which pieces ask for something, how strongly, and how it can be assessed."""

import pytest

from rubric.postings import read_posting
from rubric.requirements import NoRequirementError, Requirements, find_requirements
from rubric.requirements.alternatives import find_alternatives
from rubric.requirements.assess import assess_by
from rubric.requirements.kinds import kind_of
from rubric.requirements.seniority import seniority_of
from rubric.requirements.sentences import split_sentences


def found(text):
    return [(item.text, item.section) for item in find_requirements(read_posting(text)).items]


def test_a_wish_that_shares_a_bullet_with_a_demand_is_parted_from_it():
    text = "Nurse\n\nRequirements\n- Degree in nursing required; a master's degree is a plus\n- Wound care\n"

    assert found(text) == [
        ("Degree in nursing required", "minimum"),
        ("a master's degree is a plus", "preferred"),
        ("Wound care", "minimum"),
    ]


def test_options_under_a_lead_in_are_one_requirement():
    text = (
        "# Nurse\n\n## Requirements\n\n- Experience with at least one of:\n  - Epic\n  - Cerner\n- Patience\n"
    )

    assert found(text) == [
        ("Experience with at least one of:\nEpic\nCerner", "minimum"),
        ("Patience", "minimum"),
    ]


def test_a_lead_in_over_duties_is_none():
    text = (
        "# Nurse\n\n## Duties\n\n- Run the ward:\n  - plan the shifts\n  - teach students\n- Report monthly\n"
    )

    assert [words for words, _ in found(text)] == ["plan the shifts", "teach students", "Report monthly"]


@pytest.mark.parametrize(
    "line", ["No degree is required", "A degree is not necessary", "$40,000 to $48,000 a year"]
)
def test_a_negation_and_pay_ask_for_nothing(line):
    text = f"Clerk\n\nRequirements\n- Two years of office work\n- {line}\n"

    assert found(text) == [("Two years of office work", "minimum")]


def test_a_posting_that_asks_for_nothing_is_told_so():
    with pytest.raises(NoRequirementError, match="No requirement was found"):
        find_requirements(read_posting("We like cake."))


def test_two_requirements_may_not_share_an_id():
    items = find_requirements(read_posting("Clerk\n\nDuties\n- Lead the office\n- Teach others\n"))

    with pytest.raises(ValueError, match="share an id"):
        Requirements(title=None, seniority=None, language="en", items=items.items[:1] * 2)


@pytest.mark.parametrize(
    ("words", "tier"),
    [("Lead reviews", "must"), ("Should know Excel", "should"), ("Some experience of sales", "should")],
)
def test_a_softened_demand_is_a_should(words, tier):
    items = find_requirements(read_posting(f"Clerk\n\nRequirements\n- {words}\n- Lead the office\n")).items

    assert items[0].tier == tier


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("Self-starter with a can-do attitude", "not-testable"),
        ("Honest and punctual", "reference"),
        ("Write clear reports", "work-sample"),
        ("Lead a team through change", "interview"),
    ],
)
def test_a_skill_is_assessed_as_its_words_allow(words, method):
    assert assess_by(words, "skill")[0] == method


def test_a_product_alone_is_a_question_at_screening():
    assert assess_by("Salesforce", "skill", tools_only=True)[0] == "screening"


@pytest.mark.parametrize(
    ("title", "seniority"),
    [
        ("Associate Professor", "senior"),
        ("Associate Director", "director"),
        ("Senior Project Manager", "senior"),
        ("Project Manager", "mid"),
        ("Ward Manager", "manager"),
        ("Ward Clerk", "junior"),
        ("Head of Data", "director"),
        (None, None),
    ],
)
def test_a_title_names_its_seniority(title, seniority):
    assert seniority_of(title, ()) == seniority


@pytest.mark.parametrize(
    ("years", "title", "seniority"),
    [("12 years", "Weaver", "senior"), ("3 years", "Weaver", "mid"), ("1 year", "Weaver", "junior")],
)
def test_years_tell_where_the_title_does_not(years, title, seniority):
    posting = read_posting(f"{title}\n\nRequirements\n- {years} of experience at the loom\n- Patience\n")

    assert find_requirements(posting).seniority == seniority


def test_years_alone_tell_a_senior_role():
    items = find_requirements(
        read_posting("Requirements\n- 12 years of weaving experience\n- Patience\n")
    ).items

    assert seniority_of(None, items) == "staff"


def test_a_clearance_named_in_a_duty_is_a_clearance():
    assert kind_of("Must hold security clearance", "responsibility", None) == "clearance"


def test_no_options_stand_in_a_comparison():
    assert find_alternatives("two years or more of sales") == ()
    assert find_alternatives("CI/CD pipelines") == ()


def test_an_abbreviation_ends_no_sentence():
    text = "We use e.g. Excel and ca. 40 sheets. Bring pens! ok"

    assert [text[a:b] for a, b in split_sentences(text)] == [
        "We use e.g. Excel and ca. 40 sheets.",
        "Bring pens!",
        "ok",
    ]
