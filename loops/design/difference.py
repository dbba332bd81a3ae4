"""What differs between two loops, in sentences a person would write."""

from collections.abc import Iterator
from typing import Literal

from loops.design.model import Interview, PlanFile, Rules
from loops.design.naming import called
from loops.design.rulebook import CONSTRAINTS, rule_id, sentence_of
from loops.design.wording import count
from rubric.model import Item
from rubric.value import Sentence, Value


class Change(Value):
    """One difference; `subject` is the id of what changed."""

    about: Literal["plan", "rule", "competency", "interview"]
    subject: str
    sentence: Sentence


def difference(old: PlanFile, new: PlanFile) -> tuple[Change, ...]:
    """The differences of two loops in meaning: rules, competencies, then interviews; empty where none.

    Candidates of the two loops can be compared on the competencies that are not named here.
    """
    if old.hash == new.hash:
        return ()
    return (
        *rule_changes(old.problem.rules, new.problem.rules),
        *_competencies(old, new),
        *_interviews(old, new),
    )


def unchanged(old: PlanFile, new: PlanFile) -> tuple[str, ...]:
    """Competencies whose anchors, questions and looks are the same in both loops."""
    touched = {change.subject for change in difference(old, new)}
    here = {item.id: item for item in old.problem.rubric.items}
    same = [
        item.id for item in new.problem.rubric.items if here.get(item.id) == item and item.id not in touched
    ]
    return tuple(name for name in same if _asked(old, name) == _asked(new, name))


def rule_changes(before: Rules, after: Rules) -> Iterator[Change]:
    """What differs between two sets of rules, rule by rule; then what no rule's sentence says."""
    for rule in CONSTRAINTS:
        name = rule_id(rule)
        was, now = sentence_of(rule, before), sentence_of(rule, after)
        if (name in before.off) != (name in after.off):
            said = f"Switched {'off' if name in after.off else 'on'}: {now}"
            yield Change(about="rule", subject=name, sentence=said)
        elif was != now and name not in after.off:
            yield Change(about="rule", subject=name, sentence=f"{now} It was: {was}")
    for field, said in _UNSAID.items():
        if getattr(before, field) != getattr(after, field):
            best = field == "aim" and after.aim == "best"
            yield Change(about="rule", subject=field, sentence=_BEST if best else said)


_BEST = "Looks for the best loop within the minutes."
_UNSAID = {
    "aim": "Looks for the shortest loop that is good enough.",
    "leave_out": "Other competencies are left out.",
    "minutes_per_question": "Questions take other minutes.",
    "measure": "The figures rest on another study.",
    "reasons": "Other reasons are given.",
}
"""Fields of the rules that stand in no rule's sentence, and how a change of them is said."""


def _competencies(old: PlanFile, new: PlanFile) -> Iterator[Change]:
    before = {item.id: item for item in old.problem.rubric.items}
    after = {item.id: item for item in new.problem.rubric.items}
    for name in sorted(before.keys() | after.keys()):
        here, there = before.get(name), after.get(name)
        if here is None and there is not None:
            told = [f"{there.name} is new, a {there.tier}-have"]
        elif there is None and here is not None:
            told = [f"{here.name} is gone; it was a {here.tier}-have"]
        elif here is not None and there is not None:
            told = [*_wording(here, there), *_looks(old, new, there)]
        else:
            raise AssertionError(name)
        if told:
            yield Change(about="competency", subject=name, sentence=f"{'. '.join(told)}.")


def _wording(here: Item, there: Item) -> Iterator[str]:
    if here.tier != there.tier:
        yield f"{there.name} went from {here.tier} to {there.tier}"
    if here.target != there.target:
        yield f"{there.name} is expected at level {there.target} instead of {here.target}"
    for was, now in zip(here.anchors, there.anchors, strict=True):
        if was != now:
            yield f"{there.name}: anchor {now.level} changed"


def _looks(old: PlanFile, new: PlanFile, item: Item) -> Iterator[str]:
    was, now = _asked(old, item.id), _asked(new, item.id)
    looks = len(now) - len(was)
    if looks:
        yield f"{item.name}: {count(abs(looks), 'look')} {'more' if looks > 0 else 'fewer'}"
    gone = {q for look in was for q in look} - {q for look in now for q in look}
    come = {q for look in now for q in look} - {q for look in was for q in look}
    if come:
        yield f"{item.name}: {count(len(come), 'new question')}"
    if gone:
        yield f"{item.name}: {count(len(gone), 'question')} no longer asked"


def _asked(file: PlanFile, competency: str) -> list[tuple[str, ...]]:
    return [ask.questions for each in file.interviews for ask in each.items if ask.competency == competency]


def _interviews(old: PlanFile, new: PlanFile) -> Iterator[Change]:
    pairs = _pairs(old.interviews, new.interviews)
    matched = {there.id for _, there in pairs}
    left = {here.id for here, _ in pairs}
    for here, there in pairs:
        told = [
            *(
                [f"lasts {there.minutes} minutes instead of {here.minutes}"]
                if here.minutes != there.minutes
                else []
            ),
            *([f"is a {there.name} instead of a {here.name}"] if here.format != there.format else []),
            *(
                [f"is led by {_name(new, there)} instead of {_name(old, here)}"]
                if here.interviewer != there.interviewer
                else []
            ),
        ]
        if told:
            said = f"{called(old.problem, here)} {'. It '.join(told)}."
            yield Change(about="interview", subject=there.id, sentence=said)
    for here in old.interviews:
        if here.id not in left:
            said = f"{called(old.problem, here)} ({here.minutes} minutes) is dropped."
            yield Change(about="interview", subject=here.id, sentence=said)
    for there in new.interviews:
        if there.id not in matched:
            said = f"{called(new.problem, there)} ({there.minutes} minutes) is new."
            yield Change(about="interview", subject=there.id, sentence=said)


def _pairs(old: tuple[Interview, ...], new: tuple[Interview, ...]) -> list[tuple[Interview, Interview]]:
    """Interviews that are the same one in both loops: those with the most questions in common first."""
    scored = sorted(
        (
            (-_common(here, there), here.id != there.id, place, other)
            for place, here in enumerate(old)
            for other, there in enumerate(new)
            if _common(here, there) or here.id == there.id
        ),
    )
    pairs: list[tuple[Interview, Interview]] = []
    for _, _, place, other in scored:
        if all(old[place] is not here and new[other] is not there for here, there in pairs):
            pairs.append((old[place], new[other]))
    return sorted(pairs, key=lambda pair: new.index(pair[1]))


def _common(here: Interview, there: Interview) -> int:
    return len(
        {q for ask in here.items for q in ask.questions} & {q for ask in there.items for q in ask.questions}
    )


def _name(file: PlanFile, interview: Interview) -> str:
    return file.problem.panel[interview.interviewer].name
