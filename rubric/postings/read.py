"""From whatever was pasted or uploaded to a posting: one kept text with blocks and sections."""

from collections.abc import Callable
from typing import cast

from rubric.postings.decode import MAX_CHARACTERS, PostingError, binary_kind, decode, recognise
from rubric.postings.feeds import Found, feed_postings, linked_postings
from rubric.postings.headings import section_kind
from rubric.postings.html import html_lines, linked_data
from rubric.postings.language import guess_language
from rubric.postings.lines import Line
from rubric.postings.markdown import markdown_lines
from rubric.postings.model import Block, BlockKind, Posting, Section, SectionKind
from rubric.postings.plain import plain_lines
from rubric.postings.structure import mark_headings, split_inline
from rubric.postings.title import clean_title, find_title
from rubric.postings.worker import lines_in_worker
from rubric.value import Span

MAX_WORDS = 25_000
"""So many words are read within 2 seconds of processor time, whatever they are."""

_HEAD_LINES = 6
_TELLING = 30
"""Longer lines show whether two texts are one."""

_READERS: dict[str, Callable[[str], list[Line]]] = {
    "html": html_lines,
    "markdown": markdown_lines,
    "plain": plain_lines,
}


def read_posting(content: bytes | str) -> Posting:
    """Read one posting; of a feed with several, the first.

    Args:
        content: What was pasted or uploaded; the kind is recognised from the content.

    Returns:
        The kept text, which is what a reader sees, with every span pointing into it.

    Raises:
        PostingError: It is empty, too large, binary, or shows a reader no text.
    """
    return read_postings(content)[0]


def read_postings(content: bytes | str) -> tuple[Posting, ...]:
    """Read all postings of a text, a page, a Word or PDF file or a JSON feed, in its order.

    Raises:
        PostingError: As `read_posting`.
    """
    kind = binary_kind(content) if isinstance(content, bytes) else None
    found = [Found(None, lines_in_worker(kind, cast("bytes", content)))] if kind else _found(decode(content))
    return tuple(_posting(one) for one in found)


def _found(source: str) -> list[Found]:
    kind = recognise(source)
    if kind == "json":
        return feed_postings(source)
    lines = _READERS[kind](source)
    if kind == "html" and (linked := linked_postings(linked_data(source))):
        seen = " ".join(line.text for line in lines)
        return [_fuller(one, lines, seen) for one in linked] if len(linked) == 1 else linked
    return [Found(None, lines)]


def _fuller(linked: Found, lines: list[Line], seen: str) -> Found:
    """What the page shows, where it shows the posting; else its linked data.

    Where the linked data are only a part of what the page shows, both are read.
    """
    told = [line.text for line in linked.lines if len(line.text) > _TELLING]
    shown = sum(text in seen for text in told)
    if told and shown >= 0.7 * len(told):
        return Found(linked.title, lines)
    whole = sum(len(line.text) for line in linked.lines) >= len(seen) / 2
    return linked if whole else Found(linked.title, linked.lines + lines)


def _posting(found: Found) -> Posting:
    lines = found.lines
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise PostingError(
            f"This posting has more than {MAX_CHARACTERS:,} characters of text; paste one posting only."
        )
    if sum(len(line.text.split()) for line in lines) > MAX_WORDS:
        raise PostingError(f"This posting has more than {MAX_WORDS:,} words; paste one posting only.")
    if not lines:
        raise PostingError("This posting is empty: a reader would see no text in it.")
    lines = mark_headings(split_inline(lines))
    title = clean_title(found.title) if found.title else find_title(lines)
    return posting_of(_mark_title(lines, title), title)


def _mark_title(lines: list[Line], title: str | None) -> list[Line]:
    """Mark the first line that shows the title as what it is: nothing is asked for in it."""
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if line.kind in ("text", "heading") and title is not None and _shows(line.text, title):
            return [*lines[:number], line._replace(kind="title"), *lines[number + 1 :]]
    return lines


def _shows(text: str, title: str) -> bool:
    """Whether a line says no more than the title, with or without a label before it."""
    if title.split()[0] not in text:
        return False
    return title in (clean_title(text), clean_title(text.split(":", 1)[-1].strip()))


def posting_of(lines: list[Line], title: str | None) -> Posting:
    """Join lines to the kept text and mark its blocks and sections."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line in lines:
        kind: BlockKind = "paragraph" if line.kind == "text" else line.kind
        blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(line.text)), depth=line.depth))
        parts.append(line.text)
        at += len(line.text) + 1
    text = "\n".join(parts)
    return Posting(
        text=text,
        title=title,
        language=guess_language(text),
        blocks=tuple(blocks),
        sections=tuple(_sections(text, blocks)),
    )


def _sections(text: str, blocks: list[Block]) -> list[Section]:
    """Cut the blocks at headings; a heading without known words takes the kind its content suggests."""
    sections: list[Section] = []
    heading: Block | None = None
    start = 0
    for block in [*blocks, None]:
        if block is not None and block.kind not in ("heading", "title"):
            continue
        end = block.span.start - 1 if block is not None else len(text)
        if heading is not None or end > start:
            sections.append(_section(text, heading, Span(start=start, end=max(start, end)), sections))
        if block is not None:
            heading = block
            start = min(block.span.end + 1, len(text))
    return sections


def _section(text: str, heading: Block | None, body: Span, before: list[Section]) -> Section:
    if heading is None or heading.kind == "title":
        return Section(kind="other", heading=None, span=body, known=False)
    kind: SectionKind | None = section_kind(heading.span.of(text))
    if kind is None:
        return Section(kind="other", heading=heading.span, span=body, known=False)
    return Section(kind=kind, heading=heading.span, span=body, known=True)
