"""Sentences are linked to labels by their words, with the words that each label rests on."""

import io
import json
import subprocess
import sys

import pytest

from rubric.exchange.cli import run
from rubric.exchange.linking import Linker
from rubric.exchange.taxonomy import Concept, Taxonomy, TaxonomyError, read_taxonomy, write_taxonomy

LABELS = ("manage budgets", "Java (computer programming)", "JavaScript", "treat patients", "use a forklift")


@pytest.fixture(autouse=True, scope="module")
def data(tmp_path_factory):
    """Vectors of labels are kept in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOOPWRIGHT_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="module")
def linker(data):
    return Linker(Taxonomy(concepts=tuple(Concept(id=label, label=label) for label in LABELS)))


@pytest.mark.parametrize(
    ("sentence", "label", "words"),
    [
        pytest.param("You will manage our yearly budgets.", "manage budgets", "budgets", id="a gap"),
        pytest.param("Strong JavaScript and HTML", "JavaScript", "JavaScript", id="one word"),
        pytest.param("Treating patients on the ward", "treat patients", "Treating patients", id="an ending"),
        pytest.param("java", "Java (computer programming)", "java", id="part of a label"),
    ],
)
def test_the_nearest_label_comes_first_with_its_words(linker, sentence, label, words):
    best = linker.link(sentence, 3)[0]
    assert best.label == label
    assert words in best.words
    assert best.words in sentence


def test_scores_fall_and_lie_between_nought_and_one(linker):
    scores = [match.score for match in linker.link("Manages patients, budgets and JavaScript", 5)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1.0001 for score in scores)


def test_a_text_without_words_links_to_nothing(linker):
    assert linker.link("", 5) == []
    assert linker.link("…", 5) == []
    assert linker.link("welding", 0) == []


def test_a_label_is_found_by_its_meaning_where_no_letters_meet(linker):
    [match] = linker.link("Bedside nursing of the sick", 1)
    assert match.label == "treat patients"
    assert match.words in "Bedside nursing of the sick"


def test_many_sentences_get_what_each_gets_alone(linker):
    sentences = ["JavaScript", "", "nursing", "drive lift trucks"] * 5
    assert list(linker.link_all(sentences, 3)) == [linker.link(sentence, 3) for sentence in sentences]


def test_another_name_leads_to_the_label_once():
    concept = Concept(id="1", label="JavaScript", alternatives=("ECMAScript", "JS scripting"))
    linker = Linker(Taxonomy(concepts=(concept, Concept(id="2", label="welding"))))
    assert [match.label for match in linker.link("ECMAScript", 5)] == ["JavaScript", "welding"]


ESCO = (
    "conceptType,conceptUri,preferredLabel,altLabels,status,description\n"
    'K,http://e/1,manage budgets,"run budgets\nhandle  budgets",released,About money\n'
    "K,http://e/2,old skill,,obsolete,Gone\n"
    "K,http://e/3,manage budgets,,released,Twice\n"
    "K,http://e/4,,,released,Nameless\n"
)


def test_esco_is_read_with_its_other_names_and_unused_columns_are_named(tmp_path, capsys):
    file, out = tmp_path / "skills_en.csv", tmp_path / "own.csv"
    file.write_text(ESCO, "utf-8")
    assert run(["esco", str(file), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "1 labels with 2 other names were read." in said
    assert "Columns not used: conceptType, description." in said
    [concept] = read_taxonomy(out).concepts
    assert concept == Concept(
        id="http://e/1", label="manage budgets", alternatives=("run budgets", "handle budgets")
    )
    assert read_taxonomy(out).concepts == read_taxonomy(file).concepts
    assert write_taxonomy(read_taxonomy(out)) == out.read_text("utf-8")
    assert run(["esco", str(out)]) == 0


def test_lines_in_lines_out(tmp_path, capsys, monkeypatch):
    labels = tmp_path / "labels.txt"
    labels.write_text("\n".join(LABELS), "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("JavaScript\n\nforklift\n"))
    assert run(["link", "--taxonomy", str(labels), "--top", "1", "--format", "json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["text"] for row in rows] == ["JavaScript", "", "forklift"]
    assert rows[0]["labels"][0]["label"] == "JavaScript"
    assert set(rows[0]["labels"][0]) == {"label", "score", "words"}
    assert rows[1]["labels"] == []

    monkeypatch.setattr("sys.stdin", io.StringIO("forklift\n"))
    run(["link", "--taxonomy", str(labels), "--top", "1", "--format", "text"])
    assert "use a forklift  (forklift)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        pytest.param("a.csv", b"skill\nwelding\n", "none of the columns", id="no label column"),
        pytest.param("a.csv", b"label\n\n", "no label", id="no label"),
        pytest.param("a.txt", b"\xff", "not UTF-8", id="no text"),
        pytest.param("a.csv", b"label\n" + b"a" * 200_000, "line 2|line 1", id="a field too long"),
        pytest.param("a.csv", None, "cannot be read", id="no file"),
    ],
)
def test_a_taxonomy_that_cannot_be_used_is_named(tmp_path, name, data, fault):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(TaxonomyError, match=fault):
        read_taxonomy(file)


def test_limits_are_kept(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("a\nb\nc\n")
    monkeypatch.setattr("rubric.exchange.taxonomy.MOST", 2)
    with pytest.raises(TaxonomyError, match="more than 2 concepts"):
        read_taxonomy(file)
    monkeypatch.setattr("rubric.exchange.taxonomy.LARGEST", 3)
    with pytest.raises(TaxonomyError, match="at most 0 MB"):
        read_taxonomy(file)


@pytest.mark.parametrize("top", ["0", "-1", "1001", "many", "1.5"])
def test_a_number_of_labels_that_cannot_be_is_refused(top, capsys):
    with pytest.raises(SystemExit):
        run(["link", "--taxonomy", "labels.txt", f"--top={top}"])
    assert "no whole number from 1 to 1000" in capsys.readouterr().err


def test_bytes_that_are_no_text_are_read_as_well_as_can_be(tmp_path):
    labels = tmp_path / "labels.txt"
    labels.write_text("welding\nsoup\n")
    command = [sys.executable, "-m", "rubric.exchange", "link", "--taxonomy", str(labels), "--top", "1"]
    done = subprocess.run(command, input=b"caf\xe9 welding\nsoup\n", capture_output=True)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["labels"][0]["label"] for row in rows] == ["welding", "soup"]
    assert rows[0]["text"] == "caf\ufffd welding"


def test_a_reader_that_leaves_early_is_no_error(monkeypatch):
    class Gone(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    assert run(["case"]) == 0


def test_many_other_names_crowd_out_no_label(monkeypatch):
    monkeypatch.setattr("rubric.exchange.linking._CANDIDATES", 2)
    crowd = tuple(f"forklift {n}" for n in range(50))
    concepts = (
        Concept(id="1", label="sewing clothes", alternatives=crowd),
        Concept(id="2", label="drive a forklift"),
        Concept(id="3", label="baking bread"),
    )
    found = Linker(Taxonomy(concepts=concepts)).link("drives a forklift", 2)
    assert [match.label for match in found] == ["drive a forklift", "sewing clothes"]
