"""Lists with a sign before each line."""

from dataclasses import dataclass

from loops.packets.pdf.blocks import Pen, Place, Stack, Text
from loops.packets.pdf.faces import BOLD
from loops.packets.pdf.style import Style
from loops.packets.pdf.tags import Tag


def bullets(style: Style, lines: tuple[str, ...], sign: str = "•", gap: float = 2) -> Stack:
    """A list with a sign before each line."""
    return Stack(tuple(Bullet(style, line, sign, gap) for line in lines), "L")


@dataclass(frozen=True, slots=True)
class Bullet:
    """One line of a list, with its sign hanging in the margin."""

    style: Style
    words: str
    sign: str = "•"
    gap: float = 2

    def height(self, width: float) -> float:
        """The lines, set clear of the sign."""
        return Text(self.style, self.words).height(width - self.style.size * 1.25) + self.gap

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the sign and the words."""
        item = Tag("LI", tag)
        indent = self.style.size * 1.25
        bold = self.style._replace(face=BOLD)
        Text(bold, self.sign, "Lbl").draw(pen, Place(at.x, at.top, indent, at.height), item)
        words = Place(at.x + indent, at.top, at.width - indent, at.height)
        Text(self.style, self.words, "LBody").draw(pen, words, item)
