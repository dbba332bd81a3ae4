"""Requirements that lost their bullets come apart where a reader would part them."""

import pytest

from rubric.requirements.boundaries import find_begins, is_lower, split_run
from rubric.requirements.gaps import Gaps, names_in
from rubric.requirements.tokens import tokenize


def parts(text, section="responsibility", names=frozenset()):
    return [text[start:end] for start, end in split_run(text, 0, section, names)]


def test_a_name_of_the_company_begins_nothing():
    text = "Mentor the engineers at Norrland Lead reviews across Norrland, and keep the minutes"

    assert parts(text, names=frozenset({"norrland"})) == [
        "Mentor the engineers at Norrland",
        "Lead reviews across Norrland, and keep the minutes",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("BS or MS in Computer Science", id="after or"),
        pytest.param("Experience with cloud networks (VPC, DNS Route 53, NLB)", id="inside brackets"),
        pytest.param("Container platform used by all Norrland teams", id="after all"),
    ],
)
def test_a_capital_in_an_open_phrase_begins_nothing(text):
    assert parts(text, "minimum") == [text]


def test_an_offset_moves_every_span():
    assert split_run("Lead reviews", 7, "responsibility") == [(7, 19)]


def test_an_empty_line_has_no_items():
    assert split_run("  ", 0, "minimum") == []


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("leading a team of AWS engineers", True),
        ("Leading a team", False),
        ("5 years of sales experience", True),
        ("5 Years Of Sales", False),
    ],
)
def test_capitals_mark_items_only_where_items_have_them(text, lower):
    assert is_lower(tokenize(text)) is lower


def test_names_are_words_with_a_capital_inside_a_phrase():
    assert names_in(["at", "Norrland", "with", "Lead", "engineers.", "Oslo", "is", "big"]) == {"norrland"}


def test_brackets_that_do_not_match_close_nothing():
    tokens = tokenize("Know ( Bash Lead reviews")

    assert 3 in Gaps(tokens, "responsibility", (), lower=False).places()


def test_no_begin_is_found_in_a_single_word():
    assert find_begins(tokenize("Patience"), "minimum") == []
