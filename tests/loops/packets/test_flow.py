"""Blocks to pages: no row, line or heading is left alone."""

import pytest

from loops.packets.pdf.blocks import Gap, Stack, Text
from loops.packets.pdf.flow import lay_out, lay_out_well
from loops.packets.pdf.paragraph import Lines
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, named

KIT = Kit()
WIDTH = 400.0
ROW = KIT.table.leading + 8
LONG = "Said what was done, by whom, and what came of it in the end. " * 12


def table(rows: int, **kinds: float) -> Table:
    cells = tuple(
        (named(KIT.label, "Law", "Law" if n else None), Cell(Text(KIT.table, str(n)))) for n in range(rows)
    )
    return Table((0.5, 0.5), (), cells, **kinds)


def words(block: Text) -> str:
    return block.words


def test_tables_are_set_closer_before_one_row_goes_to_the_next_page():
    blocks = (table(10), Text(KIT.body, "After it."), Gap(5), table(4))
    room = 9.5 * ROW
    assert [len(page[0].rows) for page in lay_out(blocks, WIDTH, room)[1:2]] == [1]
    pages = lay_out_well(blocks, WIDTH, room)
    assert len(pages[0][0].rows) == 10
    assert pages[0][0].pad < 4


def test_tables_keep_their_air_where_nothing_is_left_alone():
    pages = lay_out_well((table(6), Gap(5), table(6)), WIDTH, 20 * ROW)
    assert [block.pad for page in pages for block in page if isinstance(block, Table)] == [4, 4]


def test_a_ditto_mark_at_the_top_of_a_page_is_the_name():
    first, second = (page[0] for page in lay_out((table(20),), WIDTH, 10.5 * ROW))
    assert words(first.rows[0][0].block) == "Law"
    assert [words(row[0].block) for row in first.rows[1:]] == ["″"] * 9
    assert [words(row[0].block) for row in second.rows] == ["Law", *["″"] * 9]


@pytest.mark.parametrize("lines", [2, 3, 4, 5, 6])
def test_a_paragraph_is_cut_between_two_lines_and_two(lines):
    text = Text(KIT.table, LONG)
    count = len(text.lines(WIDTH))
    pages = lay_out((text,), WIDTH, lines * KIT.table.leading + 1)
    held = [len(part.lines) for page in pages for part in page if isinstance(part, Lines)]
    assert sum(held) == count
    assert min(held) >= 2


def test_a_paragraph_that_cannot_be_cut_well_goes_to_the_next_page():
    text = Text(KIT.body, "One line of words that runs over into a second line of words. " * 2)
    assert len(text.lines(WIDTH)) == 2
    pages = lay_out((Gap(0), Text(KIT.body, "Before."), text), WIDTH, 2.5 * KIT.body.leading)
    assert [len(page) for page in pages] == [1, 1]


def test_a_heading_is_never_cut():
    head = Text(KIT.title, LONG, "H1")
    assert head.split(WIDTH, 60)[0] is None
    assert Stack((head,)).height(WIDTH) > 60
