"""The review of a posting finds what could be said better, with its words and a wording where one exists."""

import pytest

from rubric.postings import read_posting
from rubric.requirements import find_requirements, review_posting
from rubric.requirements.rewording import reword

HEAD = "Salesperson\n\nRequirements\n"


def reviewed(*lines, before=""):
    posting = read_posting(
        HEAD.replace("\n\n", f"\n\n{before}\n\n", 1) + "\n".join(f"- {line}" for line in lines)
    )
    return posting, review_posting(posting, find_requirements(posting))


def rules(found):
    return {finding.rule for finding in found}


@pytest.mark.parametrize(
    ("line", "rule", "words", "rewrite"),
    [
        (
            "Bachelor's degree in Business required",
            "degree",
            "Bachelor's degree",
            "Bachelor's degree in Business or equivalent practical experience.",
        ),
        (
            "10+ years of experience in retail sales",
            "years",
            "10+ years of experience in retail sales",
            "Can show own work in retail sales.",
        ),
        (
            "No more than 5 years of experience in sales",
            "experience-cap",
            "No more than 5 years of experience",
            None,
        ),
        (
            "Native English speaker",
            "national-origin",
            "Native English speaker",
            "Fluent English, spoken and written, as the job needs it.",
        ),
        (
            "Must be able to lift 20 kg",
            "physical-demand",
            "Must be able to lift",
            "Must be able to lift 20 kg, with or without reasonable accommodation.",
        ),
        ("Must own a car", "transport", "Must own a car", "Reliable travel to where the work is done."),
        ("Team player with a positive attitude", "vague", "Team player", None),
    ],
)
def test_each_fault_is_found_with_its_words_and_a_better_wording(line, rule, words, rewrite):
    posting, found = reviewed(line, "Runs the till and closes the shop at night")

    (finding,) = (each for each in found if each.rule == rule)
    assert finding.span.of(posting.text) == words
    assert finding.rewrite == rewrite
    assert finding.rewrite or finding.advice


def test_what_is_in_order_has_no_finding():
    _, found = reviewed(
        "Runs the till and closes the shop at night", "Bachelor's degree or equivalent experience in retail"
    )
    assert found == ()


def test_a_degree_that_the_law_asks_for_needs_no_other_way():
    _, found = reviewed("Degree in nursing and registration with the council", "Plans the shifts of a ward")
    assert "degree" not in rules(found)


def test_years_are_a_hint_at_first_and_a_finding_from_eight_on():
    _, few = reviewed("4+ years of experience with Go", "Plans the shifts of a ward")
    _, many = reviewed("9+ years of experience with Go", "Plans the shifts of a ward")
    assert [(f.rule, f.weight) for f in few] == [("years", "hint")]
    assert [(f.rule, f.weight) for f in many] == [("years", "warn")]


def test_what_is_said_twice_is_named_with_both_places():
    posting, found = reviewed(
        "Plans the shifts of the whole ward", "Keeps the till", "Plans shifts of the whole ward"
    )
    (finding,) = found
    assert finding.rule == "duplicate"
    assert finding.more[0].of(posting.text) == "Plans the shifts of the whole ward"


def test_words_around_the_requirements_count_too():
    posting, found = reviewed("Keeps the till", before="We want digital natives for our shop.")
    (finding,) = found
    assert (finding.rule, finding.requirement) == ("age", None)
    assert finding.span.of(posting.text) == "digital natives"


def test_more_must_haves_than_a_loop_can_hold_are_counted():
    tasks = ("Explains", "Negotiates", "Plans", "Reviews", "Leads", "Trains", "Compares", "Audits", "Models")
    lines = [f"Experience: {task.lower()} budgets for area {n} of the firm" for n, task in enumerate(tasks)]
    _, found = reviewed(*[line.replace("Experience: ", "Knows how one ") for line in lines])
    assert "too-many-musts" in rules(found)


def test_coded_words_are_a_hint_by_their_density_and_senses_of_the_trade_do_not_count():
    tone = "We are aggressive, fearless, competitive, dominant, ambitious, assertive and self-reliant."
    posting, found = reviewed("Keeps the till", before=tone)
    (coded,) = (each for each in found if each.rule == "coded-words")
    assert coded.weight == "hint"
    assert "masculine" in coded.why
    assert all(span.of(posting.text) for span in (coded.span, *coded.more))

    trade = "Lead the support team, commit to git, analyse dependencies in Active Directory, share decisions."
    _, quiet = reviewed("Keeps the till", before=trade)
    assert "coded-words" not in rules(quiet)


def test_german_and_french_signs_are_found():
    _, found = reviewed("Deutsch als Muttersprache", "Maximal 3 Jahre Berufserfahrung im Verkauf")
    assert {"national-origin", "experience-cap"} <= rules(found)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("He leads two teams.", "They lead two teams."),
        ("Foreman for a site; he has a licence.", "Site supervisor for a site; they have a licence."),
        ("Keeps the till.", None),
    ],
)
def test_a_neutral_wording_keeps_its_grammar(text, after):
    assert reword("sex-or-gender", text) == after


def test_every_span_lies_in_the_text_and_ids_are_unique():
    posting, found = reviewed(
        "Team player", "Team player", "PhD required", before="Young team of rockstars wanted."
    )
    assert len({finding.id for finding in found}) == len(found)
    assert all(0 <= f.span.start < f.span.end <= len(posting.text) for f in found)


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        (
            "Abgeschlossenes Studium der Informatik ist erforderlich",
            "Abgeschlossenes Studium der Informatik oder gleichwertige Berufserfahrung.",
        ),
        ("Diplôme d'ingénieur exigé.", "Diplôme d'ingénieur ou expérience équivalente."),
    ],
)
def test_a_german_or_french_wording_is_mended_in_its_own_language(line, rewrite):
    language = "de" if "Studium" in line else "fr"

    assert reword("degree", line, language) == rewrite
    assert reword("citizenship", line, language) is None


def test_a_harmless_line_is_not_complained_of_by_its_meaning_alone():
    _, found = reviewed(
        "Incoterms 2020 off by heart", "we insist on a kitchen in which nobody is shouted at."
    )

    assert rules(found) == set()
