"""A posting is shown as text, whatever is in it, with every mark on its own words."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from app.draw.marks import Mark, posting_html
from rubric.postings.model import Block, Posting
from rubric.value import Span


def posting(text, *blocks):
    whole = (Block(kind="paragraph", span=Span(start=0, end=len(text))),)
    return Posting(text=text, title=None, language="en", blocks=blocks or whole, sections=())


def visible(html):
    return unescape(re.sub(r'<span class="lw-number">\d+</span>|<[^>]+>', "", html))


def test_a_hostile_posting_stays_text():
    text = "<script>alert(1)</script> <img src=x onerror=alert(1)> & “quotes”"
    html = posting_html(posting(text), [Mark(1, Span(start=0, end=25), "must")])

    assert "<script" not in html
    assert "<img" not in html
    assert visible(html) == text


def test_a_mark_carries_its_number_and_strength():
    html = posting_html(posting("Lead the team"), [Mark(3, Span(start=0, end=4), "nice")])

    assert (
        html
        == '<p data-at="0"><mark class="lw-nice"><span class="lw-number">3</span>Lead</mark> the team</p>'
    )


def test_bullets_become_one_list_and_headings_stand_out():
    blocks = (
        Block(kind="heading", span=Span(start=0, end=4)),
        Block(kind="bullet", span=Span(start=5, end=6)),
        Block(kind="bullet", span=Span(start=7, end=8)),
    )
    html = posting_html(posting("Work\na\nb", *blocks), [])

    assert html == (
        '<p data-at="0" class="lw-posting-heading">Work</p>'
        '<ul><li data-at="5" class="lw-depth-0">a</li><li data-at="7" class="lw-depth-0">b</li></ul>'
    )


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(start=min(p), end=max(p)))


@given(st.text("ab <>&\"'é", max_size=60), st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_no_mark_ever_loses_or_doubles_a_character(text, marked, words):
    marks = [Mark(n, span, "must") for n, span in enumerate(marked, 1)]

    assert visible(posting_html(posting(text), marks, words)) == text
