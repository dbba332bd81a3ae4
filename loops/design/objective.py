"""What a loop is good for: the goals, in the order in which they count, as terms to keep small."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from loops.design.measure import dependability, information, measure_of
from loops.design.model import Problem
from loops.design.program import Program
from loops.design.telling import fits_of, most_questions, tell
from loops.design.variables import Variables
from rubric.model import Item

TANGENTS = 64

MOST_POINTS = 64
"""Above so many reachable values the curve of dependability is drawn from tangents, as a bound."""


@dataclass(frozen=True)
class Goal:
    """One goal: `terms` writes what it needs into a program and gives the sum to keep small.

    `sign` is -1 where the goal itself is to be large; `slack` is how much of it later goals may give up.
    A `settled` goal only chooses questions: who assesses what in which interview stays as it is.
    """

    name: str
    unit: str
    terms: Callable[[Problem, Program, Variables], dict[int, float]]
    sign: int = 1
    slack: float = 1e-6
    settled: bool = False


def goals(problem: Problem) -> tuple[Goal, ...]:
    """All goals of a problem, first things first."""
    first = (MINUTES, QUALITY) if problem.rules.aim == "shortest" else (QUALITY, MINUTES)
    return (*((CHANGES,) if problem.before else ()), *first, INTERVIEWS, LOAD, PREFERENCE)


def _minutes(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    return at.minutes()


def _interviews(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    return dict.fromkeys(at.used.values(), 1.0)


def _quality(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    """Minus the weighted mean of the competencies' dependability."""
    total = sum(item.weight for item in problem.rubric.items) or 1.0
    terms: dict[int, float] = {}
    for item in at.items:
        share = program.column(0, 1)
        told = tell(problem, program, at, item)
        for slope, height in curve_of(problem, at, item):
            program.at_most({share: 1.0, **{column: -slope * info for column, info in told.items()}}, height)
        terms[share] = -item.weight / total
    return terms


def curve_of(problem: Problem, at: Variables, item: Item) -> list[tuple[float, float]]:
    """Lines (slope, height) above which dependability cannot lie; exact where a loop can reach."""
    points = _reachable(problem, at, item)
    if len(points) > MOST_POINTS:
        grid = _evenly_wrong(points[-1])
        return [(1 / (1 + x) ** 2, dependability(x) - x / (1 + x) ** 2) for x in grid]
    lines = [
        (slope := (dependability(b) - dependability(a)) / (b - a), dependability(a) - slope * a)
        for a, b in pairwise(points)
    ]
    return [*lines, (0.0, dependability(points[-1]))]


def _evenly_wrong(top: float) -> list[float]:
    """Points from 0 to `top` whose tangents miss the curve by the same height everywhere."""
    end = 1 - (1 + top) ** -0.5
    return [(1 - end * step / TANGENTS) ** -2 - 1 for step in range(TANGENTS + 1)]


def _reachable(problem: Problem, at: Variables, item: Item) -> list[float]:
    """Amounts of information that looks of a loop can add up to, rising: all, or too many and the most."""
    measure = measure_of(problem)
    single = {
        (count, round(information(measure, count, shown), 9))
        for count in range(1, most_questions(problem, at, item) + 1)
        for shown in fits_of(at, item)
    }
    reached = {(0, 0.0)}
    for _ in at.slots:
        reached |= {
            (count + more, round(info + extra, 9))
            for count, info in reached
            for more, extra in single
            if count + more <= len(item.questions)
        }
        if len({info for _, info in reached}) > 4 * MOST_POINTS:
            reached.add((0, _most_told(problem, at, item)))
            break
    return sorted({info for _, info in reached})


def _most_told(problem: Problem, at: Variables, item: Item) -> float:
    """The information of all questions, spread evenly over as many looks as there is room for."""
    looks = min(len(at.slots), len(item.questions))
    count, over = divmod(len(item.questions), looks)
    measure, shown = measure_of(problem), max(fits_of(at, item))
    shares = (count + 1,) * over + (count,) * (looks - over)
    return sum(information(measure, questions, shown) for questions in shares)


def _load(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    """Interviews that the week of each lead already holds: the fairest loop has the smallest sum.

    With the number of interviews settled, this is the loop with the smallest sum of squared weeks.
    """
    terms: dict[int, float] = {}
    for index, group in enumerate(at.groups):
        booked = float(group.person.booked)
        leads = {at.leads[slot, index]: 1.0 for slot in at.slots}
        if len(group.members) > 1:
            terms |= dict.fromkeys(leads, booked)
            continue
        most = _most_interviews(problem, at, group.person.id)
        steps = {program.column(0, 1): booked + n for n in range(most)}
        program.at_most({**leads, **dict.fromkeys(steps, -1.0)}, 0)
        terms |= steps
    return terms


def _most_interviews(problem: Problem, at: Variables, person: str) -> int:
    """How many interviews of the loop one person can hold, with those that were held."""
    held = sum(1 for each in problem.held if each.interviewer == person)
    capped = "caps-are-kept" not in problem.rules.off
    return held + (problem.rules.max_per_interviewer if capped else len(at.free))


def _preference(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    """Places of the chosen questions in the rubric's order; 0 for each first one."""
    places = {q.id: float(place) for item in at.items for place, q in enumerate(item.questions)}
    return {column: places[asked] for (_, asked), column in at.asks.items()}


def _changes(problem: Problem, program: Program, at: Variables) -> dict[int, float]:
    """Ten for an interview added, dropped or of another kind, three for another lead, one for a question."""
    terms: dict[int, float] = {}
    for slot in at.slots:
        if slot >= len(problem.before):
            terms[at.used[slot]] = 10.0
            continue
        was = problem.before[slot]
        asked = {question for ask in was.items for question in ask.questions}
        leads = {i for i, group in enumerate(at.groups) if group.person.id == was.interviewer}
        terms[
            _missing(program, [at.runs[key] for key in ((slot, was.format, was.minutes),) if key in at.runs])
        ] = 10.0
        terms[_missing(program, [at.leads[slot, i] for i in leads])] = 3.0
        for question in sorted(asked & at.questions.keys()):
            terms[_missing(program, [at.asks[slot, question]])] = 1.0
        terms |= {at.asks[slot, question]: 1.0 for question in at.questions if question not in asked}
    return terms


def _missing(program: Program, columns: list[int]) -> int:
    """A column that is 1 where none of the others is."""
    column = program.column(0, 1)
    program.at_least({column: 1.0, **dict.fromkeys(columns, 1.0)}, 1)
    return column


MINUTES = Goal("Candidate minutes", "min", _minutes)
QUALITY = Goal("Dependability", "of 1", _quality, sign=-1)
INTERVIEWS = Goal("Interviews", "interviews", _interviews)
LOAD = Goal("Interviews that these people already have this week", "interviews", _load)
PREFERENCE = Goal("Steps away from each first question", "steps", _preference, settled=True)
CHANGES = Goal("Changes", "points (10 an interview, 3 a lead, 1 a question)", _changes)
