"""PDF files with a text layer to the lines that a reader sees."""

import io
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, NameObject

from rubric.postings.decode import MAX_CHARACTERS, PostingError
from rubric.postings.lines import Line
from rubric.postings.plain import plain_lines

MAX_PAGES = 60
_INVISIBLE = 3
"""The text render mode in which nothing is drawn."""
_BROKEN = "This PDF is damaged and cannot be read: save it again, or paste the posting's text."
_FAULTS = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    NotImplementedError,
)


def pdf_lines(content: bytes) -> list[Line]:
    """The visible lines of a PDF, without what repeats on every page.

    Raises:
        PostingError: It is damaged, locked, longer than 60 pages, or holds pictures of text only.
    """
    try:
        pages = _page_texts(content)
    except _FAULTS:
        raise PostingError(_BROKEN) from None
    text = "\n\n".join(_without_furniture(pages))
    if not text.strip():
        raise PostingError(
            "This PDF holds pictures of text and no text (a scan): run text recognition, or paste the text."
        )
    return plain_lines(text)


def _page_texts(content: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise PostingError(
            "This PDF is locked by a password: save it without one, or paste the posting's text."
        )
    if len(reader.pages) > MAX_PAGES:
        raise PostingError(
            f"This PDF has {len(reader.pages)} pages; postings of up to {MAX_PAGES} can be read."
        )
    pages: list[str] = []
    for page in reader.pages:
        pages.append(_page_text(page, reader))
        if sum(map(len, pages)) > 4 * MAX_CHARACTERS:
            raise PostingError("This PDF holds more text than a posting can have: save the posting alone.")
    return pages


def _page_text(page: PageObject, reader: PdfReader) -> str:
    """The text of a page in its layout; text that is not drawn counts only where nothing is (a scan)."""
    stream = page.get_contents()
    if stream is None:
        return ""
    whole = ContentStream(stream, reader)
    drawn = _drawn(whole.operations)
    if len(drawn) < len(whole.operations):
        shown = ContentStream(stream, reader)
        shown.operations = drawn
        before = page["/Contents"]
        page[NameObject("/Contents")] = shown
        if text := _layout(page):
            return text
        page[NameObject("/Contents")] = before
    return _layout(page)


def _layout(page: PageObject) -> str:
    text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    return re.sub(r"[\x7f\uf0b7\uf0a7\uf0d8]", "•", text).strip("\n")


def _drawn(operations: Sequence[tuple]) -> list[tuple]:
    """The operations of a page without the texts that are written invisibly."""
    out = []
    mode, kept = 0, []
    for operands, operator in operations:
        if operator == b"q":
            kept.append(mode)
        elif operator == b"Q" and kept:
            mode = kept.pop()
        elif operator == b"Tr" and operands:
            mode = operands[0]
        if mode == _INVISIBLE and operator in (b"Tj", b"TJ", b"'", b'"'):
            continue
        out.append((operands, operator))
    return out


def _without_furniture(pages: Sequence[str]) -> list[str]:
    """Pages without the first and last lines that stand on most of them, and without page numbers."""
    edges = Counter(_edge(line) for page in pages for line in set(_edges(page)))
    often = {edge for edge, count in edges.items() if count >= max(2, len(pages) * 0.6)}
    out = []
    for page in pages:
        lines = page.split("\n")
        while lines and (not lines[-1].strip() or _edge(lines[-1]) in often or _is_number(lines[-1])):
            lines.pop()
        while lines and len(pages) > 1 and (not lines[0].strip() or _edge(lines[0]) in often):
            lines.pop(0)
        out.append("\n".join(lines))
    return out


def _edges(page: str) -> list[str]:
    lines = [line for line in page.split("\n") if line.strip()]
    return lines[:1] + lines[-1:]


def _edge(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _is_number(line: str) -> bool:
    return bool(
        re.fullmatch(r"\s*(?:page|seite)?\s*\d{1,3}(?:\s*(?:/|of|von|sur)\s*\d{1,3})?\s*", line, re.I)
    )
