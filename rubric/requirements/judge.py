"""Which pieces of a posting ask for something, and in which section they belong."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from rubric.postings.lexicon import load_patterns, lowered
from rubric.requirements.cues import cues
from rubric.requirements.kinds import kind_of
from rubric.requirements.labels import label_prose, label_scores
from rubric.requirements.model import SectionName
from rubric.requirements.pieces import Piece
from rubric.requirements.years import years_of_experience

_LIST = 3
"""So many items make a list."""
_SURE = 0.9
_RATHER = 0.75
_LIKELY = 0.4
_FIRST_PART = re.compile(r"[;,(]")
_LONG = 12
_HARDLY = 0.1
_CLAUSE = 3
"""A clause has at least so many words; fewer are a place, a date or a remark."""

Judged = tuple[Piece, SectionName | None]


def judge_item(words: str, section: str) -> SectionName | None:
    """The section of a list item; None where it asks for nothing."""
    if section == "other" or _asks_nothing(words):
        return None
    if section == "minimum" and "wish" in cues(words) and not _prefers_equivalent(words):
        return "preferred"
    return cast("SectionName", section)


def _prefers_equivalent(words: str) -> bool:
    """Whether the wish is only how a demand may be met: "or equivalent, degree preferred"."""
    return bool(load_patterns("rubric.requirements", "clauses")["prefers-equivalent"].search(lowered(words)))


def _asks_nothing(words: str) -> bool:
    """Whether a list item is a negation, or speaks of the company."""
    found = cues(words)
    none = label_scores(words)["none"]
    if "negation" in found and not {"demand", "wish"} & found:
        return "negation" in cues(_FIRST_PART.split(words)[0])
    if {"company", "topic"} & found and "demand" not in found and none > _LIKELY:
        return True
    sentence = words.rstrip().endswith(".") and none > _RATHER
    return sentence or (none > _SURE and len(words.split()) > _LONG)


def judge_prose(text: str, pieces: Sequence[Piece]) -> list[Judged]:
    """The clauses of prose with their sections; those that surely ask for nothing are left out.

    They are left out before the others are judged together, so that more of them change nothing.
    """
    prose = [
        (piece, words)
        for piece in pieces
        if piece.mode == "prose" and not (piece.section.known and piece.section.kind == "other")
        for words in [text[piece.start : piece.end]]
        if len(words.split()) >= _CLAUSE and not surely_none(words)
    ]
    labels = label_prose([words for _, words in prose], [_prior(piece, words) for piece, words in prose])
    counts = Counter(piece.section.kind for piece in pieces if piece.mode == "item")
    listed = frozenset(kind for kind, count in counts.items() if count >= _LIST)
    return [
        (piece, _clause(words, label, piece, listed))
        for (piece, words), label in zip(prose, labels, strict=True)
    ]


def surely_none(words: str) -> bool:
    """Whether a clause is a negation, or speaks of the company and demands nothing.

    Words that companies use for themselves name the work of some trades: "You will run the payroll".
    """
    found = cues(words)
    if "negation" in found:
        return "wish" not in found
    asks = "demand" in found
    return ("company" in found and not asks) or ("topic" in found and not asks and "duty" not in found)


def _prior(piece: Piece, words: str) -> Mapping[str, float]:
    """How much the heading above a clause, and a demand that says so, speak for a label."""
    none = _HARDLY if "sure" in cues(words) else 1.0
    if not piece.section.known:
        return {"none": none}
    return {piece.section.kind: 3.0, "none": 0.7 * none}


def _clause(words: str, label: str, piece: Piece, listed: frozenset[str]) -> SectionName | None:
    """The section of a clause of prose; None where it asks for nothing."""
    section = piece.section.kind
    if label == "none":
        return None
    if listed and not _adds_to_lists(words, section, listed):
        return None
    if label == "responsibility" and _is_on_paper(words):
        label = "minimum"
    if "wish" in cues(words) and not _prefers_equivalent(words):
        return "preferred"
    return cast("SectionName", label)


def _is_on_paper(words: str) -> bool:
    """Whether a clause names what a person has and no duty can be: years, a degree, a licence, a language."""
    if "duty" in cues(words):
        return False
    years = years_of_experience(words)
    return kind_of(words, "minimum", years[0] if years else None) in _PAPERS


_PAPERS = ("education", "experience_years", "certification", "language")


def _adds_to_lists(words: str, section: str, listed: frozenset[str]) -> bool:
    """Whether prose beside lists makes a demand of its own: it says so, in a section that has no list."""
    sure = "demand" in cues(words) and label_scores(words)["none"] < 0.2
    return sure and section != "other" and section not in listed
