"""Filled packets come back whole; what is wrong is said in words."""

import io
import random
import shutil

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from loops.scorecards import Blank, NotObserved, Observed, read_scorecard, read_scorecards, type_scorecard
from loops.scorecards.filled import MOST_BYTES
from tests.loops.packets.factories import plan_file
from tests.loops.scorecards.filling import CHOICES, NOTE, TEXTS, TICKS, by_mupdf, by_pikepdf, by_pypdf, packet

PLAN = plan_file()


def faults(returned) -> list[str]:
    return [each.fault for each in returned.problems]


def with_fields(data: bytes, change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf, {str(field.get("/T")): field for field in pdf.Root.AcroForm.Fields})
        pdf.save(out)
    return out.getvalue()


def came_back(data: bytes) -> None:
    """Every value that was set is there, equal; everything else is blank."""
    returned = read_scorecard(data, "dana.pdf", PLAN, "4F2", "at noon")
    shown = {
        name: answers for name, answers in returned.values.items() if answers and not name.startswith("meta:")
    }
    wanted = {**TEXTS, **CHOICES, **dict.fromkeys(TICKS, "yes"), "name": "Dana Okafor"}
    assert shown == {name: (text,) for name, text in wanted.items()}
    card = returned.scorecard
    assert card is not None
    assert [rating.answer for rating in card.ratings] == [
        Observed(level=3, evidence=NOTE),
        Blank(evidence=""),
        NotObserved(why="Was not reached."),
    ]
    assert card.recommendation == "strong-yes"
    assert (card.candidate, card.interviewer, card.returned) == ("4F2", "dana", "at noon")
    assert faults(returned) == ["no-rating"]


def test_what_pypdf_fills_in_comes_back():
    came_back(by_pypdf(packet()))


def test_what_pikepdf_fills_in_comes_back():
    came_back(by_pikepdf(packet()))


@pytest.mark.skipif(not shutil.which("mutool"), reason="MuPDF's tools are not installed")
def test_what_mupdf_fills_in_comes_back(tmp_path):
    came_back(by_mupdf(packet(), tmp_path))


def test_an_empty_packet_is_blank_and_not_zero():
    returned = read_scorecard(packet(), "dana.pdf", PLAN)
    assert returned.scorecard is not None
    assert {rating.answer for rating in returned.scorecard.ratings} == {Blank(evidence="")}
    assert faults(returned) == ["no-rating", "no-rating", "no-rating", "no-recommendation"]
    assert "“System design” has no level" in returned.problems[0].says


def test_two_answers_are_said_and_none_is_chosen():
    def disagree(_, fields):
        field = fields["score:system-design"]
        field.V = pikepdf.Name("/2")
        for kid in field.Kids:
            on = next(key for key in kid.AP.N.keys() if key != "/Off")  # noqa: SIM118
            kid.AS = pikepdf.Name(on) if on in ("/2", "/4") else pikepdf.Name("/Off")

    returned = read_scorecard(with_fields(packet(), disagree), "dana.pdf", PLAN)
    assert returned.scorecard is not None
    assert returned.scorecard.ratings[0].answer == Blank(evidence="")
    assert "two answers (2 and 4)" in returned.problems[0].says


def test_a_level_without_evidence_and_an_absence_without_a_reason_are_said():
    def fill(_, fields):
        fields["score:system-design"].V = pikepdf.Name("/4")
        fields["score:operating-services"].V = pikepdf.Name("/na")
        fields["score:feedback-and-disagreement"].V = pikepdf.Name("/maybe")

    returned = read_scorecard(with_fields(packet(), fill), "dana.pdf", PLAN)
    assert faults(returned) == ["no-evidence", "no-reason", "not-a-level", "no-recommendation"]


def set_mark(name: str, value: str):
    def change(_, fields):
        fields[f"meta:{name}"].V = pikepdf.String(value)

    return change


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("plan", "zzzz", "another-plan"),
        ("hash", "f" * 64, "another-version"),
        ("interview", "i9", "unknown-interview"),
        ("candidate", "9Z", "another-candidate"),
        ("kind", "overview", "not-ours"),
    ],
)
def test_a_packet_of_something_else_is_not_counted(name, value, fault):
    returned = read_scorecard(with_fields(packet(), set_mark(name, value)), "dana.pdf", PLAN, "4F2")
    assert returned.scorecard is None
    assert faults(returned) == [fault]
    assert returned.values["name"] == ("Dana Okafor",)


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [("interviewer", "eve", "another-interviewer"), ("version", "0", "another-version")],
)
def test_other_differences_are_said_beside_the_scores(name, value, fault):
    returned = read_scorecard(with_fields(packet(), set_mark(name, value)), "dana.pdf", PLAN)
    assert returned.scorecard is not None
    assert faults(returned)[0] == fault


def test_without_a_plan_a_packet_is_read_for_what_it_says():
    returned = read_scorecard(by_pypdf(packet()), "dana.pdf")
    assert returned.scorecard is not None
    assert [rating.competency for rating in returned.scorecard.ratings] == [
        "system-design",
        "operating-services",
        "feedback-and-disagreement",
    ]


