"""The meanings of labels are read once and kept; what is damaged is read again."""

import numpy as np
import pytest

from rubric.exchange import vectors
from rubric.exchange.clauses import parts_of
from rubric.exchange.vectors import folder, vectors_of

LABELS = ("manage budgets", "welding")


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path))
    return tmp_path / "linking"


def test_a_second_run_reads_the_same_numbers_from_the_data_folder(data, monkeypatch):
    first = vectors_of(LABELS)
    assert len(list(data.iterdir())) == 1
    monkeypatch.setattr(vectors, "encode", None)
    assert np.array_equal(vectors_of(LABELS), first)


def test_other_labels_are_kept_apart(data):
    assert not np.array_equal(vectors_of(LABELS), vectors_of(LABELS[::-1]))
    assert len(list(data.iterdir())) == 2


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:200]), id="cut off"),
        pytest.param(lambda file: np.save(file, np.zeros((2, 3), np.float16)), id="another shape"),
    ],
)
def test_a_damaged_file_is_made_anew(data, damage):
    first = vectors_of(LABELS)
    [file] = data.iterdir()
    damage(file)
    assert np.array_equal(vectors_of(LABELS), first)
    assert np.load(file).shape == first.shape


def test_a_folder_that_cannot_be_written_is_said_and_harms_nothing(data, capsys):
    data.write_text("a file in the place of the folder")
    assert vectors_of(LABELS).shape == (2, 384)
    assert "is not kept" in capsys.readouterr().err


def test_a_large_taxonomy_is_announced(capsys, monkeypatch):
    monkeypatch.setattr(vectors, "_TELL", 2)
    vectors_of(LABELS)
    assert "2 labels are read for the first time" in capsys.readouterr().err


def test_without_a_named_folder_it_is_data(monkeypatch):
    monkeypatch.delenv("LOOPWRIGHT_DATA")
    assert folder().as_posix() == "data/linking"


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        pytest.param("Plan budgets, and weld pipes.", ["Plan budgets", "weld pipes"], id="marks and words"),
        pytest.param("vendor platforms", ["vendor platforms"], id="no letters inside words part"),
        pytest.param("and", ["and"], id="a parting word alone"),
    ],
)
def test_a_sentence_is_cut_into_clauses(sentence, clauses):
    assert [sentence[start:end] for start, end in parts_of(sentence).clauses] == clauses


def test_runs_are_of_two_and_four_words():
    sentence = "keep the old boiler running"
    two, four = ([sentence[start:end] for start, end in spans] for spans in parts_of(sentence).runs)
    assert two == ["keep the", "the old", "old boiler", "boiler running"]
    assert four == ["keep the old boiler", "the old boiler running"]
    assert parts_of("Java").runs == [[(0, 4)], [(0, 4)]]
