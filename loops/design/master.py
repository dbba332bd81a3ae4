"""The program that chooses among whole interviews: its rows are the rules of the loop as a whole."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import highspy
import numpy as np

from loops.design.ceilings import Ceiling, single
from loops.design.columns import Choices, Column, Shop
from loops.design.program import FREE, quiet_solver
from loops.design.rows import Key, Row, on_in, rows_of
from rubric.model import Item

SHORT = 50.0
"""What it costs to miss a rule by one while columns are still being found."""


@dataclass
class Master:
    """Rows by key, columns in the order in which they were found, and HiGHS with both in it.

    `shares` are the columns of the items' dependability, `told` those of their information, and `ceilings`
    lie above what looks at an item are worth together.
    """

    shop: Shop
    items: tuple[Item, ...]
    rows: dict[Key, Row]
    curves: Mapping[str, list[tuple[float, float]]]
    quality: bool
    columns: list[Column] = field(default_factory=list[Column])
    known: set[Column] = field(default_factory=set[Column])
    shares: list[int] = field(default_factory=list[int])
    told: list[int] = field(default_factory=list[int])
    ceilings: dict[str, list[Ceiling]] = field(default_factory=dict[str, list[Ceiling]])
    sound: int = 0
    fixed: int = 0
    solver: highspy.Highs = field(default_factory=quiet_solver)
    place: dict[Key, int] = field(default_factory=dict[Key, int])

    @property
    def alike(self) -> list[Key]:
        """Rows of questions that are nearly the same."""
        return [key for key in self.place if key[0] == "alike"]


def entries(master: Master, column: Column) -> dict[Key, float]:
    """What one interview adds to each row."""
    person = master.shop.groups[column.group].person
    found: dict[Key, float] = {
        ("group", str(column.group)): 1.0,
        ("format", column.format): 1.0,
        ("loop", "interviews"): 1.0,
        ("loop", "minutes"): float(column.length),
        ("loop", "outside"): float(person.other_team),
        ("heard", person.group): 1.0,
    }
    for name, asked in column.asked:
        choices = master.shop.choices[column.format, name]
        found["told", name] = told(choices, len(asked))
        found["look", name] = 1.0
        found["seen", name] = -1.0
        for number, ceiling in enumerate(master.ceilings.get(name, ())):
            found["plan", f"{name} {number}"] = -ceiling.worth[found["told", name]]
        found["asked", name] = float(len(asked))
        lengths = dict(zip(choices.batches, choices.lengths, strict=True))
        found["minute", name] = float(sum(lengths[each] for each in asked))
        found |= {("question", each): float(times) for each, times in Counter(asked).items()}
    names = {each for _, asked in column.asked for each in asked}
    for kind, pair in master.alike:
        found[kind, pair] = float(len(names & set(pair.split())))
    return {key: value for key, value in found.items() if value and key in master.place}


def told(choices: Choices, questions: int) -> float:
    """The information of a look with so many questions."""
    return float(choices.told[int(np.argmax(choices.sets.sum(axis=1) == questions))])


def build_master(
    shop: Shop, items: tuple[Item, ...], curves: Mapping[str, list[tuple[float, float]]], *, quality: bool
) -> Master:
    """A master program without interviews: what the loop is good for, and what rules may lack at first."""
    problem = shop.problem
    master = Master(shop, items, rows_of(problem, items, shop), curves, quality)
    for item in items:
        wanted = problem.rules.dependability
        strict = item.tier == "must" and wanted is not None and on_in(problem)("musts-are-dependable")
        master.rows["told", item.id] = Row(0, 0)
        if strict and wanted is not None:
            master.rows["trust", item.id] = Row(wanted / (1 - wanted) - 1e-9, FREE)
        if quality:
            master.ceilings[item.id] = [single(shop, item.id)]
            master.rows |= dict.fromkeys(_heights(item, len(curves[item.id])), Row(-FREE, 0))
    for key, row in master.rows.items():
        master.place[key] = len(master.place)
        master.solver.addRow(row.low, row.high, 0, np.array([], np.int32), np.array([], np.float64))
    total = sum(item.weight for item in problem.rubric.items) or 1.0
    for item in items:
        _add_item(master, item, item.weight / total)
    master.sound = master.solver.getNumCol()
    for key, row in master.rows.items():
        if row.low > 0:
            _add(master, SHORT, FREE, {key: 1.0})
    master.fixed = master.solver.getNumCol()
    return master


def _heights(item: Item, lines: int) -> list[Key]:
    """Rows above which an item's dependability cannot lie: its first ceiling and the lines.

    The height of a line counts as far as the item is `seen`, which is at most as often as it is looked at.
    """
    curve = [("curve", f"{item.id} {number}") for number in range(lines)]
    return [("seen", item.id), ("plan", f"{item.id} 0"), *curve]


def _add_item(master: Master, item: Item, weight: float) -> None:
    lines = master.curves[item.id] if master.quality else []
    names = [("curve", f"{item.id} {number}") for number in range(len(lines))]
    plan = [("plan", f"{item.id} 0")] if master.quality else []
    master.shares.append(master.solver.getNumCol())
    _add(master, -weight if master.quality else 0.0, 1.0, dict.fromkeys((*plan, *names), 1.0))
    slopes = {name: -slope for name, (slope, _) in zip(names, lines, strict=True)}
    trust: dict[Key, float] = {("trust", item.id): 1.0} if ("trust", item.id) in master.place else {}
    master.told.append(master.solver.getNumCol())
    _add(master, 0.0, FREE, {("told", item.id): -1.0, **trust, **slopes})
    if master.quality:
        heights = {name: -height for name, (_, height) in zip(names, lines, strict=True) if height}
        _add(master, 0.0, 1.0, {("seen", item.id): 1.0, **heights})


def _add(master: Master, cost: float, high: float, terms: Mapping[Key, float]) -> None:
    index = np.array([master.place[key] for key in terms], np.int32)
    values = np.array(list(terms.values()), np.float64)
    master.solver.addCol(cost, 0.0, high, len(index), index, values)


def add_columns(master: Master, columns: Iterable[Column]) -> int:
    """Put interviews into the program that are not in it yet, and say how many those were."""
    fresh = [column for column in dict.fromkeys(columns) if column not in master.known]
    for column in fresh:
        master.known.add(column)
        master.columns.append(column)
        _add(master, 0.0 if master.quality else float(column.length), FREE, entries(master, column))
    return len(fresh)


def solve_relaxed(master: Master) -> tuple[float, dict[Key, float]]:
    """The cost of the best mixture of the interviews known, and the price of every row."""
    master.solver.run()
    duals = np.array(master.solver.getSolution().row_dual)
    cost = master.solver.getInfo().objective_function_value
    return cost, {key: float(duals[place]) for key, place in master.place.items()}


def add_ceiling(master: Master, item: str, ceiling: Ceiling) -> None:
    """Put a ceiling over an item's dependability, for the interviews known and those to come."""
    known = master.ceilings[item]
    key = "plan", f"{item} {len(known)}"
    known.append(ceiling)
    master.rows[key] = Row(-FREE, ceiling.base)
    master.place[key] = len(master.place)
    names = [each.id for each in master.items]
    terms = {master.shares[names.index(item)]: 1.0}
    for place, column in enumerate(master.columns, master.fixed):
        for name, asked in column.asked:
            if name == item:
                terms[place] = -ceiling.worth[told(master.shop.choices[column.format, name], len(asked))]
    index, values = np.array(list(terms), np.int32), np.array(list(terms.values()))
    master.solver.addRow(-FREE, ceiling.base, len(index), index, values)
