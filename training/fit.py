"""Logistic models by full-batch gradient steps: convex, seedless, the same bytes each time."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

SCALE = 1000
STEPS = 300
LEAST_WEIGHT = 15
"""Weights under this many thousandths are left out of the file."""


class Table(NamedTuple):
    """Examples as indices: `at` lists the features of all examples, `of` the example of each."""

    names: list[str]
    at: np.ndarray
    of: np.ndarray
    labels: np.ndarray


def table_of(rows: Sequence[Sequence[str]], labels: Sequence[int], least: int) -> Table:
    """Number the features; those in fewer than `least` examples are left out."""
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in counts.items() if count >= least)
    index = {name: number for number, name in enumerate(names)}
    flat = [[index[f] for f in dict.fromkeys(row) if f in index] for row in rows]
    at = np.concatenate([np.asarray(row, dtype=np.int64) for row in flat])
    of = np.repeat(np.arange(len(rows)), [len(row) for row in flat])
    return Table(names, at, of, np.asarray(labels))


def fit_classes(
    rows: Sequence[Sequence[str]],
    labels: Sequence[int],
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    least: int = 2,
) -> dict:
    """Fit a model of several classes.

    Args:
        rows: The features of each example.
        labels: The number of the class of each example.
        classes: The names of the classes.
        l2: Strength of the squared penalty, against the sum of log losses.
        least: Features in fewer examples are left out.

    Returns:
        What the product's `load_model` reads: classes, scale, bias, weights as whole numbers.
    """
    table = table_of([[*row, ""] for row in rows], labels, least)
    aims = np.eye(len(classes))[table.labels]
    weights = _descend(table, aims, l2, _softmax)
    whole = np.rint(weights * SCALE).astype(int)
    kept = {
        name: [int(v) for v in row]
        for name, row in zip(table.names, whole, strict=True)
        if np.abs(row).max() >= LEAST_WEIGHT
    }
    bias = kept.pop("", [0] * len(classes))
    return {"classes": list(classes), "scale": SCALE, "bias": bias, "weights": kept}


def fit_odds(
    rows: Sequence[Sequence[str]], labels: Sequence[int], *, l2: float = 1.0, least: int = 2
) -> dict:
    """Fit a model of two classes, as `fit_classes`.

    Returns:
        What the product's `load_odds` reads: scale, and each feature's share in the log-odds.
    """
    table = table_of(rows, labels, least)
    weights = _descend(table, table.labels.astype(float)[:, None], l2, _sigmoid)
    whole = np.rint(weights[:, 0] * SCALE).astype(int)
    kept = {name: int(v) for name, v in zip(table.names, whole, strict=True) if abs(int(v)) >= LEAST_WEIGHT}
    return {"scale": SCALE, "odds": kept}


def _softmax(logits: np.ndarray) -> np.ndarray:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def _sigmoid(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(logits, -40, 40)))


def _descend(
    table: Table, aims: np.ndarray, l2: float, squash: Callable[[np.ndarray], np.ndarray]
) -> np.ndarray:
    """Adam on all examples at once, with a rate that falls to nearly nothing."""
    features, columns = len(table.names), aims.shape[1]
    weights = np.zeros((features, columns))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = np.empty_like(aims)
        for k in range(columns):
            logits[:, k] = np.bincount(table.of, weights=weights[table.at, k], minlength=len(aims))
        error = squash(logits) - aims
        slope = l2 * weights
        for k in range(columns):
            slope[:, k] += np.bincount(table.at, weights=error[table.of, k], minlength=features)
        mean += 0.1 * (slope - mean)
        square += 0.001 * (slope**2 - square)
        rate = 0.08 * (1 - step / (STEPS + 20))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def save(model: dict, path: Path) -> None:
    """Write a model as sorted, compact JSON."""
    text = json.dumps(model, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")
