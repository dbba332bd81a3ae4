"""Choosing the best loop among whole interviews, and what that proves about all others."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import highspy
import numpy as np

from loops.design.bounds import cost_of
from loops.design.columns import Column, Numbers
from loops.design.master import Master
from loops.design.program import FREE, Limits, hear_stop, quiet_solver

POOL_NODES = 60_000
"""Nodes of the search among the interviews that were found, times their number: each costs more."""


@dataclass(frozen=True)
class Choice:
    """Interviews that make a loop, empty where none was found, and what no loop of the same can beat."""

    columns: list[Column]
    cost: float
    bound: float


def choose(
    master: Master, limits: Limits, among: Collection[Column] = (), start: Collection[Column] = ()
) -> Choice:
    """The best loop of the interviews known, or of those named; `start` is a loop to improve on."""
    lp = master.solver.getLp()
    count = len(lp.col_cost_)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kContinuous] * master.fixed + [kinds.kInteger] * (count - master.fixed)
    lp.col_upper_ = _open(master, np.array(lp.col_upper_), frozenset(among))
    solver = quiet_solver()
    nodes = POOL_NODES // max(1, len(among or master.columns))
    solver.setOptionValue("mip_rel_gap", 1e-6)
    solver.setOptionValue("mip_max_nodes", min(limits.nodes, max(20, min(300, nodes))))
    hear_stop(solver, limits)
    solver.passModel(lp)
    if start:
        times = Counter(start)
        values = np.array([times[column] for column in master.columns], np.float64)
        solver.setSolution(len(values), np.arange(master.fixed, count, dtype=np.int32), values)
    solver.run()
    return _read(master, solver)


def _open(master: Master, high: Numbers, among: frozenset[Column]) -> Numbers:
    """Upper limits of the columns: no rule may be missed, and only interviews named may be held."""
    high[master.sound : master.fixed] = 0.0
    if among:
        for place, column in enumerate(master.columns, master.fixed):
            high[place] = FREE if column in among else 0.0
    return high


def _read(master: Master, solver: highspy.Highs) -> Choice:
    info = solver.getInfo()
    infeasible = solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
    bound = FREE if infeasible else info.mip_dual_bound
    if info.primal_solution_status != 2:
        return Choice([], FREE, bound)
    values = np.array(solver.getSolution().col_value)[master.fixed :]
    pairs = zip(master.columns, values, strict=True)
    columns = [column for column, value in pairs for _ in range(round(value))]
    return Choice(columns, cost_of(master, columns), bound)
