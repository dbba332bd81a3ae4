"""`audit` on the loop in use that the examples hold."""

import json
from pathlib import Path

from loops.cli import main
from loops.design.files import read_loop
from loops.design.verify import verify

ROOT = Path(__file__).parents[3]
LOOP = str(ROOT / "examples" / "loop-in-use.md")
POSTING = str(ROOT / "examples" / "staff-infrastructure-engineer.txt")


def test_a_loop_in_use_is_looked_over_and_mended(tmp_path, capsys):
    out = tmp_path / "loop.json"

    code = main(["audit", LOOP, "--posting", POSTING, "--out", str(out)])

    said = capsys.readouterr().out
    assert code == 0
    assert "“Tell me about yourself.” (Recruiter call) fits any job." in said
    assert "is nearly asked again in Second technical interview." in said
    assert "Technical interview is overfull" in said
    file = read_loop(out)
    assert file.aims[0].name == "Changes"
    loop = file.result()
    assert loop.kind == "loop"
    assert verify(file.problem, loop) == []
    assert "bruno-lindqvist-2" in {each.interviewer for each in file.interviews}


def test_the_findings_come_as_json(capsys):
    assert main(["audit", LOOP, "--posting", POSTING, "--format", "json"]) == 0

    kinds = {finding["kind"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"generic", "near-same", "overfull", "no-questions"} <= kinds


def test_a_loop_that_no_rules_allow_says_which_clash(tmp_path, capsys):
    rules = tmp_path / "rules.yaml"
    rules.write_text("max_minutes: 60\n", "utf-8")

    code = main(
        ["audit", LOOP, "--posting", POSTING, "--rules", str(rules), "--out", str(tmp_path / "l.json")]
    )

    assert code == 3
    assert "The loop takes at most 60 minutes" in capsys.readouterr().err


def test_a_file_without_a_loop_is_one_sentence(tmp_path, capsys):
    empty = tmp_path / "empty.md"
    empty.write_text("nothing", "utf-8")

    assert main(["audit", str(empty), "--posting", POSTING]) == 2
    assert capsys.readouterr().err.count("\n") == 1
