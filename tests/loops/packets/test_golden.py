"""The words of the documents, in reading order: a change shows here and is looked at.

`LOOPWRIGHT_GOLDEN=write pytest tests/loops/packets/test_golden.py` writes them anew.
"""

import io
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from loops.packets import Settings, write_packets
from loops.packets.model import Sitting
from tests.loops.packets.factories import plan_file

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings(
    candidate="4F2",
    day="Tuesday, 1 December 2026",
    sittings={"i1": Sitting(when="10:00 to 11:00", where="room 4.12")},
    contact="hiring@example.org",
    laws=("uk",),
)


def words_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return (
        "\n".join(f"--- page {number}\n{page.extract_text()}" for number, page in enumerate(pages, 1)) + "\n"
    )


@pytest.mark.parametrize("name", ["overview.pdf", "candidate.pdf", "packets/dana.pdf"])
def test_the_words_are_those_that_were_looked_at(name):
    shown = words_of(write_packets(plan_file(), SETTINGS)[name])
    kept = GOLDEN / f"{Path(name).stem}.txt"
    if os.environ.get("LOOPWRIGHT_GOLDEN") == "write":
        kept.write_text(shown, "utf-8")
    assert shown == kept.read_text("utf-8")
