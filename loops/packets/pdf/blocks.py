"""What pages are built from: blocks that know their height at a width, and draw themselves at a place."""

from dataclasses import dataclass

from loops.packets.pdf.paragraph import Text
from loops.packets.pdf.paths import rounded
from loops.packets.pdf.place import Block, Pen, Place
from loops.packets.pdf.tags import Tag

__all__ = ["Block", "Frame", "Gap", "Pen", "Place", "Rule", "Side", "Stack", "Text"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Air; `stretch` of it takes up what a page has left."""

    points: float
    stretch: float = 0

    def height(self, width: float) -> float:
        """The air, whatever the width."""
        return self.points

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    weight: float = 0.6

    def height(self, width: float) -> float:
        """The line's own thickness."""
        return self.weight

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the line."""
        with pen.sheet.ornament():
            pen.sheet.line(
                at.x, at.top - self.weight / 2, at.x + at.width, at.top - self.weight / 2, self.weight
            )


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below one another; those with a `stretch` share what the place has left."""

    blocks: tuple[Block, ...]
    kind: str = ""
    attributes: str = ""

    @property
    def stretch(self) -> float:
        """How much the parts would like to grow."""
        return sum(getattr(block, "stretch", 0) for block in self.blocks)

    def height(self, width: float) -> float:
        """The sum of the parts."""
        return sum(block.height(width) for block in self.blocks)

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the parts from the upper edge down."""
        element = Tag(self.kind, tag, self.attributes) if self.kind else tag
        slack = max(at.height - self.height(at.width), 0)
        share = slack / self.stretch if self.stretch else 0
        top = at.top
        for block in self.blocks:
            height = block.height(at.width) + share * getattr(block, "stretch", 0)
            block.draw(pen, Place(at.x, top, at.width, height), element)
            top -= height


@dataclass(frozen=True, slots=True)
class Side:
    """Blocks beside one another, each with its share of the width."""

    blocks: tuple[Block, ...]
    shares: tuple[float, ...]
    gap: float = 14
    kind: str = ""
    stretch: float = 0

    def widths(self, width: float) -> list[float]:
        """The width of each part."""
        free = width - self.gap * (len(self.blocks) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        """The tallest part."""
        return max(block.height(part) for block, part in zip(self.blocks, self.widths(width), strict=True))

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the parts from the left edge to the right, all of full height."""
        element = Tag(self.kind, tag) if self.kind else tag
        x = at.x
        for block, part in zip(self.blocks, self.widths(at.width), strict=True):
            block.draw(pen, Place(x, at.top, part, at.height), element)
            x += part + self.gap


@dataclass(frozen=True, slots=True)
class Frame:
    """A block in a box, or beside a heavy bar; the bar leaves it the whole width to the right."""

    block: Block
    pad: float = 8
    weight: float = 0.9
    bar: bool = False
    fill: float | None = None
    stretch: float = 0

    def height(self, width: float) -> float:
        """The block and the air around it."""
        return self.block.height(width - self._sides()) + 2 * self.pad

    def _sides(self) -> float:
        return self.pad if self.bar else 2 * self.pad

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the box, then the block inside."""
        with pen.sheet.ornament():
            if self.bar:
                pen.sheet.line(at.x + 1.5, at.bottom, at.x + 1.5, at.top, 3)
            else:
                path = rounded(at.x, at.bottom, at.width, at.height)
                pen.sheet.shape(path, fill=self.fill, width=self.weight)
        wide = at.width - self._sides()
        inside = Place(at.x + self.pad, at.top - self.pad, wide, at.height - 2 * self.pad)
        self.block.draw(pen, inside, tag)
