"""The command line as a person meets it: its output, its one sentence and its exit code."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from loops.cli import main
from loops.design.program import Limits
from loops.design.solve import plan_loop

ROOT = Path(__file__).parents[3]
STAFF = ROOT / "examples" / "staff-infrastructure-engineer.txt"


class Result(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: bytes
    stderr: bytes


def process(*words, stdin=None, folder=ROOT):
    """One command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "loops", *map(str, words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )


def run(*words):
    """One command in this process, which starts faster."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = left.code
    out.flush()
    err.flush()
    return Result(code, out.buffer.getvalue(), err.buffer.getvalue())


def said(result):
    """What stands on standard error, which is one sentence and no more."""
    text = result.stderr.decode()
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text


def test_read_prints_one_object_in_the_published_shape():
    result = process("read", STAFF, "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")

    found = json.loads(result.stdout)
    assert found["title"] == "Staff Infrastructure Engineer"
    assert found["seniority"] == "staff"
    assert found["language"] == "en"
    weights = [entry["weight"] for entry in found["competencies"]]
    assert weights == sorted(weights, reverse=True)
    ids = {item["id"] for item in found["requirements"]}
    for item in found["requirements"]:
        assert {"section", "kind", "years", "years_of", "alternatives", "assess_by"} <= item.keys()
        assert item["span"][0] < item["span"][1]
        for link in item["competencies"]:
            assert link.keys() == {"id", "name", "why"}
    for entry in found["competencies"]:
        assert entry["tier"] in ("must", "should", "nice")
        assert set(entry["evidence"]) <= ids


def test_read_prints_text_for_people_and_takes_standard_input():
    result = process("read", "-", stdin=STAFF.read_bytes())

    text = result.stdout.decode()
    assert text.startswith("Staff Infrastructure Engineer  (staff)\n")
    assert "What the person does (7)" in text
    assert "Competencies, by weight" in text


def test_a_feed_gives_one_line_for_each_posting(tmp_path):
    feed = tmp_path / "feed.json"
    jobs = [
        {"title": "Baker", "content": "<p>Requirements</p><ul><li>Bake bread for the shop</li></ul>"},
        {"title": "Poet", "content": "<p>We like the sea.</p>"},
    ]
    feed.write_text(json.dumps({"jobs": jobs}))
    result = run("read", feed, "--format", "json")

    titles = [json.loads(line)["title"] for line in result.stdout.decode().splitlines()]
    assert titles == ["Baker", "Poet"]
    assert result.returncode == 0
    assert said(result) == "Posting 2 of 2 (Poet) asks for nothing.\n"


def test_a_feed_that_asks_for_nothing_is_bad_input(tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps({"jobs": [{"title": "Poet", "content": "<p>We like the sea.</p>"}] * 2}))
    result = run("read", feed)

    assert result.returncode == 2
    assert "none of its 2 postings asks for anything" in result.stderr.decode()


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """A folder that `plan` wrote."""
    folder = tmp_path_factory.mktemp("planned")
    result = process("plan", STAFF, "--out", folder)
    assert (result.returncode, result.stderr) == (0, b"")
    (folder / "table.txt").write_bytes(result.stdout)
    return folder


def pdfs(folder):
    """All PDFs of a folder by their relative name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def test_plan_writes_the_loop_and_prints_it_as_a_table(planned):
    table = (planned / "table.txt").read_text()
    loop = json.loads((planned / "loop.json").read_text())

    assert table.startswith("Staff Infrastructure Engineer\n\n   Interview")
    assert f"{len(loop['interviews'])} interviews, " in table
    assert "minutes; proven: no loop that keeps the rules is shorter." in table
    assert max(map(len, table.splitlines())) <= 120


def test_plan_writes_a_packet_for_each_interview_and_two_sheets(planned):
    loop = json.loads((planned / "loop.json").read_text())
    names = {f"packets/{interview['interviewer']}.pdf" for interview in loop["interviews"]}

    made = pdfs(planned)
    assert set(made) == {"overview.pdf", "candidate.pdf", *names}
    assert all(data.startswith(b"%PDF-") for data in made.values())


