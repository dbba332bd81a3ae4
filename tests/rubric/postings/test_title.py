"""The title of the role is found where postings put it."""

import pytest

from rubric.postings import read_posting


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Job title: Ward Clerk\n\nWe run a ward.", "Ward Clerk", id="a label"),
        pytest.param("Position:\nWard Clerk\n\nWe run a ward.", "Ward Clerk", id="a label above"),
        pytest.param("Acme Health\nWard Clerk (m/w/d)\n\nWe run a ward.", "Ward Clerk", id="the second line"),
        pytest.param(
            "Winetaster\n\nWe make wine and taste it.", "Winetaster", id="a role that no list knows"
        ),
        pytest.param("We run a ward. As a Ward Clerk, you greet.", "Ward Clerk", id="as a"),
        pytest.param("We run a ward. We are looking for a Ward Clerk.", "Ward Clerk", id="looking for"),
        pytest.param("We run a ward and like it.", None, id="none"),
        pytest.param("- Lead the ward\n- Teach students", None, id="only bullets"),
    ],
)
def test_the_title_is_found(text, title):
    assert read_posting(text).title == title
