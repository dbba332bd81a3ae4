"""Bytes become text in the right letters, or a sentence says why not."""

import pytest

from rubric.postings import PostingError, read_posting, read_postings
from rubric.postings.decode import binary_kind, decode, recognise

GERMAN = "Köchin für die Küche, größtenteils früh"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(GERMAN.encode(), id="UTF-8"),
        pytest.param(GERMAN.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(GERMAN.encode("utf-16"), id="UTF-16"),
        pytest.param(GERMAN.encode("cp1252"), id="Windows"),
        pytest.param(GERMAN, id="text"),
    ],
)
def test_letters_are_kept_in_any_encoding(content):
    assert decode(content) == GERMAN


def test_a_page_may_declare_its_encoding():
    page = '<html><meta charset="iso-8859-2"><p>Łódź jest</p><p>piękna</p>'

    assert "Łódź" in read_posting(page.encode("iso-8859-2")).text


@pytest.mark.parametrize("declared", ["no-such-code", "ascii"])
def test_a_false_declaration_is_passed_over(declared):
    page = f'<html><meta charset="{declared}"><p>Küche</p><p>x</p>'

    assert "Küche" in decode(page.encode("cp1252"))


def test_bytes_that_no_encoding_has_are_replaced():
    assert decode(b"caf\x81 ol\xe9").endswith("olé")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param("  \n ", "empty", id="blanks"),
        pytest.param(b"a" * 5_000_001, "5.0 MB", id="large"),
        pytest.param("ä" * 2_600_000, "5.2 MB", id="large as UTF-8"),
        pytest.param(b"\x00\x01\x02" * 40, "binary", id="binary"),
        pytest.param(b"\xd0\xcf\x11\xe0abc", "old Word file", id="doc"),
        pytest.param(b"{\\rtf1 abc}", "rich text", id="rtf"),
        pytest.param(b"\x89PNG\r\n", "picture", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "picture", id="jpeg"),
        pytest.param("x" * 400_001, "400,000 characters", id="long"),
        pytest.param("<p></p><div></div>", "no text", id="nothing visible"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(PostingError, match=sentence):
        read_postings(content)


def test_the_size_is_looked_at_before_anything_else():
    with pytest.raises(PostingError, match="MB"):
        binary_kind(b"%PDF-" + b" " * 5_000_000)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"title": "x"}', "json"),
        ("[{}]", "json"),
        ("[not a list]", "plain"),
        ("<p>a</p><p>b</p>", "html"),
        ("Title\n=====\n", "markdown"),
        ("- one\n- two", "plain"),
        ("a < b and b > c", "plain"),
    ],
)
def test_the_kind_is_told_by_the_content(text, kind):
    assert recognise(text) == kind


def test_more_words_than_can_be_read_in_time_are_refused():
    with pytest.raises(PostingError, match="more than 25,000 words"):
        read_posting("Nurse\n\n" + "tend " * 25_001)
