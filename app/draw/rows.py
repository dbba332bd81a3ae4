"""How tall the rows of a table have to be so that no text in them is cut."""

from collections.abc import Iterable
from math import floor
from textwrap import wrap

LETTER = 6.6
"""Pixels that a letter of a table takes, on average and a little generously."""

ONE_LINE, WRAPPED = 35, 66
"""Heights of rows: of one line, and the least at which the table wraps its text."""

LINE = 18.5
PADDING = 14.0
MOST_LINES = 12


def row_height(cells: Iterable[tuple[str, int]]) -> int:
    """The height in pixels that shows every one of these texts, each with its column's width in pixels.

    >>> row_height([("Mentor", 200)])
    35
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return max(WRAPPED, round(PADDING + LINE * min(lines, MOST_LINES))) if lines > 1 else ONE_LINE


def _lines(text: str, width: int) -> int:
    return len(wrap(text, max(8, floor((width - 16) / LETTER))))
