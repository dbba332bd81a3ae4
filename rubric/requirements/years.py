"""How many years of experience a requirement asks for, and of what."""

import re
from functools import cache

from rubric.postings.lexicon import load_patterns, load_words, lowered

_PACKAGE = "rubric.requirements"
_MOST = 40
"""Larger numbers of years are no experience."""

_UNITS = (
    *("year", "yr", "season", "vintage", "decade", "jahr", "jähr", "saison"),
    *("ans", "année", "un an", "1 an", "décenn"),
)
_END_OF_WHAT = re.compile(r"[,;.()]|\s+(?:or \d|and \d|of which|with at least|including)")


@cache
def _numbers() -> dict[str, int]:
    return dict(load_words(_PACKAGE, "years")["numbers"])


@cache
def _figure() -> re.Pattern[str]:
    words = sorted(_numbers(), key=lambda word: (-len(word), word))
    number = rf"(?:\d{{1,2}}|{'|'.join(words)})"
    tables = load_words(_PACKAGE, "years")
    shape = tables["range"]["shape"][0].replace("{figure}", number) + tables["unit"]["shape"][0]
    return re.compile(rf"(?<![\w.,$€£/-]){shape}")


def years_of_experience(text: str) -> tuple[int, str | None] | None:
    """The least number of years asked for, and what they are years of.

    Returns:
        The first figure, in a range the lower end, with the words after it; None where none is asked.

    >>> years_of_experience("12+ years of professional experience in a software development")
    (12, 'a software development')
    >>> years_of_experience("Rotas worked in three of the last four years") is None
    True
    """
    low = lowered(text)
    if not any(unit in low for unit in _UNITS):
        return None
    for match in _figure().finditer(low):
        word = match.group("least") or match.group("low")
        number = (int(word) if word.isdigit() else _numbers()[word]) * (10 if match.group("ten") else 1)
        if number <= _MOST and _is_experience(low, match, word):
            return number, _of_what(text[match.end() :], low[match.end() :])
    return None


def _is_experience(low: str, match: re.Match[str], word: str) -> bool:
    """Whether the words around a number of years speak of experience."""
    patterns = load_patterns(_PACKAGE, "years")
    before, tail = low[: match.start()], low[match.end() :]
    if (
        _numbers().get(word) == 1
        and not match.group("ten")
        and not (patterns["one-year"].search(tail) and not patterns["each-year"].search(before))
    ):
        return False
    if patterns["not"].match(tail) or patterns["before-not"].search(before):
        return False
    if patterns["opens"].fullmatch(before):
        return True
    return bool(patterns["context"].search(tail[:60]) or patterns["context"].search(before[-50:]))


def _of_what(tail: str, low: str) -> str | None:
    lead = load_patterns(_PACKAGE, "years")["lead-in"].match(low)
    at = lead.end() if lead else 0
    what = _END_OF_WHAT.split(tail[at:].strip())[0].strip()
    return what[:80] or None
