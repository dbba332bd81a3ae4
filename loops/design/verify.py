"""A second opinion on a loop, which knows no solver: every fault in words, rule by rule.

A checker has the name of the rule that it checks.
"""

from collections.abc import Callable, Iterator

from loops.design import verify_coverage, verify_people, verify_sittings
from loops.design.facts import Facts
from loops.design.model import Loop, Problem
from loops.design.verify_shape import SHAPE

Checker = Callable[[Facts], Iterator[str]]

CHECKERS: tuple[Checker, ...] = (
    *verify_coverage.CHECKERS,
    *verify_sittings.CHECKERS,
    *verify_people.CHECKERS,
)


def verify(problem: Problem, loop: Loop) -> list[str]:
    """The faults of a loop under the rules of a problem; empty where it keeps them all."""
    facts = Facts(problem, loop.interviews)
    faults = [fault for check in SHAPE for fault in check(facts)]
    if faults:
        return faults
    on = [check for check in CHECKERS if check.__name__.replace("_", "-") not in problem.rules.off]
    return [fault for check in on for fault in check(facts)]
