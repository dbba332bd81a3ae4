"""What a heading announces, and where headings hide inside a line."""

import re
from functools import cache, lru_cache

from rubric.postings.lexicon import load_words, lowered
from rubric.postings.model import SectionKind

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def fold(text: str) -> str:
    """Lower case, one space between words, straight quotation marks; the length may change."""
    return " ".join(text.translate(_QUOTES).casefold().split())


@cache
def _lexicon() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    data = load_words("rubric.postings", "headings")
    kinds: dict[str, SectionKind] = {
        "preferred": "preferred",
        "other-first": "other",
        "minimum": "minimum",
        "responsibility": "responsibility",
        "other": "other",
    }
    return tuple((kinds[name], re.compile("|".join(data[name]))) for name in data["order"])


@lru_cache(maxsize=4096)
def section_kind(heading: str) -> SectionKind | None:
    """The kind of section that a heading announces; None where no known word stands in it.

    >>> section_kind("You might thrive here if you")
    'minimum'
    >>> section_kind("Was wir bieten")
    'other'
    """
    folded = fold(heading).strip(" :*#")
    for kind, pattern in _lexicon():
        if pattern.search(folded):
            return kind
    return None


@cache
def _risky() -> frozenset[str]:
    return frozenset(load_words("rubric.postings", "headings")["risky"])


@cache
def _phrases() -> frozenset[str]:
    data = load_words("rubric.postings", "headings")
    return frozenset([*data["inline"], *data["labels"]])


def is_heading_phrase(text: str) -> bool:
    """Whether a text is nothing but a known heading, in any writing.

    >>> is_heading_phrase("must have:")
    True
    """
    return fold(text).strip(" :*#-") in _phrases()


def is_plain_heading(text: str) -> bool:
    """Whether a text is a heading that everybody writes, and always with the same meaning.

    >>> is_plain_heading("Requirements"), is_plain_heading("Working conditions")
    (True, False)
    """
    return is_heading_phrase(text) and fold(text).strip(" :*#-") not in _unsure()


@cache
def _unsure() -> frozenset[str]:
    return frozenset(load_words("rubric.postings", "headings")["unsure"])


@cache
def _inline() -> re.Pattern[str]:
    data = load_words("rubric.postings", "headings")
    phrases = sorted(data["inline"], key=lambda phrase: (-len(phrase), phrase))
    shapes = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?:{shapes})(?!['-]\w)")


_ENDS = re.compile(r"[.!?:;)\]»”\"]\s*$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_JOINS = frozenset("'/&-_")
_NEAR = 12
"""So many characters before a heading show whether a sentence ends there."""


def inline_headings(line: str) -> list[tuple[int, int]]:
    """Where known headings stand inside a line, with their text glued behind them.

    A heading begins with a capital, and a new phrase (a capital or a digit) follows it, with a colon, a
    space or nothing between. Phrases that also occur in prose count only where the line begins, after the
    end of a sentence, where they are glued, in capitals, or before a colon.

    >>> line = "... and more. Minimum requirements BS or MS Who you areWe look for you"
    >>> [line[start:end] for start, end in inline_headings(line)]
    ['Minimum requirements', 'Who you are']
    """
    low = lowered(line)
    found: list[tuple[int, int]] = []
    for capital in _CAPITAL.finditer(line):
        start = capital.start()
        if not _stands_alone(low, start) or (found and start < found[-1][1]):
            continue
        match = _inline().match(low, start)
        if match and _is_apart(line, match.span()):
            found.append(match.span())
    return found


def _stands_alone(low: str, start: int) -> bool:
    """Whether a word begins at this place."""
    return start == 0 or not (low[start - 1].isalnum() or low[start - 1] in _JOINS)


def _is_apart(line: str, span: tuple[int, int]) -> bool:
    """Whether what looks like a heading stands apart from the text around it."""
    start, end = span
    words, rest = line[start:end], line[end : end + 3]
    joined = re.match(r"[A-ZÄÖÜÉ0-9•]|\s?:", rest)
    if not (joined or re.match(r"\s+[A-ZÄÖÜÉ0-9“\"(•]", rest)):
        return False
    before = line[max(0, start - _NEAR) : start]
    firm = joined or words.isupper() or (not before.strip() and start < _NEAR) or _ENDS.search(before)
    return bool(firm) or (fold(words) not in _risky() and not re.match(r"\s+I\b", rest))
