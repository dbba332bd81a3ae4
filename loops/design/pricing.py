"""The search for whole interviews that would improve a loop at given prices."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loops.design.columns import Choices, Column, Numbers, Shop
from loops.design.model import Format
from loops.design.variables import lengths_of


@dataclass(frozen=True)
class Prices:
    """What a master program pays: for information, a look, a question, a minute of an item, and so on.

    `worth` is what it pays for a look by the look's information, beside what it pays for all information.
    """

    told: Mapping[str, float]
    look: Mapping[str, float]
    worth: Mapping[str, Mapping[float, float]]
    asked: Mapping[str, float]
    minute: Mapping[str, float]
    question: Mapping[str, float]
    group: Mapping[int, float]
    format: Mapping[str, float]
    interview: float
    length: float


def price(shop: Shop, kind: Format, prices: Prices) -> tuple[float, list[tuple[float, Column]]]:
    """The best gain of any interview of a format, and the interviews that gain most, best first.

    A gain is what an interview is worth at these prices beyond what it costs.
    """
    values = {
        item: worth_of(choices, prices) for (form, item), choices in shop.choices.items() if form == kind.id
    }
    best, found = -np.inf, list[tuple[float, Column]]()
    for able, groups in shop.teams[kind.id].items():
        items = [item for item in values if item in able]
        table, trail = _fill(shop, kind, [values[item] for item in items])
        ranked = sorted(groups, key=lambda index: -prices.group.get(index, 0.0))[:3]
        for length in lengths_of(shop.problem, kind):
            base = prices.interview + prices.format.get(kind.id, 0.0) + prices.length * length
            if not kind.holds:
                gain = base + prices.group.get(ranked[0], 0.0)
                best = max(best, gain)
                found.append((gain, Column(kind.id, length, ranked[0], ())))
                continue
            part = table[:, : max(1, shop.room(kind, length) + 1)]
            looks, spent = np.unravel_index(int(np.argmax(part[1:])), part[1:].shape)
            gain = float(part[looks + 1, spent]) + base + prices.group.get(ranked[0], 0.0)
            best = max(best, gain)
            if gain > 1e-7:
                stock = [(shop.choices[kind.id, item], values[item]) for item in items]
                asked = _walk(stock, trail, (int(looks) + 1, int(spent)))
                for index in ranked:
                    worth = gain - prices.group.get(ranked[0], 0.0) + prices.group.get(index, 0.0)
                    found.append((worth, Column(kind.id, length, index, asked)))
    return best, sorted(found, key=lambda row: -row[0])


@dataclass(frozen=True)
class Worth:
    """The best value of an item for each number of minutes, without what less time does better."""

    minutes: NDArray[np.int64]
    value: Numbers
    every: Numbers


def worth_of(choices: Choices, prices: Prices) -> Worth:
    """What each set of questions is worth at these prices."""
    item = choices.item.id
    single = np.array([prices.question.get(question, 0.0) for question in choices.batches])
    every = (
        prices.told.get(item, 0.0) * choices.told
        + prices.look.get(item, 0.0)
        + prices.asked.get(item, 0.0) * choices.sets.sum(axis=1)
        + prices.minute.get(item, 0.0) * choices.minutes
        + choices.sets @ single
    )
    if table := prices.worth.get(item):
        every += np.array([table[told] for told in choices.levels])[choices.level]
    peaks = np.maximum.reduceat(every, choices.starts)
    minutes = choices.minutes[choices.starts]
    before = np.concatenate([[-np.inf], np.maximum.accumulate(peaks)[:-1]])
    keep = (peaks > before + 1e-12) & (peaks > -1e3)
    return Worth(minutes[keep], peaks[keep], every)


def _fill(shop: Shop, kind: Format, worths: list[Worth]) -> tuple[Numbers, list[NDArray[np.int64]]]:
    """Best value for each number of items and minutes, and for each item which minutes were taken."""
    most = shop.problem.rules.competencies_per_interview
    room = max(0, shop.room(kind, max(lengths_of(shop.problem, kind))))
    table = np.full((most + 1, room + 1), -np.inf)
    table[0, 0] = 0.0
    trail: list[NDArray[np.int64]] = []
    for worth in worths:
        taken = np.zeros((most + 1, room + 1), np.int64)
        grown = table.copy()
        for minutes, value in zip(worth.minutes.tolist(), worth.value.tolist(), strict=True):
            if minutes > room:
                break
            fresh = table[:-1, : room + 1 - minutes] + value
            better = fresh > grown[1:, minutes:]
            grown[1:, minutes:][better] = fresh[better]
            taken[1:, minutes:][better] = minutes
        trail.append(taken)
        table = grown
    return table, trail


def _walk(
    stock: list[tuple[Choices, Worth]], trail: list[NDArray[np.int64]], end: tuple[int, int]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sets of questions that lead to one cell of the table."""
    looks, spent = end
    asked: list[tuple[str, tuple[str, ...]]] = []
    for (choices, worth), taken in zip(reversed(stock), reversed(trail), strict=True):
        minutes = int(taken[looks, spent])
        if minutes:
            low = int(np.searchsorted(choices.minutes, minutes))
            high = int(np.searchsorted(choices.minutes, minutes, "right"))
            asked.append(choices.named(low + int(np.argmax(worth.every[low:high]))))
            looks, spent = looks - 1, spent - minutes
    return tuple(reversed(asked))
