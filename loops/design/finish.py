"""A solution's numbers to a loop that people read: interviews in order, coverage, fingerprint."""

import hashlib
import json
from collections.abc import Sequence
from typing import Literal

from loops.design.measure import dependability, measure_of, quality, sem, told_by
from loops.design.model import (
    Aim,
    Cover,
    Interview,
    Loop,
    Missing,
    NoLoop,
    Problem,
    Relaxation,
)
from rubric.value import Sentence


def fingerprint(problem: Problem, interviews: tuple[Interview, ...]) -> str:
    """The same problem and the same interviews have the same fingerprint."""
    text = problem.model_dump_json() + json.dumps([each.model_dump(mode="json") for each in interviews])
    return hashlib.sha256(text.encode()).hexdigest()


def coverage_of(problem: Problem, interviews: tuple[Interview, ...]) -> tuple[Cover, ...]:
    """Who assesses each competency of the rubric, for how long, and how far that can be trusted."""
    measure = measure_of(problem)
    told = told_by(problem, interviews)
    covers: list[Cover] = []
    for item in problem.rubric.items:
        looks = [
            (each.interviewer, ask) for each in interviews for ask in each.items if ask.competency == item.id
        ]
        error = sem(measure, told[item.id])
        covers.append(
            Cover(
                competency=item.id,
                tier=item.tier,
                target=item.target,
                assessors=tuple(dict.fromkeys(who for who, _ in looks)),
                questions=sum(len(ask.questions) for _, ask in looks),
                minutes=sum(ask.minutes for _, ask in looks),
                dependability=round(dependability(told[item.id]), 6),
                sem=None if error is None else round(error, 6),
            )
        )
    return tuple(covers)


def finish(problem: Problem, interviews: tuple[Interview, ...], aims: tuple[Aim, ...]) -> Loop:
    """A loop with its aims, coverage, what it leaves out, and its fingerprint.

    The dependability is computed from the interviews themselves, not read from the solver.
    """
    mark = fingerprint(problem, interviews)
    aims = tuple(_true_value(problem, interviews, aim) for aim in aims)
    first = aims[0]
    return Loop(
        plan=mark[:8],
        hash=mark,
        status="proven" if first.proven else "found",
        gap=0.0 if first.proven else _gap(first),
        aims=aims,
        interviews=interviews,
        coverage=(coverage := coverage_of(problem, interviews)),
        left_out=_left_out(problem, coverage),
    )


def no_loop(
    problem: Problem,
    why: Literal["clash", "work"],
    clash: Sequence[Sentence],
    relaxations: Sequence[Relaxation],
) -> NoLoop:
    """The answer where no loop was found."""
    mark = fingerprint(problem, ())
    return NoLoop(plan=mark[:8], hash=mark, why=why, clash=tuple(clash), relaxations=tuple(relaxations))


def _true_value(problem: Problem, interviews: tuple[Interview, ...], aim: Aim) -> Aim:
    if aim.name != "Dependability":
        return aim
    value = round(quality(problem, interviews), 6)
    near = aim.bound is not None and aim.bound - value <= 2e-6
    return aim.model_copy(update={"value": value, "proven": aim.proven and near})


def _gap(aim: Aim) -> float | None:
    if aim.bound is None or not aim.value:
        return None
    return round(abs(aim.value - aim.bound) / abs(aim.value), 6)


def _left_out(problem: Problem, coverage: tuple[Cover, ...]) -> tuple[Missing, ...]:
    dropped = set(problem.rules.leave_out)
    said = {
        True: "The rules leave it out of this loop.",
        False: "No interview of this loop has room for it, and the rules do not demand it.",
    }
    missing = [
        Missing(competency=cover.competency, why=said[cover.competency in dropped], tier=cover.tier)
        for cover in coverage
        if not cover.assessors
    ]
    asked = [Missing(competency=left.name, why=left.why, tier=left.tier) for left in problem.rubric.left_out]
    return (*missing, *asked)
