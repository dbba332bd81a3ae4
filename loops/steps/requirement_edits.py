"""What a person can change on the requirements: each edit is a plan's state in, a plan's state out."""

import re
from collections.abc import Callable, Sequence

from loops.store.model import Confirmation, PlanState
from rubric.requirements import Requirement, requirement_at
from rubric.requirements.model import Kind, SectionName
from rubric.value import InputError, Span, Tier


class EditError(InputError):
    """An edit that cannot be made; the plan is as it was."""


def find_item(state: PlanState, requirement: str) -> Requirement:
    """One requirement by its id.

    Raises:
        EditError: There is none.
    """
    for item in state.requirements.items:
        if item.id == requirement:
            return item
    raise EditError(f"This plan has no requirement {requirement}: it may have been merged or taken back.")


def drop(state: PlanState, requirement: str) -> PlanState:
    """Set a requirement aside; it stays in the table and can be kept again."""
    find_item(state, requirement)
    dropped = tuple(sorted({*state.dropped, requirement}))
    if len(dropped) == len(state.requirements.items):
        raise EditError("This is the last requirement: a loop needs at least one.")
    return _forget(state.model_copy(update={"dropped": dropped}), [requirement])


def keep(state: PlanState, requirement: str) -> PlanState:
    """Take a dropped requirement back in."""
    find_item(state, requirement)
    return state.model_copy(update={"dropped": tuple(r for r in state.dropped if r != requirement)})


def reclassify(
    state: PlanState, requirement: str, section: SectionName | None, kind: Kind | None, tier: Tier | None
) -> PlanState:
    """Say what a requirement is; None leaves that part as it is. A new section brings its usual tier."""
    item = find_item(state, requirement)
    usual: Tier = "nice" if section == "preferred" else "must"
    moved = section is not None and section != item.section
    change = {
        "section": section or item.section,
        "kind": kind or item.kind,
        "tier": tier or (usual if moved else item.tier),
    }
    return _replace(state, [requirement], [item.model_copy(update=change)])


def reword(state: PlanState, requirement: str, text: str) -> PlanState:
    """Word a requirement anew; words that stand in the posting move its mark there."""
    item = find_item(state, requirement)
    words = " ".join(text.split())
    if not 3 <= len(words) <= 1000:
        raise EditError("A requirement needs between 3 and 1,000 characters; it was left as it is.")
    places = _places(state.posting.text, words)
    if places:
        start = min(places, key=lambda place: (abs(place - item.span.start), place))
        span = Span(start=start, end=start + len(words))
        return _replace(state, [requirement], [_described(state, item, span)])
    return _replace(state, [requirement], [item.model_copy(update={"text": words})])


def split(state: PlanState, requirement: str, at: int) -> PlanState:
    """Part a requirement in two before the character `at` of its text."""
    item = find_item(state, requirement)
    if item.text != item.span.of(state.posting.text):
        raise EditError("A requirement that was worded anew cannot be split: add the second one instead.")
    parts = _parts(state, item, at)
    if parts is None:
        raise EditError("The place to split must lie inside the requirement, with words on both sides.")
    first, second = parts
    pieces = [_described(state, item, first), _new(state, second, item.section)]
    return _replace(state, [requirement], pieces)


def split_parts(state: PlanState, requirement: str, at: int) -> tuple[str, str] | None:
    """The words of both parts that a split would leave; None where it cannot be made there."""
    parts = _parts(state, find_item(state, requirement), at)
    return (parts[0].of(state.posting.text), parts[1].of(state.posting.text)) if parts else None


def _parts(state: PlanState, item: Requirement, at: int) -> tuple[Span, Span] | None:
    """Both parts without the word that joined them."""
    middle = min(item.span.end, item.span.start + max(0, at))
    first = _tight(state, Span(start=item.span.start, end=middle))
    second = _tight(state, Span(start=middle, end=item.span.end))
    if first is None or second is None:
        return None
    text = state.posting.text
    joined, joining = _JOINED.search(first.of(text)), _JOINING.match(second.of(text))
    first = _tight(state, Span(start=first.start, end=first.start + joined.start())) if joined else first
    second = _tight(state, Span(start=second.start + joining.end(), end=second.end)) if joining else second
    return (first, second) if first and second else None


