"""Where each competency of the graph stands: the same graph always gives the same places."""

from collections.abc import Mapping
from typing import NamedTuple

from rubric.graph.model import CompetencyGraph, Node

COLUMNS = 3
COLUMN_WIDTH = 214.0
ROW_HEIGHT = 38.0
HEAD_HEIGHT = 36.0
GAP = 22.0


class Place(NamedTuple):
    """A point of the picture, in pixels from its upper left corner."""

    x: float
    y: float


class Layout(NamedTuple):
    """Places of competencies by id and of area headings by name, and the whole height."""

    nodes: Mapping[str, Place]
    heads: Mapping[str, Place]
    height: float


def lay_out(graph: CompetencyGraph) -> Layout:
    """One block for each area, filled into the shortest of three columns; foundations stand lowest.

    Each competency has a row of its own in its block, so no label can lie on another. A change of weight
    or level moves nothing.
    """
    heights = dict.fromkeys(range(COLUMNS), 0.0)
    nodes: dict[str, Place] = {}
    heads: dict[str, Place] = {}
    for area, members in _blocks(graph):
        column = min(heights, key=lambda c: (heights[c], c))
        x, y = column * COLUMN_WIDTH, heights[column]
        heads[area] = Place(x, y)
        for row, member in enumerate(members):
            nodes[member] = Place(x + 16, y + HEAD_HEIGHT + (row + 0.5) * ROW_HEIGHT)
        heights[column] += HEAD_HEIGHT + len(members) * ROW_HEIGHT + GAP
    return Layout(nodes, heads, max(heights.values()))


def _blocks(graph: CompetencyGraph) -> list[tuple[str, list[str]]]:
    """Areas, the largest first, each with its members from what builds on others to what others rest on."""
    depth = _depths(graph)
    areas: dict[str, list[Node]] = {}
    for node in graph.nodes:
        areas.setdefault(node.area, []).append(node)
    ordered = sorted(areas.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        (area, [n.id for n in sorted(nodes, key=lambda n: (-depth[n.id], n.name, n.id))])
        for area, nodes in ordered
    ]


def _depths(graph: CompetencyGraph) -> dict[str, int]:
    """How many competencies lie below each one, step by step of building-on."""
    below: dict[str, set[str]] = {node.id: set() for node in graph.nodes}
    for edge in graph.edges:
        if edge.kind == "builds-on" and edge.of in below and edge.to in below:
            below[edge.of].add(edge.to)
    return {node.id: len(_reached(node.id, below)) for node in graph.nodes}


def _reached(start: str, below: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = below[waiting.pop()] - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached
