"""The part of the checker that looks at minutes and formats; see `loops.design.verify`."""

from collections.abc import Iterator

from loops.design.facts import Facts


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


CHECKERS = (
    questions_fit_the_minutes,
    lengths_are_allowed,
    few_interviews,
    enough_interviews,
    within_the_candidates_minutes,
    demanded_formats_are_held,
    unwanted_formats_are_not_held,
    the_place_is_kept,
)
