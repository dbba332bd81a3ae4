"""The competency graph as JSON-LD, in the words of schema.org."""

from typing import Any

from rubric.graph.model import CompetencyGraph, Node

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "lw": "https://loopwright.example/terms#",
    "buildsOn": {"@id": "lw:buildsOn", "@type": "@id"},
    "related": {"@id": "lw:related", "@type": "@id"},
    **{name: f"lw:{name}" for name in ("area", "weight", "tier", "level", "inLoop", "asked", "why", "words")},
    "requirement": "lw:requirement",
}


def jsonld_of(graph: CompetencyGraph, title: str | None) -> dict[str, Any]:
    """A set of defined terms, one for each competency, with its weight and what it builds on."""
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "name": title or "Competencies of a role",
        "hasDefinedTerm": [_term(node, graph) for node in graph.nodes],
    }


def _term(node: Node, graph: CompetencyGraph) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "@id": f"urn:loopwright:competency:{node.id}",
        "termCode": node.id,
        "name": node.name,
        "area": node.area,
        "weight": node.weight,
        "tier": node.tier,
        "level": node.level,
        "inLoop": node.in_loop,
        "asked": node.asked,
        "why": node.why,
        "words": list(dict.fromkeys(link.words for link in graph.links if link.competency == node.id)),
        "requirement": list(node.evidence),
        "buildsOn": _ends(node, graph, "builds-on"),
        "related": _ends(node, graph, "related"),
    }


def _ends(node: Node, graph: CompetencyGraph, kind: str) -> list[str]:
    return [f"urn:loopwright:competency:{e.to}" for e in graph.edges if e.of == node.id and e.kind == kind]
