"""Finding the interviews that can improve a loop, until the prices prove that no further one can."""

from collections.abc import Mapping

from loops.design.bounds import bound_of, prices_of
from loops.design.columns import Column
from loops.design.master import Master, add_columns, solve_relaxed
from loops.design.pricing import Prices, price
from loops.design.program import FREE, Limits

ROUNDS = 200
EACH = 8
"""Columns that one format may add in a round."""


def generate(master: Master, limits: Limits) -> tuple[float, int]:
    """Add interviews to the program; the best bound that prices proved, and how many rounds it took."""
    bound = -FREE
    kinds = [kind for kind in master.shop.problem.formats if kind.id in master.shop.teams]
    centre: dict[tuple[str, str], float] = {}
    for number in range(ROUNDS):
        if limits.stop and limits.stop():
            return bound, number
        cost, sharp = solve_relaxed(master)
        for duals in (_between(centre, sharp), sharp) if centre else (sharp,):
            prices = prices_of(master, duals)
            gains: dict[str, float] = {}
            fresh: list[Column] = []
            for kind in kinds:
                gains[kind.id], found = price(master.shop, kind, prices)
                fresh += [column for gain, column in found[:EACH] if gain > 1e-7]
            lower = bound_of(master, duals, gains)
            if lower > bound:
                bound, centre = lower, dict(duals)
            if add_columns(master, fresh):
                break
        else:
            return bound, number
        if cost - bound < 1e-6:
            return bound, number
    return bound, ROUNDS


def _between(
    one: Mapping[tuple[str, str], float], other: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """Prices half way between the best known and the latest: they swing less."""
    return {key: 0.5 * value + 0.5 * other[key] for key, value in one.items()}


def settle(master: Master) -> tuple[Prices, float, list[float]]:
    """The last prices, the bound that they prove, and what the best mixture tells of each item."""
    _, duals = solve_relaxed(master)
    values = master.solver.getSolution().col_value
    known = [values[column] for column in master.told]
    prices = prices_of(master, duals)
    kinds = [kind for kind in master.shop.problem.formats if kind.id in master.shop.teams]
    base = bound_of(master, duals, {kind.id: price(master.shop, kind, prices)[0] for kind in kinds})
    return prices, base, known
