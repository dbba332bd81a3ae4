"""Interviews without their questions and people: how many questions on what, in which format and length.

A problem has a few hundred of these where it has tens of thousands of whole interviews. Once a loop and
a bound are known, no better loop holds an interview that falls short by more than the gap; when all
outlines of the others can be listed, choosing among them is choosing among all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np

from loops.design.columns import Choices, Column, Numbers, Shop
from loops.design.model import Format
from loops.design.pricing import Prices, worth_of
from loops.design.variables import lengths_of

Counts = tuple[tuple[str, int], ...]
Rise = tuple[int, float]
Team = tuple[frozenset[str], float]


@dataclass(frozen=True)
class Outline:
    """One interview as far as the loop's quality depends on it; `counts` are questions by competency."""

    format: str
    length: int
    counts: Counts


@dataclass(frozen=True)
class _Search:
    """One format at given prices.

    `shelves` hold for each item and number of questions their best value by minutes, `later` the most
    that the shelves from a place on can add by looks and minutes, `ends` each length with its room and
    price, `teams` what people may assess and the best price of such a person.
    """

    kind: str
    shelves: list[tuple[str, dict[int, list[Rise]]]]
    later: list[Numbers]
    ends: list[tuple[int, int, float]]
    teams: list[Team]


def outline_of(column: Column) -> Outline:
    """What a whole interview is without its questions and its lead."""
    counts = tuple((name, len(asked)) for name, asked in column.asked)
    return Outline(column.format, column.length, counts)


def list_outlines(shop: Shop, prices: Prices, short: float, most: int) -> list[Outline] | None:
    """All outlines of which an interview gains at least -`short`; None where they are more than `most`."""
    found: list[Outline] = []
    for kind in (kind for kind in shop.problem.formats if kind.id in shop.teams):
        search = _open_search(shop, kind, prices, short)
        looks = shop.problem.rules.competencies_per_interview
        ways = _every(search, looks) if kind.holds else _silent(search)
        found += islice(ways, most + 1 - len(found))
        if len(found) > most:
            return None
    return found


def _silent(search: _Search) -> Iterator[Outline]:
    """The outlines of a format that scores nothing."""
    price = max(price for _, price in search.teams)
    return (Outline(search.kind, length, ()) for length, _, base in search.ends if base + price >= 0)


def _open_search(shop: Shop, kind: Format, prices: Prices, short: float) -> _Search:
    looks = shop.problem.rules.competencies_per_interview
    lengths = lengths_of(shop.problem, kind)
    room = max(0, *(shop.room(kind, length) for length in lengths))
    base = prices.interview + prices.format.get(kind.id, 0.0) + short
    shelves = [
        (item, _rises(choices, prices, room))
        for (form, item), choices in shop.choices.items()
        if form == kind.id
    ]
    later = [np.zeros((looks + 1, room + 1))]
    for _, shelf in reversed(shelves):
        grown = later[-1].copy()
        for rises in shelf.values():
            for left in range(1, looks + 1):
                np.maximum(grown[left], _join(later[-1][left - 1], rises), out=grown[left])
        later.append(grown)
    return _Search(
        kind.id,
        shelves,
        later[::-1],
        [(length, shop.room(kind, length), base + prices.length * length) for length in lengths],
        [
            (able, max(prices.group.get(g, 0.0) for g in groups))
            for able, groups in shop.teams[kind.id].items()
        ],
    )


def _rises(choices: Choices, prices: Prices, room: int) -> dict[int, list[Rise]]:
    """For each number of questions, the minutes from which a better set of them fits, with its value."""
    worth = worth_of(choices, prices).every
    found: dict[int, list[Rise]] = {}
    for place, count in enumerate(choices.sets.sum(axis=1).astype(np.int64).tolist()):
        minutes, value = int(choices.minutes[place]), float(worth[place])
        rises = found.setdefault(count, [])
        if minutes <= room and (not rises or value > rises[-1][1] + 1e-12):
            if rises and rises[-1][0] == minutes:
                rises.pop()
            rises.append((minutes, value))
    return {count: rises for count, rises in found.items() if rises}


def _join(worth: Numbers, rises: list[Rise]) -> Numbers:
    """The best value by minutes with one of the sets added."""
    grown = np.full(len(worth), -np.inf)
    for minutes, value in rises:
        np.maximum(grown[minutes:], worth[: len(worth) - minutes] + value, out=grown[minutes:])
    return grown


def _every(search: _Search, looks: int) -> Iterator[Outline]:
    """All ways to fill an interview that are worth at least nothing."""
    start = np.zeros(search.later[0].shape[1])
    stack: list[tuple[int, int, Numbers, Counts, list[Team]]] = [(0, looks, start, (), search.teams)]
    while stack:
        place, left, worth, counts, teams = stack.pop()
        price = max(price for _, price in teams)
        if counts:
            for length, room, base in search.ends:
                if room >= 0 and worth[room] + base + price >= 0:
                    yield Outline(search.kind, length, counts)
        for at in range(place, len(search.shelves) if left else 0):
            item, shelf = search.shelves[at]
            able = [team for team in teams if item in team[0]]
            for count, grown in _grown(search, shelf, worth, (at + 1, left - 1), able):
                stack.append((at + 1, left - 1, grown, (*counts, (item, count)), able))


def _grown(
    search: _Search,
    shelf: Mapping[int, list[Rise]],
    worth: Numbers,
    rest: tuple[int, int],
    able: list[Team],
) -> Iterator[tuple[int, Numbers]]:
    """The numbers of questions of one item that can still lead to an outline, with the value by minutes."""
    price = max((price for _, price in able), default=-np.inf)
    place, left = rest
    later = search.later[place][left]
    for count, rises in shelf.items() if able else ():
        grown = _join(worth, rises)
        if any(
            room >= 0 and (grown[: room + 1] + later[room::-1]).max() + base + price >= 0
            for _, room, base in search.ends
        ):
            yield count, grown
