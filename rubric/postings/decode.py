"""Bytes to text, and what kind of text it is, judged by its content and never by a file's name."""

import re
from typing import Literal

from rubric.value import InputError

Kind = Literal["html", "markdown", "plain", "json"]

MAX_BYTES = 5_000_000
MAX_CHARACTERS = 400_000
"""How much text one posting may show."""


class PostingError(InputError):
    """A posting cannot be read; the message says why in one sentence."""


def binary_kind(content: bytes) -> Literal["pdf", "docx"] | None:
    """Whether bytes are a PDF or a Word file, by how they begin; None where they may be text.

    Raises:
        PostingError: They are larger than 5 MB, or of a kind that cannot be read.
    """
    _check_size(len(content))
    head = content[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    for start, sentence in _REFUSED:
        if head.startswith(start):
            raise PostingError(sentence)
    return None


_PICTURE = "This is a picture: run text recognition, or paste the posting's text."
_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0",
        "This is an old Word file (.doc): save it as DOCX or PDF, or paste the posting's text.",
    ),
    (b"{\\rtf", "This is a rich text file (RTF): save it as DOCX or PDF, or paste the posting's text."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
)


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise PostingError(f"This posting has {size / 1e6:.1f} MB; postings of up to 5 MB can be read.")


def decode(content: bytes | str) -> str:
    """Turn what was given into text, or say in one sentence why that cannot be.

    Raises:
        PostingError: It is larger than 5 MB, empty, or not text.
    """
    _check_size(len(content))
    text = content if isinstance(content, str) else _text(content)
    if isinstance(content, str):
        _check_size(len(text.encode("utf-8", "surrogatepass")))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    if not text.strip():
        raise PostingError("This posting is empty: there is no text in it.")
    if "\x00" in text or len(_ODD.findall(text)) > max(8, len(text) // 100):
        raise PostingError(_BINARY)
    return _CONTROL.sub(" ", text)


_BINARY = (
    "This is not text but a binary file: paste the posting's text, or save it as PDF, DOCX, text, HTML or "
    "JSON."
)
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})")


def _text(content: bytes) -> str:
    """Bytes to text: by the mark at their beginning, as UTF-8, as the page declares, or as Windows text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(content[:2048])
    for name in (declared.group(1).decode("ascii") if declared else "cp1252", "cp1252"):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")


_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|ul|ol|li|br|h[1-6]|span|section|table|strong)\b[^>]*>", re.I
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}\s+\S|\*\*[^*\n]{1,300}\*\*\s*:?\s*$)|^\S.*\n(?:=|-){3,}\s*$"
    r"|\*\*[^*\n]{1,300}\*\*|\[[^\]\n]{1,300}\]\([^)\n]{1,300}\)",
    re.M,
)


def recognise(text: str) -> Kind:
    """The kind of a text, from what stands in it.

    >>> recognise("<ul><li>Lead reviews</li></ul>")
    'html'
    >>> recognise("# Nurse manager")
    'markdown'
    >>> recognise("Nurse manager wanted.")
    'plain'
    """
    if text.lstrip()[:1] in "{[" and re.match(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])", text):
        return "json"
    if len(_TAG.findall(text[:200_000])) >= 2:
        return "html"
    if _MARKDOWN.search(text):
        return "markdown"
    return "plain"
