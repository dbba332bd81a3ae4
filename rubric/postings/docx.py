"""Word documents (DOCX) to the lines that a reader sees."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rubric.postings.decode import PostingError
from rubric.postings.lines import Line, LineKind, fold_spaces
from rubric.postings.plain import typed_bullet

MAX_PART = 20_000_000
"""How many bytes a part of the file may have when it is unpacked."""
MAX_DEPTH = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}p", f"{_MC}Fallback", f"{_W}rPr", f"{_W}pPr"))
_BROKEN = "This Word file is damaged and cannot be read: save it again in Word, or paste the posting's text."
_LONGEST_HEADING = 90
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, RuntimeError, OSError, ValueError)


def docx_lines(content: bytes) -> list[Line]:
    """The visible lines of a Word document; deleted and hidden text is not among them.

    Raises:
        PostingError: The file is damaged, unpacks to more than 20 MB, nests too deep, or is no Word document.
    """
    body = _tree(content, "word/document.xml")
    if body is None:
        raise PostingError(
            "This is a ZIP file but no Word document: save the posting as DOCX or PDF, or paste its text."
        )
    styles = _style_names(_tree(content, "word/styles.xml"))
    lines = [line for element in body.iter(f"{_W}p") for line in _paragraph(element, styles)]
    return [line for line in lines if line.text]


def _tree(content: bytes, name: str) -> Element | None:
    """Parse one part of the file, if there is one, within its limits and without outside entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if name not in package.namelist():
                return None
            with package.open(name) as part:
                data = part.read(MAX_PART + 1)
    except _FAULTS:
        raise PostingError(_BROKEN) from None
    if len(data) > MAX_PART:
        raise PostingError(
            "This Word file unpacks to more than 20 MB: save the posting alone, or paste its text."
        )
    return _parse(data)


def _parse(data: bytes) -> Element:
    """Parse XML that Word could have written: UTF-8, and no document type that could define entities."""
    try:
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise PostingError(_BROKEN)
        return ElementTree.fromstring(text)  # noqa: S314 - entities are refused above
    except (ElementTree.ParseError, ValueError):
        raise PostingError(_BROKEN) from None


def _style_names(styles: Element | None) -> dict[str, str]:
    """The names of the styles, in lower case, by their ids; ids are translated in some versions of Word."""
    names: dict[str, str] = {}
    for style in () if styles is None else styles.iter(f"{_W}style"):
        names[style.get(f"{_W}styleId", "")] = _value(style.find(f"{_W}name")).lower()
    return names


def _paragraph(element: Element, styles: dict[str, str]) -> Iterator[Line]:
    """The lines of one paragraph: more than one where it has breaks inside."""
    runs = [(text, bold) for text, bold in _texts(element, 0, bold=False) if text]
    kind, depth = _kind(element, styles)
    bold = all(bold for text, bold in runs if text.strip())
    for number, text in enumerate("".join(text for text, _ in runs).split("\n")):
        words = fold_spaces(text)
        if kind != "text":
            yield Line(words, kind if number == 0 else "text", depth, number == 0)
        elif bold and len(words) <= _LONGEST_HEADING:
            yield Line(words, "heading", 0, True)
        else:
            yield typed_bullet(words) or Line(words, "text", 0, number == 0)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")


def _kind(element: Element, styles: dict[str, str]) -> tuple[LineKind, int]:
    """What the paragraph's style and numbering say it is, and how deep its list is nested."""
    style = _value(element.find(f"{_W}pPr/{_W}pStyle"))
    name = styles.get(style, style.lower())
    if name == "title":
        return "title", 0
    if name.startswith(("heading", "subtitle", "überschrift", "titre")):
        return "heading", 0
    numbering = element.find(f"{_W}pPr/{_W}numPr")
    if numbering is not None:
        level = _value(numbering.find(f"{_W}ilvl"))
        return "bullet", min(3, int(level)) if level.isdecimal() else 0
    return ("bullet", 0) if name.startswith("list") else ("text", 0)


_SIGNS = {f"{_W}tab": " ", f"{_W}ptab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def _texts(element: Element, depth: int, *, bold: bool) -> Iterator[tuple[str, bool]]:
    """The visible texts inside a paragraph, each with whether it is bold."""
    if depth > MAX_DEPTH:
        raise PostingError("This Word file nests its text deeper than 200 levels: paste the posting's text.")
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or "", bold
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag], bold
        elif child.tag not in _UNSEEN and not _is_on(child, "vanish"):
            is_bold = _is_on(child, "b") if child.tag == f"{_W}r" else bold
            yield from _texts(child, depth + 1, bold=is_bold)


def _is_on(run: Element, name: str) -> bool:
    """Whether a run has a property such as bold (`b`) or hidden (`vanish`)."""
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("false", "0", "none", "off")
