"""Steps on the requirements of a plan. Each may raise Conflict or EditError and then changed nothing."""

from collections.abc import Sequence

from loops.steps import requirement_edits as edits
from loops.steps.editing import edit_asked, edit_plan, quote
from loops.store import Confirmation, PlanState, SavedPlan, Seen, Store
from rubric.requirements.model import Kind, SectionName
from rubric.value import Span, Tier, Value


class Reading(Value):
    """What a requirement is, as a person reads it; None leaves that part as it was found."""

    section: SectionName | None = None
    kind: Kind | None = None
    tier: Tier | None = None


def drop_requirement(store: Store, seen: Seen, requirement: str) -> SavedPlan:
    """Set a requirement aside."""
    return edit_asked(
        store,
        seen,
        lambda state: edits.drop(state, requirement),
        lambda state: f"Dropped {_words(state, requirement)}.",
    )


def keep_requirement(store: Store, seen: Seen, requirement: str) -> SavedPlan:
    """Take a dropped requirement back in."""
    return edit_asked(
        store,
        seen,
        lambda state: edits.keep(state, requirement),
        lambda state: f"Kept {_words(state, requirement)} after all.",
    )


def reclassify_requirement(store: Store, seen: Seen, requirement: str, reading: Reading) -> SavedPlan:
    """Say of which section, kind or strength a requirement is."""
    told = ", ".join(f"{key} {value}" for key, value in reading.model_dump(exclude_none=True).items())
    parts = (reading.section, reading.kind, reading.tier)
    return edit_asked(
        store,
        seen,
        lambda state: edits.reclassify(state, requirement, *parts),
        lambda state: f"Read {_words(state, requirement)} as {told.replace('_', ' ') or 'before'}.",
    )


def reword_requirement(store: Store, seen: Seen, requirement: str, text: str) -> SavedPlan:
    """Word a requirement anew."""
    return edit_asked(
        store,
        seen,
        lambda state: edits.reword(state, requirement, text),
        lambda state: f"Worded {_words(state, requirement)} as {quote(' '.join(text.split()))}.",
    )


def split_requirement(store: Store, seen: Seen, requirement: str, at: int) -> SavedPlan:
    """Part a requirement in two before the character `at` of its text."""
    return edit_asked(
        store,
        seen,
        lambda state: edits.split(state, requirement, at),
        lambda state: f"Split {_words(state, requirement)} in two.",
    )


def merge_requirements(store: Store, seen: Seen, requirements: Sequence[str]) -> SavedPlan:
    """Join neighbouring requirements to one."""
    what = f"Merged {len(set(requirements))} requirements into one."
    return edit_asked(store, seen, lambda state: edits.merge(state, requirements), lambda _: what)


def add_requirement(store: Store, seen: Seen, span: Span, section: SectionName) -> SavedPlan:
    """Add marked words of the posting as a requirement."""
    return edit_asked(
        store,
        seen,
        lambda state: edits.add(state, span, section),
        lambda state: f"Added {quote(' '.join(span.of(state.posting.text).split()))} as a requirement.",
    )


def confirm_requirements(store: Store, seen: Seen, requirements: Sequence[str]) -> SavedPlan:
    """Note that this person read these requirements and stands by them, and when."""
    at = store.now()
    count = len(set(requirements))
    what = f"Confirmed {count} requirement{'s' * (count != 1)}."

    def stamp(requirement: str) -> Confirmation:
        return Confirmation(requirement=requirement, who=seen.who, at=at)

    return edit_plan(store, seen, lambda state: edits.confirm(state, requirements, stamp), lambda _: what)


def _words(state: PlanState, requirement: str) -> str:
    return quote(edits.find_item(state, requirement).text)
