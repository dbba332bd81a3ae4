"""How well sentences are linked to a taxonomy: RP@K on the validation sentences, and simple peers.

The data lie outside of this repository (LOOPWRIGHT_SHARED, or `../shared` beside the checkout).
RP@K is the mean over sentences of right labels among the first K, by the lesser of K and the right ones.
"""

import csv
import math
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from rubric.exchange.clauses import WORD
from rubric.exchange.letters import Letters
from rubric.exchange.vectors import vectors_of
from rubric.meaning.encoder import encode

ROOT = Path(__file__).parents[1]
SKILLS = Path(os.environ.get("LOOPWRIGHT_SHARED", ROOT.parent / "shared")) / "data" / "skills"
UNUSABLE = ("LABEL NOT PRESENT", "UNDERSPECIFIED")
Ranker = Callable[[list[str]], list[list[str]]]
"""Sentences to their ten best labels."""


def read_gold(file: Path) -> dict[str, set[str]]:
    """The right labels of each sentence that has any."""
    gold: dict[str, set[str]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["label"] not in UNUSABLE:
                gold.setdefault(row["sentence"], set()).add(" ".join(row["label"].split()))
    return gold


def precision(gold: dict[str, set[str]], ranked: list[list[str]], top: int) -> float:
    """RP@K in per cent."""
    pairs = zip(ranked, gold.values(), strict=True)
    hits = [len(set(labels[:top]) & right) / min(top, len(right)) for labels, right in pairs]
    return 100 * sum(hits) / len(hits)


def bm25(labels: list[str]) -> Ranker:
    """Okapi BM25 over labels (k1 1.2, b 0.75), the usual first peer."""
    bags = [Counter(label.casefold().split()) for label in labels]
    average = sum(bag.total() for bag in bags) / len(bags)
    places: dict[str, list[int]] = {}
    for number, bag in enumerate(bags):
        for word in bag:
            places.setdefault(word, []).append(number)

    def rank(sentence: str) -> list[str]:
        score: Counter[int] = Counter()
        for word in sorted(set(sentence.casefold().split())):
            held = places.get(word, [])
            rarity = math.log(1 + (len(bags) - len(held) + 0.5) / (len(held) + 0.5))
            for number in held:
                often, length = bags[number][word], bags[number].total()
                score[number] += rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / average))
        return [labels[number] for number, _ in score.most_common(10)]

    return lambda sentences: [rank(sentence) for sentence in sentences]


def letters_only(labels: list[str]) -> Ranker:
    """The linker without meanings: the likest window and .6 of the whole, by letter runs."""
    letters, everyone = Letters(labels), np.arange(len(labels))

    def rank(sentence: str) -> list[str]:
        words = WORD.findall(sentence)
        total = letters.windows(words, everyone).best + 0.6 * letters.whole(words)
        return [labels[place] for place in np.argsort(-total, kind="stable")[:10]]

    return lambda sentences: [rank(sentence) for sentence in sentences]


def encoder_only(labels: list[str]) -> Ranker:
    """The usual way to use an encoder: the whole sentence, nothing else."""
    vectors = vectors_of(labels)

    def rank(sentence: str) -> list[str]:
        alike = vectors @ encode([sentence])[0]
        return [labels[place] for place in np.argsort(-alike, kind="stable")[:10]]

    return lambda sentences: [rank(sentence) for sentence in sentences]


def nearest_by_piece(labels: list[str]) -> Ranker:
    """The method of esco-skill-extractor 0.1.18 with our encoder and bare labels.

    It cuts at marks and at the letters "and" and "or", also inside words, and keeps for each piece the one
    nearest label above a cosine of .6; best first, which the package itself does not do.
    """
    vectors = vectors_of(labels)

    def rank(sentence: str) -> list[str]:
        pieces = [piece for piece in re.split(r"[\r\n\t.,;]|and|or", sentence.strip()) if piece]
        alike = vectors @ encode(pieces).T
        best = sorted(zip(-alike.max(axis=0), alike.argmax(axis=0), strict=True))
        return list(dict.fromkeys(labels[place] for score, place in best if score < -0.6))[:10]

    return lambda sentences: [rank(sentence) for sentence in sentences]
