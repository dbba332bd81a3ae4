"""The competency graph as GraphML, for yEd, Gephi and other programs."""

import re

import networkx as nx

from rubric.graph.model import CompetencyGraph, Node

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) does not allow, and that a pasted text may hold."""


def graphml_of(graph: CompetencyGraph) -> str:
    """The graph as GraphML: competencies with weight, tier, level and words; relations with their kind."""
    web: nx.DiGraph[str] = nx.DiGraph()
    for node in graph.nodes:
        web.add_node(node.id, **_held(node, graph))
    for edge in graph.edges:
        web.add_edge(edge.of, edge.to, kind=edge.kind)
    return "\n".join(nx.generate_graphml(web)) + "\n"


def _held(node: Node, graph: CompetencyGraph) -> dict[str, object]:
    words = dict.fromkeys(link.words for link in graph.links if link.competency == node.id)
    held = node.model_dump(exclude={"id", "evidence"})
    held |= {"evidence": " ".join(node.evidence), "words": " | ".join(words)}
    return {key: _NO_XML.sub("", value) if isinstance(value, str) else value for key, value in held.items()}
