"""A second opinion by meaning, for wordings that no rule knows.

A softmax model over the sentence encoder's vector of a text: its classes are the rules, and “in order”. It
was learned from labelled wordings (`training/wording.py`). English only, as the word lists are.
"""

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.subjects import GONE, without_senses
from rubric.catalogue.lint.words import pattern, read_words, tokens, word_set

IN_ORDER = "ok"
_YEARS = re.compile(r"\by(?:ea)?rs?\b", re.I)
_DATA = resources.files("rubric.catalogue.lint") / "data"


class Model(NamedTuple):
    """Weights by class (a row each, the last column is the constant), and the share to be reached."""

    classes: tuple[str, ...]
    weights: NDArray[Any]
    least: float


def find_by_meaning(text: str, kind: str, least: float = 0.0) -> list[Finding]:
    """At most one complaint: the likeliest rule, where all rules together are likely enough.

    Args:
        text: One question, one requirement, or the anchor of one level.
        kind: `questions`, `requirements` or `anchors`.
        least: The share, 0 to 1, that all rules together have to reach, where the model's own is too low.
    """
    if not text.strip() or not is_english(text) or has_lawful_sense(text, kind):
        return []
    rule = _likeliest(" ".join(text.split()), kind, least)
    if not rule or (rule in word_set("meaning", "counted") and _YEARS.search(text)):
        return []
    return [_finding(rule, kind)]


def has_lawful_sense(text: str, kind: str) -> bool:
    """Whether a sense of the trade or a lawful form was found in a text: then the rules know better."""
    words = read_words(kind)
    return ("safe" in words and GONE in without_senses(text, kind)) or (
        "academic" in words and all(pattern(kind, key).search(text) for key in ("academic", "equivalent"))
    )


@lru_cache(maxsize=4096)
def _likeliest(text: str, kind: str, least: float) -> str | None:
    model = load_model(kind)
    from rubric.meaning.encoder import encode

    shares = shares_of(model, np.asarray(encode([text])))[0]
    if 1 - shares[model.classes.index(IN_ORDER)] < max(least, model.least):
        return None
    ranked = sorted(zip(shares, model.classes, strict=True), reverse=True)
    return next(name for _, name in ranked if name != IN_ORDER)


def shares_of(model: Model, vectors: NDArray[Any]) -> NDArray[Any]:
    """How likely each class is for each vector; a row adds up to 1."""
    scores = vectors @ model.weights[:, :-1].T + model.weights[:, -1]
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def is_english(text: str) -> bool:
    """Whether a text has no word that only German or French has among the frequent ones."""
    return not word_set("meaning", "foreign") & set(tokens(text))


@cache
def load_model(kind: str) -> Model:
    """The model of a kind, read once a process."""
    with (_DATA / "meaning.npz").open("rb") as file, np.load(file) as held:
        weights = held[f"{kind}.weights"].astype(np.float32) * held[f"{kind}.scale"][:, None]
        classes = tuple(str(name) for name in held[f"{kind}.classes"])
    return Model(classes, weights, float(read_words("meaning")["least"][kind]))


def _finding(rule: str, kind: str) -> Finding:
    held = rules_of(kind)[rule]
    return Finding(
        rule=rule,
        verdict=held["verdict"],
        why=f"Its meaning is near to wordings that were judged so: {held['why']}",
        rewrite=held.get("rewrite"),
        case="meaning",
    )


@cache
def rules_of(kind: str) -> dict[str, dict[str, Any]]:
    """The rules of a kind by name: those of its word lists and those that `meaning.toml` adds."""
    return {rule["name"]: rule for rule in (*read_words(kind).get("rule", ()), *read_words("meaning")[kind])}
