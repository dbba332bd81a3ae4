"""What the planner decides: slots for interviews, and what happens in each."""

from dataclasses import dataclass

from loops.design.model import Format, Interviewer, Problem
from loops.design.problem import holds, may_hold
from loops.design.program import Program
from rubric.catalogue.model import Question
from rubric.model import Item
from rubric.value import Tier


@dataclass(frozen=True)
class Group:
    """Interviewers who are the same to the planner, in panel order."""

    members: tuple[Interviewer, ...]

    @property
    def person(self) -> Interviewer:
        """Any of them."""
        return self.members[0]


@dataclass(frozen=True)
class Variables:
    """Columns by what they mean; a slot is a place for one interview, filled or not.

    The first slots hold the interviews that have taken place; `free` are the others.
    """

    slots: range
    free: range
    groups: tuple[Group, ...]
    items: tuple[Item, ...]
    questions: dict[str, tuple[Item, Question]]
    formats: dict[str, Format]
    used: dict[int, int]
    runs: dict[tuple[int, str, int], int]
    leads: dict[tuple[int, int], int]
    covers: dict[tuple[int, str], int]
    asks: dict[tuple[int, str], int]

    def of_tier(self, tier: Tier) -> tuple[Item, ...]:
        """The items of a tier, in the rubric's order."""
        return tuple(item for item in self.items if item.tier == tier)

    def slot_asks(self, slot: int, item: Item) -> dict[int, float]:
        """Columns of an item's questions in one slot."""
        return {self.asks[slot, question.id]: 1.0 for question in item.questions}

    def all_asks(self, item: Item) -> dict[int, float]:
        """Columns of an item's questions in all slots."""
        return {column: 1.0 for slot in self.slots for column in self.slot_asks(slot, item)}

    def all_covers(self, item: Item) -> dict[int, float]:
        """Columns that say in which slots an item is assessed."""
        return {self.covers[slot, item.id]: 1.0 for slot in self.slots}

    def minutes(self) -> dict[int, float]:
        """The candidate's minutes, as terms."""
        return {column: float(length) for (_, _, length), column in self.runs.items()}


def groups_of(problem: Problem) -> tuple[Group, ...]:
    """Interviewers who differ in nothing the rules look at form one group.

    Where one person may hold several interviews everybody is a group of their own.
    """
    found: dict[str, list[Interviewer]] = {}
    for person in problem.panel.interviewers:
        same = person.model_dump_json(exclude={"id", "name", "role", "time_zone"})
        apart = may_repeat(problem) or problem.pins or problem.held or problem.before
        found.setdefault(person.id if apart else same, []).append(person)
    return tuple(Group(tuple(members)) for members in found.values())


def may_repeat(problem: Problem) -> bool:
    """Whether one person may hold more than one interview of the loop."""
    return problem.rules.max_per_interviewer > 1 or "caps-are-kept" in problem.rules.off


def slots_of(problem: Problem) -> range:
    """Places for interviews: as many as the rules allow, or some more where that rule is off."""
    more = 4 if "few-interviews" in problem.rules.off else 0
    allowed = min(12, problem.rules.max_interviews + more)
    return range(max(allowed, len(problem.before), len(problem.held)))


def minutes_of(problem: Problem, question: Question) -> int:
    """Minutes that the plan gives a question: its own, or the rules' figure for all."""
    return problem.rules.minutes_per_question or question.minutes


def lengths_of(problem: Problem, kind: Format) -> tuple[int, ...]:
    """The lengths a format may have under the rules."""
    allowed = problem.rules.lengths
    return kind.lengths if allowed is None else tuple(sorted(set(kind.lengths) & set(allowed)))


def opening_of(problem: Problem, kind: Format) -> int:
    """Minutes before the first scored question."""
    return problem.rules.opening_minutes if kind.opening is None else kind.opening


def closing_of(problem: Problem, kind: Format) -> int:
    """Minutes after the last scored question."""
    return problem.rules.closing_minutes if kind.closing is None else kind.closing


def add_variables(problem: Problem, program: Program) -> Variables:
    """The columns of a problem, in an order that only the problem decides."""
    held = len(problem.held)
    slots = slots_of(problem)
    groups = groups_of(problem)
    items = tuple(item for item in problem.rubric.items if item.id not in problem.rules.leave_out)
    questions = {question.id: (item, question) for item in items for question in item.questions}
    formats = _formats(problem, groups)
    return Variables(
        slots=slots,
        free=range(held, len(slots)),
        groups=groups,
        items=items,
        questions=questions,
        formats=formats,
        used={slot: program.binary() for slot in slots},
        runs={
            (slot, kind.id, length): program.binary()
            for slot in slots
            for kind in formats.values()
            for length in kind.lengths
        },
        leads={(slot, index): program.binary() for slot in slots for index in range(len(groups))},
        covers={(slot, item.id): program.binary() for slot in slots for item in items},
        asks={(slot, question): program.binary() for slot in slots for question in questions},
    )


def _formats(problem: Problem, groups: tuple[Group, ...]) -> dict[str, Format]:
    """Formats that somebody may hold and that others of them cannot stand for in every place of the loop.

    What the loop calls an interview in the end is chosen among all formats (see `finish`).
    """
    pairs = [(item, q) for item in problem.rubric.items for q in item.questions]
    can = {each.id: {q.id for item, q in pairs if holds(each, item, q)} for each in problem.formats}
    named = {each.format for each in (*problem.held, *problem.before, *problem.pins)}
    named |= {*problem.rules.must_hold, *problem.rules.may_not_hold}
    open_to = [each for each in problem.formats if any(may_hold(group.person, each) for group in groups)]
    places = len(slots_of(problem))
    kept: list[Format] = []
    for each in sorted(open_to, key=lambda kind: -len(can[kind.id])):
        stand_in = [
            other for other in kept if can[each.id] <= can[other.id] and _stands_for(groups, other, each)
        ]
        if each.id in named or sum(other.copies for other in stand_in) < places:
            kept.append(each)
    ids = {each.id for each in kept} | {each.format for each in problem.held}
    return {each.id: each for each in problem.formats if each.id in ids}


def _stands_for(groups: tuple[Group, ...], one: Format, other: Format) -> bool:
    """Whether the first format can be held like the second, by the same people, for as long."""
    return (
        set(other.lengths) <= set(one.lengths)
        and (one.opening, one.closing, one.fit) == (other.opening, other.closing, other.fit)
        and one.place in ("either", other.place)
        and all(may_hold(g.person, one) or not may_hold(g.person, other) for g in groups)
    )
