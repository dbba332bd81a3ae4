"""Rows are as tall as their longest text."""

import pytest

from app.draw.rows import row_height


@pytest.mark.parametrize(
    ("cells", "height"),
    [
        pytest.param([], 35, id="nothing"),
        pytest.param([("Mentor", 200)], 35, id="one-line"),
        pytest.param([("Mentor", 200), ("word " * 20, 400)], 66, id="two-lines"),
        pytest.param([("word " * 200, 216)], 236, id="twelve-at-most"),
    ],
)
def test_a_row_is_as_tall_as_its_longest_text(cells, height):
    assert row_height(cells) == height
