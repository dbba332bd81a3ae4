"""What all pages share: the rule and the line at the head, the line at the foot."""

from dataclasses import dataclass
from itertools import count

from loops.packets.pdf.blocks import Block, Pen, Place, Stack, Text
from loops.packets.pdf.flow import flow
from loops.packets.pdf.style import BOTTOM, LEFT, PAPERS, TOP, Kit, Style
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.wrap import width_of_line
from loops.packets.words import Words

HEAD_ROOM = 24
"""What the head takes from the page where its line is not in large print, in points."""


def open_page(pen: Pen, left: str, right: str = "") -> Place:
    """Start a page with a heavy rule and a running line; returns the room for its blocks."""
    sheet = pen.sheet
    sheet.add_page()
    width = sheet.width - 2 * LEFT
    top = sheet.height - TOP
    with sheet.ornament():
        sheet.line(LEFT, top, LEFT + width, top, 2.4)
        _running(pen, left, Place(LEFT, top - 5, width, 12), "left")
        _running(pen, right, Place(LEFT, top - 5, width, 12), "right")
    room = HEAD_ROOM + 1.5 * (pen.kit.eyebrow.size - Kit().eyebrow.size)
    return Place(LEFT, top - room, width, top - room - BOTTOM)


def _running(pen: Pen, words: str, at: Place, align: str) -> None:
    style = pen.kit.eyebrow if align == "left" else pen.kit.table
    for line in Text(style, words).lines(at.width)[:1]:
        shift = at.width - width_of_line(line, style.size, style.extra) if align == "right" else 0
        pen.sheet.words(at.x + shift, at.top - style.size, line, style)


def write_feet(pen: Pen, words: Words, notice: str, who: str) -> None:
    """Write the foot of every page, now that their number is known."""
    total = len(pen.sheet.pages)
    held = list(pen.sheet.pages)
    for number, page in enumerate(held, 1):
        pen.sheet.pages.append(page)
        with pen.sheet.ornament():
            y, step = BOTTOM - 8, pen.kit.foot.leading
            pen.sheet.line(LEFT, y, pen.sheet.width - LEFT, y, 0.6)
            _foot(pen, notice, y - step, "left")
            _foot(pen, words("all.page", n=number, total=total), y - step, "right")
            _foot(pen, who, y - 2 * step, "left")
        pen.sheet.pages.pop()


def _foot(pen: Pen, words: str, y: float, align: str) -> None:
    style = pen.kit.foot
    width = pen.sheet.width - 2 * LEFT
    for line in Text(style, words).lines(width * (0.84 if align == "left" else 0.16))[:1]:
        shift = width - width_of_line(line, style.size, style.extra) if align == "right" else 0
        pen.sheet.words(LEFT + shift, y, line, style)


def room_of(paper: str) -> float:
    """The height of a page between head and foot, in points."""
    return PAPERS[paper][1] - TOP - BOTTOM - HEAD_ROOM


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a section that may begin anywhere on a page; with a title, it is bookmarked by it.

    `together` points below it have to fit on its page.
    """

    title: str
    blocks: tuple[Block, ...]
    together: float

    def height(self, width: float) -> float:
        """The sum of the parts."""
        return Stack(self.blocks).height(width)

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the parts, and set the bookmark to where they begin."""
        if self.title:
            pen.sheet.bookmark(self.title, 0, at.top + 20)
        Stack(self.blocks).draw(pen, at, tag)


def remark(style: Style, words: str) -> tuple[Block, ...]:
    """A line below a title, where there is something to say."""
    return (Text(style, words),) if words else ()


def draw_pages(pen: Pen, blocks: tuple[Block, ...], bookmark: str, left: str, right: str = "") -> None:
    """Draw a section from the top of a new page on; its first page carries the bookmark."""
    pages = count()

    def page() -> Place:
        at = open_page(pen, left, right)
        if bookmark and not next(pages):
            pen.sheet.bookmark(bookmark, 0, at.top + 20)
        return at

    flow(pen, blocks, Tag("Sect", pen.sheet.top), page)
