"""The competency graph and the catalogue to a rubric: what a loop has to assess, and with which words."""

from rubric.catalogue.model import Catalogue, Question
from rubric.graph.model import CompetencyGraph, Node
from rubric.model import Evidence, Item, LeftOut, Rubric
from rubric.requirements.model import AssessBy, Requirement, Requirements
from rubric.value import Level

_METHODS: dict[AssessBy, str] = {
    "resume": "Checked on the résumé",
    "screening": "Asked at screening",
    "reference": "Asked of referees",
    "not-testable": "Not testable as written",
    "interview": "No competency of the catalogue names it",
    "work-sample": "No competency of the catalogue names it",
}

_FOR_INTERVIEWS: frozenset[AssessBy] = frozenset(["interview", "work-sample"])
"""Requirements that an interview should assess: without a competency they are a gap."""


def compose_rubric(requirements: Requirements, graph: CompetencyGraph, catalogue: Catalogue) -> Rubric:
    """Put together the items of a loop, heaviest first, and say what is left out and why."""
    by_id = {item.id: item for item in requirements.items}
    chosen = [node for node in graph.nodes if node.in_loop]
    ids = {node.id for node in chosen}
    return Rubric(
        title=requirements.title,
        seniority=requirements.seniority,
        language=requirements.language,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.hash,
        items=tuple(_item(node, graph, by_id, catalogue) for node in chosen),
        builds_on=tuple(
            (edge.of, edge.to)
            for edge in graph.edges
            if edge.kind == "builds-on" and {edge.of, edge.to} <= ids
        ),
        left_out=(
            *(
                LeftOut(name=node.name, why=node.why, tier=node.tier)
                for node in graph.nodes
                if not node.in_loop
            ),
            *_unlinked(requirements, graph),
        ),
    )


def _item(node: Node, graph: CompetencyGraph, by_id: dict[str, Requirement], catalogue: Catalogue) -> Item:
    entry = catalogue.competencies[node.id]
    return Item(
        id=node.id,
        name=node.name,
        area=node.area,
        means=entry.means,
        tier=node.tier,
        weight=node.weight,
        target=node.level,
        anchors=entry.anchors,
        questions=order_questions(entry.questions, node.level),
        evidence=tuple(
            Evidence(
                requirement=link.requirement,
                quote=by_id[link.requirement].text,
                span=by_id[link.requirement].span,
                section=by_id[link.requirement].section,
                why=link.why,
            )
            for link in graph.links
            if link.competency == node.id
        ),
    )


def order_questions(questions: tuple[Question, ...], target: Level) -> tuple[Question, ...]:
    """Questions that tell the target level apart come first; past behaviour leads among equals."""
    kinds = ("past", "technical", "work-sample", "case", "situation")
    place = {question.id: number for number, question in enumerate(questions)}
    return tuple(
        sorted(questions, key=lambda q: (target not in q.separates, kinds.index(q.kind), place[q.id]))
    )


def _unlinked(requirements: Requirements, graph: CompetencyGraph) -> tuple[LeftOut, ...]:
    """Requirements that no interview assesses: screened by other means, or unknown to the catalogue."""
    linked = {link.requirement for link in graph.links}
    return tuple(
        LeftOut(
            name=item.text[:160].rstrip(" .;,"),
            why=f"{_METHODS[item.assess_by]}. {item.assess_why}",
            tier=item.tier if item.assess_by in _FOR_INTERVIEWS else None,
        )
        for item in requirements.items
        if item.id not in linked
    )
