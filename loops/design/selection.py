"""Choosing the best loop among outlines of interviews, and what that proves about all others.

The program (`loops.design.offer`) counts the questions of all interviews of one format and length
together; whether they can be dealt out to the single interviews is settled afterwards, exactly
(`loops.design.dealing`).
"""

from collections import Counter
from collections.abc import Collection

import highspy
import numpy as np

from loops.design.bounds import cost_of
from loops.design.choice import Choice
from loops.design.columns import Column
from loops.design.dealing import deal
from loops.design.master import Master
from loops.design.offer import Offer, Selection, write_selection
from loops.design.outlines import Outline, outline_of
from loops.design.program import FREE, Limits, hear_stop, lp_of, quiet_solver

WORK = 1_200_000
"""Nodes of one search, times the rows and columns of its program: each costs more."""

STEADY = (("presolve", "off"), ("mip_allow_restart", False), ("mip_feasibility_tolerance", 1e-7))
"""Presolving such a program anew in the search costs more than it saves."""


def select(
    master: Master, limits: Limits, offer: Offer, start: Collection[Column] = (), enough: float = 0.0
) -> Choice:
    """The best loop of the outlines; `start` is a loop of them to improve on.

    The search ends when nothing better than by the share `enough` of the cost is left. Where the
    questions cannot be dealt out, interviews of one format and length are set apart, and it begins anew.
    """
    while True:
        solver, work = _searched(master, limits, offer, start, enough)
        chosen = _chosen(work, solver)
        bound = FREE if _is_impossible(solver) else solver.getInfo().mip_dual_bound
        columns = deal(master, chosen, limits) if chosen else []
        times = Counter((each.format, each.length) for each in chosen)
        crowded = {same for same, number in times.items() if number > 1} - offer.apart
        if columns or not crowded:
            return Choice(columns, cost_of(master, columns) if columns else FREE, bound)
        offer.apart |= crowded


def _searched(
    master: Master, limits: Limits, offer: Offer, start: Collection[Column], enough: float
) -> tuple[highspy.Highs, Selection]:
    work = write_selection(master, offer)
    solver = quiet_solver()
    size = len(work.program.rows) + len(work.program.cost)
    for option, value in (
        ("mip_rel_gap", max(1e-6, enough)),
        ("mip_max_nodes", min(limits.nodes, max(20, WORK // size))),
        *STEADY,
    ):
        solver.setOptionValue(option, value)
    hear_stop(solver, limits)
    solver.passModel(lp_of(work.program, work.cost))
    if start:
        times = Counter(outline_of(column) for column in start)
        values = np.array([times[outline] for outline in offer.outlines], np.float64)
        solver.setSolution(len(values), np.array(work.held, np.int32), values)
    solver.run()
    return solver, work


def _is_impossible(solver: highspy.Highs) -> bool:
    return solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible


def _chosen(work: Selection, solver: highspy.Highs) -> list[Outline]:
    if solver.getInfo().primal_solution_status != 2:
        return []
    values = np.array(solver.getSolution().col_value)[work.held]
    pairs = zip(work.offer.outlines, values, strict=True)
    return [outline for outline, value in pairs for _ in range(round(value))]
