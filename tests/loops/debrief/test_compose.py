"""The debrief of a candidate: evidence first, and nothing made up for what is missing."""

import io
from pathlib import Path

import page
import pdfua
import pytest
from pypdf import PdfReader

from loops.debrief import compose_debrief
from loops.packets import Look, Settings, render
from loops.scorecards import Returned, read_scorecard, type_scorecard
from tests.loops.packets.factories import large_plan, plan_file
from tests.loops.scorecards.filling import by_pypdf, packet

PLAN = plan_file()
SETTINGS = Settings(candidate="4F2", retention="1 December 2027")


def typed(interview: str, **levels: str) -> Returned:
    answers = {f"score:{name.replace('_', '-')}": level for name, level in levels.items()}
    answers |= {f"evidence:{name.replace('_', '-')}": f"Words on {name}." for name in levels}
    return type_scorecard(PLAN, interview, "4F2", {**answers, "recommendation": "yes"}, "noon")


def test_what_people_disagree_on_comes_first_and_levels_are_never_averaged_away():
    both = (
        typed("i1", system_design="3", operating_services="1", feedback_and_disagreement="2"),
        typed("i2", system_design="3", operating_services="4"),
    )
    debrief = compose_debrief(PLAN, both, SETTINGS)
    told = [(q.competency, q.spread, q.median, q.contested) for q in debrief.questions]
    assert told == [
        ("operating-services", 3, 2.5, True),
        ("system-design", 0, 3, False),
        ("feedback-and-disagreement", None, 2, False),
    ]
    assert debrief.open_points == ()


def test_what_is_missing_blank_or_not_assessed_has_no_level():
    debrief = compose_debrief(PLAN, (typed("i1", system_design="na"),), SETTINGS)
    states = {q.competency: [(view.state, view.level) for view in q.views] for q in debrief.questions}
    assert states["system-design"] == [("not-assessed", None), ("missing", None)]
    assert states["operating-services"] == [("blank", None), ("missing", None)]
    assert all(q.median is None and q.spread is None for q in debrief.questions)
    assert "the scorecard is missing" in debrief.open_points[0]
    assert [voice.here for voice in debrief.voices] == [True, False]


def test_of_two_scorecards_for_one_interview_none_is_taken():
    twice = (typed("i1", system_design="3"), typed("i1", system_design="4"))
    debrief = compose_debrief(PLAN, twice, SETTINGS)
    assert {view.state for q in debrief.questions for view in q.views} == {"missing"}


def test_a_returned_file_with_problems_is_told_of():
    read = read_scorecard(by_pypdf(packet()), "dana.pdf", PLAN)
    debrief = compose_debrief(PLAN, (read, read_scorecard(b"", "empty.pdf", PLAN)), SETTINGS)
    assert "Dana Okafor: “Operating services” has no level" in " ".join(debrief.open_points)
    assert "empty.pdf: This is not a PDF file" in " ".join(debrief.open_points)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("variant", ["screen", "print"])
def test_the_packet_passes_the_accessibility_rules(language, variant, tmp_path: Path):
    look = Look(language=language, variant=variant)
    data = render(compose_debrief(PLAN, (typed("i1", system_design="3"),), Settings(look=look)))
    assert not page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1).failures
    (tmp_path / "debrief.pdf").write_bytes(data)
    assert pdfua.validate(str(tmp_path / "debrief.pdf")).findings == ()


def test_a_loop_of_six_with_long_evidence_fits_its_pages():
    plan = large_plan()
    answers = {
        "score:system-design": "2",
        "evidence:system-design": "A long story of a service. " * 700 + "The end.",
    }
    long = type_scorecard(plan, "i1", "4F2", answers)
    read = PdfReader(io.BytesIO(render(compose_debrief(plan, (long,), SETTINGS))))
    text = [" ".join(leaf.extract_text().split()) for leaf in read.pages]
    assert sum("The end." in leaf for leaf in text) == 1
    assert sum(leaf.count("story") for leaf in text) == 700


def test_letters_that_no_face_has_are_boxes_with_a_word_on_them():
    answers = {"score:system-design": "3", "evidence:system-design": "Said 日本 to the team."}
    read = PdfReader(
        io.BytesIO(render(compose_debrief(PLAN, (type_scorecard(PLAN, "i1", "4F2", answers),), SETTINGS)))
    )
    text = " ".join(" ".join(leaf.extract_text() for leaf in read.pages).split())
    assert "Said ▯▯ to the team." in text
    assert "▯ stands for letters" in text
