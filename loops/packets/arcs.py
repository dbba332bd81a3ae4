"""The order of a map: competencies below one another in boxes by area, relations as arcs beside them.

All arcs on one side of a line cross where their ends interleave. Two sides and a good order leave few or no
crossings, and labels never overlap because they never leave their line.
"""

from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

Pair = tuple[str, str]


class Arc(NamedTuple):
    """A relation drawn from place `low` to place `high`; `side` 0 is the right, `lane` 0 the nearest."""

    edge: Pair
    low: int
    high: int
    side: int
    lane: int


class Arrangement(NamedTuple):
    """The order from top to bottom, the arcs, and how many pairs of arcs still cross."""

    order: tuple[str, ...]
    arcs: tuple[Arc, ...]
    crossings: int


@lru_cache(maxsize=64)
def arrange(boxes: tuple[tuple[str, ...], ...], edges: tuple[Pair, ...]) -> Arrangement:
    """Order the boxes and what is in them so that as few arcs cross as possible, then so that arcs are short.

    Moves one box or one member at a time while that helps; ties keep the order given.
    """
    best = boxes
    cost = _cost(best, edges)
    improved = True
    while improved:
        improved = False
        for other in _neighbours(best):
            if (value := _cost(other, edges)) < cost:
                best, cost, improved = other, value, True
                break
    order = tuple(member for box in best for member in box)
    return Arrangement(order, _lanes(order, edges), cost[0])


def _neighbours(boxes: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[str, ...], ...]]:
    """All orders that one move of a box, or of one member in its box, leads to."""
    moved = [tuple(order) for order in _moves(boxes)]
    for place, box in enumerate(boxes):
        moved += [(*boxes[:place], tuple(order), *boxes[place + 1 :]) for order in _moves(box)]
    return moved


def _moves(items: tuple[Any, ...]) -> list[list[Any]]:
    found = []
    for start in range(len(items)):
        for end in range(len(items)):
            if start != end:
                order = list(items)
                order.insert(end, order.pop(start))
                found.append(order)
    return found


def _cost(boxes: tuple[tuple[str, ...], ...], edges: tuple[Pair, ...]) -> tuple[int, int]:
    """Crossings, then the length of all arcs."""
    order = tuple(member for box in boxes for member in box)
    ends = _ends(order, edges)
    sides = _sides(ends)
    length = sum(high - low for low, high in ends)
    return sum(sides[a] == sides[b] for a, b in _conflicts(ends)), length


def _ends(order: tuple[str, ...], edges: tuple[Pair, ...]) -> list[tuple[int, int]]:
    place = {member: number for number, member in enumerate(order)}
    return [(min(place[a], place[b]), max(place[a], place[b])) for a, b in edges]


def _conflicts(ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of arcs that would cross on one side: their ends interleave."""
    return [
        (one, two)
        for one, two in combinations(range(len(ends)), 2)
        if ends[one][0] < ends[two][0] < ends[one][1] < ends[two][1]
        or ends[two][0] < ends[one][0] < ends[two][1] < ends[one][1]
    ]


def _sides(ends: list[tuple[int, int]]) -> list[int]:
    """A side for each arc: the right unless it would cross there more arcs than on the left."""
    rivals: dict[int, list[int]] = {number: [] for number in range(len(ends))}
    for one, two in _conflicts(ends):
        rivals[one].append(two)
        rivals[two].append(one)
    sides: dict[int, int] = {}
    for start in rivals:
        waiting = [start]
        while waiting:
            arc = waiting.pop(0)
            if arc in sides:
                continue
            taken = [sides[rival] for rival in rivals[arc] if rival in sides]
            sides[arc] = int(taken.count(0) > taken.count(1))
            waiting += rivals[arc]
    return [sides[number] for number in range(len(ends))]


def _lanes(order: tuple[str, ...], edges: tuple[Pair, ...]) -> tuple[Arc, ...]:
    """Put short arcs next to the boxes and long ones outside them."""
    ends = _ends(order, edges)
    sides = _sides(ends)
    taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
    arcs: dict[int, Arc] = {}
    for number in sorted(range(len(edges)), key=lambda n: (ends[n][1] - ends[n][0], ends[n])):
        low, high = ends[number]
        lane = 0
        while any(a <= high and low <= b for a, b in taken.get((sides[number], lane), [])):
            lane += 1
        taken.setdefault((sides[number], lane), []).append((low, high))
        arcs[number] = Arc(edges[number], low, high, sides[number], lane)
    return tuple(arcs[number] for number in range(len(edges)))
