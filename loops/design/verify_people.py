"""The part of the checker that looks at people; see `loops.design.verify`."""

from collections import Counter
from collections.abc import Iterator

from loops.design.facts import Facts
from loops.design.model import Interview, Pin


def caps_are_kept(facts: Facts) -> Iterator[str]:
    """Somebody with too many interviews."""
    for who, times in Counter(each.interviewer for each in facts.new).items():
        person = next(p for p in facts.problem.panel.interviewers if p.id == who)
        left = max(0, person.weekly_cap - person.booked)
        if times > min(left, facts.problem.rules.max_per_interviewer):
            yield f"{person.name} holds {times} interviews and has room for {left} this week."


def only_trained_people_lead(facts: Facts) -> Iterator[str]:
    """Somebody who is not trained."""
    for each in facts.new:
        person = facts.lead(each)
        if person and person.training != "trained":
            yield f"{person.name} leads {each.id} and is not trained."


def no_interview_weighs_too_much(facts: Facts) -> Iterator[str]:
    """An interview that decides too much."""
    share = facts.problem.rules.max_share_per_interviewer
    looks = sum(len(each.items) for each in facts.interviews)
    for each in facts.interviews:
        if share is not None and len(each.items) > share * looks + 1e-6:
            yield f"{each.id} holds {len(each.items)} of {looks} looks."


def another_team_is_heard(facts: Facts) -> Iterator[str]:
    """Too few people of another team."""
    leads = [facts.lead(each) for each in facts.interviews]
    found = sum(1 for person in leads if person and person.other_team)
    if found < facts.problem.rules.from_another_team:
        yield f"Another team leads {found} interviews."


def every_group_is_heard(facts: Facts) -> Iterator[str]:
    """A group that leads no interview."""
    there = {person.group for each in facts.interviews if (person := facts.lead(each))}
    for group in facts.problem.rules.one_of_each_group:
        if group not in there:
            yield f"Nobody of the group {group} leads an interview."


def wishes_are_kept(facts: Facts) -> Iterator[str]:
    """A pin that is not kept, or something forbidden that is done."""
    for pin in facts.problem.pins:
        if pin.must and not any(_is_so(pin, each) for each in facts.interviews):
            yield f"What was pinned is not in the loop: {say_pin(pin)}."
        if not pin.must and any(_is_so(pin, each) for each in facts.new):
            yield f"What was forbidden is in the loop: {say_pin(pin)}."


def say_pin(pin: Pin) -> str:
    """What a pin names, in words."""
    return ", ".join(part for part in (pin.interviewer, pin.competency, pin.format) if part) or "anything"


def _is_so(pin: Pin, interview: Interview) -> bool:
    return (
        pin.interviewer in (None, interview.interviewer)
        and pin.format in (None, interview.format)
        and (pin.competency is None or any(ask.competency == pin.competency for ask in interview.items))
    )


CHECKERS = (
    caps_are_kept,
    only_trained_people_lead,
    no_interview_weighs_too_much,
    another_team_is_heard,
    every_group_is_heard,
    wishes_are_kept,
)
