"""The coverage matrix: competencies by weight down, interviews across."""

from dataclasses import dataclass

from loops.packets.model import Overview, Row
from loops.packets.pages.frame import Opening
from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Text
from loops.packets.pdf.paths import box, circle
from loops.packets.pdf.style import INK, WHITE, Kit
from loops.packets.pdf.table import Cell, Table
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.text import text_string
from loops.packets.pdf.wrap import Line, width_of_line
from loops.packets.words import Words

NARROW = 25
"""Columns narrower than this have a look's minutes below its dot, in points."""


def matrix_blocks(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    """The matrix, the sentences about its gaps, and the key to its columns."""
    title = words("overview.matrix")
    head = (Text(kit.title, title, "H1"), Text(kit.table, words("overview.matrix_key")), Gap(14))
    return (
        Opening(title, head, 220),
        _matrix(overview, words, kit),
        Gap(8),
        Text(kit.body, overview.gaps),
        Gap(18),
        _key(overview, words, kit),
    )


def _matrix(overview: Overview, words: Words, kit: Kit) -> Table:
    stages = len(overview.stages)
    heads = (
        *(_head(words(f"overview.{name}"), kit) for name in ("competency", "asked", "weight")),
        *(Cell(Numbered(stage.number, kit), "Column") for stage in overview.stages),
        _head(words("overview.times"), kit, "right"),
    )
    most = max((row.weight for row in overview.rows), default=1) or 1
    rows = tuple(_row(row, stages, most, words, kit) for row in overview.rows)
    column = min(0.36 / max(stages, 1), 0.1)
    shares = (0.66 - column * stages, 0.14, 0.11, *([column] * stages), 0.09)
    return Table(shares, heads, rows, pad=4, gutter=5, middle=True)


def _head(name: str, kit: Kit, align: str = "left") -> Cell:
    return Cell(Text(kit.label, name, "", align=align), "Column")


def _row(row: Row, stages: int, most: float, words: Words, kit: Kit) -> tuple[Cell, ...]:
    cells = {cell.stage: cell for cell in row.cells}
    looks = len(row.cells)
    thin = looks == 0 or (row.tier == "must" and looks == 1)
    marks = []
    for number in range(1, stages + 1):
        cell = cells.get(number)
        said = f"{words(f'packet.{cell.look}_look')}, {words('all.minutes', n=cell.minutes)}" if cell else ""
        marks.append(Cell(Dot(cell.look if cell else "", str(cell.minutes) if cell else "", said, kit)))
    return (
        Cell(Text(kit.strong, row.name, ""), "Row"),
        Cell(Text(kit.table, words(f"all.{row.tier}"), "")),
        Cell(Bar(row.weight / most, words.figure(row.weight, ".2f"), kit)),
        *marks,
        Cell(Text(kit.strong, f"{looks} !" if thin else str(looks), "", align="right")),
    )


def _key(overview: Overview, words: Words, kit: Kit) -> Block:
    """What the numbers above the columns stand for."""
    rows = tuple(
        (
            Cell(Numbered(stage.number, kit), "Row"),
            Cell(Text(kit.label, stage.name, "")),
            Cell(Text(kit.table, f"{stage.interviewer}{f', {stage.role}' if stage.role else ''}", "")),
            Cell(Text(kit.table, words("all.minutes", n=stage.minutes), "", align="right")),
        )
        for stage in overview.stages
    )
    return Table((0.06, 0.37, 0.44, 0.13), (), rows, pad=3, middle=True)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of an interview in a ring."""

    number: int
    kit: Kit

    def height(self, width: float) -> float:
        """The ring."""
        return 18

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the ring in the middle of its column, with the number in it."""
        x, y = at.x + at.width / 2, at.top - 9
        with pen.sheet.ornament():
            pen.sheet.shape(circle(x, y, min(8.5, at.width / 2 + 1)), fill=WHITE, width=1.1)
        Text(self.kit.label, str(self.number), "", align="center").draw(
            pen, Place(at.x, y + 6, at.width, 12), tag
        )


@dataclass(frozen=True, slots=True)
class Dot:
    """A look at a competency: filled for the first, a ring for the second, its minutes beside it."""

    look: str
    minutes: str
    said: str
    kit: Kit

    def height(self, width: float) -> float:
        """The dot, and the minutes below it where the column is narrow."""
        return 14 if width >= NARROW else 14 + self.kit.table.leading

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the dot; what it means is its alternative text."""
        if not self.look:
            return
        figure = Tag("Figure", tag, f"/Alt{text_string(self.said)}")
        x, y = at.x + at.width / 2, at.top - 7
        with pen.sheet.tag(figure):
            pen.sheet.shape(circle(x, y, 5), fill=INK if self.look == "first" else WHITE, width=1.4)
            for line in Text(self.kit.table, self.minutes).lines(40):
                pen.sheet.words(*self._beside(line, at, x, y), line, self.kit.table)

    def _beside(self, line: Line, at: Place, x: float, y: float) -> tuple[float, float]:
        """Where the minutes stand: right of the dot, or below it."""
        if at.width >= NARROW:
            return x + 8, y - 3.3
        return x - width_of_line(line, self.kit.table.size, self.kit.table.extra) / 2, y - 15.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A share as a bar with its figure."""

    share: float
    figure: str
    kit: Kit

    def height(self, width: float) -> float:
        """The figure."""
        return 14

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the figure, the bar beside it."""
        Text(self.kit.table, self.figure, "").draw(pen, Place(at.x, at.top - 1, 22, 12), tag)
        x, room = at.x + 23, at.width - 24
        with pen.sheet.ornament():
            pen.sheet.shape(box(x, at.top - 9.5, room, 5), width=0.5)
            pen.sheet.shape(box(x, at.top - 9.5, room * self.share, 5), fill=INK)