def test_packets_need_nothing_but_the_loop_file_and_come_out_the_same(planned, tmp_path):
    result = process("packets", planned / "loop.json", "--out", tmp_path / "again", folder=tmp_path)

    again = pdfs(tmp_path / "again")
    assert (result.returncode, result.stderr) == (0, b"")
    assert again == pdfs(planned)
    told = {str(tmp_path / "again" / name) for name in again}
    assert set(result.stdout.decode().splitlines()) == told


def test_papers_of_an_earlier_run_are_kept_and_named(planned, tmp_path):
    (tmp_path / "packets").mkdir()
    (tmp_path / "packets" / "grace.pdf").write_bytes(b"filled in by hand")
    result = run("packets", planned / "loop.json", "--out", tmp_path)

    assert result.returncode == 0
    assert "from an earlier run: grace.pdf." in said(result)
    assert (tmp_path / "packets" / "grace.pdf").read_bytes() == b"filled in by hand"


def spoilt(loop, spoil):
    """A loop file after `spoil` had its way with it."""
    data = json.loads(loop.read_text())
    spoil(data)
    return json.dumps(data)


def cut_off(path):
    return path.read_text()[:5000]


def strange_interviewer(path):
    return spoilt(path, lambda d: d["interviews"][0].update(interviewer="nobody"))


def strange_question(path):
    return spoilt(path, lambda d: d["interviews"][0]["items"][0].update(questions=["none"]))


def other_words(path):
    return path.read_text().replace("Tell me about", "Forget about", 1)


def other_coverage(path):
    return spoilt(path, lambda d: d["coverage"][0].update(competency="juggling"))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (cut_off, "cannot be used"),
        (lambda _: "[]", "cannot be used"),
        (strange_interviewer, "led by nobody"),
        (strange_question, "asks none"),
        (other_words, "fingerprint differs"),
        (other_coverage, "fingerprint differs"),
    ],
)
def test_a_damaged_loop_file_gets_one_sentence_and_no_paper(planned, tmp_path, spoil, says):
    loop = tmp_path / "loop.json"
    loop.write_text(spoil(planned / "loop.json"))
    result = run("packets", loop, "--out", tmp_path / "out")

    assert (result.returncode, result.stdout) == (2, b"")
    assert says in said(result)
    assert pdfs(tmp_path / "out") == {}


def test_a_loop_file_without_a_loop_says_why_once_more(tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text("max_minutes: 45\nmax_interviews: 1\n")
    first = run("plan", STAFF, "--out", tmp_path, "--rules", rules)
    again = run("packets", tmp_path / "loop.json", "--out", tmp_path)

    assert again.returncode == first.returncode == 3
    assert again.stderr == first.stderr


def test_progress_is_shown_on_a_terminal_only(tmp_path):
    words = [sys.executable, "-m", "loops", "plan", str(STAFF), "--out", str(tmp_path)]
    ours, theirs = os.openpty()
    result = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, timeout=120, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)

    assert "Planning the loop" in shown
    assert "Drawing packets/" in shown
    assert b"Drawing" not in result.stdout


def test_rules_that_clash_are_told_in_their_own_sentences(tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text("max_minutes: 45\nmax_interviews: 1\n")
    result = run("plan", STAFF, "--out", tmp_path / "out", "--rules", rules)

    told = result.stderr.decode().splitlines()
    assert (result.returncode, result.stdout) == (3, b"")
    assert told[0] == "No loop keeps all of these rules together:"
    alone = "No single change of a rule makes a loop possible: loosen two of them, or the panel."
    assert all(line.startswith("- ") or line.endswith(":") or line == alone for line in told)
    assert (alone in told) != any(line.startswith("A loop becomes possible") for line in told)
    assert len(told) > 1
    assert json.loads((tmp_path / "out" / "loop.json").read_text())["status"] == "none"


def bad_files(folder: Path) -> dict[str, Path]:
    """Files that nobody can use, by what is wrong with them."""
    made = {name: folder / name for name in ("empty.txt", "large.txt", "binary.txt", "poem.txt")}
    made["empty.txt"].write_bytes(b"")
    with made["large.txt"].open("wb") as file:
        file.truncate(50_000_000)
    made["binary.txt"].write_bytes(bytes(range(256)) * 40)
    made["poem.txt"].write_text("The sea is blue. The sea is wide.")
    made["missing.txt"] = folder / "missing.txt"
    return made


@pytest.mark.parametrize("command", [("read",), ("plan", "--out", "out")], ids=["read", "plan"])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("empty.txt", "empty.txt: This posting is empty"),
        ("large.txt", "large.txt has 50.0 MB; files of up to"),
        ("binary.txt", "binary.txt: This is not text but a binary file"),
        ("poem.txt", "poem.txt: No requirement was found"),
        ("missing.txt", "There is no file"),
    ],
)
def test_a_posting_that_cannot_be_used_gets_one_sentence(tmp_path, monkeypatch, command, name, says):
    monkeypatch.chdir(tmp_path)
    path = bad_files(tmp_path)[name]
    result = run(command[0], path, *command[1:])

    assert (result.returncode, result.stdout) == (2, b"")
    assert says in said(result)


