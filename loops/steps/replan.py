"""Steps near the loop in use: somebody is out, assignments are pinned, interviews were held."""

from loops.design.model import Interviewer, Loop, Panel, Pin, PlanFile, Problem
from loops.design.program import Limits
from loops.design.replan import without
from loops.design.solve import plan_loop
from loops.steps.editing import edit_plan
from loops.steps.loop import problem_of
from loops.steps.requirement_edits import EditError
from loops.store import MadeLoop, PlanState, SavedPlan, Seen, Store
from rubric.value import Slug, Value


class Wishes(Value):
    """What is new since the loop was planned.

    `out` are ids of people who hold no further interview, `held` ids of interviews that took
    place, `pins` all assignments that are demanded or forbidden.
    """

    out: tuple[Slug, ...] = ()
    held: tuple[Slug, ...] = ()
    pins: tuple[Pin, ...] = ()


def set_pins(store: Store, seen: Seen, pins: tuple[Pin, ...]) -> SavedPlan:
    """Demand and forbid assignments, for this and every later planning.

    Raises:
        InputError: A pin says nothing, or names something that the plan does not hold.
    """
    if any(pin.interviewer is None and pin.competency is None and pin.format is None for pin in pins):
        raise EditError("Say who, what or which kind of interview is meant; nothing was changed.")
    return edit_plan(store, seen, lambda state: _pinned(state, pins), lambda _: _said(pins))


def plan_near(store: Store, seen: Seen, wishes: Wishes, limits: Limits | None = None) -> SavedPlan:
    """Plan again with the fewest changes of the loop in use; what was held stays as it was.

    Raises:
        InputError: There is no loop yet, or a wish names something that the plan does not hold.
    """
    return edit_plan(store, seen, lambda state: _near(state, wishes, limits), lambda _: _what(wishes))


def keep_loop(store: Store, seen: Seen, file: PlanFile, said: str) -> SavedPlan:
    """Take over a loop that was planned beside the plan's own, with its rules and its people."""
    return edit_plan(store, seen, lambda state: _kept(state, file), lambda _: said)


def _pinned(state: PlanState, pins: tuple[Pin, ...]) -> PlanState:
    after = state.model_copy(update={"pins": pins})
    problem_of(after)
    return after


def _near(state: PlanState, wishes: Wishes, limits: Limits | None) -> PlanState:
    file = state.plan_file
    loop = file.result() if file else None
    if file is None or not isinstance(loop, Loop):
        raise EditError("There is no loop yet, so there is nothing to plan again: plan the loop first.")
    free = _pinned(state.model_copy(update={"held": ()}), wishes.pins)
    problem = without(_with_leads(problem_of(free), file), loop, wishes.out, wishes.held)
    panel = free.panel and _out(free.panel, wishes.out)
    after = free.model_copy(update={"panel": panel, "held": problem.held})
    made = PlanFile.of(problem, plan_loop(problem, limits))
    return after.model_copy(update={"made": MadeLoop(file=made, inputs=after.inputs)})


def _with_leads(problem: Problem, file: PlanFile) -> Problem:
    """The problem with whoever led an interview of the loop in use and left the panel since, without room."""
    known = {person.id for person in problem.panel.interviewers}
    leads = dict.fromkeys(each.interviewer for each in file.interviews)
    gone = [_away(file.problem.panel[lead]) for lead in leads if lead not in known]
    people = (*problem.panel.interviewers, *gone)
    return problem.model_copy(update={"panel": Panel(interviewers=people)})


def _out(panel: Panel, out: tuple[Slug, ...]) -> Panel:
    return Panel(
        interviewers=tuple(_away(person) if person.id in out else person for person in panel.interviewers)
    )


def _away(person: Interviewer) -> Interviewer:
    return person.model_copy(update={"weekly_cap": 0})


def _kept(state: PlanState, file: PlanFile) -> PlanState:
    """The state with a loop's rules and people; roles to fill follow from the rules alone."""
    people = file.problem.panel
    named = not all(person.to_fill for person in people.interviewers)
    update = {"rules": file.problem.rules, "panel": people if named else None, "pins": file.problem.pins}
    after = state.model_copy(update=update | {"held": file.problem.held})
    return after.model_copy(update={"made": MadeLoop(file=file, inputs=after.inputs)})


def _said(pins: tuple[Pin, ...]) -> str:
    demanded = sum(pin.must for pin in pins)
    return f"Set the wishes: {demanded} demanded, {len(pins) - demanded} forbidden."


def _what(wishes: Wishes) -> str:
    return f"Planned again near the loop in use: {len(wishes.out)} out, {len(wishes.held)} interviews held."
