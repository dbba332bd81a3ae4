"""`scorecard read` and the options of the papers, from the command line."""

import argparse
import io
import json

import pytest
from pypdf import PdfReader

from loops.cli.look import settings_of
from loops.cli.main import main
from loops.design.files import write_loop
from loops.packets import write_packets
from loops.packets.pdf.faces import FontError
from tests.loops.packets.factories import plan_file
from tests.loops.scorecards.filling import by_pypdf, packet


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dana.pdf").write_bytes(by_pypdf(packet()))
    (tmp_path / "loop.json").write_bytes(write_loop(plan_file()))
    (tmp_path / "note.txt").write_text("no packet")
    return tmp_path


def test_every_value_and_problem_is_in_the_json(folder, capsys):
    files = [str(folder / "dana.pdf"), str(folder / "note.txt")]
    code = main(["scorecard", "read", *files, "--plan", str(folder / "loop.json"), "--format", "json"])
    first, second = json.loads(capsys.readouterr().out)
    assert code == 0
    assert first["scorecard"]["ratings"][0]["answer"]["level"] == 3
    assert first["values"]["recommendation"] == ["strong-yes"]
    assert [problem["fault"] for problem in first["problems"]] == ["no-rating"]
    assert [problem["fault"] for problem in second["problems"]] == ["not-a-pdf"]


def test_people_read_levels_and_sentences(folder, capsys):
    main(["scorecard", "read", str(folder / "dana.pdf"), "--plan", str(folder / "loop.json")])
    said = capsys.readouterr().out
    assert "dana.pdf: dana, i1, candidate 4F2" in said
    assert "  system-design: 3" in said
    assert "  feedback-and-disagreement: not assessed" in said
    assert "  ! “Operating services” has no level" in said


def test_the_debrief_and_the_record_are_written(folder, capsys):
    files = [str(folder / "dana.pdf")]
    debrief, record = folder / "debrief.pdf", folder / "record.pdf"
    plan = ["--plan", str(folder / "loop.json"), "--candidate", "4F2"]
    assert main(["scorecard", "debrief", *files, *plan, "--out", str(debrief), "--returned", "noon"]) == 0
    assert "the scorecard is missing" in capsys.readouterr().out
    assert "noon" in PdfReader(debrief).pages[0].extract_text()
    assert main(["scorecard", "record", *files, "--out", str(record)]) == 0
    assert len(PdfReader(record).pages) >= 6
    assert main(["scorecard", "record", str(folder / "note.txt"), "--out", str(record)]) == 2
    assert "note.txt: This is not a PDF file" in capsys.readouterr().err


def test_a_missing_file_is_one_sentence(folder, capsys):
    assert main(["scorecard", "read", str(folder / "nobody.pdf")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_a_strange_code_is_refused_before_anything_is_written(tmp_path, capsys):
    (tmp_path / "loop.json").write_bytes(write_loop(plan_file()))
    out = tmp_path / "out"
    assert main(["packets", str(tmp_path / "loop.json"), "--out", str(out), "--candidate", "Zoë/1"]) == 2
    assert "code may have up to 40 letters" in capsys.readouterr().err
    assert not list(out.rglob("*.pdf"))


def test_a_font_that_is_none_is_refused_in_a_sentence(tmp_path, capsys):
    plan = plan_file().model_copy(deep=True)
    people = tuple(
        each.model_copy(update={"name": "陈 " + each.name}) for each in plan.problem.panel.interviewers
    )
    panel = plan.problem.panel.model_copy(update={"interviewers": people})
    strange = plan.model_copy(update={"problem": plan.problem.model_copy(update={"panel": panel})})
    settings = argparse.Namespace(
        paper="a4", variant="screen", language="en", large_print=False, footer="", candidate="", law=[],
        font=str(tmp_path / "none.ttf"),
    )  # fmt: skip
    with pytest.raises(FontError, match=r"none\.ttf cannot be used"):
        write_packets(strange, settings_of(settings))


def test_the_options_of_the_papers_reach_the_papers(tmp_path, capsys):
    posting = tmp_path / "posting.txt"
    posting.write_text(
        "Senior Backend Engineer\n\nRequirements\n- 5 years of experience with distributed systems\n"
        "- Experience mentoring engineers\n- Debugging of production services\n"
    )
    out = tmp_path / "out"
    asked = [
        "--candidate",
        "4F2",
        "--paper",
        "letter",
        "--language",
        "fr",
        "--law",
        "eu",
        "--footer",
        "Chez nous",
    ]
    assert main(["plan", str(posting), "--out", str(out), *asked]) == 0
    packets = sorted((out / "packets").glob("*.pdf"))
    read = PdfReader(io.BytesIO(packets[0].read_bytes()))
    assert read.pages[0].mediabox.height == 792
    assert "Candidature 4F2" in read.pages[0].extract_text()
    assert "Chez nous" in read.pages[0].extract_text()
    assert "2023/970" in "".join(page.extract_text() for page in read.pages)
    capsys.readouterr()
