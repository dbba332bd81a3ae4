"""Texts to vectors whose cosine says how near they are in meaning: a transformer of six layers, in numpy.

The network is all-MiniLM-L6-v2 (see NOTICE.md) with weights kept as whole numbers of eight bits and a scale
for each row. Texts of equal length go through together and none is padded, so that a text's vector does not
depend on what it is read beside (with one thread to the last bit).
"""

import hashlib
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rubric.meaning.pieces import END, START, pieces_of, vocabulary, words_of

WIDTH = 384
LONGEST = 128
"""Pieces of a text that are read."""
_LAYERS, _HEADS = 6, 12
_TINY = 1e-12

Matrix = NDArray[Any]


@cache
def _weights() -> dict[str, Matrix]:
    """All weights as 32-bit floats but the table of pieces, which stays small and is scaled when read."""
    with files("rubric.meaning").joinpath("data/encoder.npz").open("rb") as file, np.load(file) as held:
        kept = {name: held[name] for name in held.files}
    scales = {name.removesuffix(".scale"): kept.pop(name) for name in list(kept) if name.endswith(".scale")}
    for name, scale in scales.items():
        if name != "pieces":
            kept[name] = np.ascontiguousarray((kept[name].astype(np.float32) * scale[:, None]).T)
    kept["pieces.scale"] = scales["pieces"]
    return kept


@cache
def fingerprint() -> str:
    """What tells these weights from any others."""
    return hashlib.sha256(files("rubric.meaning").joinpath("data/encoder.npz").read_bytes()).hexdigest()


class Reading(NamedTuple):
    """A text's vector (length one), and for each of its pieces the state and where its word begins."""

    vector: Matrix
    states: Matrix
    starts: Matrix

    def parts(self, spans: Sequence[tuple[int, int]]) -> Matrix:
        """A row of length one for each span of the text, from the states of its pieces in their context.

        A span without a piece (beyond what is read) is a row of noughts.
        """
        first, last = (np.searchsorted(self.starts, [span[end] for span in spans]) for end in (0, 1))
        sums = np.concatenate([np.zeros((1, WIDTH), np.float32), np.cumsum(self.states, axis=0)])
        return unit(sums[last] - sums[first])


def read(texts: Sequence[str]) -> list[Reading]:
    """What the encoder makes of each text, in order."""
    cut = [_cut(text) for text in texts]
    found: list[Reading | None] = [None] * len(texts)
    for places, states in _states([numbers for numbers, _ in cut]):
        for place, own in zip(places, states, strict=True):
            vector = unit(own.mean(axis=0, keepdims=True))[0]
            found[place] = Reading(vector, own[1:-1], np.array(cut[place][1], np.int64))
    return [reading for reading in found if reading is not None]


def encode(texts: Sequence[str]) -> Matrix:
    """A row of length one for each text, in order."""
    return np.stack([reading.vector for reading in read(texts)])


def _cut(text: str) -> tuple[tuple[int, ...], list[int]]:
    """A text's pieces between the marks of start and end, and where the word of each piece begins."""
    known = vocabulary()
    inner = [(number, start) for word, start in words_of(text) for number in pieces_of(word)][: LONGEST - 2]
    return (known[START], *(number for number, _ in inner), known[END]), [start for _, start in inner]


def _states(numbers: Sequence[tuple[int, ...]]) -> list[tuple[list[int], Matrix]]:
    """The states of all pieces (text, piece, width), by groups of texts of the same length."""
    by_length: dict[int, list[int]] = {}
    for place, pieces in enumerate(numbers):
        by_length.setdefault(len(pieces), []).append(place)
    groups = sorted(by_length.items())
    flat = np.array([n for _, places in groups for place in places for n in numbers[place]])
    spots = np.concatenate([np.tile(np.arange(length), len(places)) for length, places in groups])
    shapes = [(len(places), length) for length, places in groups]
    states = _forward(flat, spots, shapes)
    ends = np.cumsum([0, *(n * length for n, length in shapes)])
    return [
        (places, states[a:b].reshape(len(places), length, WIDTH))
        for (length, places), a, b in zip(groups, ends[:-1], ends[1:], strict=True)
    ]


def _forward(flat: Matrix, spots: Matrix, shapes: list[tuple[int, int]]) -> Matrix:
    held = _weights()
    states = held["pieces"][flat] * held["pieces.scale"][flat][:, None] + held["places"][spots]
    states = _even(states, held["start.gain"], held["start.shift"])
    for layer in range(_LAYERS):
        seen = _attend(states @ held[f"{layer}.qkv"] + held[f"{layer}.qkv.shift"], shapes)
        seen = seen @ held[f"{layer}.out"] + held[f"{layer}.out.shift"]
        states = _even(states + seen, held[f"{layer}.mid.gain"], held[f"{layer}.mid.shift"])
        inner = _gelu(states @ held[f"{layer}.up"] + held[f"{layer}.up.shift"])
        inner = inner @ held[f"{layer}.down"] + held[f"{layer}.down.shift"]
        states = _even(states + inner, held[f"{layer}.end.gain"], held[f"{layer}.end.shift"])
    return states


def _attend(qkv: Matrix, shapes: list[tuple[int, int]]) -> Matrix:
    """Every piece looks at the pieces of its own text."""
    seen = np.empty((len(qkv), WIDTH), np.float32)
    start = 0
    for count, length in shapes:
        end = start + count * length
        parts = qkv[start:end].reshape(count, length, 3, _HEADS, WIDTH // _HEADS).transpose(2, 0, 3, 1, 4)
        likeness = parts[0] @ parts[1].swapaxes(-1, -2) / np.float32(math.sqrt(WIDTH // _HEADS))
        likeness = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
        likeness /= likeness.sum(axis=-1, keepdims=True)
        seen[start:end] = (likeness @ parts[2]).swapaxes(1, 2).reshape(-1, WIDTH)
        start = end
    return seen


def _even(states: Matrix, gain: Matrix, shift: Matrix) -> Matrix:
    """Mean nought and spread one for each row (layer normalisation)."""
    states = states - states.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", states, states) / WIDTH + _TINY)
    states /= spread[:, None]
    return states * gain + shift


def _gelu(x: Matrix) -> Matrix:
    """Hendrycks and Gimpel (2016), with the hyperbolic tangent that they give as its near equal."""
    y = x * x
    y *= np.float32(0.044715 * 0.7978845608)
    y += np.float32(0.7978845608)
    y *= x
    np.tanh(y, out=y)
    y += np.float32(1)
    y *= x
    y *= np.float32(0.5)
    return y


def unit(rows: Matrix) -> Matrix:
    """Rows scaled to length one; a row of noughts stays."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY)
