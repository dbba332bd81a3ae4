"""What the catalogue's relations say: foundations, rings, reach, centrality and the way between two."""

from functools import lru_cache

import networkx as nx

from rubric.catalogue.model import Catalogue


@lru_cache(maxsize=4)
def relations_of(catalogue: Catalogue) -> "nx.DiGraph[str]":
    """What builds on what, as a directed graph from a competency to what it rests on."""
    web: nx.DiGraph[str] = nx.DiGraph()
    web.add_nodes_from(sorted(catalogue.competencies))
    web.add_edges_from((r.of, r.to) for r in catalogue.relations if r.kind == "builds-on")
    return nx.freeze(web)


@lru_cache(maxsize=4)
def _all_relations(catalogue: Catalogue) -> "nx.Graph[str]":
    web: nx.Graph[str] = nx.Graph()
    web.add_nodes_from(sorted(catalogue.competencies))
    web.add_edges_from((r.of, r.to) for r in catalogue.relations)
    return nx.freeze(web)


def rings(catalogue: Catalogue) -> list[list[str]]:
    """Competencies that lead back to themselves by what they build on; a sound catalogue has none."""
    return sorted(sorted(ring) for ring in nx.simple_cycles(relations_of(catalogue)))


def rests_on(catalogue: Catalogue, entry: str) -> list[str]:
    """All that a competency rests on, however far down, in sorted order."""
    return sorted(nx.descendants(relations_of(catalogue), entry))


def carries(catalogue: Catalogue, entry: str) -> list[str]:
    """All competencies that rest on this one, in sorted order."""
    return sorted(nx.ancestors(relations_of(catalogue), entry))


def neighbours(catalogue: Catalogue, entry: str) -> list[str]:
    """The competencies that one step of any relation leads to, in sorted order."""
    return sorted(_all_relations(catalogue).neighbors(entry))


def way_between(catalogue: Catalogue, first: str, second: str) -> list[str]:
    """The shortest chain of relations from one competency to another, both ends included; empty if none."""
    try:
        return nx.shortest_path(_all_relations(catalogue), first, second)
    except nx.NetworkXNoPath:
        return []


def centrality(catalogue: Catalogue) -> dict[str, float]:
    """How much of the catalogue runs through each competency, 0 to 1.

    Source: betweenness centrality, Freeman (1977), Sociometry 40(1), 35-41, over all relations.
    """
    return dict(nx.betweenness_centrality(_all_relations(catalogue)))
