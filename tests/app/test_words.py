"""The screens say the same things in every language."""

import re
import string

import pytest

from app.words import LANGUAGES, read_words, say
from rubric.catalogue.lint.meaning import IN_ORDER, load_model
from rubric.catalogue.lint.words import read_words as lint_words


def fields(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_every_word_with_the_same_values(language):
    english, other = read_words("en"), read_words(language)

    assert sorted(english) == sorted(other)
    assert {key: fields(words) for key, words in english.items()} == {
        key: fields(words) for key, words in other.items()
    }


def test_every_word_that_a_page_says_is_there():
    from pathlib import Path

    root = Path(__file__).parents[2] / "app"
    said = {
        key
        for path in root.rglob("*.py")
        for key in re.findall(r'say\("([a-z_]+\.[a-z_-]+)"', path.read_text("utf-8"))
    }

    assert said <= read_words("en").keys()


def test_values_are_filled_in():
    assert say("en", "loop.minutes", n=45) == "45 min"


def test_no_word_is_left_over():
    from pathlib import Path

    root = Path(__file__).parents[2] / "app"
    code = "\n".join(path.read_text("utf-8") for path in root.rglob("*.py"))
    plain = set(re.findall(r"""["']([a-z_]+\.[a-z0-9_-]+)["']""", code))
    made = [
        re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(pattern)))
        for pattern in re.findall(r"""say\(f["']([a-z_]+\.[^"']*)["']""", code)
    ]
    left = [key for key in read_words("en") if key not in plain and not any(m.fullmatch(key) for m in made)]

    assert [key for key in left if not key.startswith(("loop.m_", "packets."))] == []


def test_every_complaint_about_a_requirement_has_its_sentences():
    rules = {rule["name"] for rule in lint_words("requirements")["rule"]} | set(
        load_model("requirements").classes
    )
    rules -= {IN_ORDER}

    assert {f"review.{part}_{rule}" for part in ("rule", "why", "do") for rule in rules} <= read_words(
        "en"
    ).keys()


def test_a_figure_has_the_decimal_sign_of_the_language():
    told = [
        say(language, "review.why_masculine-words", share=3.2, masculine=5, feminine=0)
        for language in LANGUAGES
    ]

    assert [re.search(r"3.2", each).group() for each in told] == ["3.2", "3,2", "3,2"]
