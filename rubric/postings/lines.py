"""The lines of a document as a reader sees them, before anything is known of what they mean."""

from typing import Literal, NamedTuple

LineKind = Literal["text", "bullet", "heading", "title"]


class Line(NamedTuple):
    """One visible line.

    `kind` is what the markup says it is; `depth` counts the lists around a bullet, from 0; `gap` says
    that a blank line or the edge of a block stands before it.
    """

    text: str
    kind: LineKind = "text"
    depth: int = 0
    gap: bool = False


def fold_spaces(text: str) -> str:
    """One blank between words; no-break and other blanks become plain ones, soft hyphens go."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "").split())
