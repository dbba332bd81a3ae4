"""Why there is no loop: the rules that clash in their own sentences, and the cheapest ways out."""

import json
from collections.abc import Iterator, Sequence
from itertools import combinations

from loops.design.budget import budget_faults
from loops.design.clash import FIRST_ASKED, clashing, staffed
from loops.design.draft import draft
from loops.design.ladders import ladders, more_minutes
from loops.design.model import Problem, Relaxation, Rules
from loops.design.program import Limits, minimise
from loops.design.rulebook import Constraint, rule_id, sentence_of


def explain_clash(problem: Problem, limits: Limits) -> tuple[list[str], list[Relaxation]]:
    """The clashing rules in their own sentences, each proven to be needed, and what would help."""
    rules = clashing(problem, limits)
    sentences = [sentence_of(rule, problem.rules) for rule in rules]
    return [*budget_faults(problem), *sentences], list(relaxations(problem, rules, limits))


def relax(problem: Problem, relaxation: Relaxation) -> Problem:
    """The problem with one change of its rules applied."""
    changed = {**problem.rules.model_dump(mode="json"), **relaxation.change}
    rules = Rules.model_validate_json(json.dumps(changed))
    return staffed(problem.model_copy(update={"rules": rules}))


def least_minutes(problem: Problem, limits: Limits) -> int | None:
    """The candidate's minutes of the shortest loop; None where none was found."""
    work = draft(problem)
    answer = minimise(work.program, work.at.minutes(), limits)
    return round(answer.cost) if answer.values else None


def relaxations(problem: Problem, clash: Sequence[Constraint], limits: Limits) -> Iterator[Relaxation]:
    """Single changes that make a loop possible, cheapest first: the smallest step of each kind."""
    found = list(_enough_minutes(problem, limits))
    unprotected = [rule for rule in clash if rule_id(rule) not in FIRST_ASKED]
    for steps in ladders(problem, unprotected):
        step = _smallest(problem, steps, limits)
        minutes = least_minutes(relax(problem, step), limits) if step else None
        if step and minutes is not None:
            found.append(_told(step, minutes))
    yield from found or _pairs(problem, unprotected, limits)


def _smallest(problem: Problem, steps: Sequence[Relaxation], limits: Limits) -> Relaxation | None:
    """The first step that helps; each step gives way further than the one before it."""
    if not steps or not _helps(problem, steps[-1], limits):
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _helps(problem, steps[middle], limits) else (middle + 1, high)
    return steps[low]


def _helps(problem: Problem, step: Relaxation, limits: Limits) -> bool:
    return bool(minimise(draft(relax(problem, step)).program, {}, limits).values)


def _told(step: Relaxation, minutes: int) -> Relaxation:
    cost = f"{step.cost} The shortest loop then takes {minutes} minutes."
    return step.model_copy(update={"cost": cost})


def _enough_minutes(problem: Problem, limits: Limits) -> Iterator[Relaxation]:
    """How many minutes the shortest loop needs, where the rules allow fewer."""
    now = problem.rules.max_minutes
    if now is None:
        return
    open_end = problem.rules.model_copy(update={"max_minutes": None})
    minutes = least_minutes(problem.model_copy(update={"rules": open_end}), limits)
    if minutes is not None and now < minutes <= 1200:
        yield more_minutes(now, minutes)


def _pairs(problem: Problem, unprotected: Sequence[Constraint], limits: Limits) -> Iterator[Relaxation]:
    """Where no single change helps: the widest steps of two kinds together, at most a few of them."""
    widest = [steps[-1] for steps in ladders(problem, unprotected) if steps][:6]
    found = 0
    for one, other in combinations(widest, 2):
        change = {**one.change, **other.change}
        both = Relaxation(
            sentence=f"{one.sentence} And: {other.sentence}", change=change, cost=f"{one.cost} {other.cost}"
        )
        minutes = least_minutes(relax(problem, both), limits)
        if minutes is not None and found < 3:
            found += 1
            yield _told(both, minutes)
