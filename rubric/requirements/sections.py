"""What each section of a posting is about, told by its heading, its content and the section before it."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rubric.postings.headings import fold, is_plain_heading, section_kind
from rubric.postings.model import Block, Posting, Section, SectionKind
from rubric.requirements.labels import LABELS, label_scores, label_sequence
from rubric.requirements.sentences import split_sentences

_WEIGHT = 0.5
"""How much the words of a piece count beside those of a heading: pieces of one section are much alike."""
_MOST = 6
"""So many pieces tell what a section is."""
_LONG = 14
_WINDOW = 12
"""Stretches of a list without marks, in words."""
_SURE = 0.8
_CLEAR = 0.97
_LONGEST = 1_500
_KINDS: Mapping[str, SectionKind] = {
    "none": "other",
    "responsibility": "responsibility",
    "minimum": "minimum",
    "preferred": "preferred",
}


def settle_sections(posting: Posting) -> tuple[Section, ...]:
    """The sections with the kind that heading, content and order speak for together.

    Those without a heading stay what they are.
    """
    headed = [section for section in posting.sections if section.heading is not None]
    rows = [heading_features(section.heading.of(posting.text)) for section in headed if section.heading]
    evidence = [
        {} if _is_plain(section, posting.text) or _is_clear(row) else _evidence(posting.text, blocks)
        for section, row, blocks in zip(headed, rows, _bodies(posting, headed), strict=True)
    ]
    settled = {
        section.span.start: _settled(section, label, sure)
        for section, (label, sure) in zip(headed, label_sequence("headings", rows, evidence), strict=True)
    }
    return tuple(
        settled[section.span.start] if section.heading is not None else section
        for section in posting.sections
    )


def _is_plain(section: Section, text: str) -> bool:
    """Whether a heading is one that everybody writes, such as "Requirements": its content changes nothing."""
    return section.known and section.heading is not None and is_plain_heading(section.heading.of(text))


def _is_clear(row: Sequence[str]) -> bool:
    """Whether a heading leaves no doubt, so that nobody has to look under it."""
    return label_sequence("headings", [row], [{}])[0][1] > _CLEAR


def _settled(section: Section, label: str, sure: float) -> Section:
    kind = _KINDS[label]
    known = sure > _SURE or (section.known and section.kind == kind)
    return section.model_copy(update={"kind": kind, "known": known})


def _bodies(posting: Posting, sections: Sequence[Section]) -> list[list[Block]]:
    """The bullets and paragraphs of each section."""
    bodies: list[list[Block]] = []
    at = 0
    blocks = posting.blocks
    for section in sections:
        inside: list[Block] = []
        while at < len(blocks) and blocks[at].span.end <= section.span.end:
            block = blocks[at]
            if block.span.start >= section.span.start and block.kind in ("bullet", "paragraph"):
                inside.append(block)
            at += 1
        bodies.append(inside)
    return bodies


def _evidence(text: str, blocks: Sequence[Block]) -> Mapping[str, float]:
    """How much the content of a section speaks for each label."""
    sums: dict[str, float] = dict.fromkeys(LABELS, 0.0)
    for words in _told(text, blocks):
        for label, score in label_scores(words).items():
            sums[label] += _WEIGHT * math.log(score + 0.01)
    top = max(sums.values())
    return {label: math.exp(value - top) for label, value in sums.items()}


def _told(text: str, blocks: Sequence[Block]) -> list[str]:
    """The first pieces of a section: bullets, sentences, and stretches of lists without marks."""
    out: list[str] = []
    for block in blocks[:_MOST]:
        words = block.span.of(text)[:_LONGEST]
        if block.kind == "bullet":
            out.append(words)
        else:
            for start, end in split_sentences(words)[:_MOST]:
                out += _stretches(words[start:end])
    return out[:_MOST]


def _stretches(sentence: str) -> list[str]:
    words = sentence.split()
    if len(words) <= _LONG:
        return [sentence]
    return [" ".join(words[at : at + _WINDOW]) for at in range(0, len(words), _WINDOW)]


def heading_features(heading: str) -> list[str]:
    """Words, pairs of words, the opening and the end of a heading, and what the lists take it for."""
    words = fold(heading).strip(" :*#-?!").split()[:12]
    out = [f"w={word}" for word in dict.fromkeys(words)]
    out += [f"ww={a} {b}" for a, b in pairwise(words)]
    if words:
        out += [f"1={words[0]}", f"L={words[-1]}", f"L3={words[-1][-3:]}"]
    kind = section_kind(heading) or "not"
    out += [f"n={min(6, len(words))}", f"known={kind}"]
    return [*out, f"plain={kind}"] if is_plain_heading(heading) else out
