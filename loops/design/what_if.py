"""What one more interview would buy, what dropping one costs, and loops side by side."""

from collections.abc import Iterable, Iterator

from loops.design.finish import coverage_of
from loops.design.looks import name_looks
from loops.design.measure import quality
from loops.design.model import Interview, Loop, NoLoop, Problem
from loops.design.program import Limits
from loops.design.solve import plan_loop
from loops.design.verify import verify
from rubric.value import Minutes, Sentence, Share, Slug, Value


class Point(Value):
    """The best loop within so many minutes; None where no loop fits them.

    No loop within the minutes is more dependable than `bound`.
    """

    minutes: Minutes
    dependability: Share | None
    bound: float | None
    interviews: int


class Removal(Value):
    """What a loop loses without one of its interviews."""

    interview: Slug
    dependability: Share
    lost: float
    broken: tuple[Sentence, ...]


class Row(Value):
    """One loop in a comparison; `weakest` is the lowest dependability of a must-have."""

    name: str
    plan: str
    minutes: Minutes
    interviews: int
    interviewers: int
    dependability: Share
    weakest: Share
    unassessed: tuple[Slug, ...]
    proven: bool


def curve(problem: Problem, minutes: Iterable[int], limits: Limits | None = None) -> Iterator[Point]:
    """Dependability of the best loop within each number of candidate minutes, one point at a time."""
    for most in minutes:
        rules = problem.rules.model_copy(update={"aim": "best", "max_minutes": most})
        match plan_loop(problem.model_copy(update={"rules": rules}), limits, explain=False, depth=1):
            case Loop() as loop:
                aim = next(each for each in loop.aims if each.name == "Dependability")
                yield Point(
                    minutes=most,
                    dependability=aim.value,
                    bound=aim.bound,
                    interviews=len(loop.interviews),
                )
            case NoLoop():
                yield Point(minutes=most, dependability=None, bound=None, interviews=0)


def removals(problem: Problem, loop: Loop) -> tuple[Removal, ...]:
    """For each interview, what dropping it costs: dependability, and the rules it would break."""
    whole = quality(problem, loop.interviews)
    found: list[Removal] = []
    for each in loop.interviews:
        rest = name_looks(tuple(other for other in loop.interviews if other is not each))
        left = quality(problem, rest)
        faults = verify(_held_as_in(problem, rest), loop.model_copy(update={"interviews": rest}))
        found.append(
            Removal(
                interview=each.id,
                dependability=round(left, 6),
                lost=round(whole - left, 6),
                broken=tuple(faults),
            )
        )
    return tuple(found)


def _held_as_in(problem: Problem, rest: tuple[Interview, ...]) -> Problem:
    """The problem with held looks named as in what is left: a second one may become the first."""
    named = {each.id: each for each in rest}
    return problem.model_copy(update={"held": tuple(named.get(each.id, each) for each in problem.held)})


def compare(loops: Iterable[tuple[str, Problem, Loop]]) -> tuple[Row, ...]:
    """Loops side by side, in the order given."""
    rows: list[Row] = []
    for name, problem, loop in loops:
        coverage = coverage_of(problem, loop.interviews)
        musts = [cover.dependability for cover in coverage if cover.tier == "must"]
        rows.append(
            Row(
                name=name,
                plan=loop.plan,
                minutes=sum(each.minutes for each in loop.interviews),
                interviews=len(loop.interviews),
                interviewers=len({each.interviewer for each in loop.interviews}),
                dependability=round(quality(problem, loop.interviews), 6),
                weakest=min(musts, default=0.0),
                unassessed=tuple(cover.competency for cover in coverage if not cover.assessors),
                proven=loop.proven,
            )
        )
    return tuple(rows)
