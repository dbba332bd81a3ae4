"""Wishes of the literature that a loop may break: told beside the plan, never enforced."""

from collections import Counter
from collections.abc import Iterator

from loops.design.model import Loop, Problem
from loops.design.naming import called
from loops.design.wording import capital, count
from rubric.value import Sentence, Value

Told = tuple[str, str]
"""The code and the sentence of a remark."""


class Caution(Value):
    """One remark; `code` is the line of docs/methods/rules.md that it rests on."""

    code: str
    sentence: Sentence


def cautions(problem: Problem, loop: Loop) -> tuple[Caution, ...]:
    """What a careful reader would remark on a loop."""
    told = (
        *_how_many(loop),
        *_crowded(problem, loop),
        *_thin_looks(problem, loop),
        *_heavy_hands(problem, loop),
        *_untrained(problem, loop),
    )
    return tuple(Caution(code=code, sentence=said) for code, said in told)


def _how_many(loop: Loop) -> Iterator[Told]:
    assessed = sum(1 for cover in loop.coverage if cover.assessors)
    if assessed > 8:
        yield "C5", f"The loop assesses {count(assessed, 'competency')}; five to eight are usual."
    if len(loop.interviews) > 5:
        said = count(len(loop.interviews), "interview")
        yield "C10", f"The loop has {said}; after four each further one adds little."


def _crowded(problem: Problem, loop: Loop) -> Iterator[Told]:
    for each in loop.interviews:
        if len(each.items) > 3:
            said = count(len(each.items), "competency")
            yield "C4", f"{called(problem, each)} assesses {said}; raters of three do better."


def _thin_looks(problem: Problem, loop: Loop) -> Iterator[Told]:
    thin = [ask.competency for each in loop.interviews for ask in each.items if len(ask.questions) == 1]
    musts = {item.id for item in problem.rubric.items if item.tier == "must"}
    if looks := sum(1 for name in thin if name in musts):
        verb = "has" if looks == 1 else "have"
        said = capital(count(looks, "look"))
        yield "C6", f"{said} at must-haves {verb} one question only: a test of one item."
    for cover in loop.coverage:
        if len(cover.assessors) == 1 and cover.questions > 2:
            name = problem.item(cover.competency).name
            said = count(cover.questions, "question")
            yield "C14", f"{name}: {said} by one person; a second person would tell more."


def _heavy_hands(problem: Problem, loop: Loop) -> Iterator[Told]:
    looks = Counter({each.interviewer: 0 for each in loop.interviews})
    for each in loop.interviews:
        looks[each.interviewer] += len(each.items)
    for who, mine in looks.items():
        share = mine / max(1, looks.total())
        if share > 0.4 and len(looks) > 2:
            yield "C16", f"{problem.panel[who].name} holds {share:.0%} of all looks."


def _untrained(problem: Problem, loop: Loop) -> Iterator[Told]:
    for each in loop.interviews:
        person = problem.panel[each.interviewer]
        if person.training != "trained":
            yield "C17", f"{person.name} leads {each.name} and is not trained on this rubric."
