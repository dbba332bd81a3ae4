"""Scores of trained log-linear models: sums of weights of the features that are present, nothing more."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple


class Maxent(NamedTuple):
    """Weights of a multinomial logistic model: for each feature one number a class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def scores(self, features: Iterable[str]) -> list[float]:
        """The log-odds of each class, up to a common constant; unknown features count nothing."""
        weights = self.weights
        rows = [weights[feature] for feature in features if feature in weights]
        return [sum(column) for column in zip(self.bias, *rows, strict=True)]


class Odds(NamedTuple):
    """Weights of a logistic model with two classes: for each feature its share in the log-odds."""

    weights: Mapping[str, float]

    def of(self, features: Iterable[str]) -> float:
        """The log-odds that the features speak for."""
        weights = self.weights
        return sum([weights[feature] for feature in features if feature in weights])


@cache
def load_model(name: str) -> Maxent:
    """Read `data/<name>.json`, a model of several classes, as the training script wrote it."""
    data = _read(name)
    scale = data["scale"]
    return Maxent(
        classes=tuple(data["classes"]),
        bias=tuple(value / scale for value in data["bias"]),
        weights={feature: tuple(v / scale for v in row) for feature, row in data["weights"].items()},
    )


@cache
def load_odds(name: str) -> Odds:
    """Read `data/<name>.json`, a model of two classes, as the training script wrote it."""
    data = _read(name)
    return Odds({feature: weight / data["scale"] for feature, weight in data["odds"].items()})


def _read(name: str) -> dict:
    return json.loads(resources.files("rubric.requirements").joinpath(f"data/{name}.json").read_text("utf-8"))
