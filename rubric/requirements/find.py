"""A posting to its requirements."""

import re
from collections.abc import Sequence

from rubric.postings.lexicon import load_patterns, lowered
from rubric.postings.model import Posting
from rubric.requirements.alternatives import find_alternatives
from rubric.requirements.assess import assess_by
from rubric.requirements.judge import Judged, judge_item, judge_prose
from rubric.requirements.kinds import kind_of
from rubric.requirements.model import Requirement, Requirements, SectionName
from rubric.requirements.pieces import Piece, find_pieces
from rubric.requirements.sections import settle_sections
from rubric.requirements.seniority import seniority_of
from rubric.requirements.years import years_of_experience
from rubric.value import InputError, Span, Tier

MAX_REQUIREMENTS = 400
_LEAST = 3
"""Shorter pieces, in characters, are remains of markup."""


class NoRequirementError(InputError):
    """The posting asks for nothing that could be found."""


def find_requirements(posting: Posting) -> Requirements:
    """Find what a posting asks for: duties, qualifications and wishes, each with its exact words.

    Raises:
        NoRequirementError: Nothing in the text asks for anything.
    """
    posting = posting.model_copy(update={"sections": settle_sections(posting)})
    pieces = find_pieces(posting)
    chosen = _judge(posting.text, pieces)
    items = tuple(
        _requirement(posting.text, number, piece, section)
        for number, (piece, section) in enumerate(chosen[:MAX_REQUIREMENTS], 1)
    )
    if not items:
        raise NoRequirementError(
            "No requirement was found in this posting: it needs at least one duty or qualification. "
            "Your text is kept; add what the person will do and what they must bring."
        )
    return Requirements(
        title=posting.title,
        seniority=seniority_of(posting.title, items),
        language=posting.language,
        items=items,
    )


def _judge(text: str, pieces: Sequence[Piece]) -> list[tuple[Piece, SectionName]]:
    """Keep the pieces that ask for something, each with its section."""
    items: list[Judged] = [
        (piece, judge_item(text[piece.start : piece.end], piece.section.kind))
        for piece in pieces
        if piece.mode == "item"
    ]
    out: list[tuple[Piece, SectionName]] = []
    for piece, section in sorted([*items, *judge_prose(text, pieces)], key=lambda pair: pair[0].start):
        trimmed = _trim(text, piece)
        if section is not None and trimmed.end - trimmed.start >= _LEAST:
            out.append((trimmed, section))
    return out


_LEAD = re.compile(r"^(?:(?:and|but|or|und|et)\s+)|^[\s•·*–—-]+", re.I)
_TAIL = re.compile(r"[\s,;](?:and|or|und|oder|sowie|et|ou)$", re.I)


def _trim(text: str, piece: Piece) -> Piece:
    start, end = piece.start, piece.end
    while match := _LEAD.match(text[start:end]):
        start += match.end()
    words = text[start:end].rstrip(" ,;\n")
    while match := _TAIL.search(words, max(0, len(words) - 8)):
        words = words[: match.start()].rstrip(" ,;\n")
    return piece._replace(start=start, end=start + len(words))


_TIERS: dict[SectionName, Tier] = {"responsibility": "must", "minimum": "must", "preferred": "nice"}


def _requirement(text: str, number: int, piece: Piece, section: SectionName) -> Requirement:
    words = text[piece.start : piece.end]
    years = years_of_experience(words)
    kind = kind_of(words, section, years[0] if years else None)
    method, why = assess_by(words, kind)
    asked = years if kind == "experience_years" or (kind == "skill" and section != "responsibility") else None
    return Requirement(
        id=f"r{number}",
        text=words,
        span=Span(start=piece.start, end=piece.end),
        section=section,
        kind="experience_years" if asked else kind,
        tier=_tier(words, section),
        years=asked[0] if asked else None,
        years_of=asked[1] if asked else None,
        alternatives=find_alternatives(words),
        assess_by=method,
        assess_why=why,
    )


def _tier(words: str, section: SectionName) -> Tier:
    """A duty or qualification is a must unless it is a wish; a softened one is a should."""
    if section != "preferred" and load_patterns("rubric.requirements", "clauses")["soft"].search(
        lowered(words)
    ):
        return "should"
    return _TIERS[section]


def requirement_at(posting: Posting, number: int, span: Span, section: SectionName) -> Requirement:
    """The requirement that a person marked in the text: its kind, years and method are found as always."""
    piece = Piece(span.start, span.end, posting.sections[0], "item")
    return _requirement(posting.text, number, piece, section)
