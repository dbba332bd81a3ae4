"""One rule or one goal alone in a program whose choice is fixed: what it allows, and what it says."""

from collections.abc import Mapping

from loops.design.model import Interview, Problem
from loops.design.objective import Goal
from loops.design.program import Limits, Program, minimise
from loops.design.rulebook import Constraint
from loops.design.variables import Variables, add_variables
from tests.loops.design.factories import sitting

SLOTS = (sitting(1, "ana", "sql-q1"),) * 4
"""A loop in use of four interviews makes a program of four slots, where people stand apart."""


def allows(
    rule: Constraint, task: Problem, interviews: tuple[Interview, ...], slots: tuple[Interview, ...] = SLOTS
) -> bool:
    """Whether this rule, alone, allows exactly these interviews, with slots to spare."""
    program = Program()
    at = add_variables(task.model_copy(update={"before": slots}), program)
    rule(task, program, at)
    return _answer(program, choice(at, interviews), {}) is not None


def allows_so(rule: Constraint, task: Problem, interviews: tuple[Interview, ...], change: str) -> bool:
    """The same where one thing of the first interview is changed that no list of interviews can say."""
    program = Program()
    at = add_variables(task.model_copy(update={"before": SLOTS}), program)
    rule(task, program, at)
    chosen = choice(at, interviews)
    column = {
        "a second length": at.runs[0, "talk", 60],
        "a second lead": at.leads[0, 1],
        "no length": at.runs[0, "talk", 45],
        "no lead": at.leads[0, 0],
        "unused": at.used[0],
        "no question": at.asks[0, "sql-q1"],
        "no competency": at.covers[0, "sql"],
    }[change]
    return _answer(program, {**chosen, column: not chosen[column]}, {}) is not None


def worth(goal: Goal, task: Problem, interviews: tuple[Interview, ...]) -> float:
    """What a goal makes of exactly these interviews."""
    program = Program()
    at = add_variables(task, program)
    terms = goal.terms(task, program, at)
    cost = _answer(program, choice(at, interviews), terms)
    assert cost is not None, "the goal forbids these interviews"
    return goal.sign * cost


def _answer(program: Program, chosen: Mapping[int, bool], costs: Mapping[int, float]) -> float | None:
    for column, on in chosen.items():
        program.equal({column: 1.0}, float(on))
    answer = minimise(program, costs, Limits())
    return answer.cost if answer.status == "optimal" else None


def choice(at: Variables, interviews: tuple[Interview, ...]) -> dict[int, bool]:
    """The columns that say exactly these interviews, in their order."""
    by = dict(enumerate(interviews))
    asked = {slot: {q for ask in each.items for q in ask.questions} for slot, each in by.items()}
    rated = {slot: {ask.competency for ask in each.items} for slot, each in by.items()}
    runs = {c: s in by and (by[s].format, by[s].minutes) == (f, d) for (s, f, d), c in at.runs.items()}
    leads = {c: s in by and by[s].interviewer == at.groups[i].person.id for (s, i), c in at.leads.items()}
    covers = {c: competency in rated.get(s, ()) for (s, competency), c in at.covers.items()}
    asks = {c: name in asked.get(s, ()) for (s, name), c in at.asks.items()}
    said = [sum(each.values()) for each in (runs, leads, covers, asks)]
    assert said == [len(by), len(by), sum(map(len, rated.values())), sum(map(len, asked.values()))]
    return {**{column: slot in by for slot, column in at.used.items()}, **runs, **leads, **covers, **asks}
