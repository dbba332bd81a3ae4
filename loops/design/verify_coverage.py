"""The part of the checker that looks at competencies and their questions; see `loops.design.verify`."""

from collections import Counter
from collections.abc import Iterator

from loops.design.facts import Facts
from loops.design.likeness import near_same as near_same_pairs
from loops.design.measure import dependability, told_by


def every_must_is_asked(facts: Facts) -> Iterator[str]:
    """Too few questions on a must-have."""
    for item in facts.items("must"):
        asked = sum(len(ask.questions) for _, ask in facts.looks(item.id))
        if asked < facts.problem.rules.questions_per_must:
            yield f"{item.name}: asked {asked} of {facts.problem.rules.questions_per_must} questions."


def musts_have_independent_assessors(facts: Facts) -> Iterator[str]:
    """Too few interviewers on a must-have."""
    for item in facts.items("must"):
        yield from _too_few(facts, item.id, facts.problem.rules.assessors_per_must)


def critical_musts_have_more_assessors(facts: Facts) -> Iterator[str]:
    """Too few interviewers on a competency that decides."""
    for competency in facts.problem.rules.critical:
        if facts.item(competency):
            yield from _too_few(facts, competency, facts.problem.rules.assessors_per_critical)


def shoulds_have_assessors(facts: Facts) -> Iterator[str]:
    """Too few interviewers on a should-have."""
    for item in facts.items("should"):
        yield from _too_few(facts, item.id, facts.problem.rules.should_assessors)


def few_competencies_an_interview(facts: Facts) -> Iterator[str]:
    """An interview with too much to assess."""
    for each in facts.new:
        if len(each.items) > facts.problem.rules.competencies_per_interview:
            yield f"{each.id} assesses {len(each.items)} competencies."


def few_competencies_in_all(facts: Facts) -> Iterator[str]:
    """A loop with too much to assess."""
    found = {ask.competency for each in facts.interviews for ask in each.items}
    most = facts.problem.rules.max_competencies
    if most is not None and len(found) > most:
        yield f"The loop assesses {len(found)} competencies; the limit is {most}."


def musts_have_their_questions(facts: Facts) -> Iterator[str]:
    """Too few questions on a must-have for the interviewers it needs."""
    need = facts.problem.rules.questions_per_look * facts.problem.rules.assessors_per_must
    for item in facts.items("must"):
        asked = sum(len(ask.questions) for _, ask in facts.looks(item.id))
        if asked < need:
            yield f"{item.name}: asked {asked} of {need} questions."


def no_look_is_too_short(facts: Facts) -> Iterator[str]:
    """A look with too few questions."""
    least = facts.problem.rules.least_questions_a_look
    for each in facts.new:
        for ask in each.items:
            if len(ask.questions) < least:
                yield f"{each.id} asks {len(ask.questions)} of {least} questions on {ask.competency}."


def no_question_twice(facts: Facts) -> Iterator[str]:
    """A question that two interviews ask."""
    for name, times in Counter(facts.asked()).items():
        if times > 1:
            yield f"The question {name} is asked {times} times."


def no_near_same_question(facts: Facts) -> Iterator[str]:
    """Two questions that are nearly the same."""
    names = dict.fromkeys(facts.asked())
    known = [question for name in names if (question := facts.question(name))]
    for one, other in near_same_pairs((question.id, question.ask) for question in known):
        yield f"The questions {one} and {other} are nearly the same."


def musts_have_their_minutes(facts: Facts) -> Iterator[str]:
    """Too few minutes on a must-have."""
    least = facts.problem.rules.minutes_per_must or 0
    for item in facts.items("must"):
        spent = sum(ask.minutes for _, ask in facts.looks(item.id))
        if spent < least:
            yield f"{item.name} has {spent} of {least} minutes."


def musts_are_dependable(facts: Facts) -> Iterator[str]:
    """A must-have whose score could not be trusted enough."""
    wanted = facts.problem.rules.dependability
    told = told_by(facts.problem, facts.interviews)
    for item in facts.items("must"):
        if wanted is not None and dependability(told[item.id]) < wanted - 1e-6:
            yield f"{item.name} has a projected dependability of {dependability(told[item.id]):.2f}."


def _too_few(facts: Facts, competency: str, least: int) -> Iterator[str]:
    found = len(facts.assessors(competency))
    if found < least:
        yield f"{competency} is assessed by {found} of {least} interviewers."


CHECKERS = (
    every_must_is_asked,
    musts_have_independent_assessors,
    critical_musts_have_more_assessors,
    shoulds_have_assessors,
    few_competencies_an_interview,
    few_competencies_in_all,
    musts_have_their_questions,
    no_look_is_too_short,
    no_question_twice,
    no_near_same_question,
    musts_have_their_minutes,
    musts_are_dependable,
)
