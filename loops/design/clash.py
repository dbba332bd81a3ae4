"""Which rules clash: a set that cannot all be kept, of which each was taken away and a loop found."""

from collections.abc import Collection
from dataclasses import dataclass, field

from loops.design.draft import draft
from loops.design.model import Panel, Problem
from loops.design.problem import roles_to_fill
from loops.design.program import Limits, minimise
from loops.design.rulebook import CONSTRAINTS, Constraint, active, rule_id
from loops.design.shape import nobody_looks_twice
from loops.design.staffing import caps_are_kept
from loops.design.variables import slots_of

FIRST_ASKED = frozenset(
    {
        "every-must-is-asked",
        "musts-have-independent-assessors",
        "musts-have-their-questions",
        "questions-fit-the-minutes",
        "few-interviews",
        "within-the-candidates-minutes",
        "caps-are-kept",
    }
)
"""Rules that people change first: a clash is told with these for as long as they are needed."""

Set = frozenset[Constraint]


@dataclass
class Trials:
    """Sets of rules that were tried on a problem: less than what is possible is possible too."""

    problem: Problem
    limits: Limits
    possible: list[Set] = field(default_factory=list[Set])
    impossible: list[Set] = field(default_factory=list[Set])

    def clash(self, rules: Set) -> bool:
        """Whether it was proven that no loop keeps all of these rules.

        Programs in which people may hold several interviews are large. A loop in which they do not
        settles it one way, and a program that looks away from second looks by one person the other way.
        """
        if caps_are_kept not in rules:
            if self._may_be(rules | {caps_are_kept}):
                return False
            if self._none(rules, nobody_looks_twice):
                return True
        return not self._may_be(rules)

    def _may_be(self, rules: Set) -> bool:
        """Whether a loop may keep these rules, from memory where a larger or smaller set answers it."""
        if any(rules <= known for known in self.possible):
            return True
        if any(known <= rules for known in self.impossible):
            return False
        none = self._none(rules)
        (self.impossible if none else self.possible).append(rules)
        return not none

    def _none(self, rules: Set, *without: Constraint) -> bool:
        program = draft(under(self.problem, rules), *without).program
        return minimise(program, {}, self.limits).status == "infeasible"


def clashing(problem: Problem, limits: Limits) -> list[Constraint]:
    """A set of rules that cannot all be kept, of which none can be left out."""
    book = active(problem.rules)
    at_work = {row[3] for row in draft(problem).program.rows}
    loud = [rule for rule in reversed(book) if rule.__name__ in at_work]
    parts = [[rule for rule in loud if (rule_id(rule) in FIRST_ASKED) == asked] for asked in (False, True)]
    needed = _needed(Trials(problem, limits), [part for part in parts if part])
    return [rule for rule in book if rule in needed]


def _needed(trials: Trials, parts: list[list[Constraint]]) -> list[Constraint]:
    """The rules of which none can be left out: many are taken away at once, then ever fewer."""
    kept = frozenset(rule for part in parts for rule in part)
    needed: list[Constraint] = []
    waiting = parts[::-1]
    while waiting:
        part = waiting.pop()
        if trials.clash(kept - frozenset(part)):
            kept -= frozenset(part)
        elif len(part) == 1:
            needed += part
        else:
            half = len(part) // 2
            waiting += [part[half:], part[:half]]
    return needed


def under(problem: Problem, rules: Collection[Constraint]) -> Problem:
    """The problem with only these rules switched on; roles to fill are as many as the interviews."""
    names = {rule_id(rule) for rule in rules}
    off = tuple(rule_id(rule) for rule in CONSTRAINTS if rule_id(rule) not in names)
    changed = problem.rules.model_copy(update={"off": off})
    return staffed(problem.model_copy(update={"rules": changed}))


def staffed(problem: Problem) -> Problem:
    """The problem with enough roles to fill, where no panel was named; known roles stay as they are."""
    if not all(person.to_fill for person in problem.panel.interviewers):
        return problem
    rules = problem.rules.model_copy(update={"max_interviews": len(slots_of(problem))})
    enough = {role.id: role for role in roles_to_fill(rules, problem.formats).interviewers}
    enough |= {role.id: role for role in problem.panel.interviewers}
    return problem.model_copy(update={"panel": Panel(interviewers=tuple(enough.values()))})