def test_a_packet_without_a_candidate_takes_the_code_that_was_written_in():
    def write(_, fields):
        fields["candidate"].V = pikepdf.String("7Q")

    blank = packet(candidate="")
    assert "no-candidate" in faults(read_scorecard(blank, "dana.pdf", PLAN))
    returned = read_scorecard(with_fields(blank, write), "dana.pdf", PLAN)
    assert returned.scorecard is not None
    assert returned.scorecard.candidate == "7Q"


def test_the_same_packet_twice_is_said_of_both():
    both = read_scorecards([("a.pdf", packet()), ("b.pdf", packet())], PLAN)
    assert ["twice" in faults(each) for each in both] == [True, True]


def flattened() -> bytes:
    return with_fields(packet(), lambda pdf, _: pdf.Root.__delitem__("/AcroForm"))


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(packet())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="x", owner="x"))
    return out.getvalue()


def long() -> bytes:
    out = io.BytesIO()
    pdf = pikepdf.new()
    for _ in range(41):
        pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


def swollen() -> bytes:
    """A small file with an object stream that would grow to 400 MB."""
    out = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=pikepdf.Array(
            [
                pdf.make_indirect(
                    pikepdf.Dictionary(T="x", FT=pikepdf.Name.Tx, V=pdf.make_stream(b" " * 400_000_000))
                )
            ]
        )
    )
    pdf.docinfo["/LoopwrightPlan"] = "k7m2q9xa"
    pdf.save(out)
    return out.getvalue()


def foreign() -> bytes:
    out = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        pytest.param(lambda: b"", "not-a-pdf", id="empty"),
        pytest.param(lambda: b"PK\x03\x04 a document", "not-a-pdf", id="another kind of file"),
        pytest.param(lambda: b"%PDF-1.7\n" + b"0" * MOST_BYTES, "too-large", id="too many bytes"),
        pytest.param(long, "too-large", id="too many pages"),
        pytest.param(lambda: b"%PDF-1.7\nnothing more", "damaged", id="a head only"),
        pytest.param(lambda: packet() + b"/Filter /LZWDecode", "damaged", id="an old filter"),
        pytest.param(locked, "locked", id="a password"),
        pytest.param(foreign, "not-ours", id="foreign"),
        pytest.param(flattened, "paper", id="no fields"),
    ],
)
def test_files_that_hold_no_scores_are_refused_in_one_sentence(make, fault):
    returned = read_scorecard(make(), "x.pdf", PLAN)
    assert returned.scorecard is None
    assert faults(returned) == [fault]
    assert returned.problems[0].says.endswith(".")


@pytest.mark.slow
def test_a_swollen_file_is_refused():
    assert read_scorecard(swollen(), "x.pdf", PLAN).scorecard is None


def test_fields_that_go_in_circles_are_refused():
    def twist(pdf, fields):
        field = fields["score:system-design"]
        field.Kids = pikepdf.Array([field])

    returned = read_scorecard(with_fields(packet(), twist), "x.pdf", PLAN)
    assert faults(returned) == ["damaged"]


@pytest.mark.slow
def test_five_hundred_damaged_files_get_a_sentence_each():
    chance = random.Random(5)
    whole = by_pypdf(packet())
    for number in range(500):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 10, 200, 5000))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.randrange(len(data)) if number % 3 == 0 else len(data)
        returned = read_scorecard(bytes(data[:cut]), f"{number}.pdf", PLAN)
        assert returned.scorecard or returned.problems
        assert all(each.says.endswith(".") for each in returned.problems)


def test_text_longer_than_is_kept_is_said():
    def write(_, fields):
        fields["change"].V = pikepdf.String("a" * 20_001)

    returned = read_scorecard(with_fields(packet(), write), "x.pdf", PLAN)
    assert "cut" in faults(returned)


def test_a_field_that_stands_twice_with_two_texts_keeps_both():
    def double(pdf, fields):
        other = pdf.make_indirect(
            pikepdf.Dictionary(T="change", FT=pikepdf.Name.Tx, V=pikepdf.String("Nothing."))
        )
        fields["change"].V = pikepdf.String("Much.")
        pdf.Root.AcroForm.Fields.append(other)

    returned = read_scorecard(with_fields(packet(), double), "x.pdf", PLAN)
    assert returned.scorecard is not None
    assert returned.scorecard.change == "Much.\nNothing."
    assert "two-answers" in faults(returned)


def test_a_packet_saved_again_by_a_viewer_reads_the_same():
    once = by_pypdf(packet())
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(once)))
    out = io.BytesIO()
    writer.write(out)
    assert read_scorecard(out.getvalue(), "x", PLAN) == read_scorecard(once, "x", PLAN)


def test_typed_scores_follow_the_same_rules():
    typed = type_scorecard(
        PLAN,
        "i1",
        "4F2",
        {"score:system-design": "2", "score:operating-services": "na", "change": "  "},
        "today",
    )
    assert typed.scorecard is not None
    assert typed.scorecard.ratings[0].answer == Observed(level=2, evidence="")
    assert faults(typed) == ["no-evidence", "no-reason", "no-rating", "no-recommendation"]
    assert type_scorecard(PLAN, "i7", "4F2", {}).problems[0].fault == "unknown-interview"
