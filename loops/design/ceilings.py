"""Ceilings above an item's dependability that take the looks of a loop together.

A mixture of interviews can spread half looks over many items, and the curve of dependability, which is
steep at its start, then counts them for too much. A ceiling says what each look is worth so that no way
to look at the item, taken whole, comes to more than its looks are worth together.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from loops.design.columns import Numbers, Shop
from loops.design.program import FREE, quiet_solver

MOST = 3
"""Looks at an item that are taken together exactly; a further one counts at least by its slope there."""

MOST_WAYS = 20_000
"""Where there are more ways to look at an item, fewer looks are taken together."""

FAINT = 1e-4
"""How much of a look that the mixture does not hold counts, so that its worth stays low too."""

AT_ONCE = 30
"""Ways that are added to the program in one go."""

EXACT = 1e-7
"""By so little a ceiling may be missed while it is sought; its base makes up for it."""


@dataclass(frozen=True)
class Ceiling:
    """Dependability is at most `base` and the `worth` of each look, by the look's information."""

    base: float
    worth: Mapping[float, float]


@dataclass(frozen=True)
class Ways:
    """The ways to look at an item a few times, and the dependability of each.

    `told` is the information of each kind of look, with no look at place 0; `looks` are places in it.
    `floor` is the most that one look adds to a way that has its full number of looks already.
    """

    told: Numbers
    floor: Numbers
    looks: NDArray[np.int16]
    value: Numbers


def single(shop: Shop, item: str) -> Ceiling:
    """Together looks are worth no more than the sum of what each of them is worth alone."""
    return Ceiling(0.0, {told: told / (1 + told) for told, _ in _kinds(shop, item)})


def ways_of(shop: Shop, item: str, least: int) -> Ways:
    """The ways to look at an item at least so often, with questions enough for all looks."""
    kinds = [(0.0, 0), *_kinds(shop, item)]
    told = np.array([each for each, _ in kinds])
    looks = _together(np.array([asked for _, asked in kinds]), len(shop.problem.item(item).questions))
    most = looks.shape[1]
    looks = looks[np.count_nonzero(looks, axis=1) >= min(least, most)]
    info = told[looks].sum(axis=1)
    return Ways(told, told / (1 + most * told) ** 2, looks, info / (1 + info))


def _kinds(shop: Shop, item: str) -> list[tuple[float, int]]:
    """Every kind of look at an item: its information and its number of questions."""
    found = {
        (float(told), int(asked))
        for (_, name), choices in shop.choices.items()
        if name == item
        for told, asked in zip(choices.told, choices.sets.sum(axis=1), strict=True)
    }
    return sorted(found)


def _together(asked: NDArray[np.int64], questions: int) -> NDArray[np.int16]:
    """All combinations of looks, each once, that ask no more than so many questions."""
    ways = np.zeros((1, 1), np.int16)
    for _ in range(MOST):
        more = np.tile(np.arange(len(asked), dtype=np.int16), len(ways))
        grown = np.column_stack([np.repeat(ways, len(asked), axis=0), more])
        grown = grown[(grown[:, -1] >= grown[:, -2]) & (asked[grown].sum(axis=1) <= questions)]
        if len(grown) > MOST_WAYS:
            break
        ways = grown
    return ways[:, 1:]


def lowest_ceiling(ways: Ways, held: Mapping[float, float]) -> Ceiling:
    """The ceiling that is lowest over a mixture with so much of each look.

    It is priced by the program that spreads the mixture over ways, and those are added as they are needed.
    """
    solver = quiet_solver()
    none = np.array([], np.int32), np.array([], np.float64)
    for told in ways.told[1:].tolist():
        solver.addRow(-FREE, held.get(told, 0.0) + FAINT, 0, *none)
    solver.addRow(-FREE, 1.0, 0, *none)
    for place, floor in enumerate(ways.floor[1:].tolist()):
        solver.addCol(-floor, 0.0, FREE, 1, np.array([place], np.int32), np.ones(1))
    while True:
        solver.run()
        paid = np.maximum(0.0, -np.array(solver.getSolution().row_dual))
        worth = np.concatenate([[0.0], paid[:-1]])
        missed = ways.value - paid[-1] - worth[ways.looks].sum(axis=1)
        worst = np.argsort(-missed, kind="stable")[:AT_ONCE]
        fresh = worst[missed[worst] > EXACT]
        if not len(fresh):
            break
        for way in fresh.tolist():
            _add_way(solver, ways, way)
    worth = np.maximum(worth, ways.floor)
    base = float(paid[-1] + max(0.0, missed[worst[0]]))
    return Ceiling(base, dict(zip(ways.told[1:].tolist(), worth[1:].tolist(), strict=True)))


def _add_way(solver: highspy.Highs, ways: Ways, way: int) -> None:
    looks = ways.looks[way]
    places, times = np.unique(looks[looks > 0] - 1, return_counts=True)
    index = np.append(places, len(ways.told) - 1).astype(np.int32)
    solver.addCol(-float(ways.value[way]), 0.0, FREE, len(index), index, np.append(times, 1).astype(float))
