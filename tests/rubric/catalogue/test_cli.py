"""The catalogue's command line prints every fault, file by file, and counts what there is."""

import json
import subprocess
import sys

import pytest

from rubric.catalogue.cli import run
from tests.rubric.catalogue.entries import folder, yaml_of


def test_check_prints_faults_file_by_file(tmp_path, capsys):
    folder(
        tmp_path,
        competencies__kitchen__tea_yaml="id: tea\n",
        relations__a_yaml="- {of: soup, kind: related, to: tea}",
        relations__b_yaml="- 3",
        exemptions_toml='[lonely]\nsoup = "The kitchen is small."\n',
    )
    assert run(["check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "competencies/kitchen/tea.yaml\n  block  shape: name: Field required" in out
    assert "a relation names an unknown competency: tea" in out
    assert "relations/b.yaml" in out
    assert out.endswith("3 faults, 0 remarks.\n")


def test_check_takes_one_file_or_one_folder_and_leaves_out_rules_about_the_whole(tmp_path, capsys):
    file = folder(tmp_path) / "competencies" / "kitchen" / "soup.yaml"
    assert run(["check", str(file)]) == 0
    assert run(["check", str(file.parent)]) == 0
    assert capsys.readouterr().out == "0 faults, 0 remarks.\n" * 2


def test_check_names_two_questions_with_one_id(tmp_path, capsys):
    twin = yaml_of("soup-hot").replace("id: soup-hot-burnt", "id: soup-hot-x")
    hot = yaml_of().replace("id: soup-burnt", "id: soup-hot-x")
    place = folder(tmp_path) / "competencies" / "kitchen"
    (place / "soup-hot.yaml").write_text(twin)
    (place / "soup.yaml").write_text(hot)
    assert run(["check", str(tmp_path)]) == 1
    assert "soup-hot-x" in capsys.readouterr().out


@pytest.mark.parametrize("make", [lambda p: p, lambda p: p / "nothing.yaml"], ids=["empty folder", "no file"])
def test_check_of_nothing_says_so(tmp_path, capsys, make):
    assert run(["check", str(make(tmp_path))]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_count_as_json_and_as_text(tmp_path, capsys):
    folder(tmp_path)
    run(["count", str(tmp_path), "--format", "json"])
    assert json.loads(capsys.readouterr().out) == {
        "competencies": 1,
        "areas": {"kitchen": 1},
        "anchors": 4,
        "questions": 4,
    }
    run(["count", str(tmp_path)])
    assert "1 competencies, 4 anchors, 4 questions." in capsys.readouterr().out


def test_build_writes_the_compact_form(tmp_path, capsys):
    folder(tmp_path)
    assert run(["build", str(tmp_path)]) == 0
    assert (tmp_path / "catalogue.jsonl").read_text().startswith("competencies/kitchen/soup.yaml\t")


def test_runs_as_a_module(tmp_path):
    folder(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "rubric.catalogue", "count", str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "1 competencies" in done.stdout


def test_lint_prints_one_line_for_each_row(tmp_path, capsys):
    file = tmp_path / "q.csv"
    file.write_text('question,by\n"Are you married?",me\n"How do you retire an API?",me\n', "utf-8")

    assert run(["lint", "--kind", "question", str(file), "--format", "json"]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert set(first) == {"text", "verdict", "rules", "why", "rewrite"}
    assert (first["verdict"], first["rules"]) == ("block", ["marital-status"])
    assert (second["verdict"], second["rules"]) == ("ok", [])

    run(["lint", "--kind", "question", str(file), "--format", "text"])
    assert "block  Are you married?\n       marital-status" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"text\nYoung team", "column “question” is missing; the file has text", id="column"),
        pytest.param(b"", "the file has none", id="empty"),
        pytest.param(b"\xff\xfe", "not UTF-8", id="no text"),
        pytest.param(b"question\n" + b"a" * 200_000, "cannot be read", id="a field too long"),
        pytest.param(None, "cannot be read", id="no file"),
        pytest.param(b"a" * 20_000_001, "at most 20 MB", id="too large"),
    ],
)
def test_lint_says_what_is_wrong_with_a_file(tmp_path, capsys, data, fault):
    file = tmp_path / "q.csv"
    if data is not None:
        file.write_bytes(data)

    assert run(["lint", "--kind", "question", str(file)]) == 2
    assert fault in capsys.readouterr().err
