"""Whether a loop survives a sick day: backups, what hangs on one person, people for many candidates."""

from loops.design.model import Interview, Interviewer, Loop, Problem
from loops.design.naming import called
from loops.design.problem import may_assess, may_hold
from loops.design.program import Limits, Program, minimise
from loops.design.wording import capital, count
from rubric.value import Sentence, Slug, Value


class Backup(Value):
    """Who can take over an interview as it is: `free` people at once, `busy` ones by a swap."""

    interview: Slug
    free: tuple[Slug, ...]
    busy: tuple[Slug, ...]
    sentence: Sentence


class Shortage(Value):
    """How many sittings of an interview a week nobody has room for."""

    interview: Slug
    sittings: int
    sentence: Sentence


def backups(problem: Problem, loop: Loop) -> tuple[Backup, ...]:
    """For each interview of a loop, who else may hold it and rate all of its competencies."""
    leads = {each.interviewer for each in loop.interviews}
    names = {person.id: person.name for person in problem.panel.interviewers}
    found: list[Backup] = []
    for each in loop.interviews:
        able = [p for p in _able(problem, each) if p.id != each.interviewer and p.weekly_cap > p.booked]
        free = tuple(person.id for person in able if person.id not in leads)
        busy = tuple(person.id for person in able if person.id in leads)
        said = _backup_sentence(names[each.interviewer], [names[i] for i in free], [names[i] for i in busy])
        found.append(Backup(interview=each.id, free=free, busy=busy, sentence=said))
    return tuple(found)


def hanging_on_one(problem: Problem, loop: Loop) -> tuple[Sentence, ...]:
    """Must-haves that lose a look they need when one person is away, each in a sentence."""
    told: list[str] = []
    for item in problem.rubric.items:
        able = [p for p in problem.panel.interviewers if may_assess(p, item) and p.training == "trained"]
        need = problem.rules.assessors_per_must
        if item.tier == "must" and item.id not in problem.rules.leave_out and len(able) <= need:
            names = " and ".join(person.name for person in able) or "nobody"
            told.append(f"{item.name} hangs on {names}: if one of them is away, a look is missing.")
    return tuple(told)


def shortages(problem: Problem, loop: Loop, candidates: int) -> tuple[Shortage, ...]:
    """Sittings that cannot be held when so many candidates a week go through the loop.

    Sittings are spread over everybody who may hold them, within their weekly caps; the least
    possible number is missing.
    """
    program = Program()
    missing = {each.id: program.column(0, candidates, whole=True) for each in loop.interviews}
    held: dict[tuple[str, str], int] = {}
    for each in loop.interviews:
        for person in _able(problem, each):
            held[each.id, person.id] = program.column(0, candidates, whole=True)
        sittings = {column: 1.0 for (name, _), column in held.items() if name == each.id}
        program.equal({**sittings, missing[each.id]: 1.0}, candidates)
    for person in problem.panel.interviewers:
        load = {column: 1.0 for (_, who), column in held.items() if who == person.id}
        program.at_most(load, max(0, person.weekly_cap - person.booked))
    answer = minimise(program, dict.fromkeys(missing.values(), 1.0), Limits())
    short = {name: round(answer.values[column]) for name, column in missing.items()}
    return tuple(
        Shortage(
            interview=each.id,
            sittings=short[each.id],
            sentence=f"{capital(count(short[each.id], 'sitting'))} of {called(problem, each)} a week"
            f" {'has' if short[each.id] == 1 else 'have'} no trained person with room.",
        )
        for each in loop.interviews
        if short[each.id]
    )


class Seat(Value):
    """A trainee who can sit in on an interview and so learn to hold it."""

    interview: Slug
    trainee: Slug
    sentence: Sentence


def shadow_seats(problem: Problem, loop: Loop, most: int = 2) -> tuple[Seat, ...]:
    """Who of those in training can sit in where: one seat an interview, one for each trainee.

    Interviews for which the fewest trained people could take over come first.
    """
    scarce = sorted(backups(problem, loop), key=lambda each: len(each.free) + len(each.busy))
    interviews = {each.id: each for each in loop.interviews}
    learners = [person for person in problem.panel.interviewers if person.training == "shadowing"]
    seats: list[Seat] = []
    for backup in scarce:
        each = interviews[backup.interview]
        taken = {seat.trainee for seat in seats}
        open_to = [p for p in learners if p.id not in taken and _knows(problem, p, each)]
        if open_to and len(seats) < most:
            who = open_to[0]
            said = f"{who.name} can sit in on {called(problem, each)}."
            seats.append(Seat(interview=each.id, trainee=who.id, sentence=said))
    return tuple(seats)


def _knows(problem: Problem, person: Interviewer, interview: Interview) -> bool:
    """Whether a person may assess what an interview assesses."""
    return all(may_assess(person, problem.item(ask.competency)) for ask in interview.items)


def _able(problem: Problem, interview: Interview) -> list[Interviewer]:
    kind = problem.format(interview.format)
    return [
        person
        for person in problem.panel.interviewers
        if person.training == "trained" and may_hold(person, kind) and _knows(problem, person, interview)
    ]


def _backup_sentence(lead: str, free: list[str], busy: list[str]) -> str:
    if free:
        return f"{' or '.join(free)} can take over from {lead}."
    if busy:
        return f"{' or '.join(busy)} could take over from {lead} and would have to give up an own interview."
    return f"Nobody on the panel can take over from {lead}."
