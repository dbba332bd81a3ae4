"""The part of the checker that asks whether a list of interviews is a loop at all."""

from collections import Counter
from collections.abc import Iterator

from loops.design.facts import Facts


def everything_named_is_known(facts: Facts) -> Iterator[str]:
    """An interview that names a person, format, competency or question that nobody knows."""
    for each in facts.interviews:
        if facts.kind(each) is None:
            yield f"{each.id} has the unknown format {each.format}."
        if facts.lead(each) is None:
            yield f"{each.id} is led by {each.interviewer}, who is not on the panel."
        for ask in each.items:
            item = facts.item(ask.competency)
            if item is None:
                yield f"{each.id} assesses {ask.competency}, which the rubric does not ask for."
            elif strays := set(ask.questions) - {question.id for question in item.questions}:
                yield f"{each.id} asks {min(strays)} on {ask.competency}, where it does not belong."


def interviews_score_something(facts: Facts) -> Iterator[str]:
    """An interview without a question, or a competency without one."""
    for each in facts.new:
        kind = facts.kind(each)
        if not each.items and kind and kind.holds:
            yield f"{each.id} assesses nothing."
        for ask in each.items:
            if not ask.questions:
                yield f"{each.id} names {ask.competency} and asks nothing on it."
        if twice := [c for c, n in Counter(ask.competency for ask in each.items).items() if n > 1]:
            yield f"{each.id} names {twice[0]} twice."


def formats_hold_their_questions(facts: Facts) -> Iterator[str]:
    """A question in a format that cannot hold it, or a length that the format does not have."""
    for each in facts.new:
        kind = facts.kind(each)
        if kind is None:
            continue
        if each.minutes not in kind.lengths:
            yield f"{each.id} lasts {each.minutes} minutes, which is no length of {kind.name}."
        for name in (name for ask in each.items for name in ask.questions):
            question = facts.question(name)
            if question and question.kind not in kind.holds:
                yield f"{each.id} asks {name}, a question of a kind that {kind.name} does not hold."
        for item in (item for ask in each.items if (item := facts.item(ask.competency))):
            if kind.suits and not {item.id, item.area} & set(kind.suits):
                yield f"{each.id} assesses {item.id}, which {kind.name} does not suit."


def leads_may_lead(facts: Facts) -> Iterator[str]:
    """Somebody in a format or on a competency that the panel does not let them assess."""
    for each in facts.new:
        person, kind = facts.lead(each), facts.kind(each)
        if person is None or kind is None:
            continue
        if person.kind not in kind.run_by or (person.formats and kind.id not in person.formats):
            yield f"{person.name} may not hold {kind.name}."
        for ask in each.items:
            item = facts.item(ask.competency)
            names = {item.id, item.area} if item else set[str]()
            if person.may_assess and not names & set(person.may_assess):
                yield f"{person.name} may not assess {ask.competency}."
            highest = person.up_to.get(ask.competency, person.up_to.get(item.area, 4) if item else 4)
            if item and item.target > highest:
                yield f"{person.name} may assess {ask.competency} only up to level {highest}."


def minutes_add_up(facts: Facts) -> Iterator[str]:
    """A competency whose minutes are not those of its questions, or a look with the wrong name."""
    seen: set[str] = set()
    for each in facts.interviews:
        for ask in each.items:
            if each in facts.new and ask.minutes != sum(facts.minutes(name) for name in ask.questions):
                yield f"{each.id} gives {ask.competency} {ask.minutes} minutes, not those of its questions."
            if ask.look != ("second" if ask.competency in seen else "first"):
                yield f"{each.id} calls its look at {ask.competency} the {ask.look}."
            seen.add(ask.competency)


def nobody_looks_twice(facts: Facts) -> Iterator[str]:
    """The same interviewer on the same competency in two interviews."""
    looks = Counter((each.interviewer, ask.competency) for each in facts.interviews for ask in each.items)
    for (who, competency), times in looks.items():
        if times > 1:
            yield f"{who} assesses {competency} in {times} interviews."


def copies_are_few(facts: Facts) -> Iterator[str]:
    """A format that stands too often."""
    for name, times in Counter(each.format for each in facts.interviews).items():
        most = next((kind.copies for kind in facts.problem.formats if kind.id == name), times)
        if times > most:
            yield f"The format {name} stands {times} times; the most is {most}."


def held_interviews_stay(facts: Facts) -> Iterator[str]:
    """An interview that has been held and was changed."""
    for held in facts.problem.held:
        if held not in facts.interviews:
            yield f"{held.id} has been held and may not change."


SHAPE = (
    everything_named_is_known,
    interviews_score_something,
    formats_hold_their_questions,
    leads_may_lead,
    minutes_add_up,
    nobody_looks_twice,
    copies_are_few,
    held_interviews_stay,
)
