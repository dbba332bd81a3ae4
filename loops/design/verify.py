"""A second opinion on a loop, which knows no solver: every fault in words, rule by rule.

A checker has the name of the rule that it checks.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from loops.design import verify_people
from loops.design.facts import Facts
from loops.design.likeness import near_same as near_same_pairs
from loops.design.measure import dependability, told_by
from loops.design.model import Loop, Problem
from loops.design.verify_shape import SHAPE

Checker = Callable[[Facts], Iterator[str]]


def verify(problem: Problem, loop: Loop) -> list[str]:
    """The faults of a loop under the rules of a problem; empty where it keeps them all."""
    facts = Facts(problem, loop.interviews)
    faults = [fault for check in SHAPE for fault in check(facts)]
    if faults:
        return faults
    on = [check for check in CHECKERS if check.__name__.replace("_", "-") not in problem.rules.off]
    return [fault for check in on for fault in check(facts)]


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


def questions_fit_the_minutes(facts: Facts) -> Iterator[str]:
    """An interview that runs over, or skimps its opening or closing."""
    rules = facts.problem.rules
    for each in facts.new:
        kind = facts.kind(each)
        opening = rules.opening_minutes if kind is None or kind.opening is None else kind.opening
        closing = rules.closing_minutes if kind is None or kind.closing is None else kind.closing
        scored = sum(facts.minutes(name) for ask in each.items for name in ask.questions)
        if opening + scored + closing > each.minutes:
            yield f"{each.id} needs {opening + scored + closing} minutes and has {each.minutes}."
        if each.opening != opening or each.closing != closing:
            yield f"{each.id} opens for {each.opening} and closes for {each.closing} minutes."


def lengths_are_allowed(facts: Facts) -> Iterator[str]:
    """An interview of a length that the rules do not allow."""
    allowed = facts.problem.rules.lengths
    for each in facts.new:
        if allowed is not None and each.minutes not in allowed:
            yield f"{each.id} lasts {each.minutes} minutes."


def few_interviews(facts: Facts) -> Iterator[str]:
    """Too many interviews."""
    if len(facts.interviews) > facts.problem.rules.max_interviews:
        yield f"The loop has {len(facts.interviews)} interviews."


def enough_interviews(facts: Facts) -> Iterator[str]:
    """Too few interviews."""
    if len(facts.interviews) < facts.problem.rules.min_interviews:
        yield f"The loop has only {len(facts.interviews)} interviews."


def within_the_candidates_minutes(facts: Facts) -> Iterator[str]:
    """A loop that takes too long."""
    total = sum(each.minutes for each in facts.interviews)
    most = facts.problem.rules.max_minutes
    if most is not None and total > most:
        yield f"The loop takes {total} minutes; the limit is {most}."


def demanded_formats_are_held(facts: Facts) -> Iterator[str]:
    """A demanded format that is missing."""
    there = {each.format for each in facts.interviews}
    for wanted in facts.problem.rules.must_hold:
        if wanted not in there:
            yield f"The format {wanted} is missing."


def unwanted_formats_are_not_held(facts: Facts) -> Iterator[str]:
    """A format that nobody wants."""
    for each in facts.new:
        if each.format in facts.problem.rules.may_not_hold:
            yield f"{each.id} has the format {each.format}, which is not wanted."


def the_place_is_kept(facts: Facts) -> Iterator[str]:
    """An interview that cannot be held where the loop is held."""
    place = facts.problem.rules.place
    for each in facts.new:
        kind = facts.kind(each)
        if place != "any" and kind and kind.place not in ("either", place):
            yield f"{each.id} cannot be held {place}."


def _too_few(facts: Facts, competency: str, least: int) -> Iterator[str]:
    found = len(facts.assessors(competency))
    if found < least:
        yield f"{competency} is assessed by {found} of {least} interviewers."


CHECKERS: tuple[Checker, ...] = (
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
    questions_fit_the_minutes,
    lengths_are_allowed,
    few_interviews,
    enough_interviews,
    within_the_candidates_minutes,
    demanded_formats_are_held,
    unwanted_formats_are_not_held,
    the_place_is_kept,
    *verify_people.CHECKERS,
)
