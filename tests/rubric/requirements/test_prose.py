"""Sentences of prose: where a clause ends, and which clauses ask for something."""

import pytest

from rubric.postings import read_posting
from rubric.requirements import find_requirements
from rubric.requirements.sentences import split_clauses, split_sentences


def clauses(sentence):
    return [sentence[start:end] for start, end in split_clauses(sentence)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "You plan the week with Sales, you run two lines, and you answer for the budget.",
            ["You plan the week with Sales", "you run two lines", "you answer for the budget."],
        ),
        (
            "You hold a degree in nursing and current registration with the board.",
            ["You hold a degree in nursing", "current registration with the board."],
        ),
        (
            "You are a qualified surveyor, with 3-5 years of experience in housing.",
            ["You are a qualified surveyor", "3-5 years of experience in housing."],
        ),
        (
            "You need at least four years in kitchens, an understanding of allergens, and a way with cooks.",
            [
                "You need at least four years in kitchens",
                "an understanding of allergens",
                "a way with cooks.",
            ],
        ),
        (
            "Spanish would be useful, and Catalan is welcome.",
            ["Spanish would be useful", "Catalan is welcome."],
        ),
        (
            "A van licence would help, as would experience with a crane.",
            ["A van licence would help", "as would experience with a crane."],
        ),
        (
            "Sie haben ein Studium abgeschlossen und mindestens drei Jahre gearbeitet.",
            ["Sie haben ein Studium abgeschlossen", "mindestens drei Jahre gearbeitet."],
        ),
        (
            "De formation supérieure en droit, vous justifiez d'au moins deux ans de pratique.",
            ["De formation supérieure en droit", "vous justifiez d'au moins deux ans de pratique."],
        ),
    ],
)
def test_a_sentence_is_cut_where_a_clause_repeats_its_subject_or_asks_for_another_kind_of_thing(
    sentence, parts
):
    assert clauses(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "To be considered, you will have a diploma.",
        "As Head of Archives, you'll advise the board on retention.",
        "The desk is never empty, so you must be happy with nights.",
        "A certificate in emergency and critical care is desirable.",
        "You have chaired hearings, can read accounts, and are at ease with lawyers.",
    ],
)
def test_a_sentence_of_one_demand_stays_whole(sentence):
    assert clauses(sentence) == [sentence]


def test_a_word_that_is_also_an_abbreviation_ends_a_sentence():
    text = "Ten years is what we have in mind. You can still read a plan."

    assert [text[a:b] for a, b in split_sentences(text)] == [text[:34], text[35:]]


@pytest.mark.parametrize(
    "duty",
    [
        "You will run the payroll and answer questions about pensions.",
        "You'll advise product teams on privacy and data protection.",
        "You will keep dental records to the standard of the regulator.",
        "You will manage a budget of £3.1 million.",
    ],
)
def test_a_duty_about_what_companies_offer_is_a_duty(duty):
    text = f"Manager\n\nWe are a small firm in Ely.\n\n{duty} You will lead four colleagues.\n"
    first = find_requirements(read_posting(text)).items[0]

    assert (first.text, first.section) == (duty, "responsibility")


def test_what_stands_on_paper_is_no_duty():
    text = (
        "Teacher\n\nYou will teach four groups a week. You will write reports for parents.\n\n"
        "You will have a degree in music and three years of experience in schools."
    )
    items = find_requirements(read_posting(text)).items

    assert [item.section for item in items] == ["responsibility", "responsibility", "minimum", "minimum"]
    assert [item.kind for item in items][2:] == ["education", "experience_years"]
