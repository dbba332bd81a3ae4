"""The competency graph as an ECharts option: shape and colour say the area, size the weight."""

from collections.abc import Sequence
from typing import Any

from app.draw.layout import Layout, Place, lay_out
from app.draw.routes import (
    HEAD_LINE_HEIGHT,
    HEAD_WIDTH,
    LABEL_WIDTH,
    LINE_HEIGHT,
    Obstacles,
    bend,
    obstacles,
)
from rubric.graph.model import CompetencyGraph, Edge, Node

SHAPES = ("circle", "rect", "triangle", "diamond", "roundRect", "pin")
COLOURS = ("#2f7fb5", "#c0672a", "#3f8f4f", "#a8488a", "#7a68c9", "#8a7a1f", "#4c8f8f", "#b5505a")
CHOSEN = "#d97706"
MARGIN = 12
REACH = 26.0
"""Pixels by which a line between two competencies of a column leaves the column."""


def graph_option(
    graph: CompetencyGraph, chosen: str | None = None, paper: str | None = None
) -> dict[str, Any]:
    """The picture of a graph; filled symbols are in the loop, hollow ones are not.

    Lines are drawn for what competencies of the loop build on, and for all that touches the chosen one. They
    run around headings where they can; all words stand on `paper`, the colour of the page, before the lines.
    Data points stand in the graph's own order, so that an index that comes back from a click can be mapped to
    its competency. The picture is drawn at its own size, one unit to a pixel.
    """
    layout = lay_out(graph)
    around = obstacles(graph.nodes, layout, {node.id: _size(node) for node in graph.nodes})
    areas = sorted({node.area for node in graph.nodes})
    xs = [place.x for place in layout.nodes.values()]
    ys = [place.y for place in layout.nodes.values()]
    return {
        "animation": False,
        "tooltip": {"confine": True, "formatter": "{b}"},
        "title": [_head(area, place, paper) for area, place in sorted(layout.heads.items())],
        "series": [
            {
                "type": "graph",
                "layout": "none",
                "left": min(xs, default=0) + MARGIN,
                "top": min(ys, default=0) + MARGIN,
                "width": max(max(xs, default=0) - min(xs, default=0), 1),
                "height": max(max(ys, default=0) - min(ys, default=0), 1),
                "nodeScaleRatio": 0,
                "selectedMode": "single",
                "roam": False,
                "edgeSymbol": ["none", "arrow"],
                "edgeSymbolSize": 6,
                "emphasis": {"focus": "adjacency", "lineStyle": {"width": 2.5, "opacity": 1}},
                "select": {"itemStyle": {"borderColor": CHOSEN, "borderWidth": 4}},
                "data": [
                    _node(node, layout, areas, chosen) | {"label": _label(paper)} for node in graph.nodes
                ],
                "links": [_link(edge, layout, around) for edge in shown_edges(graph, chosen)],
            }
        ],
    }


def shown_edges(graph: CompetencyGraph, chosen: str | None) -> list[Edge]:
    """The edges that are drawn: building-on within the loop, and all that touch the chosen competency."""
    inside = {node.id for node in graph.nodes if node.in_loop}
    return [
        edge
        for edge in graph.edges
        if chosen in (edge.of, edge.to) or (edge.kind == "builds-on" and {edge.of, edge.to} <= inside)
    ]


def graph_height(graph: CompetencyGraph) -> int:
    """The height in pixels at which the picture shows without being squeezed."""
    return int(lay_out(graph).height) + 2 * MARGIN


def node_at(graph: CompetencyGraph, indices: Sequence[int]) -> str | None:
    """The competency that was clicked; None where it hit nothing."""
    return next((graph.nodes[i].id for i in indices if 0 <= i < len(graph.nodes)), None)


def describe(graph: CompetencyGraph) -> str:
    """The picture in words, for those who do not see it."""
    inside = [node.name for node in graph.nodes if node.in_loop]
    return (
        f"Graph of {len(graph.nodes)} competencies in {len({n.area for n in graph.nodes})} areas. "
        f"In the loop: {', '.join(inside) or 'none'}. The table below holds the same and can be edited."
    )


def _node(node: Node, layout: Layout, areas: Sequence[str], chosen: str | None) -> dict[str, Any]:
    place = layout.nodes[node.id]
    number = areas.index(node.area)
    colour = COLOURS[number % len(COLOURS)]
    style = {"color": colour if node.in_loop else "transparent", "borderColor": colour, "borderWidth": 2}
    return {
        "id": node.id,
        "name": node.name,
        "x": place.x,
        "y": place.y,
        "symbol": SHAPES[number % len(SHAPES)],
        "symbolSize": _size(node),
        "itemStyle": {**style, "borderColor": CHOSEN, "borderWidth": 4} if node.id == chosen else style,
    }


def _size(node: Node) -> float:
    return round(10 + 16 * node.weight, 1)


def _label(paper: str | None) -> dict[str, Any]:
    ground = {"backgroundColor": paper, "padding": [2, 3]} if paper else {}
    breaks = {"width": LABEL_WIDTH, "overflow": "break", "lineHeight": LINE_HEIGHT}
    return {"show": True, "position": "right", "distance": 6, "fontSize": 12} | breaks | ground


def _head(area: str, place: Place, paper: str | None) -> dict[str, Any]:
    style = {
        "fontSize": 13,
        "fontWeight": 600,
        "width": HEAD_WIDTH,
        "overflow": "break",
        "lineHeight": HEAD_LINE_HEIGHT,
    }
    ground = {"backgroundColor": paper} if paper else {}
    return ground | {
        "text": area,
        "left": place.x + MARGIN - 4,
        "top": place.y + MARGIN,
        "padding": 0,
        "textStyle": style,
    }


def _link(edge: Edge, layout: Layout, around: Obstacles) -> dict[str, Any]:
    """Lines within a column bend to the left, where no label stands; others go around headings."""
    one, other = layout.nodes[edge.of], layout.nodes[edge.to]
    bow = min(0.35, 2 * REACH / max(abs(one.y - other.y), 1))
    curve = (-bow if one.y < other.y else bow) if one.x == other.x else bend(one, other, around)
    builds = edge.kind == "builds-on"
    style = {"curveness": curve, "opacity": 0.7 if builds else 0.45, "width": 1.3 if builds else 1}
    link = {
        "source": edge.of,
        "target": edge.to,
        "lineStyle": {**style, "type": "solid" if builds else "dotted"},
    }
    return link if builds else {**link, "symbol": ["none", "none"]}
