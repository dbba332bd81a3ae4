"""The goals of the planner in a hiring manager's words."""

from loops.design.model import Aim, PlanFile
from loops.packets.model import Fact
from loops.packets.words import Words

_KEYS = {
    "Candidate minutes": "minutes",
    "Dependability": "dependability",
    "Interviews": "interviews",
    "Interviews that these people already have this week": "load",
    "Steps away from each first question": "preference",
    "Changes": "changes",
}


def aims_of(plan: PlanFile, words: Words) -> tuple[Fact, ...]:
    """Each goal with its figure and what the figure means, in the order in which they count."""
    return tuple(_fact(plan, aim, words) for aim in plan.aims)


def _fact(plan: PlanFile, aim: Aim, words: Words) -> Fact:
    key = _KEYS.get(aim.name)
    if key is None:
        return Fact(name=aim.name, value=f"{aim.value:.3g} {aim.unit}".strip())
    values = _values(plan, aim, words)
    means = words(f"aims.{key}_means", **values)
    if key == "minutes":
        means = words("aims.proven" if aim.proven else "aims.found")
    if key == "dependability" and values["n"]:
        alike = values["least"] == values["most"]
        means = f"{means} {words('aims.one_error' if alike else 'aims.error', **values)}"
    return Fact(name=words(f"aims.{key}"), value=words(f"aims.{key}_value", **values), means=means)


def _values(plan: PlanFile, aim: Aim, words: Words) -> dict[str, object]:
    """What the blanks of the sentences may hold."""
    covers = [cover for cover in plan.coverage if cover.sem is not None]
    errors = [cover.sem for cover in covers if cover.sem is not None]
    measure = plan.problem.rules.measure
    people = dict.fromkeys(interview.interviewer for interview in plan.interviews)
    return {
        "value": f"{aim.value:.0f}",
        "share": words.figure(aim.value, ".2f"),
        "n": len(covers),
        "ratings": sum(len(interview.items) for interview in plan.interviews),
        "least": words.figure(min(errors, default=0), ".2f"),
        "most": words.figure(max(errors, default=0), ".2f"),
        "study": (measure if isinstance(measure, str) else measure.name).replace("-", " ").capitalize(),
        "people": len(people),
        "week": max((_week(plan, person) for person in people), default=0),
        "questions": sum(len(ask.questions) for each in plan.interviews for ask in each.items),
    }


def _week(plan: PlanFile, person: str) -> int:
    """Interviews of a person in the week: those of this loop and those booked."""
    return plan.problem.panel[person].booked + sum(each.interviewer == person for each in plan.interviews)
