"""The record of a candidate: everything in one file that cannot be changed."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from loops.scorecards import merge_returned
from loops.scorecards.record import RecordError
from tests.loops.scorecards.filling import by_pypdf, packet
from tests.loops.scorecards.test_read import with_fields


def test_the_record_shows_all_answers_and_holds_the_files_as_they_came():
    first, second = by_pypdf(packet()), packet()
    record = merge_returned([("dana.pdf", first), ("again.pdf", second)])
    read = PdfReader(io.BytesIO(record))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert "One alert, (two) causes \\ three fixes." in text
    assert "Łukasz said: “we had two ways” – Ελληνικά, кириллица" in text
    assert not read.get_fields()
    with pikepdf.open(io.BytesIO(record)) as pdf:
        assert pdf.attachments["dana.pdf"].get_file().read_bytes() == first
        assert not any("/Annots" in page for page in pdf.pages)
    assert len(read.pages) > 12


def test_a_text_too_long_for_its_field_goes_on_to_a_page_of_its_own():
    def write(_, fields):
        fields["date"].V = pikepdf.String("one two three four " * 300)

    plain, long = packet(), with_fields(packet(), write)
    assert len(PdfReader(io.BytesIO(merge_returned([("a", long)]))).pages) > len(
        PdfReader(io.BytesIO(merge_returned([("a", plain)]))).pages
    )


def test_the_same_files_give_the_same_record():
    files = [("dana.pdf", by_pypdf(packet()))]
    assert merge_returned(files) == merge_returned(files)


def test_a_file_that_cannot_be_read_is_named():
    with pytest.raises(RecordError, match=r"broken\.pdf: This is not a PDF file"):
        merge_returned([("broken.pdf", b"none")])
