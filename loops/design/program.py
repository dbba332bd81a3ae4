"""A mixed-integer program as rows and columns, and the one place that runs HiGHS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import highspy
import numpy as np

Terms = Mapping[int, float]
Row = tuple[dict[int, float], float, float, str]
FREE = highspy.kHighsInf
NO_ENUMERATION = 1 << 16
"""The one rule of HiGHS 1.16's presolve that writes past its memory, in the parts of a search too."""


@dataclass
class Program:
    """Columns and rows that grow; `rule` names the rule whose rows are being written."""

    cost: list[float] = field(default_factory=list[float])
    low: list[float] = field(default_factory=list[float])
    high: list[float] = field(default_factory=list[float])
    whole: list[bool] = field(default_factory=list[bool])
    rows: list[Row] = field(default_factory=list[Row])
    rule: str = ""

    def binary(self) -> int:
        """A new column that is 0 or 1."""
        return self.column(0.0, 1.0, whole=True)

    def column(self, low: float, high: float, *, whole: bool = False) -> int:
        """A new column between two bounds."""
        self.cost.append(0.0)
        self.low.append(low)
        self.high.append(high)
        self.whole.append(whole)
        return len(self.cost) - 1

    def at_least(self, terms: Terms, low: float) -> None:
        """The terms add up to `low` or more."""
        self.rows.append((dict(terms), low, FREE, self.rule))

    def at_most(self, terms: Terms, high: float) -> None:
        """The terms add up to `high` or less."""
        self.rows.append((dict(terms), -FREE, high, self.rule))

    def equal(self, terms: Terms, to: float) -> None:
        """The terms add up to exactly `to`."""
        self.rows.append((dict(terms), to, to, self.rule))


@dataclass(frozen=True)
class Limits:
    """When to stop, counted in work and never by the clock, so that a result repeats."""

    nodes: int = 4_000
    stop: Callable[[], bool] | None = None
    progress: Callable[[str], None] | None = None


@dataclass(frozen=True)
class Answer:
    """What HiGHS says: `bound` is the least cost that any solution can have."""

    status: Literal["optimal", "found", "infeasible", "unknown"]
    values: tuple[float, ...]
    cost: float
    bound: float


def minimise(program: Program, costs: Terms, limits: Limits, start: tuple[float, ...] = ()) -> Answer:
    """Solve with one thread: the same program gives the same answer on any number of cores."""
    solver = _solver(limits)
    solver.passModel(lp_of(program, costs))
    if start:
        whole = np.flatnonzero(np.array(program.whole[: len(start)])).astype(np.int32)
        solver.setSolution(len(whole), whole, np.round(np.array(start, np.float64))[whole].astype(np.float64))
    solver.run()
    return _answer(solver)


class _Quiet(highspy.Highs):
    """HiGHS without its banner, which the constructor prints before any option can be set."""

    def enableCallbacks(self) -> None:  # noqa: N802
        """Called by the constructor; silence comes first."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


def quiet_solver() -> highspy.Highs:
    """HiGHS with one thread and a fixed seed: one thread count for all solvers of a process."""
    solver = _Quiet()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 0)
    solver.setOptionValue("presolve_rule_off", NO_ENUMERATION)
    return solver


def _solver(limits: Limits) -> highspy.Highs:
    solver = quiet_solver()
    for option, value in (
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 1e-6),
        ("mip_feasibility_tolerance", 1e-7),
        ("mip_max_nodes", limits.nodes),
    ):
        solver.setOptionValue(option, value)
    hear_stop(solver, limits)
    return solver


def hear_stop(solver: highspy.Highs, limits: Limits) -> None:
    """Let a person interrupt the search; what was found until then is kept."""
    if stop := limits.stop:

        def ask(event: highspy.HighsCallbackEvent) -> None:
            event.interrupt(stop())

        solver.cbMipInterrupt.subscribe(ask)


def lp_of(program: Program, costs: Terms) -> highspy.HighsLp:
    """A program as HiGHS takes it."""
    lp = highspy.HighsLp()
    count = len(program.cost)
    lp.num_col_ = count
    lp.num_row_ = len(program.rows)
    lp.col_cost_ = np.array([costs.get(column, 0.0) for column in range(count)])
    lp.col_lower_ = np.array(program.low)
    lp.col_upper_ = np.array(program.high)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in program.whole]
    lp.row_lower_ = np.array([row[1] for row in program.rows])
    lp.row_upper_ = np.array([row[2] for row in program.rows])
    starts = np.cumsum([0, *(len(row[0]) for row in program.rows)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_ = count
    lp.a_matrix_.num_row_ = len(program.rows)
    lp.a_matrix_.start_ = starts.astype(np.int32)
    lp.a_matrix_.index_ = np.array([column for row in program.rows for column in row[0]], np.int32)
    lp.a_matrix_.value_ = np.array([value for row in program.rows for value in row[0].values()], float)
    return lp


def _answer(solver: highspy.Highs) -> Answer:
    status = solver.getModelStatus()
    info = solver.getInfo()
    kinds = highspy.HighsModelStatus
    if status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible):
        return Answer("infeasible", (), FREE, FREE)
    found = info.primal_solution_status == 2
    values = tuple(solver.getSolution().col_value) if found else ()
    cost = info.objective_function_value if found else FREE
    if status == kinds.kOptimal or (status == kinds.kModelEmpty and not values):
        return Answer("optimal", values, cost, cost if status == kinds.kModelEmpty else info.mip_dual_bound)
    if status in (kinds.kSolutionLimit, kinds.kInterrupt, kinds.kIterationLimit):
        return Answer("found" if found else "unknown", values, cost, info.mip_dual_bound)
    raise AssertionError(f"the program itself is wrong: {status}")
