"""Where things are drawn, with what, and what a block is."""

from typing import NamedTuple, Protocol

from loops.packets.pdf.forms import Form
from loops.packets.pdf.sheet import Sheet
from loops.packets.pdf.style import Kit
from loops.packets.pdf.tags import Tag


class Pen(NamedTuple):
    """What everything is drawn with."""

    sheet: Sheet
    form: Form
    kit: Kit


class Place(NamedTuple):
    """Where a block is drawn: left edge, upper edge, width and height in points."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top - self.height


class Block(Protocol):
    """A part of a page."""

    def height(self, width: float) -> float:
        """The least height it needs at a width, in points."""
        ...

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw it, as a child of `tag`."""
        ...
