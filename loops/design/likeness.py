"""Which questions are nearly the same, by the words that they share."""

import re
from collections.abc import Iterable
from itertools import combinations

SAME = 0.6
"""Share of common words from which two questions count as nearly the same; our choice."""

_FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "i",
        "in",
        "into",
        "is",
        "it",
        "me",
        "of",
        "on",
        "or",
        "our",
        "so",
        "tell",
        "that",
        "the",
        "their",
        "them",
        "then",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "why",
        "with",
        "would",
        "you",
        "your",
        "about",
        "describe",
        "time",
    ]
)


def words_of(text: str) -> frozenset[str]:
    """The words of a question that carry meaning, in small letters, cut to six letters."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(word[:6] for word in found if word not in _FILLERS)


def likeness(one: str, other: str) -> float:
    """Share of common words, 0 to 1 (Jaccard).

    >>> likeness("Tell me about an outage you ended.", "Describe an outage that you ended.")
    1.0
    """
    first, second = words_of(one), words_of(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def near_same(questions: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids whose texts are nearly the same; `questions` are ids with texts."""
    known = [(name, words_of(text)) for name, text in questions]
    return tuple(
        (a, b)
        for (a, first), (b, second) in combinations(known, 2)
        if first and second and len(first & second) >= SAME * len(first | second)
    )
