"""A requirement to the competencies that its words name, each with its reason."""

from collections.abc import Iterable, Mapping

from rubric.catalogue.model import Catalogue
from rubric.graph.meaning import meanings_of
from rubric.graph.model import Link, Sure
from rubric.graph.phrases import phrases_of
from rubric.graph.terms import Hit, Source, index_of
from rubric.requirements.model import Requirement
from rubric.value import Span

SIDE = 0.6
"""Share of a competency that a requirement names beside its main one."""

_ORDER: tuple[Source, ...] = ("term", "tool", "phrase", "word")
_WORTH: dict[Source, float] = {"term": 1.0, "tool": 0.5, "phrase": 0.25, "word": 0.25}
_SAYS: dict[Source, str] = {
    "term": "is a term of the trade for",
    "tool": "is a tool that belongs to",
    "phrase": "is a way to ask for",
    "word": "is a word of the trade for",
}
_SCREENED = frozenset(["education", "clearance", "logistics", "language"])


def find_links(requirement: Requirement, catalogue: Catalogue) -> list[Link]:
    """The competencies whose terms a requirement uses, the best hit of each, in reading order.

    Degrees, clearances, languages and logistics are screened and map to nothing.
    """
    if requirement.kind in _SCREENED:
        return []
    found: dict[str, list[Hit]] = {}
    hits = [*index_of(catalogue).find(requirement.text), *phrases_of(catalogue).find(requirement.text)]
    for hit in _exact_first(hits):
        found.setdefault(hit.term.competency, []).append(hit)
    options = _options(requirement, found)
    main = _main({entry: hits for entry, hits in found.items() if entry not in options})
    best = {entry: min(hits, key=_rank) for entry, hits in found.items()}
    ordered = sorted(best.items(), key=lambda item: (item[1].start, item[0]))
    return [
        _link(
            requirement, hit, catalogue, _share(entry, main, options), _sure(hit, found[entry], entry == main)
        )
        for entry, hit in ordered
    ]


def _exact_first(hits: list[Hit]) -> list[Hit]:
    """Hits of whole terms and tools; single words of a trade only where there are none."""
    return [hit for hit in hits if hit.term.source != "word"] or hits


def _sure(best: Hit, hits: list[Hit], main: bool) -> Sure:
    """What a requirement is about is sure if a term of several words says so, or two tools do."""
    if best.term.source == "word":
        return "guess"
    if best.term.source == "phrase":
        return "likely"
    if best.term.source == "term":
        return "sure" if main and sum(part.kind != "gap" for part in best.term.parts) > 1 else "likely"
    return "sure" if main and len({hit.term.text for hit in hits}) > 1 else "likely"


def guess_links(
    requirement: Requirement,
    catalogue: Catalogue,
    home: frozenset[str],
    lean: Mapping[str, float] | None = None,
) -> list[Link]:
    """The competency that a requirement without any exact term is most like, marked as a guess.

    Only those at home are guessed; `lean` is what the role adds to the likeness of some.
    """
    if requirement.kind in _SCREENED:
        return []
    guess = meanings_of(catalogue).closest(requirement.text, home, lean)
    if guess is None:
        return []
    words = requirement.text[guess.start : guess.end]
    name = catalogue.competencies[guess.competency].name
    return [
        Link(
            requirement=requirement.id,
            competency=guess.competency,
            words=words,
            span=_placed(requirement, guess.start, guess.end),
            rule="meaning",
            sure="guess",
            why=f"No term of the trade stands here; the wording is like that of {name} (“{words}”).",
        )
    ]


def _placed(requirement: Requirement, start: int, end: int) -> Span:
    return Span(start=requirement.span.start + start, end=requirement.span.start + end)


def _options(requirement: Requirement, found: dict[str, list[Hit]]) -> frozenset[str]:
    """The competencies that stand in different options of one requirement: any one of them is enough."""
    places = [requirement.text.find(option) for option in requirement.alternatives]
    spans = [
        (place, place + len(option))
        for place, option in zip(places, requirement.alternatives, strict=True)
        if place >= 0
    ]
    inside = {
        entry: {n for n, (start, end) in enumerate(spans) for hit in hits if start <= hit.start < end}
        for entry, hits in found.items()
        if all(any(start <= hit.start < end for start, end in spans) for hit in hits)
    }
    several = {entry for entry, where in inside.items() if len(where) < max(2, len(spans))}
    return frozenset(several) if len(several) > 1 else frozenset()


def _main(found: dict[str, list[Hit]]) -> str | None:
    """The competency whose terms cover most of a requirement; among equals, the one named first."""
    if not found:
        return None
    return min(found, key=lambda entry: (-_covered(found[entry]), min(h.start for h in found[entry]), entry))


def _covered(hits: Iterable[Hit]) -> float:
    """How many letters of a text its terms spell out, without the words in their gaps."""
    starts: dict[int, float] = {}
    for hit in hits:
        letters = sum(len(part.text) for part in hit.term.parts)
        worth = letters * _WORTH[hit.term.source]
        starts[hit.start] = max(starts.get(hit.start, 0), worth)
    return sum(starts.values())


def _share(entry: str, main: str | None, options: frozenset[str]) -> float:
    if entry in options:
        return round(1 / len(options), 4)
    return 1.0 if entry == main else SIDE


def _rank(hit: Hit) -> tuple[int, int, int]:
    """Terms go before tools and tools before words, long matches before short ones, early before late."""
    return _ORDER.index(hit.term.source), hit.start - hit.end, hit.start


def _link(requirement: Requirement, hit: Hit, catalogue: Catalogue, share: float, sure: Sure) -> Link:
    words = requirement.text[hit.start : hit.end]
    name = catalogue.competencies[hit.term.competency].name
    return Link(
        requirement=requirement.id,
        competency=hit.term.competency,
        words=words,
        span=_placed(requirement, hit.start, hit.end),
        rule=hit.term.source,
        sure=sure,
        share=share,
        why=f"“{words}” {_SAYS[hit.term.source]} {name}.",
    )
