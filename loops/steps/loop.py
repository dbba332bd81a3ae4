"""Steps on the loop of a plan: who may interview, the rules, and the planning itself."""

import json
from collections.abc import Mapping

from pydantic import JsonValue

from loops.design.difference import rule_changes
from loops.design.files import PlanError, load_panel, load_rules
from loops.design.model import Panel, PlanFile, Problem, Rules
from loops.design.problem import build_problem
from loops.design.program import Limits
from loops.design.replan import pinned
from loops.design.solve import plan_loop
from loops.steps.editing import edit_plan
from loops.store import MadeLoop, PlanState, SavedPlan, Seen, Store
from rubric.catalogue.load import load_catalogue
from rubric.compose import compose_rubric
from rubric.model import Rubric

LONGEST = 600
"""Characters that the history keeps of what was done."""


def set_panel(store: Store, seen: Seen, panel: Panel | bytes | None) -> SavedPlan:
    """Say who may interview: a panel, a YAML or JSON file's bytes, or None for roles to fill.

    Raises:
        InputError: The file cannot be used, or names a competency or format that nobody knows.
    """
    people = load_panel(panel) if isinstance(panel, bytes) else panel
    count = len(people.interviewers) if people else 0
    said = f"Set a panel of {count} interviewer{'s' * (count != 1)}." if people else "Took the panel away."
    return edit_plan(store, seen, lambda state: _with(state, people, state.rules), lambda _: said)


def set_rules(store: Store, seen: Seen, rules: Rules | bytes) -> SavedPlan:
    """Set the limits that the loop keeps: rules, or the bytes of a YAML or JSON file.

    Raises:
        InputError: The file cannot be used, or names a competency or format that nobody knows.
    """
    limits = load_rules(rules) if isinstance(rules, bytes) else rules
    return edit_plan(
        store,
        seen,
        lambda state: _with(state, state.panel, limits),
        lambda state: _said(state.rules, limits),
    )


def relax_rules(store: Store, seen: Seen, change: dict[str, JsonValue]) -> SavedPlan:
    """Take one of the relaxations that the planner offered where no loop was possible."""
    return set_rules(store, seen, changed_rules(store.check(seen).state.rules, change))


def changed_rules(rules: Rules, change: Mapping[str, object]) -> Rules:
    """The rules with some of their fields changed.

    Raises:
        InputError: A value is out of its range.
    """
    return load_rules(json.dumps(rules.model_dump(mode="json") | dict(change)).encode())


def make_loop(store: Store, seen: Seen, limits: Limits | None = None) -> SavedPlan:
    """Plan the loop; the answer may also be that there is none, with the rules that clash.

    `limits` say how far to search, whom to tell, and let a person stop: the best loop until then is kept.

    Raises:
        InputError: There is no competency to plan for, or panel and rules name something unknown.
    """
    return edit_plan(store, seen, lambda state: _planned(state, limits), lambda _: "Planned the loop.")


def rubric_of(state: PlanState) -> Rubric:
    """The rubric of a plan as it stands."""
    return compose_rubric(state.asked, state.graph, load_catalogue())


def problem_of(state: PlanState) -> Problem:
    """What the planner is given for a plan as it stands, with its pins and the interviews that were held.

    Raises:
        InputError: Panel, rules, pins or held interviews name something that the plan does not hold.
    """
    problem = pinned(build_problem(rubric_of(state), state.panel, state.rules), None, *state.pins)
    people = {person.id for person in problem.panel.interviewers}
    items = {item.id for item in problem.rubric.items}
    for each in state.held:
        if each.interviewer not in people or any(ask.competency not in items for ask in each.items):
            raise PlanError(
                f"{each.name} has been held, and its interviewer or a competency is no longer in the plan."
                " Bring them back, or mark the interview as not held."
            )
    return problem.model_copy(update={"held": state.held})


def plan_state(state: PlanState, limits: Limits | None = None) -> PlanFile:
    """The planner's answer for a plan as it stands, with all it was made from."""
    problem = problem_of(state)
    return PlanFile.of(problem, plan_loop(problem, limits))


def _planned(state: PlanState, limits: Limits | None) -> PlanState:
    return state.model_copy(update={"made": MadeLoop(file=plan_state(state, limits), inputs=state.inputs)})


def _with(state: PlanState, panel: Panel | None, rules: Rules) -> PlanState:
    """The state with another panel and rules, once the planner can make sense of them."""
    build_problem(rubric_of(state), panel, rules)
    return state.model_copy(update={"panel": panel, "rules": rules})


def _said(before: Rules, after: Rules) -> str:
    """What was changed of the rules, as many whole sentences as the history has room for."""
    told = "Set the rules."
    for change in rule_changes(before, after):
        now = change.sentence.partition(" It was: ")[0]
        if len(told) + len(now) < LONGEST:
            told = f"{told} {now}"
    return told
