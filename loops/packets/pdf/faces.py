"""The faces of the packets: which characters they have, how wide they are, how text is split between them."""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from rubric.value import InputError

REGULAR, BOLD, ITALIC = "NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"
SYMBOLS = ("NotoSansMath-Symbols", "NotoSansSymbols2-Symbols")

_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)])
_TOFU = "\N{WHITE VERTICAL RECTANGLE}"

Run = tuple[str, str]
"""A face and the words set in it."""


class FontError(InputError):
    """A text has letters that no given face has shapes for."""


@cache
def font(face: str) -> TTFont:
    """The face of that name, or the TrueType file at that path, parsed once in a process."""
    vendored = files("loops.packets.fonts") / f"{face}.ttf"
    path = str(vendored) if not Path(face).is_absolute() else face
    try:
        return TTFont(face, path, asciiReadable=0, shapable=False)
    except (TTFError, OSError) as error:
        raise FontError(
            f"The font {Path(face).name} cannot be used ({error}); choose a TrueType file."
        ) from None


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """One line of composed characters; marks without a shape of their own go, blanks become spaces."""
    composed = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return " ".join(part for part in "".join(_blank(c) for c in composed).split(" ") if part)


def _blank(char: str) -> str:
    return " " if char != "\N{NO-BREAK SPACE}" and (char.isspace() or not char.isprintable()) else char


@lru_cache(maxsize=20_000)
def runs(text: str, face: str, extra: str | None = None) -> tuple[Run, ...]:
    """Split a cleaned text into runs, each of a face that has a shape for all of it.

    A sign without a shape in any face is drawn as a visible empty box.

    Raises:
        FontError: the text has letters or digits for which no face has a shape.
    """
    shapes = font(face).face.charToGlyph
    if all(ord(char) in shapes for char in text):
        return ((face, text),) if text else ()
    order = (face, *SYMBOLS, *((extra,) if extra else ()))
    parts: list[list[str]] = []
    for char in text:
        name, shown = _shape(char, order, text)
        if parts and parts[-1][0] == name:
            parts[-1][1] += shown
        else:
            parts.append([name, shown])
    return tuple((name, words) for name, words in parts)


def _shape(char: str, order: tuple[str, ...], text: str) -> Run:
    for name in order:
        if ord(char) in font(name).face.charToGlyph:
            return name, char
    if unicodedata.category(char)[0] in "LNM":
        raise FontError(
            f"The typeface of the packets has no shape for “{char}” (U+{ord(char):04X}) in “{text[:60]}”; "
            "name a TrueType font that has it in the packet settings, or change the text."
        )
    return SYMBOLS[0], _TOFU


def drawable(words: str, extra: str | None = None) -> str:
    """What somebody typed, with a visible empty box for each letter that no face has."""
    known = [font(face).face.charToGlyph for face in (REGULAR, *SYMBOLS, *((extra,) if extra else ()))]
    composed = unicodedata.normalize("NFC", words)
    return "".join(
        c if not c.isprintable() or any(ord(c) in shapes for shapes in known) else _TOFU for c in composed
    )


@lru_cache(maxsize=50_000)
def width_of(text: str, face: str, extra: str | None = None) -> float:
    """The width of a cleaned text in thousandths of its size."""
    return sum(
        sum(font(name).face.charWidths[ord(char)] for char in words)
        for name, words in runs(text, face, extra)
    )


def unicode_map(name: str, subset: list[int]) -> str:
    """The map from codes to characters of one subset; unused codes are left out, as PDF/UA asks."""
    used = [(code, char) for code, char in enumerate(subset) if char]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    for first in range(0, len(used), 100):
        part = used[first : first + 100]
        lines += [f"{len(part)} beginbfchar"]
        lines += [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in part]
        lines += ["endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


ttfonts.makeToUnicodeCMap = unicode_map
