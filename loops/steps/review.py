"""Steps on the review of a posting: read it, use a better wording, dismiss what one has thought about."""

from collections.abc import Sequence

from loops.steps.editing import edit_plan, quote
from loops.steps.requirement_edits import EditError
from loops.steps.requirements import reword_requirement
from loops.store import PlanState, SavedPlan, Seen, Store
from rubric.requirements import PostingFinding, review_posting


def review_plan(state: PlanState) -> tuple[PostingFinding, ...]:
    """What could be said better in a plan's posting, without what was dismissed."""
    return tuple(f for f in review_posting(state.posting, state.asked) if f.id not in state.dismissed)


def use_wording(store: Store, seen: Seen, finding: str) -> SavedPlan:
    """Put a finding's better wording in the requirement's place."""
    held = _find(store.check(seen).state, finding)
    if held.requirement is None or held.rewrite is None:
        raise EditError("There is no whole wording for this finding: change the requirement in the table.")
    return reword_requirement(store, seen, held.requirement, held.rewrite)


def dismiss_finding(store: Store, seen: Seen, finding: str) -> SavedPlan:
    """Show a finding no more; it comes back only if its words change."""
    return edit_plan(
        store,
        seen,
        lambda state: _with(state, [*state.dismissed, _find(state, finding).id]),
        lambda state: f"Dismissed the remark on {quote(_find(state, finding).words)}.",
    )


def restore_findings(store: Store, seen: Seen) -> SavedPlan:
    """Show all dismissed findings again."""
    return edit_plan(store, seen, lambda state: _with(state, ()), lambda _: "Showed dismissed remarks again.")


def _with(state: PlanState, dismissed: Sequence[str]) -> PlanState:
    return state.model_copy(update={"dismissed": tuple(sorted(set(dismissed)))})


def _find(state: PlanState, finding: str) -> PostingFinding:
    for held in review_plan(state):
        if held.id == finding:
            return held
    raise EditError("This remark is no longer about the plan's words: nothing was changed.")
