"""Word files show what a reader sees, and hostile ones are refused in a sentence."""

import pytest

from rubric.postings import PostingError, read_posting
from rubric.postings.docx import docx_lines
from rubric.postings.lines import Line
from tests.rubric.postings.documents import docx, paragraph


def test_styles_and_numbering_say_what_a_paragraph_is():
    body = (
        paragraph("Head Gardener", style="Titel")
        + paragraph("Your work", style="berschrift1")
        + paragraph("Lead three gardeners", level=0)
        + paragraph("and their apprentice", level=1)
        + paragraph("Plan the planting", style="ListBullet")
        + paragraph("What you bring", run="<w:b/>")
        + paragraph("• A driving licence")
        + paragraph("We open to visitors in May.")
    )

    assert [(line.text, line.kind, line.depth) for line in docx_lines(docx(body))] == [
        ("Head Gardener", "title", 0),
        ("Your work", "heading", 0),
        ("Lead three gardeners", "bullet", 0),
        ("and their apprentice", "bullet", 1),
        ("Plan the planting", "bullet", 0),
        ("What you bring", "heading", 0),
        ("A driving licence", "bullet", 0),
        ("We open to visitors in May.", "text", 0),
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        pytest.param("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", id="hidden run"),
        pytest.param("<w:del><w:r><w:t>secret</w:t></w:r></w:del>", id="deleted"),
        pytest.param("<w:r><w:instrText>secret</w:instrText></w:r>", id="field code"),
    ],
)
def test_what_a_reader_does_not_see_is_not_read(unseen):
    body = f"<w:p><w:r><w:t>Seen</w:t></w:r>{unseen}</w:p>"

    assert docx_lines(docx(body)) == [Line("Seen", "text", 0, True)]


def test_a_property_that_is_switched_off_counts_for_nothing():
    body = paragraph("Seen", run='<w:vanish w:val="0"/><w:b w:val="false"/>')

    assert docx_lines(docx(body)) == [Line("Seen", "text", 0, True)]


def test_breaks_tabs_and_hyphens_are_read():
    run = "<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:tab/><w:t>shop</w:t><w:br/><w:t>two</w:t>"
    body = f"<w:p><w:r>{run}</w:r></w:p>"

    assert [line.text for line in docx_lines(docx(body))] == ["co-op shop", "two"]


def test_a_file_without_styles_is_read():
    assert docx_lines(docx(paragraph("Plain", style="ListParagraph"), styles=None))[0].kind == "bullet"


def test_a_whole_posting_is_read_from_a_word_file():
    posting = read_posting(docx(paragraph("Baker", style="Titel") + paragraph("Bake bread", level=0)))

    assert posting.title == "Baker"
    assert posting.text == "Baker\nBake bread"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(docx("", name="xl/workbook.xml"), "no Word document", id="a spreadsheet"),
        pytest.param(docx("<w:p>")[:200], "damaged", id="cut off"),
        pytest.param(docx("<w:p>"), "damaged", id="broken XML"),
        pytest.param(docx("<!DOCTYPE x>"), "damaged", id="a document type"),
        pytest.param(docx(paragraph("a" * 21_000_000)), "more than 20 MB", id="a bomb"),
        pytest.param(
            docx("<w:p>" + "<w:x>" * 300 + "</w:x>" * 300 + "</w:p>"), "deeper than 200", id="nested"
        ),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(PostingError, match=sentence):
        docx_lines(content)
