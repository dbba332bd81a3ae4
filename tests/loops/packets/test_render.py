"""The documents as files: whole, tagged, small, and the same each time."""

import io
import os
import subprocess
import sys
from pathlib import Path

import page
import pdfua
import pikepdf
import pytest
from pypdf import PdfReader

from loops.packets import Look, NoPacketsError, Settings, compose_packets, render, write_packets
from tests.loops.packets.factories import large_plan, plan_file

LOOKS = [
    pytest.param(Look(), id="A4 on the screen"),
    pytest.param(Look(paper="letter"), id="Letter on the screen"),
    pytest.param(Look(variant="print"), id="A4 on paper"),
    pytest.param(Look(language="de"), id="German"),
    pytest.param(Look(language="fr", large_print=True), id="French, large print"),
]


def text_of(data: bytes) -> str:
    return " ".join(" ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(data)).pages).split())


@pytest.mark.parametrize("look", LOOKS)
def test_every_document_passes_the_accessibility_rules(look, tmp_path):
    for name, data in write_packets(plan_file(), Settings(look=look, candidate="4F2")).items():
        report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert not report.failures, report.failures[0]
        kept = tmp_path / Path(name).name
        kept.write_bytes(data)
        assert pdfua.validate(str(kept)).findings == ()


def test_files_are_named_after_interviewers():
    assert list(write_packets(plan_file())) == [
        "overview.pdf",
        "candidate.pdf",
        "packets/dana.pdf",
        "packets/lukasz.pdf",
    ]


def test_the_packet_holds_its_questions_and_the_candidates_sheet_none():
    files = write_packets(plan_file())
    asked = "Tell me about a time when operating services decided how a project ended."
    assert asked in text_of(files["packets/dana.pdf"])
    assert asked not in text_of(files["candidate.pdf"])
    assert "Operating services" in text_of(files["candidate.pdf"])


def test_the_same_plan_gives_the_same_bytes_in_another_process():
    code = (
        "import hashlib, sys; sys.path.insert(0, '.')\n"
        "from tests.loops.packets.factories import large_plan\n"
        "from loops.packets import write_packets\n"
        "print(hashlib.sha256(b''.join(write_packets(large_plan()).values())).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_names_in_other_scripts_stand_on_the_page():
    packets = compose_packets(large_plan())
    shown = " ".join(text_of(render(packet)) for _, packet in packets.interviews)
    for name in ("Борис Николаевич Ковальчук", "Κωνσταντίνος Παπαδόπουλος", "Wiśniewska-Dąbrowska"):
        assert name in shown


def test_the_plan_is_stamped_on_the_file():
    data = write_packets(plan_file(), Settings(candidate="4F2"))["packets/dana.pdf"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.docinfo["/LoopwrightPlan"] == "k7m2q9xa"
        assert pdf.docinfo["/LoopwrightInterviewer"] == "dana"
        assert pdf.docinfo["/LoopwrightCandidate"] == "4F2"
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    assert fields["meta:hash"]["/V"] == "0123456789abcdef" * 4
    assert fields["meta:plan"]["/Ff"] == 1


def test_a_plan_without_interviews_is_refused():
    empty = plan_file().model_copy(update={"interviews": ()})
    with pytest.raises(NoPacketsError, match="no interview"):
        compose_packets(empty)
