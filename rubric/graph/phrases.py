"""How postings of any trade ask for what many trades need: phrases beside the catalogue's own terms."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

from rubric.catalogue.model import Catalogue
from rubric.graph.terms import Part, Term, TermIndex, parse_term, senses_of


@lru_cache(maxsize=4)
def phrases_of(catalogue: Catalogue) -> TermIndex:
    """The index over the phrases for what a catalogue holds, and over the senses that do not count."""
    held = catalogue.competencies
    phrases = [term for term in _phrases() if term.competency in held]
    named = sorted({term.competency for term in phrases})
    return TermIndex([*phrases, *(sense for entry in named for sense in senses_of(held[entry]))])


def parse_phrase(text: str) -> list[tuple[Part, ...]]:
    """The parts of a written phrase, once for each word that it may begin with.

    >>> [[part.text for part in parts] for parts in parse_phrase("coach|train junior*|cadets")]
    [['coach', 'junior*|cadets'], ['train', 'junior*|cadets']]
    """
    first, *rest = text.split()
    follow = tuple(part for piece in rest for part in _place(piece))
    return [(*parse_term(word), *follow) for word in first.split("|")]


def _place(piece: str) -> tuple[Part, ...]:
    if "|" in piece:
        return (Part("any", piece),)
    return (Part("gap", ""),) if piece == "…" else parse_term(piece)


@cache
def _phrases() -> tuple[Term, ...]:
    text = (resources.files("rubric.graph") / "data" / "phrases.toml").read_text("utf-8")
    return tuple(
        Term(entry, "phrase", written, parts, excludes=False)
        for entry, held in tomllib.loads(text).items()
        for language in sorted(held)
        for written in held[language]
        for parts in parse_phrase(written)
    )