@pytest.mark.parametrize(
    ("option", "text", "says"),
    [
        ("--panel", "interviewers: [{id: ada, name: Ada, may_assess: [juggling]}]", "juggling"),
        ("--panel", "interviewers: [{id: ada, id: bob}]", "panel"),
        ("--rules", "critical: [juggling]", "juggling"),
        ("--rules", "lengths: [forty]", "lengths"),
        ("--rules", "min_interviews: 5\nmax_interviews: 2", "5 interviews"),
    ],
)
def test_a_panel_or_rules_that_cannot_be_used_get_one_sentence(tmp_path, option, text, says):
    file = tmp_path / "limits.yaml"
    file.write_text(text)
    result = run("plan", STAFF, "--out", tmp_path / "out", option, file)

    assert (result.returncode, result.stdout) == (2, b"")
    assert says in said(result)


def test_a_folder_that_cannot_be_written_to_is_told_before_any_work(tmp_path):
    (tmp_path / "file").write_text("in the way")
    result = run("plan", STAFF, "--out", tmp_path / "file" / "out")

    assert result.returncode == 2
    assert "cannot be written to: not a directory" in said(result)


@pytest.mark.parametrize("words", [(), ("plan", "x"), ("read", "x", "--format", "xml"), ("dance",)])
def test_words_that_make_no_command_get_one_sentence(words):
    result = run(*words)

    assert result.returncode == 2
    assert "--help" in said(result)


@pytest.mark.parametrize("name", ["large.txt", "binary.txt"])
def test_a_process_of_its_own_says_no_more(tmp_path, name):
    result = process("read", bad_files(tmp_path)[name], folder=tmp_path)

    assert (result.returncode, result.stdout) == (2, b"")
    assert name in said(result)


def test_a_reader_that_leaves_early_is_no_fault():
    words = [sys.executable, "-m", "loops", "read", str(STAFF)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait(60) == 0


def test_a_folder_in_place_of_a_file_is_told(tmp_path):
    assert "is a folder" in said(run("read", tmp_path))


def test_a_planner_that_may_not_work_leaves_with_code_4_and_no_papers(tmp_path, monkeypatch):
    stopped = partial(plan_loop, limits=Limits(nodes=0, stop=lambda: True))
    monkeypatch.setattr("loops.cli.plan.plan_loop", stopped)
    left = run("plan", STAFF, "--out", tmp_path / "out")

    assert left.returncode == 4
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["loop.json"]
    assert json.loads((tmp_path / "out" / "loop.json").read_text())["why"] == "work"
    assert left.stdout == b""
    assert b"Traceback" not in left.stderr


def test_the_solver_says_nothing_by_itself(tmp_path):
    done = process("plan", STAFF, "--out", tmp_path / "out")
    script = (
        "from loops import steps\n"
        "from loops.steps.start import read_state, sample_text\n"
        "steps.plan_state(read_state(sample_text('nurse-manager'), None))"
    )
    quiet = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)

    assert b"HiGHS" not in done.stdout + done.stderr
    assert (quiet.stdout, quiet.stderr) == (b"", b"")
