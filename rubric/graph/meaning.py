"""Likeness of a text to competencies by the letters of their words, where no exact term stands in it.

Runs of three to five letters inside words, weighted by how rare they are over the catalogue (TF-IDF), are
compared by cosine; what the role is about leans the balance. It needs no model and gives the same answer
everywhere. Where no term stands, about two nearest of three are right: a guess, never more.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rubric.catalogue.model import Catalogue, Competency

ALIKE = 0.12
"""Cosine, with what the role adds, from which a likeness is worth showing as a guess."""
_WORD = re.compile(r"[^\W_]+")
_NAME = 3
"""How often a competency's name counts among the words that describe it."""
_LENGTHS = (3, 4, 5)
_BASE = np.uint64(1_000_003)
"""Base of the whole number that stands for a run: its letters are the digits, modulo 2 to the 64th."""
_GAP = "\0"

Numbers = NDArray[Any]


class Guess(NamedTuple):
    """A competency that a text may be about, the word that says most for it, and the cosine."""

    competency: str
    start: int
    end: int
    likeness: float


class Meanings:
    """The descriptions of all competencies as weighted letter runs: sorted runs, each with its rows."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.ids = sorted(catalogue.competencies)
        runs, rows = _runs([_description(catalogue.competencies[entry]) for entry in self.ids])
        count = max(len(self.ids), 1)
        self._known, where = np.unique(runs, return_inverse=True)
        pairs, often = np.unique(where * count + rows, return_counts=True)
        places, self._rows = np.divmod(pairs, count)
        self._starts = np.searchsorted(places, np.arange(len(self._known) + 1))
        self._rarity = np.log(count / np.diff(self._starts))
        weights = (1 + np.log(often)) * self._rarity[places]
        lengths = np.sqrt(np.bincount(self._rows, weights * weights, minlength=len(self.ids)))
        self._values = weights / np.where(lengths > 0, lengths, 1.0)[self._rows]

    def closest(
        self, text: str, allowed: frozenset[str], lean: Mapping[str, float] | None = None
    ) -> Guess | None:
        """The allowed competency most like a text, None where nothing is like enough.

        Args:
            text: What a requirement says.
            allowed: The competencies that may be guessed.
            lean: What is added to the cosine of some of them, because the role is about them.
        """
        alike = self._score(text)
        score = np.where(alike > 0, alike + [(lean or {}).get(entry, 0.0) for entry in self.ids], 0.0)
        score[[entry not in allowed for entry in self.ids]] = 0
        best = int(np.argmax(score)) if len(score) else 0
        if not len(score) or score[best] < ALIKE:
            return None
        start, end = self._telling(text, best)
        return Guess(self.ids[best], start, end, round(float(score[best]), 3))

    def nearest(self, text: str) -> str | None:
        """The competency most like a text, None where no letters are shared."""
        alike = self._score(text)
        return self.ids[int(np.argmax(alike))] if alike.any() else None

    def _score(self, text: str) -> Numbers:
        """The cosine of a text with each competency's description."""
        runs, often = np.unique(_runs([text])[0], return_counts=True)
        places = np.searchsorted(self._known, runs)
        there = places < len(self._known)
        there[there] = self._known[places[there]] == runs[there]
        places, often = places[there], often[there]
        weights = (1 + np.log(often)) * self._rarity[places]
        score = np.zeros(len(self.ids))
        for place, weight in zip(places, weights / (np.linalg.norm(weights) or 1.0), strict=True):
            held = slice(self._starts[place], self._starts[place + 1])
            score[self._rows[held]] += weight * self._values[held]
        return score

    def _telling(self, text: str, row: int) -> tuple[int, int]:
        words = list(_WORD.finditer(text))
        said = [float(self._score(word.group())[row]) for word in words]
        word = words[max(range(len(words)), key=lambda number: (said[number], -number))]
        return word.start(), word.end()


@lru_cache(maxsize=4)
def meanings_of(catalogue: Catalogue) -> Meanings:
    """The descriptions of a catalogue's competencies, made once."""
    return Meanings(catalogue)


def _description(entry: Competency) -> str:
    terms = " ".join(term for written in entry.terms.values() for term in written)
    seen = " ".join(anchor.seen for anchor in entry.anchors)
    return " ".join([*[entry.name] * _NAME, terms, *entry.tools, entry.means, seen])


def _runs(texts: list[str]) -> tuple[Numbers, Numbers]:
    """All runs of letters of some texts as whole numbers, and beside each the number of its text."""
    padded = [_GAP.join(f" {word} " for word in _WORD.findall(text.casefold())) + _GAP for text in texts]
    letters = np.frombuffer("".join(padded).encode("utf-32-le"), np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    gaps = np.concatenate([[0], np.cumsum(letters == 0)])
    runs, rows = [], []
    for length in _LENGTHS:
        count = max(len(letters) - length + 1, 0)
        whole = gaps[length : length + count] == gaps[:count]
        code = np.full(count, length, np.uint64)
        for place in range(length):
            code = code * _BASE + letters[place : place + count]
        runs.append(code[whole])
        rows.append(owners[:count][whole])
    return np.concatenate(runs), np.concatenate(rows)
