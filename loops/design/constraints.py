"""The rules of a loop: one function and one sentence each, to be switched on and off by name.

A sentence's numbers are fields of `Rules`; `loops.design.wording.fill` puts them in.
"""

from loops.design.likeness import near_same
from loops.design.model import Problem
from loops.design.program import Program
from loops.design.telling import tell
from loops.design.variables import Variables, closing_of, lengths_of, minutes_of, opening_of


def every_must_is_asked(problem: Problem, program: Program, at: Variables) -> None:
    """Every must-have is asked at least {questions_per_must:question}."""
    for item in at.of_tier("must"):
        program.at_least(at.all_asks(item), problem.rules.questions_per_must)


def musts_have_independent_assessors(problem: Problem, program: Program, at: Variables) -> None:
    """Every must-have is assessed by at least {assessors_per_must:interviewer}, each on their own."""
    for item in at.of_tier("must"):
        program.at_least(at.all_covers(item), problem.rules.assessors_per_must)


def critical_musts_have_more_assessors(problem: Problem, program: Program, at: Variables) -> None:
    """A competency that decides ({critical}) is assessed by at least {assessors_per_critical:interviewer}."""
    for item in at.items:
        if item.id in problem.rules.critical:
            program.at_least(at.all_covers(item), problem.rules.assessors_per_critical)


def shoulds_have_assessors(problem: Problem, program: Program, at: Variables) -> None:
    """Every should-have is assessed by at least {should_assessors:interviewer}."""
    for item in at.of_tier("should"):
        program.at_least(at.all_covers(item), problem.rules.should_assessors)


def few_competencies_an_interview(problem: Problem, program: Program, at: Variables) -> None:
    """An interview assesses at most {competencies_per_interview:competency}."""
    for slot in at.free:
        covers = {at.covers[slot, item.id]: 1.0 for item in at.items}
        program.at_most(covers, problem.rules.competencies_per_interview)


def few_competencies_in_all(problem: Problem, program: Program, at: Variables) -> None:
    """The loop assesses at most {max_competencies:competency}."""
    if problem.rules.max_competencies is None:
        return
    assessed: dict[int, float] = {}
    for item in at.items:
        column = program.column(0, 1)
        assessed[column] = 1.0
        for covers in at.all_covers(item):
            program.at_most({covers: 1.0, column: -1.0}, 0)
    program.at_most(assessed, problem.rules.max_competencies)


def musts_have_their_questions(problem: Problem, program: Program, at: Variables) -> None:
    """Every must-have is asked {questions_per_look:question} for each of {assessors_per_must:interviewer}."""
    for item in at.of_tier("must"):
        need = problem.rules.questions_per_look * problem.rules.assessors_per_must
        program.at_least(at.all_asks(item), need)


def no_look_is_too_short(problem: Problem, program: Program, at: Variables) -> None:
    """An interviewer asks at least {least_questions_a_look:question} on each competency they assess."""
    for slot in at.free:
        for item in at.items:
            least = -float(problem.rules.least_questions_a_look)
            program.at_least({**at.slot_asks(slot, item), at.covers[slot, item.id]: least}, 0)


def no_question_twice(problem: Problem, program: Program, at: Variables) -> None:
    """No question is asked twice in a loop: a second look brings another question."""
    for asked in at.questions:
        program.at_most({at.asks[slot, asked]: 1.0 for slot in at.slots}, 1)


def no_near_same_question(problem: Problem, program: Program, at: Variables) -> None:
    """No two questions of a loop are nearly the same."""
    texts = [(asked, question.ask) for asked, (_, question) in at.questions.items()]
    for one, other in near_same(texts):
        both = {at.asks[slot, asked]: 1.0 for slot in at.slots for asked in (one, other)}
        program.at_most(both, 1)


def musts_have_their_minutes(problem: Problem, program: Program, at: Variables) -> None:
    """Every must-have has at least {minutes_per_must:minute} of scored questions."""
    if problem.rules.minutes_per_must is None:
        return
    for item in at.of_tier("must"):
        lengths = {question.id: float(minutes_of(problem, question)) for question in item.questions}
        terms = {at.asks[slot, asked]: length for slot in at.slots for asked, length in lengths.items()}
        program.at_least(terms, problem.rules.minutes_per_must)


def musts_are_dependable(problem: Problem, program: Program, at: Variables) -> None:
    """The projected dependability of every must-have is at least {dependability}."""
    wanted = problem.rules.dependability
    if wanted is None:
        return
    for item in at.of_tier("must"):
        program.at_least(tell(problem, program, at, item), wanted / (1 - wanted) - 1e-9)


def questions_fit_the_minutes(problem: Problem, program: Program, at: Variables) -> None:
    """Whole questions fit between {opening_minutes:min} to open and {closing_minutes:min} to close."""
    for slot in at.free:
        terms: dict[int, float] = {
            at.asks[slot, asked]: float(minutes_of(problem, question))
            for asked, (_, question) in at.questions.items()
        }
        for (where, form, length), run in at.runs.items():
            if where == slot:
                kind = at.formats[form]
                terms[run] = -float(length - opening_of(problem, kind) - closing_of(problem, kind))
        program.at_most(terms, 0)


def lengths_are_allowed(problem: Problem, program: Program, at: Variables) -> None:
    """Interviews last only these minutes: {lengths}."""
    for (slot, form, length), run in at.runs.items():
        if slot in at.free and length not in lengths_of(problem, at.formats[form]):
            program.at_most({run: 1.0}, 0)


def few_interviews(problem: Problem, program: Program, at: Variables) -> None:
    """The loop has at most {max_interviews:interview}."""
    program.at_most(dict.fromkeys(at.used.values(), 1.0), problem.rules.max_interviews)


def enough_interviews(problem: Problem, program: Program, at: Variables) -> None:
    """The loop has at least {min_interviews:interview}."""
    program.at_least(dict.fromkeys(at.used.values(), 1.0), problem.rules.min_interviews)


def within_the_candidates_minutes(problem: Problem, program: Program, at: Variables) -> None:
    """The loop takes at most {max_minutes:minute} of the candidate's time."""
    if problem.rules.max_minutes is not None:
        program.at_most(at.minutes(), problem.rules.max_minutes)


def demanded_formats_are_held(problem: Problem, program: Program, at: Variables) -> None:
    """These formats are in every loop: {must_hold}."""
    for wanted in problem.rules.must_hold:
        runs = {run: 1.0 for (_, form, _), run in at.runs.items() if form == wanted}
        program.at_least(runs, 1)


def unwanted_formats_are_not_held(problem: Problem, program: Program, at: Variables) -> None:
    """These formats are in no loop: {may_not_hold}."""
    for (slot, form, _), run in at.runs.items():
        if slot in at.free and form in problem.rules.may_not_hold:
            program.at_most({run: 1.0}, 0)


def the_place_is_kept(problem: Problem, program: Program, at: Variables) -> None:
    """Every interview can be held at this place: {place}."""
    other = {"remote": "on-site", "on-site": "remote"}.get(problem.rules.place)
    for (slot, form, _), run in at.runs.items():
        if slot in at.free and at.formats[form].place == other:
            program.at_most({run: 1.0}, 0)
