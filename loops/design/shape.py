"""What makes a filled-in program a loop at all; these rules cannot be switched off."""

from itertools import combinations, pairwise

from loops.design.model import Problem
from loops.design.problem import holds, may_assess, may_hold
from loops.design.program import Program
from loops.design.variables import Variables, may_repeat


def one_length_and_one_lead(problem: Problem, program: Program, at: Variables) -> None:
    """Each interview has one format, one length and one interviewer."""
    for slot in at.slots:
        runs = {column: 1.0 for (where, _, _), column in at.runs.items() if where == slot}
        leads = {column: 1.0 for (where, _), column in at.leads.items() if where == slot}
        program.equal({**runs, at.used[slot]: -1.0}, 0)
        program.equal({**leads, at.used[slot]: -1.0}, 0)


def an_interview_scores_something(problem: Problem, program: Program, at: Variables) -> None:
    """Each interview asks a question, unless its format holds none; each competency it names is asked."""
    silent = {kind.id for kind in at.formats.values() if not kind.holds}
    for slot in at.free:
        covers = {at.covers[slot, item.id]: 1.0 for item in at.items}
        quiet = {
            column: 1.0 for (where, kind, _), column in at.runs.items() if where == slot and kind in silent
        }
        program.at_least({**covers, **quiet, at.used[slot]: -1.0}, 0)
        for item in at.items:
            asked = {at.asks[slot, question.id]: 1.0 for question in item.questions}
            program.at_least({**asked, at.covers[slot, item.id]: -1.0}, 0)
            for column in asked:
                program.at_most({column: 1.0, at.covers[slot, item.id]: -1.0}, 0)


def questions_fit_the_format(problem: Problem, program: Program, at: Variables) -> None:
    """A question stands only in a format that holds its kind."""
    for (slot, asked), column in at.asks.items():
        if slot not in at.free:
            continue
        item, question = at.questions[asked]
        homes = {
            run: -1.0
            for (where, form, _), run in at.runs.items()
            if where == slot and holds(at.formats[form], item, question)
        }
        program.at_most({column: 1.0, **homes}, 0)


def the_lead_may_hold_the_format(problem: Problem, program: Program, at: Variables) -> None:
    """A format is held only by the kind of people it names, and by those trained for it."""
    for (slot, index), lead in at.leads.items():
        if slot not in at.free:
            continue
        person = at.groups[index].person
        open_to = {
            run: -1.0
            for (where, form, _), run in at.runs.items()
            if where == slot and may_hold(person, at.formats[form])
        }
        program.at_most({lead: 1.0, **open_to}, 0)


def the_lead_may_assess(problem: Problem, program: Program, at: Variables) -> None:
    """An interviewer assesses only competencies, and levels, that the panel lets them assess."""
    items = {item.id: item for item in at.items}
    for (slot, competency), covers in at.covers.items():
        if slot not in at.free:
            continue
        item = items[competency]
        able = {
            lead: -1.0
            for (where, index), lead in at.leads.items()
            if where == slot and may_assess(at.groups[index].person, item)
        }
        program.at_most({covers: 1.0, **able}, 0)


def nobody_looks_twice(problem: Problem, program: Program, at: Variables) -> None:
    """A second look at a competency is taken by another interviewer."""
    if not may_repeat(problem) and not problem.held:
        return
    for first, second in combinations(at.slots, 2):
        for index in range(len(at.groups)):
            for item in at.items:
                both = (at.covers[first, item.id], at.covers[second, item.id])
                leads = (at.leads[first, index], at.leads[second, index])
                program.at_most(dict.fromkeys((*both, *leads), 1.0), 3)


def copies_are_few(problem: Problem, program: Program, at: Variables) -> None:
    """A format stands in one loop no more often than its catalogue entry says."""
    for form in at.formats.values():
        runs = {column: 1.0 for (_, kind, _), column in at.runs.items() if kind == form.id}
        if runs and form.copies < len(at.slots):
            program.at_most(runs, form.copies)


def longer_interviews_first(problem: Problem, program: Program, at: Variables) -> None:
    """Slots are filled longest first: the same loop is not looked at twice."""
    if problem.held or problem.before:
        return
    for first, second in pairwise(at.slots):
        terms = {
            column: float(length if slot == first else -length)
            for (slot, _, length), column in at.runs.items()
            if slot in (first, second)
        }
        program.at_least(terms, 0)


def held_interviews_stay(problem: Problem, program: Program, at: Variables) -> None:
    """Interviews that have been held stay as they were."""
    for slot, held in enumerate(problem.held):
        asked = {question for ask in held.items for question in ask.questions}
        leads = {i for i, group in enumerate(at.groups) if group.person.id == held.interviewer}
        _fix(program, {at.runs[slot, held.format, held.minutes], *(at.leads[slot, i] for i in leads)})
        for column, on in (
            *((at.asks[slot, q], q in asked) for q in at.questions),
            *((at.covers[slot, c.id], any(c.id == ask.competency for ask in held.items)) for c in at.items),
        ):
            program.equal({column: 1.0}, float(on))


def _fix(program: Program, columns: set[int]) -> None:
    for column in sorted(columns):
        program.equal({column: 1.0}, 1)


SHAPE = (
    one_length_and_one_lead,
    an_interview_scores_something,
    questions_fit_the_format,
    the_lead_may_hold_the_format,
    the_lead_may_assess,
    nobody_looks_twice,
    copies_are_few,
    longer_interviews_first,
    held_interviews_stay,
)
