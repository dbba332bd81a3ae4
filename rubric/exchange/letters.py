"""Likeness of a sentence to names by the letters of their words.

A name is compared with every window of one to six words of the sentence and with the whole of it. The
likeness is the cosine of letter runs weighted by rarity (TF-IDF over words, and runs of three to five
letters inside words, so that endings and compounds still meet). Because runs never cross a blank, a
window's vector is the sum of its words', and all windows are scored at once from running sums.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+[+#]*(?:\.[^\W_]+)*")
_WIDEST = 6
_SINGLE = 0.9
"""What a window of a single word counts, beside longer ones."""
_KEPT = 2000
"""Words whose likeness to the words of all names is remembered."""

Row = NDArray[Any]
"""A number for each name, word or window."""


class Windows(NamedTuple):
    """For each name the likeness of its likest window, and that window's first word and number of words."""

    best: Row
    first: Row
    width: Row


class Letters:
    """Names, ready to be compared with sentences.

    Names are bags of words and words are bags of letter runs: a word of the sentence is compared with the
    few thousand words of all names, and what it lends a name is summed from there.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._count = len(names)
        bags = [_WORD.findall(text.casefold()) or [text.casefold()] for text in names]
        self._rarity = _rarity_of(bags)
        vocabulary = {word: n for n, word in enumerate(dict.fromkeys(word for bag in bags for word in bag))}
        self._runs = self._index(list(vocabulary))
        self._pairs = np.array([vocabulary[word] for bag in bags for word in bag])
        self._ends = np.cumsum([len(bag) for bag in bags])
        self._starts = np.concatenate([[0], self._ends[:-1]])
        lengths = np.array([self._length(word) for word in vocabulary], np.float32)
        self._norms = np.sqrt(np.add.reduceat(lengths[self._pairs], self._starts))
        self.word = lru_cache(maxsize=_KEPT)(self._word)

    def whole(self, words: Sequence[str]) -> Row:
        """The likeness of all words together to each name."""
        total = np.zeros(self._words, np.float32)
        length = 0.0
        for word in words:
            row, own = self.word(word.casefold())
            total += row
            length += own
        named = np.add.reduceat(total[self._pairs], self._starts) / self._norms
        return named / np.float32(max(math.sqrt(length), 1e-9))

    def windows(self, words: Sequence[str], names: Row) -> Windows:
        """The likest windows for the names at these places."""
        scored = [self.word(word.casefold()) for word in words]
        places, starts = self._pairs_of(names)
        lent = np.stack([row[places] for row, _ in scored])
        sums = np.cumsum(np.add.reduceat(lent, starts, axis=1) / self._norms[names], axis=0)
        lengths = np.cumsum([length for _, length in scored])
        count = len(words)
        found = Windows(*(np.zeros(len(names), kind) for kind in (np.float32, np.int32, np.int32)))
        for width in range(1, min(_WIDEST, count) + 1):
            inner, norms = sums[width - 1 :].copy(), lengths[width - 1 :].copy()
            inner[1:] -= sums[: count - width]
            norms[1:] -= lengths[: count - width]
            inner /= np.sqrt(np.maximum(norms, 1e-9))[:, None].astype(np.float32)
            first = inner.argmax(axis=0)
            value = inner[first, np.arange(len(names))] * (_SINGLE if width == 1 else 1.0)
            wins = value > found.best
            found.best[wins], found.first[wins], found.width[wins] = value[wins], first[wins], width
        return found

    def _pairs_of(self, names: Row) -> tuple[Row, Row]:
        """The words of the names at these places, one name after another, and where each name's begin."""
        counts = self._ends[names] - self._starts[names]
        starts = np.cumsum(counts) - counts
        within = np.arange(counts.sum()) + np.repeat(self._starts[names] - starts, counts)
        return self._pairs[within], starts

    def _index(self, vocabulary: list[str]) -> dict[str, tuple[Row, Row]]:
        rows: dict[str, tuple[list[int], list[float]]] = {}
        for number, word in enumerate(vocabulary):
            for run, n in _runs(word).items():
                held = rows.setdefault(run, ([], []))
                held[0].append(number)
                held[1].append(n * self._rarity[run])
        self._words = len(vocabulary)
        return {
            run: (np.array(places, np.int32), np.array(values, np.float32))
            for run, (places, values) in rows.items()
        }

    def _length(self, word: str) -> float:
        unseen = math.log(1 + self._count)
        return sum((n * self._rarity.get(run, unseen)) ** 2 for run, n in _runs(word).items())

    def _word(self, word: str) -> tuple[Row, float]:
        """One word's part of the dot product with every word of the names, and its own squared length."""
        likeness = np.zeros(self._words, np.float32)
        for run, n in _runs(word).items():
            if run in self._runs:
                places, values = self._runs[run]
                likeness[places] += n * self._rarity[run] * values
        return likeness, self._length(word)


def _rarity_of(bags: list[list[str]]) -> dict[str, float]:
    """How rare each letter run is among names."""
    runs = {word: frozenset(_runs(word)) for word in dict.fromkeys(word for bag in bags for word in bag)}
    shared = Counter(run for bag in bags for run in frozenset().union(*(runs[word] for word in bag)))
    return {run: math.log(1 + len(bags) / n) for run, n in shared.items()}


def _runs(word: str) -> Counter[str]:
    """A word's runs of three to five letters, its ends marked, and the word itself."""
    padded = f" {word} "
    runs = Counter(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))
    runs[f"={word}"] += 1
    return runs
