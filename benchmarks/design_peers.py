"""How a loop is put together without a solver: first fit from a template, and the best gain a minute."""

from collections import Counter
from dataclasses import dataclass, field

from loops.design.looks import name_looks
from loops.design.measure import dependability, fit_of, information, measure_of
from loops.design.model import Ask, Format, Interview, Interviewer, Problem
from loops.design.problem import holds, may_assess, may_hold
from loops.design.variables import closing_of, lengths_of, minutes_of, opening_of
from rubric.catalogue.model import Question
from rubric.model import Item


@dataclass
class _Draft:
    """A loop that grows: what it knows, who is taken, what was asked."""

    interviews: list[Interview] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    looks: Counter[str] = field(default_factory=Counter)
    copies: Counter[str] = field(default_factory=Counter)
    asked: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    minutes: int = 0


def first_fit(problem: Problem) -> tuple[Interview, ...]:
    """What is done by hand: formats in order, demanded ones first; a free person; questions in turn."""
    draft = _Draft()
    demanded = [problem.format(name) for name in problem.rules.must_hold]
    for kind in (*demanded, *(each for each in problem.formats if each not in demanded)):
        length = lengths_of(problem, kind)[0 if kind in demanded else -1]
        free = [person for person in problem.panel.interviewers if _may(draft, person, kind)]
        if free and _fits(problem, draft, length):
            person = min(free, key=lambda each: each.booked)
            _hold(problem, draft, (kind, length, person), _in_turn(problem, draft, kind, length, person))
    return name_looks(tuple(draft.interviews))


def greedy(problem: Problem) -> tuple[Interview, ...]:
    """The strongest simple rule: the interview that gains most a minute, demanded formats first."""
    draft = _Draft()
    missing = list(problem.rules.must_hold)
    while True:
        kinds = [problem.format(name) for name in missing] or list(problem.formats)
        best = None
        for kind in kinds:
            for length in lengths_of(problem, kind):
                later = sum(min(problem.format(n).lengths) for n in missing if n != kind.id)
                if not _fits(problem, draft, length + later):
                    continue
                for person in (each for each in problem.panel.interviewers if _may(draft, each, kind)):
                    gain, questions = _by_gain(problem, draft, kind, length, person)
                    if questions and (best is None or gain / length > best[0]):
                        best = (gain / length, (kind, length, person), questions)
        if best is None:
            return name_looks(tuple(draft.interviews))
        _hold(problem, draft, best[1], best[2])
        missing = [name for name in missing if name != best[1][0].id]


def _may(draft: _Draft, person: Interviewer, kind: Format) -> bool:
    free = person.id not in draft.people and person.weekly_cap > person.booked
    return free and may_hold(person, kind) and draft.copies[kind.id] < kind.copies


def _fits(problem: Problem, draft: _Draft, more: int) -> bool:
    most = problem.rules.max_minutes or 10_000
    return draft.minutes + more <= most and len(draft.interviews) < problem.rules.max_interviews


def _open(problem: Problem, draft: _Draft, kind: Format, person: Interviewer) -> list[tuple[Item, Question]]:
    return [
        (item, question)
        for item in problem.rubric.items
        if may_assess(person, item)
        for question in item.questions
        if question.id not in draft.asked and holds(kind, item, question)
    ]


def _in_turn(
    problem: Problem, draft: _Draft, kind: Format, length: int, person: Interviewer
) -> list[tuple[Item, Question]]:
    room = length - opening_of(problem, kind) - closing_of(problem, kind)
    stock = _open(problem, draft, kind, person)
    items = sorted(
        {item.id: item for item, _ in stock}.values(), key=lambda i: (draft.looks[i.id], -i.weight)
    )
    items = items[: problem.rules.competencies_per_interview]
    chosen: list[tuple[Item, Question]] = []
    progress = True
    while progress:
        progress = False
        for item in items:
            taken = {question.id for _, question in chosen}
            for _, question in (row for row in stock if row[0] is item and row[1].id not in taken):
                if minutes_of(problem, question) <= room:
                    chosen.append((item, question))
                    room -= minutes_of(problem, question)
                    progress = True
                    break
    return chosen


def _by_gain(
    problem: Problem, draft: _Draft, kind: Format, length: int, person: Interviewer
) -> tuple[float, list[tuple[Item, Question]]]:
    measure = measure_of(problem)
    room = length - opening_of(problem, kind) - closing_of(problem, kind)
    stock = _open(problem, draft, kind, person)
    here: Counter[str] = Counter()
    chosen: list[tuple[Item, Question]] = []
    total = 0.0
    while True:
        best = None
        for item, question in stock:
            minutes = minutes_of(problem, question)
            full = item.id not in here and len(here) >= problem.rules.competencies_per_interview
            if minutes > room or full or (item, question) in chosen:
                continue
            shown, now = fit_of(kind, item), here[item.id]
            base = draft.told[item.id] + information(measure, now, shown)
            more = draft.told[item.id] + information(measure, now + 1, shown)
            gain = item.weight * (dependability(more) - dependability(base))
            need = _assessors(problem, item)
            gain *= 4 if not now and draft.looks[item.id] < need else 1
            if best is None or gain / minutes > best[0]:
                best = (gain / minutes, gain, item, question, minutes)
        if best is None:
            return total, chosen
        _, gain, item, question, minutes = best
        chosen.append((item, question))
        here[item.id] += 1
        room -= minutes
        total += gain


def _assessors(problem: Problem, item: Item) -> int:
    critical = problem.rules.assessors_per_critical if item.id in problem.rules.critical else 0
    plain = problem.rules.assessors_per_must if item.tier == "must" else int(item.tier == "should")
    return max(critical, plain)


def _hold(
    problem: Problem,
    draft: _Draft,
    what: tuple[Format, int, Interviewer],
    questions: list[tuple[Item, Question]],
) -> None:
    kind, length, person = what
    by: dict[str, list[Question]] = {}
    for item, question in questions:
        by.setdefault(item.id, []).append(question)
    measure = measure_of(problem)
    for name, chosen in by.items():
        draft.told[name] += information(measure, len(chosen), fit_of(kind, problem.item(name)))  # type: ignore[assignment]
        draft.looks[name] += 1
    draft.asked |= {question.id for _, question in questions}
    draft.people.add(person.id)
    draft.copies[kind.id] += 1
    draft.minutes += length
    draft.interviews.append(
        Interview(
            id=f"interview-{len(draft.interviews) + 1}",
            format=kind.id,
            name=kind.name,
            minutes=length,
            opening=opening_of(problem, kind),
            closing=closing_of(problem, kind),
            interviewer=person.id,
            items=tuple(
                Ask(
                    competency=name,
                    minutes=sum(minutes_of(problem, question) for question in chosen),
                    questions=tuple(question.id for question in chosen),
                    look="first",
                )
                for name, chosen in by.items()
            ),
        )
    )
