"""The fixed text is whole in every language."""

import re

import pytest

from loops.packets.laws import lines_of
from loops.packets.words import words_of

ENGLISH = words_of("en")


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_text_is_there_with_the_same_blanks(language):
    other = words_of(language)
    assert other.keys() == ENGLISH.keys()
    for key in ENGLISH.keys():  # noqa: SIM118
        blanks = [sorted(re.findall(r"{(\w+)", words._texts[key])) for words in (ENGLISH, other)]
        assert blanks[0] == blanks[1], key
        assert len(other.list(key)) == len(ENGLISH.list(key)), key


def test_few_texts_are_the_same_in_two_languages():
    same = [key for key in ENGLISH.keys() if words_of("de")._texts[key] == ENGLISH._texts[key]]  # noqa: SIM118
    assert len(same) < 12, same


def test_figures_have_the_decimal_sign_of_their_language():
    assert [words_of(language).figure(0.5, ".2f") for language in ("en", "de", "fr")] == [
        "0.50",
        "0,50",
        "0,50",
    ]


@pytest.mark.parametrize("law", ["us-federal", "us-california", "us-new-york-city", "eu", "uk"])
def test_each_line_of_the_law_stands_in_three_languages_with_one_source(law):
    english, german, french = (lines_of(law, language) for language in ("en", "de", "fr"))
    assert (
        [line.source for line in english]
        == [line.source for line in german]
        == [line.source for line in french]
    )
    says = [line.says for lines in (english, german, french) for line in lines]
    assert len(set(says)) == 3 * len(english)
