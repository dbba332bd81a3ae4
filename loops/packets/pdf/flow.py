"""Blocks to pages."""

from collections.abc import Callable
from dataclasses import replace

from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Stack, Text
from loops.packets.pdf.paragraph import Lines
from loops.packets.pdf.table import Table
from loops.packets.pdf.tags import Tag

TOGETHER = 70
"""What has to fit below a heading on its page, in points."""

CLOSER = (0.75, 0.5)
"""The shares of their air that tables and gaps keep where a page is set closer."""

SPARSE = 0.25
"""A last page that is filled less than this is saved where that can be."""


def lay_out(blocks: tuple[Block, ...], width: float, room: float) -> list[tuple[Block, ...]]:
    """Share blocks out between pages of this height.

    A table goes on under its own head, a long paragraph between two lines; a heading stays with what
    follows; any other block stays whole.
    """
    pages: list[list[Block]] = [[]]
    left = room
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        if isinstance(block, Gap) and not pages[-1]:
            continue
        part, rest = _cut(block, width, left, room)
        if part is not None:
            pages[-1].append(part)
            left -= part.height(width)
        if rest is not None:
            waiting.insert(0, rest)
            pages.append([])
            left = room
    return [tuple(page) for page in pages if page]


def _cut(block: Block, width: float, left: float, room: float) -> tuple[Block | None, Block | None]:
    """What of a block goes on this page, and what on the next."""
    needs = block.height(width)
    if needs + max(min(_after(block), room - needs), 0) <= left + 0.01:
        return block, None
    if isinstance(block, Table):
        return block.split(width, left if left > TOGETHER else 0)
    if isinstance(block, Text | Lines) and (parts := block.split(width, left))[0]:
        return parts
    if isinstance(block, Gap):
        return None, None
    return (None, block) if left < room else (block, None)


def _after(block: Block) -> float:
    """What has to fit below a block on its page."""
    heading = isinstance(block, Text) and block.kind in ("H1", "H2")
    return float(getattr(block, "together", TOGETHER * heading))


def lay_out_well(blocks: tuple[Block, ...], width: float, room: float) -> list[tuple[Block, ...]]:
    """The same, set closer where that saves a page with next to nothing, or a table's last row alone."""
    pages = lay_out(blocks, width, room)
    best = _lonely(pages, width, room)
    for share in CLOSER if best else ():
        closer = lay_out(tuple(_closer(block, share) for block in blocks), width, room)
        if len(closer) <= len(pages) and (lonely := _lonely(closer, width, room)) < best:
            pages, best = closer, lonely
    return pages


def _lonely(pages: list[tuple[Block, ...]], width: float, room: float) -> int:
    """How many pages begin with no more than a row of a table, or end the document nearly empty."""
    stubs = sum(
        isinstance(page[0], Table) and page[0].tag is not None and len(page[0].rows) == 1
        for page in pages[1:]
    )
    return stubs + (len(pages) > 1 and Stack(pages[-1]).height(width) <= SPARSE * room)


def _closer(block: Block, share: float) -> Block:
    if isinstance(block, Gap):
        return replace(block, points=block.points * share)
    return replace(block, pad=block.pad * share) if isinstance(block, Table) else block


def flow(pen: Pen, blocks: tuple[Block, ...], tag: Tag, page: Callable[[], Place]) -> None:
    """Draw blocks on as many pages as they need; what can stretch takes up what a page has left."""
    at = page()
    for number, held in enumerate(lay_out_well(blocks, at.width, at.height)):
        at = page() if number else at
        Stack(held).draw(pen, at, tag)
