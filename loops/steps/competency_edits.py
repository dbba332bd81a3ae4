"""What a person can change on the competencies, and the graph that follows from it."""

from loops.steps.requirement_edits import EditError
from loops.store.model import CompetencyEdit, GraphEdits, PlanState
from rubric.catalogue.model import Catalogue
from rubric.graph.build import graph_of, links_of
from rubric.graph.model import CompetencyGraph, Link, Node
from rubric.value import Level

_ADDED_WEIGHT = 0.3


def derive(state: PlanState, catalogue: Catalogue) -> PlanState:
    """Build the graph anew from what is asked for, and put the person's changes on it again."""
    derived = graph_of(state.asked, _links(state, catalogue), catalogue)
    return edited(state.model_copy(update={"derived": derived}), catalogue)


def edited(state: PlanState, catalogue: Catalogue) -> PlanState:
    """The graph with the person's changes: merges first, then additions, then single values."""
    graph = _merged(state, catalogue)
    held = {node.id for node in graph.nodes}
    new = [a for a in state.graph_edits.added if a not in held and a in catalogue.competencies]
    nodes = [*graph.nodes, *(_from_catalogue(a, state, catalogue) for a in new)]
    changed = [_changed(node, state.graph_edits.of(node.id)) for node in nodes]
    changed.sort(key=lambda node: -node.weight)
    return state.model_copy(update={"graph": graph.model_copy(update={"nodes": tuple(changed)})})


def change(state: PlanState, edit: CompetencyEdit, catalogue: Catalogue) -> PlanState:
    """Put what an edit names on a competency; what it leaves None stays as it was."""
    node = find_node(state, edit.id)
    before = state.graph_edits.of(node.id)
    told = edit.model_dump(exclude_none=True)
    merged = before.model_copy(update=told)
    others = [e for e in state.graph_edits.edits if e.id != node.id]
    edits = tuple(sorted([*others, merged], key=lambda e: e.id))
    after = edited(_with(state, state.graph_edits.model_copy(update={"edits": edits})), catalogue)
    if not any(node.in_loop for node in after.graph.nodes):
        raise EditError("This is the last competency of the loop: a loop needs at least one.")
    return after


def add_competency(state: PlanState, competency: str, catalogue: Catalogue) -> PlanState:
    """Add a competency of the catalogue that the posting does not name."""
    if competency not in catalogue.competencies:
        raise EditError(f"The catalogue has no competency {competency}.")
    if any(node.id == competency for node in state.graph.nodes):
        raise EditError(f"{catalogue.competencies[competency].name} is among the competencies already.")
    edits = state.graph_edits
    merged = tuple(pair for pair in edits.merged if pair[0] != competency)
    added = tuple(sorted({*edits.added, competency}))
    return edited(_with(state, edits.model_copy(update={"added": added, "merged": merged})), catalogue)


def merge_competency(state: PlanState, old: str, into: str, catalogue: Catalogue) -> PlanState:
    """Let one competency take in another: its evidence moves over and it leaves the graph."""
    if find_node(state, old).id == find_node(state, into).id:
        raise EditError("A competency cannot be merged into itself.")
    edits = state.graph_edits
    pairs = [(a, into if b == old else b) for a, b in edits.merged] + [(old, into)]
    update = {
        "merged": tuple(sorted(set(pairs))),
        "added": tuple(a for a in edits.added if a != old),
        "edits": tuple(e for e in edits.edits if e.id != old),
    }
    return edited(_with(state, edits.model_copy(update=update)), catalogue)


def find_node(state: PlanState, competency: str) -> Node:
    """One competency of the graph.

    Raises:
        EditError: There is none.
    """
    for node in state.graph.nodes:
        if node.id == competency:
            return node
    raise EditError(f"This plan has no competency {competency}: it may have been merged or taken back.")


def _with(state: PlanState, edits: GraphEdits) -> PlanState:
    return state.model_copy(update={"graph_edits": edits})


def _links(state: PlanState, catalogue: Catalogue) -> list[Link]:
    """Links of all that is asked; words that a person wrote rest on the whole mark in the posting."""
    items = {item.id: item for item in state.asked.items}
    links: list[Link] = []
    for link in links_of(state.asked, catalogue):
        item = items[link.requirement]
        quote = item.span.of(state.posting.text)
        reworded = item.text != quote
        links.append(
            link.model_copy(update={"words": quote, "span": item.span, "rule": "person"})
            if reworded
            else link
        )
    return links


def _merged(state: PlanState, catalogue: Catalogue) -> CompetencyGraph:
    into = {old: new for old, new in state.graph_edits.merged if new in catalogue.competencies}
    if not into:
        return state.derived
    best: dict[tuple[str, str], Link] = {}
    for link in state.derived.links:
        target = into.get(link.competency, link.competency)
        best.setdefault((link.requirement, target), link.model_copy(update={"competency": target}))
    return graph_of(state.asked, tuple(best.values()), catalogue)


def _from_catalogue(competency: str, state: PlanState, catalogue: Catalogue) -> Node:
    entry = catalogue.competencies[competency]
    level: Level = entry.targets.at(state.requirements.seniority)
    return Node(
        id=competency,
        name=entry.name,
        area=catalogue.area_of(competency).name,
        weight=_ADDED_WEIGHT,
        tier="should",
        level=level,
        evidence=(),
        in_loop=True,
        why="Added by hand; the posting does not name it.",
    )


def _changed(node: Node, edit: CompetencyEdit) -> Node:
    told = edit.model_dump(exclude_none=True, exclude={"id"})
    return node.model_copy(update=told) if told else node