_JOINERS = r"(?:and|or|as well as|plus|&|und|oder|sowie|et|ou|ainsi que)"
_JOINED = re.compile(rf"[\s,;]+{_JOINERS}$", re.I)
_JOINING = re.compile(rf"{_JOINERS}[\s,]+", re.I)


def merge(state: PlanState, requirements: Sequence[str]) -> PlanState:
    """Join requirements that belong together, with all words between them; the first one's id stays."""
    items = sorted((find_item(state, r) for r in set(requirements)), key=lambda item: item.span.start)
    if len(items) < 2:
        raise EditError("Mark at least two requirements to merge.")
    span = Span(start=items[0].span.start, end=max(item.span.end for item in items))
    ids = {item.id for item in items}
    between = [
        item.id
        for item in state.requirements.items
        if item.id not in ids and item.id not in state.dropped and _overlap(item.span, span)
    ]
    if between:
        raise EditError("Only neighbours can be merged: another requirement stands between these.")
    return _replace(state, [item.id for item in items], [_described(state, items[0], span)])


def add(state: PlanState, span: Span, section: SectionName) -> PlanState:
    """Add what a person marked in the posting."""
    tight = _tight(state, span)
    if tight is None or tight.end - tight.start < 3:
        raise EditError("Mark some words of the posting to add them as a requirement.")
    if any(item.span == tight for item in state.asked.items):
        raise EditError("These words are a requirement already.")
    return _replace(state, [], [_new(state, tight, section)])


def confirm(state: PlanState, requirements: Sequence[str], stamp: Callable[[str], Confirmation]) -> PlanState:
    """Note that somebody read these requirements and stands by them."""
    known = [find_item(state, requirement).id for requirement in requirements]
    kept = [c for c in state.confirmations if c.requirement not in known]
    made = [stamp(requirement) for requirement in known]
    rows = sorted([*kept, *made], key=lambda c: c.requirement)
    return state.model_copy(update={"confirmations": tuple(rows)})


def _replace(state: PlanState, old: Sequence[str], new: Sequence[Requirement]) -> PlanState:
    items = [item for item in state.requirements.items if item.id not in old] + list(new)
    items.sort(key=lambda item: (item.span.start, item.span.end, item.id))
    requirements = state.requirements.model_copy(update={"items": tuple(items)})
    ids = {item.id for item in items}
    dropped = tuple(r for r in state.dropped if r in ids)
    return _forget(state.model_copy(update={"requirements": requirements, "dropped": dropped}), old)


def _forget(state: PlanState, changed: Sequence[str]) -> PlanState:
    """Whoever confirmed a requirement confirmed the old one: an edit asks again."""
    kept = tuple(c for c in state.confirmations if c.requirement not in changed)
    return state.model_copy(update={"confirmations": kept})


def _described(state: PlanState, item: Requirement, span: Span) -> Requirement:
    found = requirement_at(state.posting, 1, span, item.section)
    return found.model_copy(update={"id": item.id, "tier": item.tier})


def _new(state: PlanState, span: Span, section: SectionName) -> Requirement:
    numbers = [int(item.id[1:]) for item in state.requirements.items if item.id[1:].isdigit()]
    return requirement_at(state.posting, max(numbers, default=0) + 1, span, section)


def _tight(state: PlanState, span: Span) -> Span | None:
    """The span without blanks and loose marks at its ends; None where nothing is left or it lies outside."""
    text = state.posting.text
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in " \n\t,;•·*":
        start += 1
    while end > start and text[end - 1] in " \n\t,;":
        end -= 1
    return Span(start=start, end=end) if end > start else None


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
