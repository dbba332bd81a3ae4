"""Prose to sentences, and sentences to the clauses that each make a demand of their own."""

import re

from rubric.postings.lexicon import load_patterns, lowered

_END = re.compile(r"[.!?…]+[\"”’»)]*(?=\s|$)|(?<=[a-zäöüß)])[.!?](?=[A-ZÄÖÜ][a-zäöü])")
_LEAST_WORDS = 3
_NEAR = 400
"""So many characters around a cut tell what stands beside it."""


def split_sentences(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph.

    >>> text = "We run e.g. Kafka. You own it! Ask Dr. Ada."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['We run e.g. Kafka.', 'You own it!', 'Ask Dr. Ada.']
    """
    spans = []
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        spans.append(_trim(text, start, match.end(), offset))
        start = match.end()
    if text[start:].strip():
        spans.append(_trim(text, start, len(text), offset))
    return spans


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation and not the sentence."""
    if not match.group().startswith("."):
        return False
    upto = text[max(start, match.end() - 24) : match.end()].rstrip('"”’»)')
    follows = text[match.end() : match.end() + 3].lstrip()[:1]
    patterns = load_patterns("rubric.requirements", "clauses")
    if patterns["abbreviation"].search(lowered(upto)):
        return True
    if follows.isdigit() and patterns["abbreviation-or-word"].search(lowered(upto)):
        return True
    return follows.islower() and not text.islower()


def _trim(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return offset + start, offset + end


def split_clauses(sentence: str, offset: int = 0) -> list[tuple[int, int]]:
    """Spans of the clauses of a sentence that repeat a subject or are parted by a semicolon.

    A clause keeps its subject and loses the joining word.

    >>> text = "You will run a brigade of nine, and you will write the menus; good bread would be a plus."
    >>> [text[start:end] for start, end in split_clauses(text)]
    ['You will run a brigade of nine', 'you will write the menus', 'good bread would be a plus.']
    """
    low = lowered(sentence)
    spans = []
    start = 0
    for cut_start, cut_end, sure in _cuts(low):
        if cut_start < start or not _parts_clauses(low, start, cut_start, cut_end, sure=sure):
            continue
        spans.append(_trim(sentence, start, cut_start, offset))
        start = cut_end
    spans.append(_trim(sentence, start, len(sentence), offset))
    return spans


_OTHER_KIND = (("years-behind", "degree"), ("paper-behind", "degree"), ("skill-behind", "years"))
"""What stands behind a cut, and what must stand before it."""


def _cuts(low: str) -> list[tuple[int, int, bool]]:
    """Places at which a clause may end, where the next begins, and whether a comma alone is enough there."""
    patterns = load_patterns("rubric.requirements", "clauses")
    found = {(*match.span(), False) for match in patterns["cut"].finditer(low)}
    if finite := patterns["finite"].search(low):
        behind_verb = patterns["cut-behind-verb"].finditer(low, finite.end())
        found |= {(*match.span(), False) for match in behind_verb}
    if patterns["speaks"].match(low):
        found |= {(*match.span(), False) for match in patterns["again"].finditer(low)}
    for behind, before in _OTHER_KIND:
        if demand := patterns[before].search(low):
            found |= {(*match.span(), True) for match in patterns[behind].finditer(low, demand.end())}
    return sorted(found)


def _parts_clauses(low: str, start: int, cut_start: int, cut_end: int, *, sure: bool) -> bool:
    """Whether enough stands on both sides of a cut, and no clause that needs the other side."""
    head = low[max(start, cut_start - _NEAR) : cut_start]
    tail = low[cut_end : cut_end + _NEAR]
    if len(head.split()) < _LEAST_WORDS or len(tail.split()) < _LEAST_WORDS:
        return False
    comma = low[cut_start:cut_end].strip() == ","
    return sure or not (comma and load_patterns("rubric.requirements", "clauses")["before"].search(head))
