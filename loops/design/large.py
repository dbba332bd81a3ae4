"""The plan of a large problem: price and branch for the first goals, with the bound that they prove."""

from collections.abc import Mapping
from math import gcd

from loops.design.arrange import Sitting, arrange
from loops.design.branch import Branched, price_and_branch
from loops.design.finish import finish
from loops.design.measure import quality
from loops.design.model import Aim, Interview, Loop, Problem
from loops.design.objective import LOAD, QUALITY, curve_of
from loops.design.program import Limits, Program
from loops.design.variables import Variables, add_variables

NEAR = 1e-6


def plan_large(problem: Problem, limits: Limits) -> Loop | None:
    """The loop of a large problem; None where no loop was found, so that the slots must say why."""
    at = add_variables(problem, Program())
    curves = {item.id: curve_of(problem, at, item) for item in at.items}
    aims: list[Aim] = []
    within = problem
    if problem.rules.aim == "shortest":
        found = _shortest(problem, at, curves, limits)
        if found is None:
            return None
        aims.append(found)
        within = _within(problem, round(found.value))
    if limits.progress:
        limits.progress("Dependability")
    branched = price_and_branch(within, curves, limits, quality=True)
    if not branched.columns:
        return None
    interviews = _interviews(problem, at, branched)
    aims.append(_quality_aim(problem, interviews, branched))
    return finish(problem, interviews, (*aims, *_counts(problem, interviews, aims)))


def _within(problem: Problem, minutes: int) -> Problem:
    off = tuple(name for name in problem.rules.off if name != "within-the-candidates-minutes")
    rules = problem.rules.model_copy(update={"max_minutes": minutes, "off": off})
    return problem.model_copy(update={"rules": rules})


def _shortest(
    problem: Problem, at: Variables, curves: Mapping[str, list[tuple[float, float]]], limits: Limits
) -> Aim | None:
    if limits.progress:
        limits.progress("Candidate minutes")
    branched = price_and_branch(problem, curves, limits, quality=False)
    if not branched.columns:
        return None
    minutes = float(sum(column.length for column in branched.columns))
    step = _step(problem)
    bound = -(-(branched.bound - NEAR) // step) * step
    return Aim(name="Candidate minutes", unit="min", value=minutes, bound=bound, proven=minutes <= bound)


def _step(problem: Problem) -> int:
    """All lengths are multiples of this, and so is every loop."""
    return gcd(*(length for kind in problem.formats for length in kind.lengths))


def _quality_aim(problem: Problem, interviews: tuple[Interview, ...], branched: Branched) -> Aim:
    value = quality(problem, interviews)
    proven = -branched.bound - value <= NEAR
    return Aim(
        name=QUALITY.name,
        unit=QUALITY.unit,
        value=round(value, 6),
        bound=round(-branched.bound, 6),
        proven=proven,
    )


def _counts(problem: Problem, interviews: tuple[Interview, ...], aims: list[Aim]) -> list[Aim]:
    booked = {person.id: person.booked for person in problem.panel.interviewers}
    minutes = Aim(name="Candidate minutes", unit="min", value=float(sum(each.minutes for each in interviews)))
    return [
        *([] if any(aim.name == minutes.name for aim in aims) else [minutes]),
        Aim(name="Interviews", unit="interviews", value=float(len(interviews))),
        Aim(
            name=LOAD.name,
            unit=LOAD.unit,
            value=float(sum(booked[each.interviewer] for each in interviews)),
        ),
    ]


def _interviews(problem: Problem, at: Variables, branched: Branched) -> tuple[Interview, ...]:
    stock = {name: list(batch) for name, batch in branched.batches.items()}
    sittings = [
        Sitting(
            slot=slot,
            format=column.format,
            minutes=column.length,
            asked=frozenset(stock[name].pop(0) for _, asked in column.asked for name in asked),
            group=column.group,
        )
        for slot, column in enumerate(branched.columns)
    ]
    return arrange(problem, at, sittings)
