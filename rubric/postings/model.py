"""A posting as a reader sees it: one kept text, and what each stretch of it is."""

from typing import Literal

from rubric.value import Span, Value

BlockKind = Literal["title", "heading", "bullet", "paragraph"]
SectionKind = Literal["responsibility", "minimum", "preferred", "other"]


class Block(Value):
    """One stretch of the kept text: a heading, one bullet or one paragraph.

    `depth` counts nested lists from 0.
    """

    kind: BlockKind
    span: Span
    depth: int = 0


class Section(Value):
    """A run of blocks under one heading; `other` holds no requirement by itself.

    `heading` is None for what stands before the first heading. `span` covers the body.
    """

    kind: SectionKind
    heading: Span | None
    span: Span
    known: bool = True


class Posting(Value):
    """The kept text with its blocks and sections, in reading order.

    Every span points into `text`; what a reader cannot see is not in it.
    """

    text: str
    title: str | None
    language: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
