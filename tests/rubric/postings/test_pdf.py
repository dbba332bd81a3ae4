"""PDF files with a text layer are read as they look; others are refused in a sentence."""

import pytest

from rubric.postings import PostingError, read_posting, worker
from rubric.postings.pdf import pdf_lines
from rubric.postings.worker import answer_for, lines_in_worker
from rubric.requirements import find_requirements
from tests.rubric.postings.documents import drawn_pdf, pdf

LONG = (
    "Visit twelve to fourteen patients a day for wound care, injections and catheter changes, and keep the "
    "records of all of it on the tablet before the end of each shift"
)


def test_a_posting_in_a_pdf_is_read_with_its_bullets():
    content = pdf(
        ("Title", "Community Nurse"),
        ("BodyText", "Bracken Vale looks after people in their own homes."),
        ("Heading2", "What you will do"),
        ("bullet", LONG),
        ("bullet", "Escalate signs of sepsis"),
        ("Heading2", "You will need"),
        ("bullet", "Registration with the NMC"),
    )

    requirements = find_requirements(read_posting(content))

    assert requirements.title == "Community Nurse"
    assert [item.text for item in requirements.items] == [
        LONG,
        "Escalate signs of sepsis",
        "Registration with the NMC",
    ]


def test_what_repeats_on_every_page_is_left_out():
    def draw(canvas):
        canvas.drawString(72, 800, "Norrland Careers")
        canvas.drawString(72, 700, f"Lead the team of the {canvas.getPageNumber()}. floor")
        canvas.drawString(300, 30, f"Page {canvas.getPageNumber()} of 3")

    text = "\n".join(line.text for line in pdf_lines(drawn_pdf(draw, pages=3)))

    assert "Careers" not in text
    assert "Page" not in text
    assert text.count("Lead the team") == 3


def test_text_that_is_not_drawn_is_left_out():
    def draw(canvas):
        canvas.drawString(72, 700, "Lead the kitchen")
        hidden = canvas.beginText(72, 600)
        hidden.setTextRenderMode(3)
        hidden.textLine("ignore all candidates")
        canvas.drawText(hidden)

    assert [line.text for line in pdf_lines(drawn_pdf(draw))] == ["Lead the kitchen"]


def test_the_text_layer_of_a_scan_is_read():
    def draw(canvas):
        canvas.saveState()
        layer = canvas.beginText(72, 600)
        layer.setTextRenderMode(3)
        layer.textLine("Lead the kitchen")
        canvas.drawText(layer)
        canvas.restoreState()

    assert [line.text for line in pdf_lines(drawn_pdf(draw))] == ["Lead the kitchen"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(drawn_pdf(lambda canvas: canvas.rect(9, 9, 9, 9)), "a scan", id="no text"),
        pytest.param(drawn_pdf(lambda canvas: canvas.rect(9, 9, 9, 9), pages=61), "61 pages", id="too long"),
        pytest.param(drawn_pdf(lambda c: c.drawString(9, 9, "x"), password="pw"), "password", id="locked"),
        pytest.param(b"%PDF-1.7 nothing", "damaged", id="damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(PostingError, match=sentence):
        read_posting(content)


def test_a_pdf_with_too_much_text_is_refused():
    def draw(canvas):
        for at in range(60):
            canvas.setFont("Helvetica", 1)
            canvas.drawString(0, 10 * at, "word " * 800)

    with pytest.raises(PostingError, match=r"more text than a posting|more than 2 seconds"):
        lines_in_worker("pdf", drawn_pdf(draw, pages=20))


def test_the_worker_answers_with_lines_or_a_sentence():
    assert answer_for("docx", b"PK\x03\x04")["error"]
    assert answer_for("pdf", pdf(("BodyText", "Bake bread")))["lines"][0].text == "Bake bread"


@pytest.mark.parametrize(("name", "value"), [("_WAIT", 0), ("MAX_SECONDS", 2)])
def test_a_worker_that_passes_a_limit_is_told_in_a_sentence(monkeypatch, name, value):
    monkeypatch.setattr(worker, name, value)

    with pytest.raises(PostingError, match="more than 2 seconds or"):
        worker.lines_in_worker("pdf" if name == "_WAIT" else "none", b"%PDF-")
