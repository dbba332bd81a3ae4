"""What a role rests on: the trades that titles name, and the competencies that each of them is hired for."""

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import NamedTuple

from rubric.catalogue.model import Catalogue
from rubric.graph.terms import Hit, Term, TermIndex, parse_term
from rubric.graph.web import neighbours

FIRST, STEP = 0.4, 0.03
"""What the first competency that a role rests on closes of the distance to 1, and how much less each next."""
KERNEL = 4
"""How many of them are the heart of the role; what is related to these is near to it."""
LEAN = 0.05
"""Cosine that a role adds for what it rests on; half for what is near to it, twice for what comes first."""
_PHRASES = re.compile(r"[,;:()/|–—]| - ")


class Role(NamedTuple):
    """A trade as a title names it: the words that do, and what it rests on, most important first."""

    words: str
    rests_on: tuple[str, ...]

    def pull(self, entry: str) -> float:
        """Part of the distance to 1 that the role closes for a competency; 0 where it does not rest on it."""
        if entry not in self.rests_on:
            return 0.0
        return round(max(STEP, FIRST - STEP * self.rests_on.index(entry)), 4)


def role_of(title: str | None, catalogue: Catalogue) -> Role | None:
    """The role that a title names, None where no trade is known; two named side by side count as one.

    Of several trades in one phrase ("veterinary nurse") the one with more words decides, then the first.
    """
    phrases = [(phrase, _index().find(phrase)) for phrase in _PHRASES.split(title or "")]
    named = [(phrase, min(hits, key=_rank)) for phrase, hits in phrases if hits]
    keys = list(dict.fromkeys(hit.term.competency for _, hit in named))
    lists = [[entry for entry in _roles()[key][1] if entry in catalogue.competencies] for key in keys]
    most = max(map(len, lists), default=0)
    woven = [held[place] for place in range(most) for held in lists if place < len(held)]
    words = ", ".join(phrase[hit.start : hit.end] for phrase, hit in named)
    return Role(words, tuple(dict.fromkeys(woven))) if woven else None


def beside(role: Role) -> frozenset[str]:
    """What goes with the first competency of a role in any role."""
    first = role.rests_on[0]
    return frozenset(entry for _, held in _roles().values() if first in held for entry in held)


def near_to(role: Role, catalogue: Catalogue) -> frozenset[str]:
    """What a role rests on, what goes with its first competency in any role, and kin of its heart."""
    kin = {other for entry in role.rests_on[:KERNEL] for other in neighbours(catalogue, entry)}
    return frozenset({*role.rests_on, *beside(role), *kin}) & catalogue.competencies.keys()


def lean_of(role: Role | None, catalogue: Catalogue) -> dict[str, float]:
    """What the role adds to the likeness of competencies where no term stands: most for its first."""
    if role is None:
        return {}
    lean = dict.fromkeys(sorted(near_to(role, catalogue)), LEAN / 2)
    return {**lean, **dict.fromkeys(role.rests_on, LEAN), role.rests_on[0]: 2 * LEAN}


def unknown_in_roles(known: Collection[str]) -> list[str]:
    """Competencies that the list of roles names and a catalogue does not hold."""
    return sorted({entry for _, held in _roles().values() for entry in held} - set(known))


def _rank(hit: Hit) -> tuple[int, int, int]:
    return -sum(part.kind != "gap" for part in hit.term.parts), hit.start, hit.start - hit.end


@cache
def _roles() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    text = (resources.files("rubric.graph") / "data" / "roles.toml").read_text("utf-8")
    rows = tomllib.loads(text)["roles"]
    return {key: (tuple(row["titles"]), tuple(row["rests_on"])) for key, row in rows.items()}


@cache
def _index() -> TermIndex:
    return TermIndex(
        Term(key, "term", text, parse_term(text), excludes=False)
        for key, (titles, _) in _roles().items()
        for text in titles
    )
