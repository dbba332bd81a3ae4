"""A real posting that lost its bullets, kept outside the project, comes out whole."""

import os
from collections import Counter
from pathlib import Path

import pytest

from rubric.postings import read_posting
from rubric.requirements import find_requirements

SHARED = Path(os.environ.get("LOOPWRIGHT_SHARED", Path(__file__).parents[4] / "shared"))
POSTING = SHARED / "data" / "postings" / "000_9f026c18fba9a06d.txt"


@pytest.mark.skipif(not POSTING.exists(), reason="the shared data are not beside this checkout")
def test_the_real_posting_has_twenty_one_requirements():
    found = find_requirements(read_posting(POSTING.read_bytes()))

    assert Counter(item.section for item in found.items) == {
        "responsibility": 7,
        "minimum": 10,
        "preferred": 4,
    }
    assert [item.years for item in found.items if item.years] == [12, 3]
    assert [item.section for item in found.items if item.kind == "education"] == ["minimum"]
    assert all(item.text[0].isupper() or item.text[0].isdigit() for item in found.items)
    assert "GDP" not in " ".join(item.text for item in found.items)
