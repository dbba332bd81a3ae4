"""Words with a masculine or feminine ring, counted over the whole text; senses of the trade do not count.

Word stems after Gaucher, Friesen and Kay (2011), as the Gender Decoder lists them (NOTICE.md).
"""

import re
from functools import cache
from typing import NamedTuple

from rubric.postings.lexicon import load_words, lowered
from rubric.postings.model import Posting
from rubric.value import Span

LEAST_WORDS, LEAST_SHARE, LEAN = 5, 1.0, 3
"""Coded words that make a remark: so many, so many of 100, and so many more on the one side."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class Coded(NamedTuple):
    """How a text leans, with the places of the words on that side."""

    side: str
    masculine: int
    feminine: int
    per_hundred: float
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def coded_words(posting: Posting) -> Coded | None:
    """The coded words of an English posting, where there are enough of them; else None."""
    if posting.language != "en":
        return None
    low = lowered(posting.text)
    bare = _senses().sub(lambda match: "◦" * len(match.group()), low)
    found = {side: [m for m in _WORD.finditer(bare) if shape.match(m.group())] for side, shape in _shapes()}
    total = len(_WORD.findall(low)) or 1
    counts = {side: len(hits) for side, hits in found.items()}
    side = max(counts, key=lambda name: counts[name])
    share = 100 * sum(counts.values()) / total
    lean = counts[side] - min(counts.values())
    if counts[side] < LEAST_WORDS or share < LEAST_SHARE or lean < LEAN:
        return None
    return Coded(
        side,
        counts["masculine"],
        counts["feminine"],
        share,
        tuple(match.group() for match in found[side]),
        tuple(Span(start=match.start(), end=match.end()) for match in found[side]),
    )


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    held = load_words("rubric.requirements", "review")["coded"]
    return tuple(
        (side, re.compile("|".join(re.escape(stem) for stem in held[side].split())))
        for side in ("masculine", "feminine")
    )


@cache
def _senses() -> re.Pattern[str]:
    lines: list[str] = load_words("rubric.requirements", "review")["coded"]["senses"]
    return re.compile(rf"\b(?:{'|'.join(sorted(lines, key=len, reverse=True))})\b")
