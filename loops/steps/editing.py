"""The frame of every edit: load the plan, change its state once, keep it."""

from collections.abc import Callable

from loops.steps.competency_edits import derive
from loops.store import PlanState, SavedPlan, Seen, Store
from rubric.catalogue.load import load_catalogue

Edit = Callable[[PlanState], PlanState]
Say = Callable[[PlanState], str]


def edit_plan(store: Store, seen: Seen, edit: Edit, say: Say) -> SavedPlan:
    """Load, change, save; `say` puts what was done in one sentence, given the state before.

    An edit that changes nothing is not kept as one.

    Raises:
        Conflict: Somebody else changed the plan since it was seen.
        InputError: The edit cannot be made; the plan is as it was.
    """
    saved = store.check(seen)
    after = edit(saved.state)
    return saved if after == saved.state else store.save(seen, after, say(saved.state))


def edit_asked(store: Store, seen: Seen, edit: Edit, say: Say) -> SavedPlan:
    """An edit of the requirements: the competencies are found anew, and hand-made changes put on them."""
    catalogue = load_catalogue()
    return edit_plan(store, seen, lambda state: derive(edit(state), catalogue), say)


def quote(text: str, longest: int = 60) -> str:
    """A text in quotation marks, cut at a word where it is long.

    >>> quote("Lead technical decisions across teams", 20)
    '“Lead technical …”'
    """
    if len(text) <= longest:
        return f"“{text}”"
    return f"“{text[: longest - 1].rsplit(' ', 1)[0]} …”"
