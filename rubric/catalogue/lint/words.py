"""The linters' word lists, and the small text tools that they share."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VOWELS = re.compile(r"[aeiouy]+")


@cache
def read_words(name: str) -> dict[str, Any]:
    """One word list file, read once a process."""
    return tomllib.loads(
        (resources.files("rubric.catalogue.lint") / "data" / f"{name}.toml").read_text("utf-8")
    )


@cache
def word_set(file: str, key: str) -> frozenset[str]:
    """A list of words, written with blanks or as lines in its file."""
    return frozenset(str(read_words(file)[key]).split())


@cache
def pattern(file: str, key: str, bounded: bool = True) -> re.Pattern[str]:
    """A list of regular expressions as one, without regard to case, on word boundaries if `bounded`."""
    lines: list[str] = read_words(file)[key]
    joined = "|".join(lines)
    return re.compile(rf"\b(?:{joined})\b" if bounded else joined, re.I)


def tokens(text: str) -> list[str]:
    """Folded words and numbers of a text; an apostrophe or hyphen inside a word stays.

    >>> tokens("Doesn't re-read 2 logs.")
    ["doesn't", 're-read', '2', 'logs']
    """
    return [token.casefold().replace("’", "'") for token in _TOKEN.findall(text)]


def plain(word: str) -> str:
    """A word without a plural, possessive or third-person ending, so that "describes" meets "describe".

    >>> plain("describes"), plain("tries"), plain("process"), plain("dog's")
    ('describe', 'try', 'process', 'dog')
    """
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def content_words(text: str) -> list[str]:
    """A text's words without endings and without words that carry no meaning of their own."""
    empty = word_set("anchors", "empty")
    return [plain(token) for token in tokens(text) if token not in empty]


def alike(first: list[str], second: list[str]) -> float:
    """Shared words over all words of two lists, 0 to 1 (Jaccard); two empty lists are not alike."""
    a, b = set(first), set(second)
    return len(a & b) / len(a | b) if a | b else 0.0


def reading_grade(text: str) -> float:
    """The school grade that a text asks for.

    Source: Kincaid et al. (1975), 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are
    counted as runs of vowels, without a final silent e.
    """
    words = [token for token in tokens(text) if not token.isdigit()]
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
    if not words:
        return 0.0
    syllables = sum(max(1, len(_VOWELS.findall(word.removesuffix("e")))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
