"""A problem to the best loop, with its proof, or to the reason why there is none."""

from loops.design.arrange import interviews_of
from loops.design.branch import is_large
from loops.design.draft import Draft, draft
from loops.design.explain import explain_clash
from loops.design.finish import finish, no_loop
from loops.design.large import plan_large
from loops.design.model import Aim, Loop, NoLoop, Problem
from loops.design.objective import MINUTES, Goal, goals
from loops.design.program import FREE, Answer, Limits, Program, minimise


def plan_loop(
    problem: Problem, limits: Limits | None = None, *, explain: bool = True, depth: int | None = None
) -> Loop | NoLoop:
    """The best loop that keeps every rule, or the rules that clash.

    Goals count one after the other. Stopping is by work, never by the clock, so the same problem
    gives the same plan; `limits.stop` lets a person cancel, and what was found until then is kept.
    Without `explain` a clash is reported at once, with no rules named; `depth` is how many goals
    are reached for, None for all.
    """
    limits = limits or Limits()
    if is_large(problem) and (loop := plan_large(problem, limits)):
        return loop
    work = draft(problem)
    answer = Answer("unknown", (), 0.0, 0.0)
    aims: list[Aim] = []
    for goal in goals(problem)[:depth]:
        if limits.progress:
            limits.progress(goal.name)
        terms = goal.terms(problem, work.program, work.at)
        if goal.settled:
            _settle(work, answer)
        answer = _reach(work.program, terms, limits, answer.values)
        if answer.status == "infeasible":
            return no_loop(problem, "clash", *(explain_clash(problem, limits) if explain else ((), ())))
        if answer.status == "unknown":
            return no_loop(problem, "work", (), ())
        work.program.at_most(terms, answer.cost + goal.slack)
        if goal is MINUTES:
            _close_slots(problem, work, answer.cost)
        aims.append(_aim(goal, answer))
    return finish(problem, interviews_of(problem, work.at, answer), tuple(aims))


def _close_slots(problem: Problem, work: Draft, minutes: float) -> None:
    """With the minutes known, places that even the shortest interviews cannot reach stay empty."""
    if problem.held or problem.before:
        return
    shortest = min((length for _, _, length in work.at.runs), default=1)
    for slot in work.at.slots[int((minutes + 1e-6) // shortest) :]:
        work.program.high[work.at.used[slot]] = 0.0


def _settle(work: Draft, answer: Answer) -> None:
    """Keep formats, lengths, people and competencies of every slot as they are."""
    at = work.at
    for column in (*at.runs.values(), *at.leads.values(), *at.covers.values()):
        work.program.low[column] = work.program.high[column] = float(round(answer.values[column]))


def _reach(program: Program, terms: dict[int, float], limits: Limits, before: tuple[float, ...]) -> Answer:
    """Minimise one goal while the earlier ones keep their values; at worst keep the plan at hand."""
    answer = minimise(program, terms, limits, before)
    if not before or answer.values:
        return answer
    kept = (*before, *(0.0 for _ in range(len(program.cost) - len(before))))
    cost = sum(value * kept[column] for column, value in terms.items())
    return Answer("found", kept, cost, answer.bound)


def _aim(goal: Goal, answer: Answer) -> Aim:
    return Aim(
        name=goal.name,
        unit=goal.unit,
        value=round(goal.sign * answer.cost, 6),
        bound=round(goal.sign * answer.bound, 6) if abs(answer.bound) < FREE and not goal.settled else None,
        proven=answer.status == "optimal" and not goal.settled,
    )
