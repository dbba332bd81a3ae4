"""Tables of blocks, with heads that repeat on the next page."""

from dataclasses import dataclass, replace

from loops.packets.pdf.blocks import Block, Pen, Place, Text
from loops.packets.pdf.paths import box
from loops.packets.pdf.style import TINT, Style
from loops.packets.pdf.tags import Tag, scope

WHOLE = 500
"""Room from which on a row too tall for any page is drawn nonetheless, in points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its block, and whether it heads its column or row.

    `top` stands in its place at the top of a page, where a ditto mark would point at nothing.
    """

    block: Block
    head: str = ""
    top: Block | None = None

    def at_top(self) -> "Cell":
        """The cell as the first of its column on a page."""
        return Cell(self.top or self.block, self.head)

    def draw(self, pen: Pen, at: Place, row: Tag) -> None:
        """Draw the block as a cell of its row."""
        tag = Tag("TH", row, scope(self.head)) if self.head else Tag("TD", row)
        self.block.draw(pen, at, tag)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells between thin lines; columns have shares of the width.

    With `middle`, a cell that is lower than its row stands in the middle of it; what can grow fills its cell.
    """

    shares: tuple[float, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pad: float = 4
    gutter: float = 8
    inset: float = 4
    stretch: float = 0
    middle: bool = False
    tag: Tag | None = None

    def columns(self, width: float) -> list[tuple[float, float]]:
        """Where each column's words start, and how wide they may run."""
        free = width - self.gutter * (len(self.shares) - 1) - 2 * self.inset
        widths = [free * share / sum(self.shares) for share in self.shares]
        starts = [self.inset + sum(widths[:place]) + self.gutter * place for place in range(len(widths))]
        return list(zip(starts, widths, strict=True))

    def height(self, width: float) -> float:
        """All rows."""
        return sum(self._height(row, width) for row in self._all())

    def _all(self) -> tuple[tuple[Cell, ...], ...]:
        return (self.head, *self.rows) if self.head else self.rows

    def _height(self, row: tuple[Cell, ...], width: float) -> float:
        cells = zip(row, self.columns(width), strict=True)
        return max(cell.block.height(room) for cell, (_, room) in cells) + 2 * self.pad

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the head on its tint, then the rows with a line below each."""
        table = self.tag or Tag("Table", tag)
        if self.tag is not None and self.tag not in tag.kids:
            tag.kids.append(self.tag)
        slack = max(at.height - self.height(at.width), 0) / max(len(self.rows), 1) if self.stretch else 0
        top = at.top
        for number, row in enumerate(self._all()):
            heads = bool(self.head) and number == 0
            height = self._height(row, at.width) + (0 if heads else slack)
            place = Place(at.x, top, at.width, height)
            self._draw_lines(pen, place, heads=heads)
            self._draw_row(pen, place, row, Tag("TR", table))
            top -= height

    def _draw_lines(self, pen: Pen, at: Place, *, heads: bool) -> None:
        right = at.x + at.width
        with pen.sheet.ornament():
            if heads:
                if pen.kit.fillable:
                    pen.sheet.shape(box(at.x, at.bottom, at.width, at.height), fill=TINT)
                pen.sheet.line(at.x, at.top, right, at.top, 1.2)
            pen.sheet.line(at.x, at.bottom, right, at.bottom, 1.2 if heads else 0.6)

    def _draw_row(self, pen: Pen, at: Place, row: tuple[Cell, ...], tag: Tag) -> None:
        high = at.height - 2 * self.pad
        for cell, (start, width) in zip(row, self.columns(at.width), strict=True):
            free = high - cell.block.height(width)
            shift = free / 2 if self.middle and free > 0 and not getattr(cell.block, "stretch", 0) else 0
            cell.draw(pen, Place(at.x + start, at.top - self.pad - shift, width, high - shift), tag)

    def split(self, width: float, room: float) -> "tuple[Table | None, Table | None]":
        """The rows that fit into `room`, and the rest under the same head."""
        used = self._height(self.head, width) if self.head else 0
        count = 0
        for row in self.rows:
            used += self._height(row, width)
            if used > room and (count or room < WHOLE):
                break
            count += 1
        shared = replace(self, tag=self.tag or Tag("Table"))
        first = replace(shared, rows=self.rows[:count]) if count else None
        return first, shared._from(count) if self.rows[count:] else None

    def _from(self, count: int) -> "Table":
        """What is left from this row on, for the top of a page."""
        first, *others = self.rows[count:]
        return replace(self, rows=(tuple(cell.at_top() for cell in first), *others))


def named(style: Style, name: str, before: str | None) -> Cell:
    """The head of a row: its name, or a ditto mark below the same name."""
    whole = Text(style, name, "")
    return Cell(Text(style, "″", ""), "Row", whole) if name == before else Cell(whole, "Row")


def head_row(style: Style, *names: str, right: int = 0) -> tuple[Cell, ...]:
    """The cells of a head, one for each column; the last `right` of them stand above figures."""
    figures = len(names) - right
    return tuple(
        Cell(Text(style, name, "", align="left" if place < figures else "right"), "Column")
        for place, name in enumerate(names)
    )
