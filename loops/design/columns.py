"""Whole interviews as columns, and all that a problem offers to make them from.

A column is one concrete interview: format, length, who leads it, and which questions it asks. Its
information on each competency is exact, so only the curve of dependability is left to lines.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from loops.design.likeness import near_same
from loops.design.measure import fit_of, information, measure_of
from loops.design.model import Format, Problem
from loops.design.problem import holds, may_assess, may_hold
from loops.design.variables import Group, closing_of, groups_of, lengths_of, minutes_of, opening_of
from rubric.catalogue.model import Question
from rubric.model import Item

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Column:
    """One concrete interview; `asked` are batches of questions by competency, in the rubric's order.

    A batch stands as often as questions of it are asked; see `Shop.batches`.
    """

    format: str
    length: int
    group: int
    asked: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Choices:
    """All sets of questions that one format can ask on one item, by rising minutes.

    A row of `sets` says how many questions of each batch are asked; `told` is one of the `levels`.
    """

    item: Item
    batches: tuple[str, ...]
    lengths: tuple[int, ...]
    sets: Numbers
    minutes: NDArray[np.int64]
    told: Numbers
    starts: NDArray[np.int64]
    levels: tuple[float, ...]
    level: NDArray[np.int64]

    def named(self, row: int) -> tuple[str, tuple[str, ...]]:
        """One of the sets: the item's id and its batches, each as often as it is asked from."""
        counts = self.sets[row].astype(np.int64).tolist()
        return self.item.id, tuple(
            name for name, times in zip(self.batches, counts, strict=True) for _ in range(times)
        )


@dataclass
class Shop:
    """Everything about a problem that pricing needs, worked out once.

    Questions of an item with the same minutes and the same formats are one batch, named after the first:
    which of them is asked where changes nothing, and so is chosen last. Questions that are nearly the
    same as another stay alone.
    """

    problem: Problem
    groups: tuple[Group, ...] = ()
    batches: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    choices: dict[tuple[str, str], Choices] = field(default_factory=dict[tuple[str, str], Choices])
    teams: dict[str, dict[frozenset[str], list[int]]] = field(
        default_factory=dict[str, dict[frozenset[str], list[int]]]
    )

    def room(self, kind: Format, length: int) -> int:
        """Minutes for scored questions."""
        return length - opening_of(self.problem, kind) - closing_of(self.problem, kind)


def open_shop(problem: Problem) -> Shop:
    """Work out which questions, people and lengths each format has under the rules."""
    rules = problem.rules
    shop = Shop(problem, groups_of(problem))
    items = [item for item in problem.rubric.items if item.id not in rules.leave_out]
    other = {"remote": "on-site", "on-site": "remote"}.get(rules.place)
    for kind in problem.formats:
        if kind.id in rules.may_not_hold or kind.place == other or not lengths_of(problem, kind):
            continue
        if teams := _teams(shop, kind, items):
            shop.teams[kind.id] = teams
    alone = _near_others(problem, items)
    for item in items:
        batches = _batches(shop, item, alone)
        shop.batches |= {batch[0].id: tuple(question.id for question in batch) for batch in batches}
        for kind in (problem.format(name) for name in shop.teams):
            held = [batch for batch in batches if holds(kind, item, batch[0])]
            found = _choices(shop, kind, item, held)
            if found is not None:
                shop.choices[kind.id, item.id] = found
    return shop


def _near_others(problem: Problem, items: list[Item]) -> frozenset[str]:
    if "no-near-same-question" in problem.rules.off:
        return frozenset()
    pairs = near_same([(question.id, question.ask) for item in items for question in item.questions])
    return frozenset(name for pair in pairs for name in pair)


def _batches(shop: Shop, item: Item, alone: frozenset[str]) -> list[list[Question]]:
    """Questions that only their words tell apart, in the rubric's order."""
    found: dict[tuple[object, ...], list[Question]] = {}
    for question in item.questions:
        homes = tuple(name for name in shop.teams if holds(shop.problem.format(name), item, question))
        itself = question.id if question.id in alone else ""
        found.setdefault((minutes_of(shop.problem, question), homes, itself), []).append(question)
    return list(found.values())


def _teams(shop: Shop, kind: Format, items: list[Item]) -> dict[frozenset[str], list[int]]:
    """Groups that may hold a format, by what they may assess."""
    trained = "only-trained-people-lead" not in shop.problem.rules.off
    teams: dict[frozenset[str], list[int]] = {}
    for index, group in enumerate(shop.groups):
        person = group.person
        if may_hold(person, kind) and (person.training == "trained" or not trained):
            able = frozenset(item.id for item in items if may_assess(person, item))
            teams.setdefault(able, []).append(index)
    return teams


def _choices(shop: Shop, kind: Format, item: Item, batches: list[list[Question]]) -> Choices | None:
    problem = shop.problem
    room = shop.room(kind, max(lengths_of(problem, kind)))
    lengths = tuple(minutes_of(problem, batch[0]) for batch in batches)
    stock = list(zip((len(batch) for batch in batches), lengths, strict=True))
    least = problem.rules.least_questions_a_look
    rows = [(spent, counts) for spent, counts in _mixtures(stock, room) if sum(counts) >= least]
    if not rows:
        return None
    rows.sort(key=lambda row: row[0])
    sets = np.array([counts for _, counts in rows], float)
    minutes = np.array([spent for spent, _ in rows], np.int64)
    measure, shown = measure_of(problem), fit_of(kind, item)
    by_count = np.array([information(measure, n, shown) for n in range(len(item.questions) + 1)])
    told = by_count[sets.sum(axis=1).astype(np.int64)]
    starts = np.concatenate([[0], np.nonzero(np.diff(minutes))[0] + 1])
    levels, level = np.unique(told, return_inverse=True)
    names = tuple(batch[0].id for batch in batches)
    return Choices(item, names, lengths, sets, minutes, told, starts, tuple(levels.tolist()), level)


def _mixtures(stock: list[tuple[int, int]], room: int) -> list[tuple[int, tuple[int, ...]]]:
    """Every way to take so many of each (number, minutes) within the room, with the minutes it takes."""
    found: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for number, length in stock:
        found = [
            (spent + times * length, (*counts, times))
            for spent, counts in found
            for times in range(number + 1)
            if spent + times * length <= room
        ]
    return found
