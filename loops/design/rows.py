"""The rules of a loop as a whole, as rows over the interviews that are chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from loops.design.columns import Shop
from loops.design.likeness import near_same
from loops.design.model import Problem
from loops.design.program import FREE
from rubric.model import Item

Key = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One rule of the whole loop: the columns add up to at least `low` and at most `high`."""

    low: float
    high: float


def rows_of(problem: Problem, items: tuple[Item, ...], shop: Shop) -> dict[Key, Row]:
    """The rules that look at the loop as a whole, as rows over interviews."""
    rules, on = problem.rules, on_in(problem)
    rows = _loop_rows(problem, on)
    for item in items:
        rows |= _item_rows(problem, item, on)
    rows |= {("question", name): Row(-FREE, len(batch)) for name, batch in shop.batches.items()}
    if on("no-near-same-question"):
        texts = [(q.id, q.ask) for item in items for q in item.questions]
        rows |= {("alike", f"{one} {other}"): Row(-FREE, 1) for one, other in near_same(texts)}
    for index, group in enumerate(shop.groups):
        room = sum(min(rules.max_per_interviewer, max(0, p.weekly_cap - p.booked)) for p in group.members)
        rows["group", str(index)] = Row(-FREE, room)
    for kind in problem.formats:
        wanted = on("demanded-formats-are-held") and kind.id in rules.must_hold
        rows["format", kind.id] = Row(1.0 if wanted else -FREE, kind.copies)
    return rows


def _loop_rows(problem: Problem, on: Callable[[str], bool]) -> dict[Key, Row]:
    rules = problem.rules
    least = rules.min_interviews if on("enough-interviews") else 0
    rows = {("loop", "interviews"): Row(least or -FREE, rules.max_interviews)}
    if rules.max_minutes is not None and on("within-the-candidates-minutes"):
        rows["loop", "minutes"] = Row(-FREE, rules.max_minutes)
    if rules.from_another_team and on("another-team-is-heard"):
        rows["loop", "outside"] = Row(rules.from_another_team, FREE)
    if on("every-group-is-heard"):
        rows |= {("heard", name): Row(1, FREE) for name in rules.one_of_each_group}
    return rows


def on_in(problem: Problem) -> Callable[[str], bool]:
    """Whether a rule of the problem is switched on, by its name."""
    return lambda name: name not in problem.rules.off


def _item_rows(problem: Problem, item: Item, on: Callable[[str], bool]) -> dict[Key, Row]:
    rules = problem.rules
    looks, asked = 0, 0
    if item.tier == "must":
        looks = rules.assessors_per_must if on("musts-have-independent-assessors") else 0
        asked = rules.questions_per_must if on("every-must-is-asked") else 0
        if on("musts-have-their-questions"):
            asked = max(asked, rules.questions_per_look * rules.assessors_per_must)
    if item.tier == "should" and on("shoulds-have-assessors"):
        looks = rules.should_assessors
    if item.id in rules.critical and on("critical-musts-have-more-assessors"):
        looks = max(looks, rules.assessors_per_critical)
    rows: dict[Key, Row] = {}
    if looks:
        rows["look", item.id] = Row(looks, FREE)
    if asked > looks:
        rows["asked", item.id] = Row(asked, FREE)
    if item.tier == "must" and rules.minutes_per_must and on("musts-have-their-minutes"):
        rows["minute", item.id] = Row(rules.minutes_per_must, FREE)
    return rows
