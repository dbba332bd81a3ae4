"""Plan again with as few changes as possible: somebody drops out, or an assignment is pinned."""

from collections.abc import Iterable

from loops.design.files import PlanError
from loops.design.looks import name_looks
from loops.design.model import Loop, Pin, Problem


def without(problem: Problem, loop: Loop, out: Iterable[str], held: Iterable[str] = ()) -> Problem:
    """The problem of the same loop after people dropped out; held interviews stay as they were.

    Args:
        problem: What the loop was planned from.
        loop: The loop in use.
        out: Ids of interviewers who hold no further interview.
        held: Ids of interviews that have taken place.

    Raises:
        PlanError: Somebody is not on the panel, or an interview is not in the loop.
    """
    gone, past = frozenset(out), frozenset(held)
    _known(gone, {person.id for person in problem.panel.interviewers}, "on the panel")
    _known(past, {each.id for each in loop.interviews}, "in the loop")
    people = tuple(
        person.model_copy(update={"weekly_cap": 0}) if person.id in gone else person
        for person in problem.panel.interviewers
    )
    frozen = tuple(each for each in loop.interviews if each.id in past)
    later = tuple(each for each in loop.interviews if each.id not in past)
    return problem.model_copy(
        update={
            "panel": problem.panel.model_copy(update={"interviewers": people}),
            "held": name_looks(frozen),
            "before": (*name_looks(frozen), *later),
        }
    )


def pinned(problem: Problem, loop: Loop | None, *pins: Pin) -> Problem:
    """The problem with further pins; near the loop in use, where there is one.

    Raises:
        PlanError: A pin names something that the problem does not hold.
    """
    for pin in pins:
        _known({pin.interviewer} - {None}, {each.id for each in problem.panel.interviewers}, "on the panel")
        _known({pin.competency} - {None}, {each.id for each in problem.rubric.items}, "in the rubric")
        _known({pin.format} - {None}, {each.id for each in problem.formats}, "among the formats")
    before = loop.interviews if loop else problem.before
    return problem.model_copy(update={"pins": (*problem.pins, *pins), "before": before})


def _known(names: Iterable[str | None], known: set[str], where: str) -> None:
    if unknown := sorted(str(name) for name in names if name not in known):
        raise PlanError(f"“{unknown[0]}” is not {where}.")
