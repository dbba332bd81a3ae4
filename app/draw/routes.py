"""The way of a line between two columns: around headings, and behind as few labels as can be."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from app.draw.layout import Layout, Place
from rubric.graph.model import Node

LABEL_WIDTH = 168
"""Pixels at which a label breaks into a second line, so that it ends before the next column begins."""
HEAD_WIDTH = 196
LINE_HEIGHT = 14
HEAD_LINE_HEIGHT = 15
LETTER = 6.2
"""Pixels of a letter of a label, on average; a heading's are wider."""
HEAD_LETTER = 7.2
BENDS = (0.12, -0.12, 0.05, -0.05, 0.22, -0.22, 0.32, -0.32, 0.45, -0.45, 0.6, -0.6)
"""How far a line may bow, as a share of its length; the first that is in nobody's way is taken."""
STEPS = 60
CLEAR = 3.0
"""Pixels that a line keeps from a heading."""


class Box(NamedTuple):
    """What words cover, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Place) -> bool:
        """Whether a point lies in it."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom


class Obstacles(NamedTuple):
    """What lines should not pass behind, and how high the picture is."""

    heads: tuple[Box, ...]
    labels: tuple[Box, ...]
    height: float


def obstacles(nodes: Sequence[Node], layout: Layout, sizes: Mapping[str, float]) -> Obstacles:
    """The places of all words, by the usual width of their letters; `sizes` are those of the symbols."""
    return Obstacles(
        heads=tuple(_head(area, place) for area, place in sorted(layout.heads.items())),
        labels=tuple(_label(node.name, layout.nodes[node.id], sizes[node.id]) for node in nodes),
        height=layout.height,
    )


def bend(start: Place, end: Place, around: Obstacles) -> float:
    """How a line bows, to its left where positive: behind no heading, then behind the fewest labels."""
    return min(BENDS, key=lambda each: (_cost(tuple(points(start, end, each)), around), abs(each)))


def points(start: Place, end: Place, bow: float) -> Iterator[Place]:
    """Places along a line that is drawn with one control point, as ECharts draws it."""
    x = (start.x + end.x) / 2 - (start.y - end.y) * bow
    y = (start.y + end.y) / 2 - (end.x - start.x) * bow
    for step in range(1, STEPS):
        t = step / STEPS
        near, middle, far = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield Place(
            near * start.x + middle * x + far * end.x,
            near * start.y + middle * y + far * end.y,
        )


def _cost(line: Sequence[Place], around: Obstacles) -> tuple[int, int, int]:
    """How much of a line is outside the picture, behind headings, and behind labels."""
    return (
        sum(not 0 <= point.y <= around.height for point in line),
        sum(box.holds(point) for box in around.heads for point in line),
        sum(box.holds(point) for box in around.labels for point in line),
    )


def _head(area: str, place: Place) -> Box:
    lines = wrap(area, int(HEAD_WIDTH / HEAD_LETTER)) or [""]
    left, wide = place.x - 4, max(map(len, lines)) * HEAD_LETTER
    return Box(
        left - CLEAR, place.y - CLEAR, left + wide + CLEAR, place.y + HEAD_LINE_HEIGHT * len(lines) + CLEAR
    )


def _label(name: str, place: Place, size: float) -> Box:
    lines = wrap(name, int(LABEL_WIDTH / LETTER)) or [""]
    left, half = place.x + size / 2 + 6, LINE_HEIGHT * len(lines) / 2 + 2
    return Box(left, place.y - half, left + max(map(len, lines)) * LETTER, place.y + half)
