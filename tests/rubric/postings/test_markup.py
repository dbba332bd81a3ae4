"""HTML and Markdown show what a reader sees."""

import pytest

from rubric.postings import PostingError, read_posting
from rubric.postings.html import html_lines, linked_data
from rubric.postings.markdown import markdown_lines


def kinds(lines):
    return [(line.text, line.kind, line.depth) for line in lines]


def test_html_keeps_titles_headings_and_nested_lists():
    nested = "<ul><li>the <b>night</b> shift</li></ul>"
    page = f"<h1>Nurse</h1><p><b>Duties</b></p><ul><li>Lead{nested}</li></ul><p>End<br>here</p>"

    assert kinds(html_lines(page)) == [
        ("Nurse", "title", 0),
        ("Duties", "heading", 0),
        ("Lead", "bullet", 0),
        ("the night shift", "bullet", 1),
        ("End", "text", 0),
        ("here", "text", 0),
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>secret</script>",
        "<style>secret</style>",
        "<template>secret</template>",
        '<p style="display: none">secret</p>',
        '<p style="font-size:0">secret</p>',
        "<p hidden>secret</p>",
        '<span aria-hidden="true">secret</span>',
        "<!-- secret -->",
    ],
)
def test_what_html_hides_is_not_read(unseen):
    assert kinds(html_lines(f"<p>Seen</p>{unseen}")) == [("Seen", "text", 0)]


def test_a_bold_label_before_text_is_a_heading():
    assert kinds(html_lines("<p><strong>Duties:</strong> lead the ward</p>")) == [
        ("Duties:", "heading", 0),
        ("lead the ward", "text", 0),
    ]


def test_cells_of_a_table_row_are_kept_apart():
    assert kinds(html_lines("<table><tr><td>Years</td><td>five</td></tr></table>")) == [
        ("Years five", "text", 0)
    ]


def test_html_that_is_nested_too_deep_is_refused():
    with pytest.raises(PostingError, match="deeper than 256"):
        html_lines("<div>" * 300 + "x")


def test_a_page_without_anything_has_no_lines():
    assert html_lines("") == []
    assert linked_data("<p>x</p>") == []


def test_markdown_keeps_titles_headings_and_nested_lists():
    source = (
        "# Nurse\n\n**Duties**\n\n- Lead *the* `ward`\n  - at night\n\n**Pay:** good\n\n"
        "Bring\n=====\n\n1. Patience  \n   and calm\n\n![logo](x) [link](y)\n\n```\ncode\n```\n\n**Hours**:\n"
    )

    assert kinds(markdown_lines(source)) == [
        ("Nurse", "title", 0),
        ("Duties", "heading", 0),
        ("Lead the ward", "bullet", 0),
        ("at night", "bullet", 1),
        ("Pay:", "heading", 0),
        ("good", "text", 0),
        ("Bring", "title", 0),
        ("Patience", "bullet", 0),
        ("and calm", "text", 0),
        ("logo link", "text", 0),
        ("code", "text", 0),
        ("Hours:", "heading", 0),
    ]


def test_a_markdown_table_is_read_row_by_row():
    source = "# Nurse\n\n| Skill | Years |\n|---|---|\n| Wards | five |\n"

    assert read_posting(source).text.split("\n")[1:] == ["Skill Years", "Wards five"]
