"""One plan as one file that people can read, and back."""

import json

from pydantic import ValidationError

from loops.store.model import Change, PlanState, SavedPlan, StoreError
from loops.store.plans import Store
from rubric.value import Value

MAX_PLAN = 20_000_000


class PlanCopy(Value):
    """A plan as it stood, and all that was done to it before."""

    format: str = "loopwright-plan-1"
    state: PlanState
    history: tuple[Change, ...]


def export_plan(store: Store, plan: str) -> bytes:
    """A plan as it stands with its history, as JSON."""
    copy = PlanCopy(state=store.load(plan).state, history=store.history(plan))
    return f"{json.dumps(copy.model_dump(mode='json'), ensure_ascii=False, indent=1)}\n".encode()


def import_plan(store: Store, data: bytes, who: str) -> SavedPlan:
    """Keep a plan from a file as a new plan; its history so far is told in its first entry.

    Raises:
        StoreError: The file is no plan; nothing was kept.
    """
    if len(data) > MAX_PLAN:
        raise StoreError(f"This plan's file has more than {MAX_PLAN // 1_000_000} MB: nothing was kept.")
    try:
        copy = PlanCopy.model_validate_json(data)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"]) or "the file"
        raise StoreError(f"This is no plan's file ({place}: {fault['msg']}): nothing was kept.") from error
    if copy.format != PlanCopy.model_fields["format"].default:
        raise StoreError("This plan's file is from another version: nothing was kept.")
    people = ", ".join(sorted({change.who for change in copy.history}))[:200]
    count = len(copy.history)
    told = f" after {count} change{'s' * (count != 1)} by {people}" if people else ""
    return store.add(copy.state, who, f"Imported the plan{told}.")
