"""A document being drawn: pages of marked words, lines and fields, and its bytes at the end."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from loops.packets.pdf.describe import Described, Raw, describe
from loops.packets.pdf.faces import REGULAR, font, runs
from loops.packets.pdf.style import INK, PAPERS, RULE, Style
from loops.packets.pdf.tags import Mark, Tag, Writer, write_tree
from loops.packets.pdf.text import literal
from loops.packets.pdf.wrap import Line

rl_config.useA85 = 0  # compressed pages stay binary: smaller and quicker


class Page(NamedTuple):
    """One page: its drawing operators, how many marks it has, its fields, its bookmarks."""

    ops: list[str]
    marks: list[int]
    fields: list[int]
    bookmarks: list[tuple[str, int, float]]


class Sheet:
    """Draws one document. Lengths are points, from the lower left corner, as in PDF.

    Words are drawn inside `tag`, all else inside `ornament`; so each mark is in the tree or left out.
    """

    def __init__(self, paper: str, title: str, language: str, *, black: bool = False) -> None:
        self.width, self.height = PAPERS[paper]
        self.title = title
        self.language = language
        self.top = Tag("Document")
        self.pages: list[Page] = []
        self._out = io.BytesIO()
        registerFont(font(REGULAR))
        self.canvas = Canvas(
            self._out,
            pagesize=(self.width, self.height),
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=REGULAR,  # pyright: ignore[reportArgumentType]
        )
        self.document = self.canvas._doc  # pyright: ignore[reportAttributeAccessIssue]
        self.form = ""
        self.picture: tuple[ImageReader, float, float, float, float] | None = None
        self._ink, self._thin = (0.0, 0.0) if black else (INK, RULE)

    def add_page(self) -> None:
        """Start a new page."""
        self.pages.append(Page([], [], [], []))

    @contextmanager
    def tag(self, tag: Tag) -> Iterator[None]:
        """What is drawn inside belongs to this element of the structure tree."""
        page = self.pages[-1]
        mcid = len(page.marks)
        page.marks.append(mcid)
        tag.kids.append(Mark(len(self.pages) - 1, mcid))
        page.ops.append(f"/{tag.kind}<</MCID {mcid}>>BDC")
        yield
        page.ops.append("EMC")

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn inside is not read aloud: lines, boxes, running heads."""
        self.pages[-1].ops.append("/Artifact BMC")
        yield
        self.pages[-1].ops.append("EMC")

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to this height of the current page."""
        self.pages[-1].bookmarks.append((title, level, y))

    def words(self, x: float, y: float, line: Line, style: Style) -> None:
        """Draw one line of runs with its baseline at `y`."""
        shown = self.shown(line, style.size, style.extra)
        self.pages[-1].ops.append(f"BT {style.grey:g} g {x:.2f} {y:.2f} Td {shown} ET")

    def shown(self, line: Line, size: float, extra: str | None) -> str:
        """The operators that show a line, each run in a face that has it."""
        ops = []
        for face, words in (run for held, part in line for run in runs(part, held, extra)):
            shape = font(face)
            for subset, codes in shape.splitString(words, self.document):
                name = shape.getSubsetInternalName(subset, self.document)
                ops.append(f"{name} {size:g} Tf {literal(codes)}Tj")
        return " ".join(ops)

    def faces(self) -> int:
        """The number of the object that names all faces of the document."""
        return self.document.idToObjectNumberAndVersion["BasicFonts"][0]

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.6) -> None:
        """Draw a line `width` points wide; thin ones in a lighter ink."""
        ink = self._ink if width > 0.7 else self._thin
        self.pages[-1].ops.append(f"q {ink:g} G {width:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S Q")

    def shape(self, path: str, *, fill: float | None = None, width: float = 0, dash: str = "") -> None:
        """Fill a path with a grey, draw its outline `width` points wide, or both."""
        paint = "B" if fill is not None and width else "f" if fill is not None else "S"
        grey = self._ink if fill == INK else fill
        ink = f"{grey:g} g " if grey is not None else ""
        self.pages[-1].ops.append(f"q {ink}{self._ink:g} G {width:g} w [{dash}]0 d {path} {paint} Q")

    def reserve(self) -> int:
        """A number for an object whose text comes later."""
        self.document.Reference(Raw())
        return self.document.objectcounter

    def fill(self, number: int, body: str | bytes) -> None:
        """Give the object with this number its text."""
        held = self.document.idToObject[self.document.numberToId[number]]
        held.body = body if isinstance(body, bytes) else body.encode("latin-1")

    def add(self, body: str | bytes) -> int:
        """A new object with this text."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def finish(self, fields: "FieldBodies") -> bytes:
        """The document as a plain file; `fields` are the texts of its field objects, by number."""
        page_numbers = [self._emit(index) for index in range(len(self.pages))]
        tree = write_tree(self.top, Writer(self.reserve, self.fill, page_numbers))
        for number, body in fields.items():
            place = f"/StructParent {tree.widgets[number]}" if number in tree.widgets else ""
            self.fill(number, body.replace("/@", place))
        describe(self.canvas, Described(self.title, self.language, tree.root, self.form))
        self.canvas.save()
        return self._out.getvalue()

    def _emit(self, index: int) -> int:
        """Hand one page to the canvas; returns the number of its object."""
        page = self.pages[index]
        for title, level, y in page.bookmarks:
            key = f"b{index}.{level}.{y:.0f}"
            self.canvas.bookmarkPage(key, fit="XYZ", top=y)
            self.canvas.addOutlineEntry(title, key, level=level, closed=False)
        self.canvas.addLiteral("\n".join(page.ops))
        if self.picture and index == 0:
            image, x, y, width, height = self.picture
            self.canvas.addLiteral("/Artifact BMC")
            self.canvas.drawImage(image, x, y, width, height, mask="auto")
            self.canvas.addLiteral("EMC")
        name = self.document.thisPageName()
        self.canvas.showPage()
        held = self.document.idToObject[name]
        held.__NoDefault__ = [*held.__NoDefault__, "StructParents", "Tabs"]
        held.StructParents, held.Tabs = index, "/S"
        held.Annots = PDFArray([f"{number} 0 R" for number in page.fields]) if page.fields else None
        return self.document.idToObjectNumberAndVersion[name][0]


FieldBodies = dict[int, str]
"""The texts of field objects by number, with `/@` where the place in the parent tree goes."""
