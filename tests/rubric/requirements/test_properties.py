"""What holds for every posting, however it was mangled."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubric.postings import PostingError, read_posting
from rubric.requirements import NoRequirementError, Requirements, find_requirements
from tests.rubric.postings.mangled import BENEFITS, POSTINGS, mangled_postings


def requirements_of(text: str) -> Requirements | None:
    try:
        return find_requirements(read_posting(text))
    except (PostingError, NoRequirementError):
        return None


@settings(max_examples=150, deadline=None)
@given(mangled_postings())
def test_every_requirement_quotes_the_kept_text(text):
    try:
        posting = read_posting(text)
        items = find_requirements(posting).items
    except (PostingError, NoRequirementError):
        return

    assert [item.span.of(posting.text) for item in items] == [item.text for item in items]
    assert all(a.span.end <= b.span.start for a, b in pairwise(items))
    assert all(item.text == item.text.strip() for item in items)


@settings(max_examples=150, deadline=None)
@given(mangled_postings())
def test_blocks_and_sections_lie_in_order_inside_the_kept_text(text):
    try:
        posting = read_posting(text)
    except PostingError:
        return

    assert "\n".join(block.span.of(posting.text) for block in posting.blocks) == posting.text
    assert all(section.span.end <= len(posting.text) for section in posting.sections)
    assert all(a.span.end <= b.span.start for a, b in pairwise(posting.sections))


@pytest.mark.parametrize("title", ["", "Benefits\n\n"])
@pytest.mark.parametrize("text", [text for text in POSTINGS if "<html" not in text])
def test_a_paragraph_of_benefits_changes_no_requirement(text, title):
    before, after = requirements_of(text), requirements_of(f"{text.rstrip()}\n\n{title}{BENEFITS}\n")

    assert after == before


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(POSTINGS))
def test_the_same_posting_gives_the_same_requirements(text):
    assert requirements_of(text) == requirements_of(text)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400)))
def test_anything_at_all_is_read_or_refused_in_a_sentence(content):
    sentence = "."
    try:
        find_requirements(read_posting(content))
    except (PostingError, NoRequirementError) as error:
        sentence = str(error)

    assert sentence.endswith(".")
