"""A filled PDF to the values of its fields. Files are hostile: limits come first, nothing in them is run."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from pikepdf.settings import set_qpdf_limits

MOST_BYTES = 5 * 1024 * 1024
MOST_PAGES = 40
MOST_FIELDS = 2_000
MOST_CHARACTERS = 20_000
_DEEPEST = 12

_MEGABYTE = 1024 * 1024
set_qpdf_limits(
    parser_max_nesting=60,
    parser_max_errors=15,
    parser_max_container_size=100_000,
    max_stream_filters=2,
    flate_max_memory=32 * _MEGABYTE,
    run_length_max_memory=32 * _MEGABYTE,
    png_max_memory=32 * _MEGABYTE,
    tiff_max_memory=32 * _MEGABYTE,
)

_SWOLLEN = re.compile(rb"/LZW|/Filter\s*\[?\s*/[^/\s\]>]*#")
"""Filters that no program writes today and that can blow up without a limit, plainly named or in disguise."""

TROUBLE = (
    pikepdf.PdfError,
    pikepdf.ForeignObjectError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    NotImplementedError,
)
"""What a damaged file can raise on its way through the reader."""


class UnreadableError(Exception):
    """The file cannot be read; `fault` says which kind of trouble it is."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Filled(NamedTuple):
    """The fields of a file: all different values that each one holds, blanks left out; and the file's marks.

    `has_form` tells whether there is any field; `cut` names the fields with more text than is kept.
    """

    values: dict[str, tuple[str, ...]]
    marks: dict[str, str]
    has_form: bool
    cut: tuple[str, ...]


def read_filled(data: bytes) -> Filled:
    """Read the fields of a PDF.

    Raises:
        UnreadableError: it is no PDF, too large, locked or damaged.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError("too-large")
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("not-a-pdf")
    if _SWOLLEN.search(data):
        raise UnreadableError("damaged")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError:
        raise UnreadableError("locked") from None
    except TROUBLE:
        raise UnreadableError("damaged") from None


def _read(pdf: pikepdf.Pdf) -> Filled:
    if len(pdf.pages) > MOST_PAGES:
        raise UnreadableError("too-large")
    info = pdf.trailer.get("/Info", {})
    marks = {name[11:].lower(): str(info[name]) for name in _keys(info) if name.startswith("/Loopwright")}
    form = pdf.Root.get("/AcroForm")
    held: dict[str, dict[str, None]] = {}
    fields = list(_fields(form.Fields)) if isinstance(form, pikepdf.Dictionary) and "/Fields" in form else []
    for name, field in fields:
        held.setdefault(name, {}).update(dict.fromkeys(_answers(field)))
    cut = tuple(name for name, answers in held.items() if any(len(a) > MOST_CHARACTERS for a in answers))
    values = {name: tuple(answer[:MOST_CHARACTERS] for answer in answers) for name, answers in held.items()}
    return Filled(values, marks, bool(fields), cut)


def _keys(held: object) -> list[str]:
    return sorted(held.keys()) if isinstance(held, pikepdf.Dictionary) else []


def _fields(held: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Each field that has an answer of its own, with its whole name."""
    waiting = [("", field, 0) for field in reversed(list(held))]  # pyright: ignore[reportCallIssue, reportArgumentType]
    seen = 0
    while waiting:
        parent, field, depth = waiting.pop()
        seen += 1
        if seen > MOST_FIELDS or depth > _DEEPEST:
            raise UnreadableError("damaged")
        if not isinstance(field, pikepdf.Dictionary):
            continue
        name = str(field.get("/T", ""))
        whole = f"{parent}.{name}" if parent and name else parent or name
        kids = list(field.get("/Kids", []))
        named = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        waiting += [(whole, kid, depth + 1) for kid in reversed(named)]
        if not named:
            yield whole, field


def _answers(field: pikepdf.Object) -> list[str]:
    """All different answers of a field: its value, and for buttons what each of them shows."""
    value = field.get("/V")
    if field.get("/FT") != "/Btn":
        text = _text(value)
        return [text] if text.strip() else []
    shown = [field.get("/AS"), *(kid.get("/AS") for kid in field.get("/Kids", []))]
    states = [str(state)[1:] for state in (value, *shown) if isinstance(state, pikepdf.Name)]
    states += [_text(value).removeprefix("/")] if isinstance(value, pikepdf.String) else []
    return [state for state in dict.fromkeys(states) if state not in ("Off", "")]


def _text(value: object) -> str:
    """The words of a text field, with line ends as people expect them."""
    if isinstance(value, pikepdf.Stream):
        raw = value.read_bytes()[: 4 * MOST_CHARACTERS]
        value = (
            raw.decode("utf-16") if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else raw.decode("utf-8", "replace")
        )
    if value is None or isinstance(value, (pikepdf.Dictionary, pikepdf.Array)):
        return ""
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
