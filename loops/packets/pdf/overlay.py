"""Typed words drawn where they were typed, for a record in which nothing can be changed any more."""

from typing import NamedTuple

from loops.packets.pdf.faces import REGULAR, clean, drawable
from loops.packets.pdf.forms import Form, Spot
from loops.packets.pdf.sheet import Sheet
from loops.packets.pdf.style import LEFT, TOP, Kit, Style
from loops.packets.pdf.tags import Tag
from loops.packets.pdf.wrap import Line, wrap

SIZES = (10.0, 9.0, 8.0, 7.0)
"""Sizes that are tried, in points; what does not fit at the smallest goes on to pages of its own."""


class Typed(NamedTuple):
    """What was typed into a field: where, and under which name."""

    page: int
    spot: Spot
    name: str
    words: str


def draw_overlay(typed: tuple[Typed, ...], pages: int, paper: str) -> bytes:
    """A file with as many pages, the typed words in their places, and pages for what was too long."""
    sheet = Sheet(paper, "Record", "en")
    rest: list[Typed] = []
    for page in range(pages):
        sheet.add_page()
        for each in typed:
            if each.page == page and not _fit(sheet, each):
                rest.append(each)
    for each in rest:
        _continue(sheet, each)
    return sheet.finish(Form(sheet, fillable=False).bodies)


def _fit(sheet: Sheet, typed: Typed) -> bool:
    """Draw the words in their field at the largest size that fits; False where a part is left over."""
    for size in SIZES:
        style = Style(REGULAR, size, size * 1.2)
        lines = _lines(typed.words, size, typed.spot.width - 4)
        room = max(int((typed.spot.height - 2) / style.leading), 1)
        if len(lines) <= room or size == SIZES[-1]:
            top = typed.spot.y + typed.spot.height - 1
            _draw(sheet, lines[:room], typed.spot.x + 2, top, style)
            return len(lines) <= room
    return True


def _draw(sheet: Sheet, lines: list[Line], x: float, top: float, style: Style) -> None:
    with sheet.tag(Tag("P", sheet.top)):
        for number, line in enumerate(lines, 1):
            sheet.words(x, top - number * style.leading + style.size * 0.25, line, style)


def _continue(sheet: Sheet, typed: Typed) -> None:
    """Pages that hold the whole text of one field."""
    kit = Kit()
    lines = _lines(typed.words, kit.body.size, sheet.width - 2 * LEFT)
    room = int((sheet.height - 2 * TOP - 40) / kit.body.leading)
    for first in range(0, len(lines), room):
        sheet.add_page()
        name = f"{typed.name} ({typed.page + 1})"
        _draw(sheet, _lines(name, kit.head.size, 400), LEFT, sheet.height - TOP, kit.head)
        _draw(sheet, lines[first : first + room], LEFT, sheet.height - TOP - 30, kit.body)


def _lines(words: str, size: float, width: float) -> list[Line]:
    """The lines of a text with line ends of its own."""
    lines: list[Line] = []
    for part in words.split("\n"):
        shown = clean(drawable(part))
        lines += wrap(((REGULAR, shown),), size, width) if shown else [()]
    return lines
