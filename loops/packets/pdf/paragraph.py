"""Paragraphs, whole or in parts."""

from dataclasses import dataclass

from loops.packets.pdf.faces import BOLD, clean
from loops.packets.pdf.place import Pen, Place
from loops.packets.pdf.style import Style
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.wrap import Line, balanced, width_of_line, wrap


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph in one style; `lead` comes before it in bold."""

    style: Style
    words: str
    kind: str = "P"
    lead: str = ""
    align: str = "left"
    attributes: str = ""

    def lines(self, width: float) -> tuple[Line, ...]:
        """The paragraph's lines at a width."""
        parts = ((BOLD, clean(self.lead)), (self.style.face, clean(self.words)))
        runs = tuple((face, words) for face, words in parts if words)
        set_in = balanced if self.style.balance else wrap
        return set_in(runs, self.style.size, width, self.style.extra)

    def height(self, width: float) -> float:
        """As many lines as the words need."""
        return len(self.lines(width)) * self.style.leading

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the lines from the upper edge down."""
        lines = self.lines(at.width)
        if not lines:
            return
        element = Tag(self.kind, tag, self.attributes) if self.kind else tag
        Lines(self.style, lines, self.align).write(pen, at, element)

    def split(self, width: float, room: float) -> "tuple[Lines | None, Lines | None]":
        """A paragraph's lines that fit into `room`, and the rest; a heading is never cut."""
        whole = Lines(self.style, self.lines(width))
        return whole.split(width, room) if self.kind == "P" else (None, whole)


FEWEST = 2
"""Lines of a paragraph that stand together at the foot and at the top of a page."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A part of a paragraph, already set."""

    style: Style
    lines: tuple[Line, ...]
    align: str = "left"

    def height(self, width: float) -> float:
        """All lines, whatever the width."""
        return len(self.lines) * self.style.leading

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the lines as a paragraph."""
        self.write(pen, at, Tag("P", tag))

    def write(self, pen: Pen, at: Place, element: Tag) -> None:
        """Draw the lines as what `element` holds, from the upper edge down."""
        baseline = at.top - self.style.leading / 2 - self.style.size * 0.36
        with pen.sheet.tag(element):
            for number, line in enumerate(self.lines):
                y = baseline - number * self.style.leading
                pen.sheet.words(at.x + self._shift(line, at.width), y, line, self.style)

    def _shift(self, line: Line, width: float) -> float:
        if self.align == "left":
            return 0
        free = width - width_of_line(line, self.style.size, self.style.extra)
        return free / 2 if self.align == "center" else free

    def split(self, width: float, room: float) -> "tuple[Lines | None, Lines | None]":
        """The lines that fit into `room`, and the rest; neither is a line alone."""
        count = min(int(room / self.style.leading), len(self.lines) - FEWEST)
        if count < FEWEST:
            return None, self
        return Lines(self.style, self.lines[:count]), Lines(self.style, self.lines[count:])
