"""A taxonomy file may come from anywhere: what can be read is read, the rest is refused in one sentence."""

import pytest

from rubric.exchange.cli import run
from rubric.exchange.taxonomy import TaxonomyError, read_taxonomy


def read(tmp_path, data, name="own.csv"):
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_taxonomy(file)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("label,altLabels\nwelding,joining\nsoup,\n", id="commas"),
        pytest.param("label;altLabels\nwelding;joining\nsoup;\n", id="semicolons, as in a German Excel"),
        pytest.param("label\taltLabels\nwelding\tjoining\nsoup\t\n", id="tabs"),
        pytest.param("label,altLabels\r\nwelding,joining\r\nsoup,\r\n", id="Windows line ends"),
        pytest.param("label,altLabels\rwelding,joining\rsoup,\r", id="old Mac line ends"),
        pytest.param("\ufefflabel,altLabels\nwelding,joining\nsoup,\n", id="a mark at the start"),
        pytest.param("label,altLabels\nwelding,joining\nsoup,\n".encode("utf-16"), id="UTF-16"),
        pytest.param("label,altLabels\nwelding,joining,more,cells\nsoup\n", id="rows of other lengths"),
        pytest.param("label,altLabels\nwel\x00ding,\u202ejoining\u202c\nsoup,\n", id="unseen characters"),
    ],
)
def test_tables_as_programs_write_them_are_read(tmp_path, data):
    taxonomy = read(tmp_path, data)
    assert [concept.label for concept in taxonomy.concepts] == ["welding", "soup"]
    assert taxonomy.concepts[0].alternatives == ("joining",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param('label\n"welding\nsoup\n', "quotation mark left open", id="an open quotation mark"),
        pytest.param("label," + ",".join(map(str, range(300))) + "\n", "200 columns", id="very wide"),
        pytest.param("label,label\na,b\n", "column label is there twice", id="a column twice"),
        pytest.param("label\n" + "a " * 2000, "more than 2,000 characters is no label", id="a long label"),
        pytest.param("label,altLabels\nsoup," + "a " * 2000, "a a a .* is no label", id="a long other name"),
        pytest.param(b"label\ncaf\xe9\n", "save it as UTF-8", id="another encoding"),
        pytest.param("", "none of the columns", id="nothing"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(tmp_path, data, fault, capsys):
    with pytest.raises(TaxonomyError, match=fault):
        read(tmp_path, data)
    assert run(["esco", str(tmp_path / "own.csv")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_names_are_counted_together(tmp_path, monkeypatch):
    monkeypatch.setattr("rubric.exchange.taxonomy.MOST_NAMES", 4)
    assert len(read(tmp_path, "label,altLabels\na,b|c|d\n").concepts) == 1
    with pytest.raises(TaxonomyError, match="4 names"):
        read(tmp_path, "label,altLabels\na,b|c|d|e\n")
