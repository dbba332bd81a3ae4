"""The embedded faces of fields: one for what people type, one for the marks that viewers set in buttons."""

import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

from loops.packets.pdf.faces import unicode_map

TYPED, MARKS = "NS", "ZaDb"
"""The names of the faces in a form: ours for text, and what viewers ask for when they set a mark."""

_MARKS = {0x33: "✓", 0x34: "✔", 0x35: "✕", 0x38: "✘", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x75: "◆"}
_WIDTHS = {0x33: 829, 0x34: 930, 0x35: 864, 0x38: 766, 0x48: 960, 0x6C: 894, 0x6E: 834, 0x75: 1109}
"""ZapfDingbats' codes of check, cross, star, circle, square and diamond, as Noto Sans Symbols 2 has them."""


class FormFace(NamedTuple):
    """A face as the texts of its objects; the last two still need the numbers of those before them."""

    data: bytes
    unicode_map: bytes
    descriptor: str
    entry: str


@cache
def form_face(name: str) -> FormFace:
    """The objects of a face for fields."""
    return _typed() if name == TYPED else _marks()


def _typed() -> FormFace:
    """Code page 1252 of Noto Sans: what viewers can type without a face of their own."""
    face = TTFontFile(str(files("loops.packets.fonts") / "NotoSans-Form.ttf"))
    chars = [bytes([code]).decode("cp1252", "ignore") for code in range(256)]
    widths = [face.charWidths.get(ord(char), 0) if char else 0 for char in chars]
    edges = " ".join(f"{edge:.0f}" for edge in face.bbox)
    metrics = f"/Flags 32/FontBBox[{edges}]/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}"
    codes = [ord(char) if char and code >= 32 else 0 for code, char in enumerate(chars)]
    return _face("NotoSans-Form", codes, widths, metrics, "/Encoding/WinAnsiEncoding")


def _marks() -> FormFace:
    codes = [ord(_MARKS.get(code, "\0")) for code in range(256)]
    widths = [_WIDTHS.get(code, 0) for code in range(256)]
    metrics = "/Flags 4/FontBBox[51 -141 1058 866]/Ascent 1069/Descent -630"
    return _face("NotoSansSymbols2-Marks", codes, widths, metrics, "")


def _face(file: str, codes: list[int], widths: Sequence[float], metrics: str, encoding: str) -> FormFace:
    raw = (files("loops.packets.fonts") / f"{file}.ttf").read_bytes()
    name = f"LWFORM+{file}"
    listed = " ".join(f"{width:.0f}" for width in widths[32:])
    return FormFace(
        _packed(raw, b"/Length1 %d" % len(raw)),
        _packed(unicode_map(name, codes).encode("ascii"), b""),
        f"/Type/FontDescriptor/FontName/{name}{metrics}/ItalicAngle 0/CapHeight 714/StemV 80",
        f"/Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 32/LastChar 255/Widths[{listed}]{encoding}",
    )


def _packed(data: bytes, entries: bytes) -> bytes:
    tight = zlib.compress(data, 9)
    return b"<</Length %d%b/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(tight), entries, tight)
