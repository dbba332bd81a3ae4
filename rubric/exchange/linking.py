"""Sentences to the labels of a taxonomy, by their meaning and by their letters.

The encoder reads each sentence once. The whole, the clauses and the runs of two and four words, seen in
their context, are compared with the meaning of each label that the whole sentence makes likely; so are the
letters of the words. The score is the weighted mean of these likenesses. The weights are round numbers;
`docs/methods/mapping.md` shows that other ones change little.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rubric.exchange.clauses import Parts, Span, parts_of
from rubric.exchange.letters import Letters
from rubric.exchange.taxonomy import Taxonomy
from rubric.exchange.vectors import vectors_of
from rubric.meaning.encoder import WIDTH, Reading, read

TOGETHER = 16
"""Sentences that are read at once."""
_READ = 4000
"""Characters of a sentence that are read."""
_OTHER = 0.6
"""What the letters of another name count beside those of the label: of ten names one is like anything."""
_CANDIDATES = 300
"""Labels that are compared with the parts of a sentence: the likest to the whole of it."""

Row = NDArray[Any]


class Match(NamedTuple):
    """A label, its likeness (0 to 1) and the words of the sentence that it rests on."""

    label: str
    score: float
    words: str


class Weights(NamedTuple):
    """How likenesses count: meaning of the whole, clauses and runs; letters of a window and the whole."""

    sentence: float = 1.0
    clause: float = 1.0
    run: float = 0.5
    window: float = 1.0
    whole: float = 0.6


class _Meant(NamedTuple):
    """For each candidate the likeness of all parts in meaning, and its likest run: how like and which."""

    total: Row
    likest: Row
    place: Row
    spans: list[Span]


class Linker:
    """The labels of a taxonomy, ready to be compared with sentences; other names count by their letters."""

    def __init__(self, taxonomy: Taxonomy, weights: Weights | None = None) -> None:
        self.labels = [concept.label for concept in taxonomy.concepts]
        self._weights = weights or Weights()
        names = [(c.label, *c.alternatives) for c in taxonomy.concepts]
        counts = np.array([len(some) for some in names])
        self._first = np.cumsum(counts) - counts
        self._count = counts
        self._owner = np.repeat(np.arange(len(names)), counts)
        self._trust = np.full(len(self._owner), _OTHER, np.float32)
        self._trust[self._first] = 1
        self._letters = Letters([name for some in names for name in some])
        self._vectors = vectors_of(self.labels)

    def link(self, sentence: str, top: int) -> list[Match]:
        """The labels most like a sentence, best first; equal ones in the order of the taxonomy."""
        return next(self.link_all([sentence], top))

    def link_all(self, sentences: Iterable[str], top: int) -> Iterator[list[Match]]:
        """The same for many sentences in order, which is faster; up to 32 are taken ahead."""
        for block, readings in _read_ahead(sentences):
            vectors = np.zeros((TOGETHER, WIDTH), np.float32)
            vectors[: len(block)] = [reading.vector for reading in readings]
            alike = self._vectors @ vectors.T
            for place, (sentence, reading) in enumerate(zip(block, readings, strict=True)):
                yield self._link(sentence, reading, alike[:, place], top)

    def _link(self, sentence: str, reading: Reading, alike: Row, top: int) -> list[Match]:
        parts = parts_of(sentence)
        if not parts.words or top < 1:
            return []
        words = [sentence[start:end] for start, end in parts.words]
        whole = self._trust * self._letters.whole(words)
        names = self._candidates(np.maximum.reduceat(whole, self._first) + alike, top)
        windows = self._letters.windows(words, names)
        windows = windows._replace(best=windows.best * self._trust[names])
        meant = self._meant(reading, parts, self._vectors[self._owner[names]])
        weights = self._weights
        total = meant.total + weights.window * windows.best + weights.whole * whole[names]
        total /= weights.sentence + weights.clause + 2 * weights.run + weights.window + weights.whole
        found: dict[int, Match] = {}
        for n in np.lexsort((names, -total)):
            owner = int(self._owner[names[n]])
            if owner in found or total[n] <= 0:
                continue
            if windows.best[n] >= meant.likest[n]:
                first = int(windows.first[n])
                span = parts.words[first][0], parts.words[first + max(int(windows.width[n]), 1) - 1][1]
            else:
                span = meant.spans[int(meant.place[n])]
            found[owner] = Match(self.labels[owner], round(float(total[n]), 4), sentence[span[0] : span[1]])
            if len(found) == top:
                break
        return list(found.values())

    def _candidates(self, likely: Row, top: int) -> Row:
        """The places of all names of the likest labels, in the order of the taxonomy."""
        count = min(len(likely), max(_CANDIDATES, 8 * top))
        labels = np.zeros(len(likely), bool)
        labels[np.argpartition(-likely, count - 1)[:count]] = True
        return np.flatnonzero(np.repeat(labels, self._count))

    def _meant(self, reading: Reading, parts: Parts, vectors: Row) -> _Meant:
        weights = self._weights
        total = weights.sentence * (vectors @ reading.vector)
        total += weights.clause * (vectors @ reading.parts(parts.clauses).T).max(axis=1)
        runs = [vectors @ reading.parts(spans).T for spans in parts.runs]
        for run in runs:
            total += weights.run * run.max(axis=1)
        every = np.concatenate(runs, axis=1)
        spans = [span for some in parts.runs for span in some]
        return _Meant(total, every.max(axis=1), every.argmax(axis=1), spans)


def _read_ahead(sentences: Iterable[str]) -> Iterator[tuple[list[str], list[Reading]]]:
    """Blocks of sentences and what the encoder makes of them; the next is read while one is compared."""
    rest = iter(sentences)
    held: tuple[list[str], Future[list[Reading]]] | None = None
    with ThreadPoolExecutor(max_workers=1) as pool:
        while block := [sentence[:_READ] for sentence in islice(rest, TOGETHER)]:
            coming = pool.submit(read, block)
            if held is not None:
                yield held[0], held[1].result()
            held = block, coming
        if held is not None:
            yield held[0], held[1].result()
