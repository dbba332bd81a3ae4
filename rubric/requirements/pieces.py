"""Sections to pieces: bullets, items of a run, and clauses of prose, each with its place."""

import re
from typing import Literal, NamedTuple

from rubric.postings.lexicon import load_patterns, lowered
from rubric.postings.model import Block, Posting, Section
from rubric.requirements.boundaries import split_run
from rubric.requirements.gaps import names_in
from rubric.requirements.labels import LABELS, label_scores
from rubric.requirements.sentences import split_clauses, split_sentences

Mode = Literal["item", "prose"]


class Piece(NamedTuple):
    """A stretch of text that may be one requirement; `mode` says whether a list or prose holds it."""

    start: int
    end: int
    section: Section
    mode: Mode


def find_pieces(posting: Posting) -> list[Piece]:
    """All pieces of a posting in reading order; headings and titles are none."""
    blocks = [block for block in posting.blocks if block.kind in ("bullet", "paragraph")]
    names = names_in(posting.text.split())
    pieces: list[Piece] = []
    at = 0
    for section in posting.sections:
        inside: list[Block] = []
        while at < len(blocks) and blocks[at].span.end <= section.span.end:
            if blocks[at].span.start >= section.span.start:
                inside.append(blocks[at])
            at += 1
        pieces.extend(_pieces(_Place(posting.text, section, names), inside))
    return [piece for piece in pieces if piece.end - piece.start <= LONGEST]


LONGEST = 1_500
"""No requirement has more characters."""


class _Place(NamedTuple):
    """What surrounds a piece: the whole text, its section, and the names that the posting uses."""

    text: str
    section: Section
    names: frozenset[str]


def _pieces(place: _Place, blocks: list[Block]) -> list[Piece]:
    out: list[Piece] = []
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if block.kind == "bullet":
            number, piece = _bullet(place, blocks, number)
            if piece is not None:
                out.extend(_parts(place.text, piece))
        else:
            out.extend(_paragraph(place, block))
            number += 1
    return out


def _bullet(place: _Place, blocks: list[Block], number: int) -> tuple[int, Piece | None]:
    """One bullet; a lead-in whose children are options takes them in, any other lead-in is none."""
    block = blocks[number]
    words = lowered(block.span.of(place.text)[:LONGEST]).rstrip()
    last = number
    while _is_child(blocks, last + 1, block.depth):
        last += 1
    if last > number:
        if load_patterns("rubric.requirements", "clauses")["options"].search(words):
            return last + 1, Piece(block.span.start, blocks[last].span.end, place.section, "item")
        if words.endswith(":"):
            return number + 1, None
    return number + 1, Piece(block.span.start, block.span.end, place.section, "item")


def _is_child(blocks: list[Block], number: int, depth: int) -> bool:
    return number < len(blocks) and blocks[number].kind == "bullet" and blocks[number].depth > depth


def _parts(text: str, piece: Piece) -> list[Piece]:
    """A bullet is split where a demand and a wish share it."""
    patterns = load_patterns("rubric.requirements", "clauses")
    low = lowered(text[piece.start : piece.end])
    if len(low) > LONGEST or patterns["wish"].search(low) is None:
        return [piece]
    cuts = [cut for cut in patterns["switch"].finditer(low) if _is_switch(low, cut)]
    if not cuts:
        return [piece]
    cut = next((cut for cut in reversed(cuts) if not _LISTS.search(low[cut.end() :])), cuts[0])
    return [piece._replace(end=piece.start + cut.start()), piece._replace(start=piece.start + cut.end())]


_LISTS = re.compile(r",|\b(?:or|and|oder|und|ou|et)\b")


def _is_switch(low: str, cut: re.Match[str]) -> bool:
    """Whether a demand stands before the cut, and a wish only behind it."""
    patterns = load_patterns("rubric.requirements", "clauses")
    head, tail = low[: cut.start()], low[cut.end() :]
    demands = patterns["demanding"].search(head) or ";" in cut.group()
    return bool(
        demands
        and len(head.split()) > 1
        and patterns["wish"].search(tail)
        and not patterns["wish"].search(head)
    )


def _paragraph(place: _Place, block: Block) -> list[Piece]:
    text, section, _ = place
    words = block.span.of(text)
    start = block.span.start
    kind = _kind_of_run(words, section)
    if kind in ("minimum", "preferred") and section.known and (short := _short_sentences(words)):
        return [part for a, b in short for part in _parts(text, Piece(start + a, start + b, section, "item"))]
    if kind is not None and is_run(words):
        return [
            part
            for a, b in split_run(words, start, kind, place.names)
            for part in _parts(text, Piece(a, b, section, "item"))
        ]
    return [
        Piece(a, b, section, "prose")
        for c, d in split_sentences(words, start)
        for a, b in split_clauses(text[c:d], c)
    ]


def _short_sentences(words: str) -> list[tuple[int, int]]:
    """The parts of a short line of notes that full stops part; nothing where it is long, or speaks."""
    if len(words) > _NOTES or ". " not in words:
        return []
    patterns = load_patterns("rubric.requirements", "clauses")
    low = lowered(words)
    if patterns["person"].search(low):
        return []
    stops = [
        stop for stop in _STOP.finditer(words) if not patterns["abbreviation"].search(low[: stop.start() + 1])
    ]
    begins = [0, *(stop.end() for stop in stops)]
    ends = [*(stop.start() for stop in stops), len(words.rstrip(". "))]
    return list(zip(begins, ends, strict=True)) if stops else []


_STOP = re.compile(r"(?<=[\w)])\.\s+(?=\w)")
_NOTES = 200
"""Longer lines, in characters, are judged word by word."""


def _kind_of_run(words: str, section: Section) -> str | None:
    """What a paragraph lists, if it is a list: what its section holds, else what its words speak for."""
    if section.kind != "other":
        return section.kind
    if section.known or section.heading is None:
        return None
    scores = label_scores(words)
    label = max(LABELS, key=lambda name: scores[name])
    return None if label == "none" else label


_LONG = 60
"""No sentence of prose has so many words; a list without marks has."""


def is_run(words: str) -> bool:
    """Whether a paragraph is a list that lost its marks, and no prose.

    Prose has sentences that end and that speak of you, us or the role.
    """
    person = load_patterns("rubric.requirements", "clauses")["person"]
    low = lowered(words)
    sentences = split_sentences(words)
    spoken = sum(bool(person.search(low[a:b])) for a, b in sentences)
    if len(sentences) == 1:
        ended = bool(re.search(r"[.!?]\W*$", words))
        return not (ended and spoken) or len(words.split()) > _LONG
    if max(len(words[a:b].split()) for a, b in sentences) > _LONG:
        return True
    return spoken < 0.4 * len(sentences)
