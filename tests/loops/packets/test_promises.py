"""What the papers promise: nobody reads another's rating, every level has its anchor, samples are whole."""

import io
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from loops.debrief import compose_debrief
from loops.packets import Look, Settings, compose_packets, render
from loops.packets.model import InterviewPacket, Rung
from loops.packets.scale import points
from loops.packets.words import words_of
from loops.scorecards import read_scorecard, type_scorecard
from rubric.catalogue.lint import lint_question
from tests.loops.packets.factories import plan_file

NAMES_WHAT_IS_BARRED = (
    "fair.dont_list",
    "debrief.rule_list",
    "fair.error_list",
    "candidate.adjust",
    "candidate.adjust_text",
    "candidate.data_text",
)
EXAMPLES = Path(__file__).parents[3] / "examples" / "completed"


def text_of(data: bytes) -> str:
    return " ".join(" ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(data)).pages).split())


def levels(count: int) -> InterviewPacket:
    packet = compose_packets(plan_file()).interviews[0][1]
    scale = tuple(
        point.model_copy(update={"word": f"Word {point.level}"}) for point in points(Settings(), count)
    )
    rungs = tuple(Rung(level=p.level, word=p.word, seen=f"What is seen at {p.level}.") for p in scale)
    topics = tuple(topic.model_copy(update={"rungs": rungs}) for topic in packet.topics)
    return packet.model_copy(update={"topics": topics, "points": scale})


@pytest.mark.parametrize("count", [4, 5, 7])
def test_a_scale_of_any_length_has_an_anchor_and_a_button_for_each_level(count):
    data = render(levels(count))
    text = text_of(data)
    assert all(f"What is seen at {level}." in text for level in range(1, count + 1))
    field = (PdfReader(io.BytesIO(data)).get_fields() or {})["score:system-design"]
    assert field["/_States_"][0] in ("/1", "/Off")
    assert len(field["/Kids"]) == 2 * (count + 1)
    assert not page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1).failures


def test_a_packet_never_carries_what_another_interviewer_found():
    plan = plan_file()
    answers = {"score:system-design": "1", "evidence:system-design": "A secret verdict."}
    other = type_scorecard(plan, "i2", "4F2", answers)
    assert "A secret verdict." in text_of(render(compose_debrief(plan, (other,), Settings())))
    for _, packet in compose_packets(plan, Settings(candidate="4F2")).interviews:
        said = packet.model_dump_json()
        assert "verdict" not in said
        assert "recommendation" not in said


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_candidate_reads_no_question_no_anchor_and_no_scale(language):
    plan = plan_file()
    text = text_of(render(compose_packets(plan, Settings(look=Look(language=language))).candidate))
    for item in plan.problem.rubric.items:
        assert not any(asked.ask in text for asked in item.questions)
        assert not any(anchor.seen in text for anchor in item.anchors)
    assert not any(point.word in text for point in points(Settings(look=Look(language=language)), 4)[:2])


@pytest.mark.parametrize("name", ["overview.pdf", "candidate.pdf", "debrief.pdf", "packet-handed-back.pdf"])
def test_the_completed_samples_are_accessible(name):
    data = (EXAMPLES / name).read_bytes()
    assert not page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1).failures


def test_the_completed_packet_reads_without_a_problem():
    returned = read_scorecard((EXAMPLES / "packet-handed-back.pdf").read_bytes(), "sample.pdf")
    assert returned.scorecard is not None
    assert returned.problems == ()
    assert {rating.answer.kind for rating in returned.scorecard.ratings} == {"observed"}


def test_the_fixed_words_pass_the_question_linter():
    """All that a packet prints, but for what names the barred to forbid it, and labels such as Yes and No."""
    words = words_of("en")
    texts = [text for key in words.keys() if key not in NAMES_WHAT_IS_BARRED for text in words.list(key)]  # noqa: SIM118
    shown = [text for text in texts if len(text.split()) > 2]
    blocked = [(text, ruling.verdict) for text in shown if (ruling := lint_question(text)).verdict == "block"]
    assert len(shown) > 150
    assert blocked == []
