"""The parts of a sentence that are compared with labels: words, clauses and runs of words."""

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+[+#]*(?:\.[^\W_]+)*")
LONGEST = 120
"""Words of a sentence that are read."""
RUNS = (2, 4)
"""Lengths of the runs of words that are compared in meaning."""
_PARTING = re.compile(
    r"[;:•·|()\[\]*]|,\s|\s[-–—/]\s|\b(?:and|or|but|with|using|including|such as|like|in|on|for|by|from)\b",
    re.IGNORECASE,
)

Span = tuple[int, int]


class Parts(NamedTuple):
    """Where the words, clauses and runs of a sentence begin and end; runs by their length."""

    words: list[Span]
    clauses: list[Span]
    runs: list[list[Span]]


def parts_of(sentence: str) -> Parts:
    """Cut a sentence; a sentence shorter than a run is a run itself."""
    words = [found.span() for found in WORD.finditer(sentence)][:LONGEST]
    if not words:
        return Parts([], [], [])
    runs = [
        [
            (words[n][0], words[min(n + length, len(words)) - 1][1])
            for n in range(max(1, len(words) - length + 1))
        ]
        for length in RUNS
    ]
    return Parts(words, _clauses(sentence, words), runs)


def _clauses(sentence: str, words: list[Span]) -> list[Span]:
    """From the first to the last word between two marks or parting words."""
    ends = [*(found.span() for found in _PARTING.finditer(sentence)), (len(sentence), len(sentence))]
    found: list[Span] = []
    start = 0
    for end, after in ends:
        inside = [word for word in words if start <= word[0] and word[1] <= end]
        if inside:
            found.append((inside[0][0], inside[-1][1]))
        start = after
    return found or [(words[0][0], words[-1][1])]
