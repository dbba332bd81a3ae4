"""The slots of a solution as interviews that people read: in order, with names, people and questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loops.design.model import Ask, Format, Interview, Interviewer, Problem
from loops.design.problem import holds, may_hold
from loops.design.program import Answer
from loops.design.variables import Variables, closing_of, minutes_of, opening_of


@dataclass(frozen=True)
class Sitting:
    """One filled slot, before it has an id and a person."""

    slot: int
    format: str
    minutes: int
    asked: frozenset[str]
    group: int


def interviews_of(problem: Problem, at: Variables, answer: Answer) -> tuple[Interview, ...]:
    """The interviews that a solution says, held ones first, then in the catalogue's order of formats."""
    on = {column for column, value in enumerate(answer.values) if value > 0.5}
    return arrange(problem, at, [_sitting(at, slot, on) for slot in at.free if at.used[slot] in on])


def arrange(problem: Problem, at: Variables, sittings: Sequence[Sitting]) -> tuple[Interview, ...]:
    """Sittings in order, with ids, people of their groups, and the format that names them best."""
    sittings = _order(problem, at, sittings)
    free = {index: list(group.members) for index, group in enumerate(at.groups)}
    seen = Counter(ask.competency for each in problem.held for ask in each.items)
    names = _names(problem, sittings)
    taken = Counter(each.format for each in (*problem.held, *sittings))
    found = list(problem.held)
    for name, sitting in zip(names, sittings, strict=True):
        person = _person(free[sitting.group])
        kind = _best_name(problem, at, sitting, person, taken)
        found.append(
            Interview(
                id=name,
                format=kind.id,
                name=kind.name,
                minutes=sitting.minutes,
                opening=opening_of(problem, kind),
                closing=closing_of(problem, kind),
                interviewer=person.id,
                items=_asks(problem, at, sitting, seen),
            )
        )
    return tuple(found)


def _sitting(at: Variables, slot: int, on: set[int]) -> Sitting:
    form, length = next((f, d) for (s, f, d), column in at.runs.items() if s == slot and column in on)
    group = next(index for (s, index), column in at.leads.items() if s == slot and column in on)
    asked = frozenset(q for (s, q), column in at.asks.items() if s == slot and column in on)
    return Sitting(slot, form, length, asked, group)


def _order(problem: Problem, at: Variables, sittings: Sequence[Sitting]) -> list[Sitting]:
    if problem.before:
        return list(sittings)
    forms = [kind.id for kind in problem.formats]
    places = {q.id: place for place, (_, q) in enumerate(at.questions.values())}
    return sorted(
        sittings,
        key=lambda each: (forms.index(each.format), sorted(places[q] for q in each.asked), -each.minutes),
    )


def _names(problem: Problem, sittings: Sequence[Sitting]) -> list[str]:
    """Ids of the interviews: those of the loop in use where a slot stands for one, else new numbers."""
    taken = {each.id for each in (*problem.held, *problem.before)}
    fresh = (f"interview-{number}" for number in range(1, 100) if f"interview-{number}" not in taken)
    before = {slot: each.id for slot, each in enumerate(problem.before)}
    return [before.get(each.slot) or next(fresh) for each in sittings]


def _best_name(
    problem: Problem, at: Variables, sitting: Sitting, person: Interviewer, taken: Counter[str]
) -> Format:
    """The narrowest format that can stand in place of the planned one, as long as it has copies left."""
    planned = problem.format(sitting.format)
    needed = [at.questions[asked] for asked in sorted(sitting.asked)]
    named = {
        *problem.rules.must_hold,
        *(pin.format for pin in problem.pins),
        *(b.format for b in problem.before),
    }
    if planned.id in named or not needed:
        return planned
    places = {"either", problem.rules.place} if problem.rules.place != "any" else {"either", planned.place}
    fitting = [
        kind
        for kind in problem.formats
        if all(holds(kind, item, question) for item, question in needed)
        and sitting.minutes in kind.lengths
        and (kind.opening, kind.closing, kind.fit) == (planned.opening, planned.closing, planned.fit)
        and may_hold(person, kind)
        and kind.place in places
        and kind.id not in problem.rules.may_not_hold
        and (kind is planned or taken[kind.id] < kind.copies)
    ]
    best = min(fitting, key=lambda kind: (len(kind.holds), not kind.suits), default=planned)
    taken.update({planned.id: -1})
    taken.update({best.id: 1})
    return best


def _person(members: list[Interviewer]) -> Interviewer:
    """The next of a group; the last one stays for those who may hold several interviews."""
    return members.pop(0) if len(members) > 1 else members[0]


def _asks(problem: Problem, at: Variables, sitting: Sitting, seen: Counter[str]) -> tuple[Ask, ...]:
    asks: list[Ask] = []
    for item in at.items:
        chosen = [question for question in item.questions if question.id in sitting.asked]
        if chosen:
            asks.append(
                Ask(
                    competency=item.id,
                    minutes=sum(minutes_of(problem, question) for question in chosen),
                    questions=tuple(question.id for question in chosen),
                    look="second" if seen[item.id] else "first",
                )
            )
            seen[item.id] += 1
    return tuple(asks)
