"""Steps on whole plans: list, open, name, copy, put away, take back."""

from loops.steps.editing import edit_plan, quote
from loops.steps.requirement_edits import EditError
from loops.store import Change, PlanCard, SavedPlan, Seen, Store


def list_plans(store: Store, archived: bool = False) -> tuple[PlanCard, ...]:
    """All plans, or all archived ones, the one changed last first."""
    return store.cards(archived)


def open_plan(store: Store, plan: str) -> SavedPlan:
    """A plan as it stands.

    Raises:
        StoreError: There is no such plan.
    """
    return store.load(plan)


def plan_history(store: Store, plan: str) -> tuple[Change, ...]:
    """Who did what to a plan, and when, oldest first."""
    return store.history(plan)


def rename_plan(store: Store, seen: Seen, name: str) -> SavedPlan:
    """Give a plan another name."""
    words = " ".join(name.split())
    if not 1 <= len(words) <= 200:
        raise EditError("A plan's name needs between 1 and 200 characters; it was left as it was.")
    return edit_plan(
        store,
        seen,
        lambda state: state.model_copy(update={"name": words}),
        lambda state: f"Renamed the plan from {quote(state.name)} to {quote(words)}.",
    )


def duplicate_plan(store: Store, plan: str, who: str) -> SavedPlan:
    """A copy of a plan as it stands, with a history of its own."""
    state = store.load(plan).state
    name = f"{state.name[:190]} (copy)"
    copy = state.model_copy(update={"name": name})
    return store.add(copy, who, f"Copied from the plan {quote(state.name)}.")


def archive_plan(store: Store, seen: Seen) -> SavedPlan:
    """Put a plan away; nothing of it is lost."""
    return store.archive(seen, archived=True)


def restore_plan(store: Store, seen: Seen) -> SavedPlan:
    """Bring a plan back from the archive."""
    return store.archive(seen, archived=False)


def undo(store: Store, seen: Seen) -> SavedPlan:
    """Take back the last change, whoever made it; up to 50 changes, also after a restart."""
    return store.undo(seen)


def redo(store: Store, seen: Seen) -> SavedPlan:
    """Do again what was taken back last."""
    return store.redo(seen)
