"""The bound that whole interviews prove, sharpened by ceilings that their best mixture breaks."""

from loops.design.ceilings import Ways, lowest_ceiling, ways_of
from loops.design.generate import generate
from loops.design.master import Master, add_ceiling, told
from loops.design.program import Limits
from rubric.model import Item

TIMES = 12
"""Ceilings are sought so often, each time at a new mixture."""

WORTHWHILE = 1e-5
"""A ceiling is kept that takes more than this off the loop's dependability."""


def sharpen(master: Master, limits: Limits) -> tuple[float, int]:
    """Find interviews, and ceilings that their best mixture breaks, in turn; the bound and the rounds."""
    bound, rounds = generate(master, limits)
    if not master.quality:
        return bound, rounds
    ways = {item.id: _ways(master, item) for item in master.items}
    for _ in range(TIMES):
        if (limits.stop and limits.stop()) or not _lower(master, ways):
            break
        better, more = generate(master, limits)
        bound, rounds = max(bound, better), rounds + more
    return bound, rounds


def _ways(master: Master, item: Item) -> Ways:
    row = master.rows.get(("look", item.id))
    return ways_of(master.shop, item.id, int(row.low) if row else 0)


def _lower(master: Master, ways: dict[str, Ways]) -> bool:
    """Add the ceilings that the best mixture breaks by enough; whether there were any."""
    values = master.solver.getSolution().col_value
    held = _held(master, values[master.fixed :])
    total = sum(item.weight for item in master.shop.problem.rubric.items) or 1.0
    found = False
    for item, share in zip(master.items, master.shares, strict=True):
        if not len(ways[item.id].looks):
            continue
        looks = held.get(item.id, {})
        ceiling = lowest_ceiling(ways[item.id], looks)
        height = ceiling.base + sum(ceiling.worth[told] * amount for told, amount in looks.items())
        if (values[share] - height) * item.weight / total > WORTHWHILE:
            add_ceiling(master, item.id, ceiling)
            found = True
    return found


def _held(master: Master, amounts: list[float]) -> dict[str, dict[float, float]]:
    """How much of each look the mixture holds, by item and information."""
    held: dict[str, dict[float, float]] = {}
    for column, amount in zip(master.columns, amounts, strict=True):
        for name, asked in column.asked if amount > 1e-9 else ():
            looks = held.setdefault(name, {})
            each = told(master.shop.choices[column.format, name], len(asked))
            looks[each] = looks.get(each, 0.0) + amount
    return held
