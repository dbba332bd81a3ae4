"""Steps on the competencies of a plan. Each may raise Conflict or EditError and then changed nothing."""

from loops.steps import competency_edits as edits
from loops.steps.editing import edit_plan, quote
from loops.steps.requirement_edits import EditError
from loops.store import CompetencyEdit, GraphEdits, PlanState, SavedPlan, Seen, Store
from rubric.catalogue.load import load_catalogue
from rubric.value import Level, Slug, Value


class CompetencyCard(Value):
    """A competency of the catalogue, to choose from."""

    id: Slug
    name: str
    area: str
    means: str


def catalogue_choices(state: PlanState) -> tuple[CompetencyCard, ...]:
    """The competencies of the catalogue that the plan does not hold yet, by area and name."""
    catalogue = load_catalogue()
    held = {node.id for node in state.graph.nodes}
    cards = [
        CompetencyCard(id=entry.id, name=entry.name, area=catalogue.area_of(entry.id).name, means=entry.means)
        for entry in catalogue.competencies.values()
        if entry.id not in held
    ]
    return tuple(sorted(cards, key=lambda card: (card.area, card.name)))


def include_competency(store: Store, seen: Seen, competency: Slug) -> SavedPlan:
    """Have the loop assess a competency."""
    edit = CompetencyEdit(id=competency, in_loop=True, why=f"Included by {_name(seen)}.")
    return _change(store, seen, edit, "Included {name} in the loop.")


def leave_out_competency(store: Store, seen: Seen, competency: Slug) -> SavedPlan:
    """Have the loop pass over a competency; it stays in the graph."""
    edit = CompetencyEdit(id=competency, in_loop=False, why=f"Left out by {_name(seen)}.")
    return _change(store, seen, edit, "Left {name} out of the loop.")


def set_weight(store: Store, seen: Seen, competency: Slug, weight: float, reason: str) -> SavedPlan:
    """Set how much a competency matters for planning, 0 to 1, with the reason for it."""
    words = " ".join(reason.split())
    if not 0 <= weight <= 1:
        raise EditError("A weight lies between 0 and 1; it was left as it was.")
    if not 3 <= len(words) <= 400:
        raise EditError("A weight of your own needs its reason in one sentence (3 to 400 characters).")
    edit = CompetencyEdit(id=competency, weight=round(weight, 4), why=f"Weight set by {_name(seen)}: {words}")
    return _change(store, seen, edit, f"Set the weight of {{name}} to {weight:.2f}: {_plain(words)}")


def set_level(store: Store, seen: Seen, competency: Slug, level: Level) -> SavedPlan:
    """Set the level that the role asks for, 1 to 4."""
    if level not in (1, 2, 3, 4):
        raise EditError("A level is 1, 2, 3 or 4; it was left as it was.")
    return _change(store, seen, CompetencyEdit(id=competency, level=level), f"Set {{name}} to level {level}.")


def rename_competency(store: Store, seen: Seen, competency: Slug, name: str) -> SavedPlan:
    """Call a competency by the word of the house; its anchors and questions stay."""
    words = " ".join(name.split())
    if not 2 <= len(words) <= 80:
        raise EditError("A name needs between 2 and 80 characters; it was left as it was.")
    edit = CompetencyEdit(id=competency, name=words)
    return _change(store, seen, edit, f"Renamed {{name}} to {_plain(quote(words))}.")


def add_competency(store: Store, seen: Seen, competency: Slug) -> SavedPlan:
    """Add a competency of the catalogue that the posting does not name."""
    catalogue = load_catalogue()
    entry = catalogue.competencies.get(competency)
    what = f"Added {entry.name if entry else competency} from the catalogue."
    return edit_plan(
        store, seen, lambda state: edits.add_competency(state, competency, catalogue), lambda _: what
    )


def merge_competencies(store: Store, seen: Seen, competency: Slug, into: Slug) -> SavedPlan:
    """Let one competency take in another with its evidence."""
    catalogue = load_catalogue()
    return edit_plan(
        store,
        seen,
        lambda state: edits.merge_competency(state, competency, into, catalogue),
        lambda state: f"Merged {_called(state, competency)} into {_called(state, into)}.",
    )


def reset_competencies(store: Store, seen: Seen) -> SavedPlan:
    """Take all changes to competencies back at once, to what the posting says."""
    catalogue = load_catalogue()
    return edit_plan(
        store,
        seen,
        lambda state: edits.edited(state.model_copy(update={"graph_edits": GraphEdits()}), catalogue),
        lambda _: "Put all competencies back to what the posting says.",
    )


def _change(store: Store, seen: Seen, edit: CompetencyEdit, what: str) -> SavedPlan:
    catalogue = load_catalogue()
    return edit_plan(
        store,
        seen,
        lambda state: edits.change(state, edit, catalogue),
        lambda state: what.format(name=_called(state, edit.id)),
    )


def _called(state: PlanState, competency: Slug) -> str:
    return edits.find_node(state, competency).name


def _name(seen: Seen) -> str:
    return seen.who[:80] or "somebody"


def _plain(text: str) -> str:
    """Words of a person inside a pattern: their braces are no fields."""
    return text.replace("{", "{{").replace("}", "}}")
