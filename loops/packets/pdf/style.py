"""Sizes and inks: one place that says how everything looks."""

from typing import NamedTuple

from loops.packets.pdf.faces import BOLD, ITALIC, REGULAR

INK, MUTED, RULE, TINT, WHITE = 0.1, 0.3, 0.46, 0.93, 1.0
"""Greys on white: 17:1, 8.5:1 (only from 10 pt up), 4.5:1 for lines, a tint behind heads, paper."""

BLACK = 0.0
"""What is printed: nothing that a photocopier or a fax would break into dots."""

MM = 72 / 25.4
PAPERS = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
LEFT, TOP, BOTTOM = 18 * MM, 14 * MM, 20 * MM


class Style(NamedTuple):
    """A face with its size and line distance in points, its grey, and the face for what it lacks."""

    face: str
    size: float
    leading: float
    grey: float = INK
    balance: bool = False
    extra: str | None = None


class Kit(NamedTuple):
    """The styles of one document; `fillable` says whether its boxes are fields or ruled paper."""

    title: Style = Style(BOLD, 22, 26, balance=True)
    head: Style = Style(BOLD, 12, 15)
    sub: Style = Style(REGULAR, 11, 15, MUTED)
    eyebrow: Style = Style(BOLD, 9, 12)
    question: Style = Style(BOLD, 13, 17.5, balance=True)
    body: Style = Style(REGULAR, 10.5, 14)
    strong: Style = Style(BOLD, 10.5, 14)
    aside: Style = Style(ITALIC, 10, 13.5)
    table: Style = Style(REGULAR, 9, 11.7)
    label: Style = Style(BOLD, 9, 11.7)
    quote: Style = Style(ITALIC, 9, 11.7)
    numeral: Style = Style(BOLD, 24, 27)
    level: Style = Style(BOLD, 15, 17)
    foot: Style = Style(REGULAR, 8, 10)
    fillable: bool = True
    width: float = PAPERS["a4"][0] - 2 * LEFT


def make_kit(paper: str, factor: float = 1.0, extra: str | None = None, *, fillable: bool = True) -> Kit:
    """The styles for a paper size, larger by `factor`, with a face for what Noto Sans lacks."""
    styles = {
        name: style._replace(
            size=style.size * factor,
            leading=style.leading * factor,
            grey=style.grey if fillable else BLACK,
            extra=extra,
        )
        for name, style in Kit()._asdict().items()
        if isinstance(style, Style)
    }
    return Kit(**styles, fillable=fillable, width=PAPERS[paper][0] - 2 * LEFT)
