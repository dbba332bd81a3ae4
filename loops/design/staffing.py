"""The rules of a loop that speak of people; see `loops.design.constraints`."""

from loops.design.model import Pin, Problem
from loops.design.program import Program
from loops.design.variables import Variables


def caps_are_kept(problem: Problem, program: Program, at: Variables) -> None:
    """Nobody holds more than {max_per_interviewer:interview}, nor more than their week has left."""
    most = problem.rules.max_per_interviewer
    for index, group in enumerate(at.groups):
        room = sum(min(most, max(0, person.weekly_cap - person.booked)) for person in group.members)
        program.at_most({at.leads[slot, index]: 1.0 for slot in at.free}, room)


def only_trained_people_lead(problem: Problem, program: Program, at: Variables) -> None:
    """Only interviewers trained on this rubric lead an interview."""
    for (slot, index), lead in at.leads.items():
        if slot in at.free and at.groups[index].person.training != "trained":
            program.at_most({lead: 1.0}, 0)


def no_interview_weighs_too_much(problem: Problem, program: Program, at: Variables) -> None:
    """No interview holds more than {max_share_per_interviewer} of all looks at competencies."""
    share = problem.rules.max_share_per_interviewer
    if share is None:
        return
    for slot in at.slots:
        terms = dict.fromkeys(at.covers.values(), -share)
        terms |= {at.covers[slot, item.id]: 1 - share for item in at.items}
        program.at_most(terms, 1e-9)


def another_team_is_heard(problem: Problem, program: Program, at: Variables) -> None:
    """At least {from_another_team:interview} of the loop is led by somebody of another team."""
    outside = {lead: 1.0 for (_, i), lead in at.leads.items() if at.groups[i].person.other_team}
    program.at_least(outside, problem.rules.from_another_team)


def every_group_is_heard(problem: Problem, program: Program, at: Variables) -> None:
    """Each of these groups leads an interview: {one_of_each_group}."""
    for wanted in problem.rules.one_of_each_group:
        inside = {lead: 1.0 for (_, i), lead in at.leads.items() if at.groups[i].person.group == wanted}
        program.at_least(inside, 1)


def wishes_are_kept(problem: Problem, program: Program, at: Variables) -> None:
    """Every assignment that was pinned is made, and none that was forbidden."""
    for pin in problem.pins:
        if pin.must:
            _demand(pin, program, at)
        else:
            for slot in at.free:
                parts = _parts(pin, at, slot)
                program.at_most({column: 1.0 for part in parts for column in part}, len(parts) - 1)


def _demand(pin: Pin, program: Program, at: Variables) -> None:
    met: dict[int, float] = {}
    for slot in at.slots:
        column = program.binary()
        met[column] = 1.0
        for part in _parts(pin, at, slot):
            program.at_most({column: 1.0, **dict.fromkeys(part, -1.0)}, 0)
    program.at_least(met, 1)


def _parts(pin: Pin, at: Variables, slot: int) -> list[list[int]]:
    """For each thing that a pin names, the columns of which one says that it is so in a slot."""
    parts: list[list[int]] = []
    if pin.interviewer is not None:
        parts.append([at.leads[slot, i] for i, g in enumerate(at.groups) if g.person.id == pin.interviewer])
    if pin.competency is not None:
        parts.append([at.covers[slot, pin.competency]] if (slot, pin.competency) in at.covers else [])
    if pin.format is not None:
        parts.append(
            [run for (where, form, _), run in at.runs.items() if (where, form) == (slot, pin.format)]
        )
    return parts or [[at.used[slot]]]
