"""Words to lines: where a word is broken, and that it can be read back whole."""

import io

import pytest
from pypdf import PdfReader

from loops.packets import compose_packets, render
from loops.packets.pdf.faces import BOLD, width_of
from loops.packets.pdf.wrap import HYPHEN, balanced, wrap
from tests.loops.packets.factories import item, plan_file


def lines(word: str, points: float, size: float = 10.5) -> list[str]:
    return ["".join(part for _, part in line) for line in wrap(((BOLD, word),), size, points)]


@pytest.mark.parametrize(
    ("word", "points", "shown"),
    [
        pytest.param(
            "Informationssicherheitsmanagement", 120, ["Informationssicher-", "heitsmanagement"], id="German"
        ),
        pytest.param("Ответственность", 70, ["Ответствен-", "ность"], id="Cyrillic"),
        pytest.param("0123456789abcdef0123456789", 90, ["0123456789abc", "def0123456789"], id="a code"),
        pytest.param(
            "hiring@example.organisation", 100, ["hiring@example.", "organisation"], id="an address"
        ),
    ],
)
def test_a_word_too_wide_is_broken_where_a_reader_would(word, points, shown):
    assert [line.replace(HYPHEN, "-") for line in lines(word, points)] == shown


def test_no_line_is_wider_than_its_room_and_no_letter_is_lost():
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    for points in range(20, 300, 7):
        broken = lines(word, points)
        assert "".join(broken).replace(HYPHEN, "") == word
        assert all(width_of(line, BOLD) * 10.5 / 1000 <= points + 0.1 for line in broken)


def test_a_title_is_not_broken_inside_a_word_to_make_its_lines_even():
    title = ((BOLD, "Informationssicherheitsmanagement heute"),)
    shown = ["".join(part for _, part in line) for line in balanced(title, 22, 420)]
    assert shown == ["Informationssicherheitsmanagement", "heute"]


def test_a_broken_word_is_found_whole_in_the_text_of_the_page():
    plan = plan_file(
        items=tuple(item(place, name="Informationssicherheitsmanagement"[: 33 - place]) for place in range(3))
    )
    packet = compose_packets(plan).interviews[0][1]
    text = PdfReader(io.BytesIO(render(packet))).pages[4].extract_text()
    assert "Informationssicher\N{SOFT HYPHEN}\nheitsmanagement" in text
