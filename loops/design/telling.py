"""What the looks of a plan tell about each competency, as terms of a program; exact, not approximated."""

from loops.design.measure import fit_of, information, measure_of
from loops.design.model import Problem
from loops.design.problem import holds
from loops.design.program import Program
from loops.design.variables import Variables, minutes_of
from rubric.model import Item


def tell(problem: Problem, program: Program, at: Variables, item: Item) -> dict[int, float]:
    """Terms that add up to the information of the loop on an item.

    A column says: in this slot so many questions are asked on the item, in a format that shows so
    much of it. One column of a slot is on exactly where the slot covers the item.
    """
    measure = measure_of(problem)
    terms: dict[int, float] = {}
    for slot in at.slots:
        counts: dict[int, float] = {}
        looks: dict[int, float] = {}
        for shown, homes in _fits(problem, at, item, slot).items():
            chosen: dict[int, float] = {}
            for questions in range(1, most_questions(problem, at, item) + 1):
                column = program.binary()
                terms[column] = information(measure, questions, shown)
                chosen[column] = 1.0
                counts[column] = float(questions)
            program.at_most({**chosen, **dict.fromkeys(homes, -1.0)}, 0)
            looks |= chosen
        program.equal({**looks, at.covers[slot, item.id]: -1.0}, 0)
        program.equal({**counts, **dict.fromkeys(at.slot_asks(slot, item), -1.0)}, 0)
    return terms


def _fits(problem: Problem, at: Variables, item: Item, slot: int) -> dict[float, list[int]]:
    """For each share that a format shows of an item, the columns of the formats that show it."""
    homes: dict[float, list[int]] = {}
    for (where, form, _), run in at.runs.items():
        kind = at.formats[form]
        if where == slot and (slot not in at.free or any(holds(kind, item, q) for q in item.questions)):
            homes.setdefault(fit_of(kind, item), []).append(run)
    return homes


def most_questions(problem: Problem, at: Variables, item: Item) -> int:
    """No interview can ask more questions on an item than this.

    Those that were held may have asked more than the rules now find time for.
    """
    if "questions-fit-the-minutes" in problem.rules.off:
        return len(item.questions)
    held = (len(ask.questions) for each in problem.held for ask in each.items if ask.competency == item.id)
    longest = max((length for _, _, length in at.runs), default=0)
    shortest = min(minutes_of(problem, question) for question in item.questions)
    return min(len(item.questions), max(1, longest // max(1, shortest), *held))


def fits_of(at: Variables, item: Item) -> set[float]:
    """All shares that the formats of the problem show of an item."""
    return {fit_of(kind, item) for kind in at.formats.values()}
