"""Blocks to fill in: by keyboard in the screen variant, by hand in the print variant."""

from dataclasses import dataclass

from loops.packets.pdf.blocks import Pen, Place, Text
from loops.packets.pdf.forms import Label, Spot
from loops.packets.pdf.paths import rounded
from loops.packets.pdf.style import MM, Style
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.wrap import width_of_line

RULED = 7 * MM
"""The distance of lines to write on by hand."""


@dataclass(frozen=True, slots=True)
class TickLine:
    """A box to tick with its words."""

    name: str
    tip: str
    style: Style
    words: str
    gap: float = 4
    size: float = 10.5

    def room(self) -> float:
        """The width of box and words where these stand in one line."""
        line = Text(self.style, self.words).lines(1_000)[0]
        return self.size + 7.5 + width_of_line(line, self.style.size, self.style.extra)

    def height(self, width: float) -> float:
        """The lines beside the box."""
        return max(Text(self.style, self.words).height(width - self.size - 7), self.style.leading) + self.gap

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the box level with the first line, then the words."""
        item = Tag("LI", tag)
        y = at.top - self.style.leading / 2 - self.size / 2
        spot = Spot(at.x, y, self.size, self.size)
        pen.form.tick(Tag("Lbl", item), Label(self.name, self.tip), spot)
        beside = Place(at.x + self.size + 7, at.top, at.width - self.size - 7, at.height)
        Text(self.style, self.words, "LBody").draw(pen, beside, item)


@dataclass(frozen=True, slots=True)
class WriteBox:
    """Room to write: a plain box on the screen, ruled lines on paper. It grows with the page by `stretch`.

    Where a table's own line stands below it, `closed` False leaves out the lowest line.
    """

    name: str
    tip: str
    least: float
    stretch: float = 1
    value: str = ""
    closed: bool = True

    def height(self, width: float) -> float:
        """The least room."""
        return self.least

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the box and its field, or the lines."""
        with pen.sheet.ornament():
            if pen.kit.fillable:
                pen.sheet.shape(rounded(at.x, at.bottom, at.width, at.height), fill=1, width=0.75)
            else:
                lines = max(int(at.height / RULED), 1)
                for line in range(1, lines + self.closed):
                    y = at.top - line * at.height / lines
                    pen.sheet.line(at.x, y + 1, at.x + at.width, y + 1, 0.6)
        spot = Spot(at.x + 2, at.bottom + 2, at.width - 4, at.height - 4)
        several = at.height >= RULED * 1.3
        pen.form.text(tag, Label(self.name, self.tip), spot, self.value, lines=several)


@dataclass(frozen=True, slots=True)
class WriteLine:
    """A label with room for a short answer beside it."""

    name: str
    tip: str
    style: Style
    label: str
    value: str = ""
    wide: float = 60

    def height(self, width: float) -> float:
        """One line to write on."""
        return 22

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the label and the field."""
        drop = 5 if pen.kit.fillable else 8
        Text(self.style, self.label).draw(pen, Place(at.x, at.top - drop, self.wide, 14), tag)
        spot = Place(at.x + self.wide, at.top - 2, at.width - self.wide, 18)
        WriteBox(self.name, self.tip, 18, 0, self.value).draw(pen, spot, tag)
