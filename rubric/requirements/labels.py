"""What a piece of a posting is: a duty, a qualification, a wish, or none of them."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from rubric.requirements.cues import cues
from rubric.requirements.maxent import load_model
from rubric.requirements.tokens import plain, tokenize
from rubric.requirements.words import word_class

LABELS = ("none", "responsibility", "minimum", "preferred")
_LONGEST = 60
"""Words after these say nothing new about what a piece is."""

_FAR = 6
"""After twice so many clauses a place says nothing more."""

Scores = Mapping[str, float]


@lru_cache(maxsize=1024)
def label_scores(text: str) -> Scores:
    """The probability of each label for a piece that stands alone, from its words."""
    return _probabilities(load_model("labels").scores(label_features(text)))


def _probabilities(raw: Sequence[float]) -> Scores:
    top = max(raw)
    powers = [math.exp(score - top) for score in raw]
    total = sum(powers)
    return dict(zip(LABELS, (power / total for power in powers), strict=True))


def label_prose(texts: Sequence[str], priors: Sequence[Scores]) -> list[str]:
    """The labels of the clauses of a text in reading order, chosen together.

    Args:
        texts: The clauses.
        priors: For each clause, by how much what stands around it speaks for a label; 1 where absent.
    """
    rows = [prose_features(texts, number) for number in range(len(priors))]
    return [label for label, _ in label_sequence("prose", rows, priors)]


def label_sequence(
    name: str, rows: Sequence[Sequence[str]], priors: Sequence[Scores]
) -> list[tuple[str, float]]:
    """Labels chosen together by a model that knows the label before each.

    Args:
        name: The model.
        rows: The features of each piece.
        priors: For each, by how much other evidence speaks for a label; 1 where absent.

    Returns:
        The label of each piece, and how probable it is after the labels before it.
    """
    model = load_model(name)
    nothing = (0.0,) * len(LABELS)
    ways: dict[str, _Way] = {"start": (0.0, None)}
    for row, prior in zip(rows, priors, strict=True):
        own = model.scores(row)
        steps = {}
        for label in ways:
            before = model.weights.get(f"before={label}", nothing)
            steps[label] = _probabilities([a + b for a, b in zip(own, before, strict=True)])
        ways = {label: _best_way(ways, steps, label, prior) for label in LABELS}
    return _trace(max(ways.values(), key=lambda way: way[0]))


_Way = tuple[float, tuple[str, float, "_Way"] | None]
"""A sum of log-odds, and the last label with its probability and the way before it."""


def _best_way(ways: Mapping[str, _Way], steps: Mapping[str, Scores], label: str, prior: Scores) -> _Way:
    score, last = max(
        (way[0] + math.log(steps[name][label] * prior.get(label, 1.0) + 1e-9), name)
        for name, way in ways.items()
    )
    shares = [steps[last][other] * prior.get(other, 1.0) for other in LABELS]
    return score, (label, shares[LABELS.index(label)] / sum(shares), ways[last])


def _trace(way: _Way) -> list[tuple[str, float]]:
    labels: list[tuple[str, float]] = []
    while way[1] is not None:
        label, share, way = way[1]
        labels.append((label, share))
    return labels[::-1]


def label_features(text: str) -> list[str]:
    """Words, pairs of words, word endings, the opening, and the cues."""
    words = [plain(token.text) for token in tokenize(text)]
    words = [word for word in words if word][:_LONGEST]
    out = [f"w={word}" for word in dict.fromkeys(words)]
    out += [f"ww={a} {b}" for a, b in dict.fromkeys(pairwise(words))]
    out += _opening(words)
    out += [f"cue={cue}" for cue in sorted(cues(text))]
    out.append(f"n={min(6, len(words) // 5)}")
    out.append("stop" if text.rstrip()[-1:] in ".!?" else "open")
    return out


def _opening(words: Sequence[str]) -> list[str]:
    """Features of the first words, which say most."""
    if not words:
        return []
    classes = [word_class(word) for word in words[:3]]
    out = [f"1={words[0]}", f"13={words[0][-3:]}", f"1C={classes[0]}", f"CC={' '.join(classes)}"]
    if len(words) > 1:
        out += [f"2={words[1]}", f"12={words[0]} {words[1]}", f"1C2={words[0]} {classes[1]}"]
    if len(words) > 2:
        out.append(f"123={' '.join(words[:3])}")
    return out


def prose_features(texts: Sequence[str], number: int) -> list[str]:
    """Features of one clause among its neighbours: its own, its place in the text, and cues beside it."""
    out = label_features(texts[number])
    out.append(f"place={min(number // 2, _FAR)}")
    for name, other in (("left", number - 1), ("right", number + 1)):
        if 0 <= other < len(texts):
            out += [f"{name}={cue}" for cue in sorted(cues(texts[other]))]
    return out
