"""The competency map: boxes by area, and arcs to what builds on what."""

from dataclasses import dataclass
from itertools import groupby

from loops.packets.arcs import Arc, Arrangement, arrange
from loops.packets.model import Overview, Row
from loops.packets.pages.frame import Opening, room_of
from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Text
from loops.packets.pdf.paths import circle, rounded
from loops.packets.pdf.style import INK, WHITE, Kit
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.text import text_string
from loops.packets.words import Words

LANE = 13
"""The distance between neighbouring arcs, in points."""

TITLE, PAD, BETWEEN = 17, 7, 6
APART = 10
"""The air between two boxes, in points."""

FRAME = TITLE + PAD - BETWEEN + APART
"""What a box takes beside its cards and the air between them."""

CARD = 32
"""The height of a card where a page has room for all."""

TALL = 27
"""Cards from this height on have room for two lines."""

HEAD = 90
"""What the title and the key above the map take at most."""


def map_blocks(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    """The map below its head, together on one page."""
    title = words("overview.graph")
    drawn = Map(overview, words, kit)
    head = (Text(kit.title, title, "H1"), Text(kit.table, words("overview.graph_key")), Gap(12))
    return (Opening(title, head, drawn.height(0)), drawn)


@dataclass(frozen=True, slots=True)
class Map:
    """All competencies of a loop below one another, in boxes, with arcs on both sides."""

    overview: Overview
    words: Words
    kit: Kit

    def height(self, width: float) -> float:
        """Room for each card, within one page."""
        areas = len({row.area for row in self.overview.rows})
        room = room_of(self.overview.look.paper) - HEAD
        return min(areas * FRAME + len(self.overview.rows) * (CARD + BETWEEN) - APART, room)

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw everything as one figure that says its relations in words."""
        rows = {row.competency: row for row in self.overview.rows}
        areas: dict[str, list[str]] = {}
        for row in self.overview.rows:
            areas.setdefault(row.area, []).append(row.competency)
        edges = tuple(edge for edge in self.overview.edges if set(edge) <= rows.keys())
        plan = arrange(tuple(tuple(members) for members in areas.values()), edges)
        figure = Tag("Figure", tag, f"/Alt{text_string(self._said(rows, len(areas), edges))}")
        with pen.sheet.tag(figure):
            self._draw(pen, at, plan, rows)

    def _said(self, rows: dict[str, Row], areas: int, edges: tuple[tuple[str, str], ...]) -> str:
        said = [
            self.words("overview.graph_edge", of=rows[of].name, to=rows[to].name) for of, to in edges
        ] or [self.words("overview.graph_no_edges")]
        return self.words("overview.graph_alt", n=len(rows), areas=areas, edges=" ".join(said))

    def _draw(self, pen: Pen, at: Place, plan: Arrangement, rows: dict[str, Row]) -> None:
        lanes = [max((arc.lane + 1 for arc in plan.arcs if arc.side == side), default=0) for side in (0, 1)]
        left = at.x + lanes[1] * LANE + (16 if lanes[1] else 0)
        right = at.x + at.width - lanes[0] * LANE - (16 if lanes[0] else 0)
        groups = [list(group) for _, group in groupby(plan.order, key=lambda c: rows[c].area)]
        frames = len(groups) * FRAME - APART
        card = min((at.height - frames) / max(len(plan.order), 1) - BETWEEN, 40)
        weights = [row.weight for row in rows.values()]
        least, most = min(weights), max(weights)
        places: dict[str, Place] = {}
        top = at.top
        for group in groups:
            high = TITLE + PAD - BETWEEN + len(group) * (card + BETWEEN)
            pen.sheet.shape(rounded(left, top - high, right - left, high, 5), width=0.6)
            for line in Text(self.kit.label, rows[group[0]].area).lines(right - left)[:1]:
                pen.sheet.words(left + PAD + 1, top - 13, line, self.kit.label)
            for number, competency in enumerate(group):
                y = top - TITLE - number * (card + BETWEEN)
                places[competency] = Place(left + PAD, y, right - left - 2 * PAD, card)
                heavy = (rows[competency].weight - least) / (most - least) if most > least else 0.5
                self._card(pen, places[competency], rows[competency], heavy)
            top -= high + APART
        for arc, ends in _ports(plan, places):
            edge = left if arc.side else right
            _arc(pen, arc, ends, edge, first_builds=plan.order[arc.low] == arc.edge[0])

    def _card(self, pen: Pen, at: Place, row: Row, heavy: float) -> None:
        """Draw one competency; `heavy` is its weight between the least and the most of the map, 0 to 1."""
        weight = 0.7 + 2.5 * heavy
        pen.sheet.shape(
            rounded(at.x, at.bottom, at.width, at.height),
            fill=1,
            width=weight,
            dash="" if row.cells else "4 3",
        )
        middle = at.top - at.height / 2
        weighs = self.words("overview.weighs", weight=self.words.figure(row.weight, ".2f"))
        said = f"{self.words(f'all.{row.tier}')} · {weighs}"
        room = at.width * 0.62
        name = self.kit.strong if at.height >= TALL else self.kit.label
        if len(Text(name, row.name).lines(room)) > 1:
            name = self.kit.label
        lines = [(line, name) for line in Text(name, row.name).lines(room)[:2]]
        if at.height >= TALL and len(lines) == 1:
            lines += [(line, self.kit.table) for line in Text(self.kit.table, said).lines(room)[:1]]
        first = middle + 6 * (len(lines) - 1) - 3.5
        for number, (line, style) in enumerate(lines):
            pen.sheet.words(at.x + 10, first - 12.5 * number, line, style)
        self._pips(pen, at, row, middle)

    def _pips(self, pen: Pen, at: Place, row: Row, middle: float) -> None:
        """Four small circles, filled up to the level expected, and the looks as in the matrix."""
        x = at.x + at.width - 12
        for cell in reversed(row.cells[:6]):
            pen.sheet.shape(circle(x, middle, 4), fill=INK if cell.look == "first" else WHITE, width=1.2)
            x -= 13
        x = at.x + at.width * 0.66
        for level in range(4):
            path = rounded(x + level * 9, middle - 3, 6, 6, 0.5)
            pen.sheet.shape(path, fill=INK if level < row.target else WHITE, width=0.8)


def _ports(plan: Arrangement, places: dict[str, Place]) -> list[tuple[Arc, tuple[float, float]]]:
    """The heights at which each arc leaves and arrives; arcs of one card do not cross one another."""
    ends: dict[tuple[int, int], list[tuple[tuple[int, int], int]]] = {}
    for number, arc in enumerate(plan.arcs):
        length = arc.high - arc.low
        ends.setdefault((arc.low, arc.side), []).append(((1, -length), number))
        ends.setdefault((arc.high, arc.side), []).append(((0, length), number))
    heights: dict[tuple[int, int], float] = {}
    for (place, _), held in ends.items():
        at = places[plan.order[place]]
        for step, (_, number) in enumerate(sorted(held), 1):
            heights[number, place] = at.top - at.height * step / (len(held) + 1)
    return [
        (arc, (heights[number, arc.low], heights[number, arc.high])) for number, arc in enumerate(plan.arcs)
    ]


def _arc(pen: Pen, arc: Arc, heights: tuple[float, float], edge: float, *, first_builds: bool) -> None:
    """Draw an arc around its lane, with its head at the competency that builds on the other."""
    out = -1 if arc.side else 1
    lane = edge + out * (14 + arc.lane * LANE)
    inner = edge - out * PAD
    upper, lower = heights
    r = min(5.0, abs(upper - lower) / 2)
    turn = lane - out * r
    corners = (
        f"{inner:.2f} {upper:.2f} m {turn:.2f} {upper:.2f} l",
        f"{lane:.2f} {upper:.2f} {lane:.2f} {upper:.2f} {lane:.2f} {upper - r:.2f} c",
        f"{lane:.2f} {lower + r:.2f} l",
        f"{lane:.2f} {lower:.2f} {lane:.2f} {lower:.2f} {turn:.2f} {lower:.2f} c {inner:.2f} {lower:.2f} l",
    )
    path = " ".join(corners)
    pen.sheet.shape(path, width=1, dash="4 2.5")
    pen.sheet.shape(_head(inner, upper if first_builds else lower, out), fill=INK)


def _head(x: float, y: float, out: int) -> str:
    """A small triangle that points inwards."""
    return f"{x:.2f} {y:.2f} m {x + out * 7:.2f} {y + 3.2:.2f} l {x + out * 7:.2f} {y - 3.2:.2f} l h"
