"""Own questions and competencies come in and go out as CSV, Markdown and YAML without loss."""

import csv
import io

import pytest

from rubric.catalogue.bank import COLUMNS, bank_csv, read_bank
from rubric.catalogue.cli import run
from rubric.catalogue.compiled import json_of
from rubric.catalogue.files import CatalogueError
from rubric.catalogue.load import load_catalogue, read_competency
from rubric.catalogue.markdown import markdown_text, read_markdown
from rubric.catalogue.overlay import lay_over
from rubric.catalogue.write import yaml_text
from tests.rubric.catalogue.entries import ASKS, catalogue, competency, folder, question, renamed

HELD = catalogue(competency(), renamed("ordering"))
FULL = competency(
    not_terms=["primordial soup"],
    questions=(
        question(if_none="Describe a soup that you ate.", replaces="soup-hot"),
        *(question(name) for name in list(ASKS)[1:]),
    ),
)


def row(**cells) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(cells))
    writer.writeheader()
    writer.writerow(cells)
    return out.getvalue()


def test_the_bank_goes_out_and_comes_in_the_same():
    text = bank_csv(HELD)
    assert text.splitlines()[0] == ",".join(COLUMNS)
    bank = read_bank(text, HELD)
    assert bank.competencies == (HELD.competencies["ordering"], HELD.competencies["soup"])
    assert (bank.questions, bank.unknown_columns) == (8, ())


def test_a_row_may_reword_one_question_and_unknown_columns_are_named():
    text = row(id="soup-burnt", competency_id="soup", question="Tell me about a soup you saved.", mood="fine")
    bank = read_bank(text, HELD)
    assert bank.unknown_columns == ("mood",)
    [entry] = bank.competencies
    assert entry.questions[0].ask == "Tell me about a soup you saved."
    assert entry.questions[0].probes == question().probes


def test_a_new_question_joins_and_a_retired_one_goes():
    new = row(
        id="soup-cold", competency_id="soup", type="situation",
        level="1|2", question="The soup is quite cold?",
        probes="Why?|Who?", minutes="6", look_for="Heat.", red_flags="Shrugs.", retired="",
    )  # fmt: skip
    [entry] = read_bank(new, HELD).competencies
    assert entry.questions[-1].id == "soup-cold"
    assert entry.questions[-1].separates == (1, 2)

    grown = catalogue(entry)
    gone = row(id="soup-burnt", competency_id="soup", question=ASKS["soup-burnt"][1], retired="yes")
    [left] = read_bank(gone, grown).competencies
    assert "soup-burnt" not in {held.id for held in left.questions}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("id,question\n", "lacks the column competency_id", id="a column"),
        pytest.param(
            row(id="a", competency_id="tea", question="?"), "Line 2.*no competency “tea”", id="unknown"
        ),
        pytest.param(row(id="a", competency_id="soup", question="Too short"), "Line 2: a: ask", id="short"),
        pytest.param(
            row(id="soup-burnt", competency_id="soup", question=ASKS["soup-burnt"][1], retired="yes"),
            "soup: questions",
            id="too few left",
        ),
        pytest.param(
            row(id="soup-burnt", competency_id="soup", question="A question of some length", minutes="ten"),
            "Line 2: soup-burnt: minutes",
            id="no number",
        ),
        pytest.param("id,competency_id,question\n" + "a" * 200_000, "Line 1|Line 2", id="a field too long"),
    ],
)
def test_a_bank_that_cannot_be_used_names_the_line(text, fault):
    with pytest.raises(CatalogueError, match=fault):
        read_bank(text, HELD)


@pytest.mark.parametrize("entry", [FULL, competency(tools=()), *load_catalogue().competencies.values()][::9])
def test_markdown_and_yaml_lose_nothing(entry):
    assert read_markdown(markdown_text(entry)) == entry
    path = f"competencies/x/{entry.id}.yaml"
    assert read_competency(path, yaml_text(entry), {}) == entry
    assert json_of(path, yaml_text(entry), {})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("Soup", "lacks its title", id="no title"),
        pytest.param(
            markdown_text(FULL).replace("- Targets: junior 1", "- Targets: junior x"), "targets", id="level"
        ),
        pytest.param(markdown_text(FULL).replace("1. Heats", "One. Heats"), "anchors", id="anchor"),
        pytest.param(markdown_text(FULL).split("## Questions")[0], "questions", id="no questions"),
    ],
)
def test_a_page_that_cannot_be_used_names_the_part(text, fault):
    with pytest.raises(CatalogueError, match=fault):
        read_markdown(text)


def test_files_come_into_an_own_folder_and_lie_over_the_catalogue(tmp_path, capsys):
    own = tmp_path / "own"
    page = tmp_path / "soup.md"
    page.write_text(markdown_text(FULL), "utf-8")
    assert run(["import", str(page), "--into", str(own)]) == 0
    assert (own / "competencies" / "own" / "soup.yaml").is_file()

    bank = tmp_path / "bank.csv"
    bank.write_text(row(id="soup-burnt", competency_id="soup", question="Tell me of a soup you saved.", x=1))
    assert run(["import", str(bank), "--into", str(own)]) == 0
    said = capsys.readouterr().out
    assert "1 questions for 1 competencies were read." in said
    assert "Columns not used: x." in said
    assert (
        lay_over(load_catalogue(), own).competencies["soup"].questions[0].ask
        == "Tell me of a soup you saved."
    )


def test_export_writes_csv_and_markdown(tmp_path, capsys):
    folder(tmp_path)
    run(["export", str(tmp_path)])
    assert capsys.readouterr().out.startswith("id,competency_id,type")
    run(["export", str(tmp_path), "--format", "markdown"])
    assert capsys.readouterr().out.startswith("# Soup making (`soup`)")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(None, "cannot be read", id="no file"),
        pytest.param(b"\xff", "not UTF-8", id="no text"),
        pytest.param(b"a" * 20_000_001, "at most 20 MB", id="too large"),
    ],
)
def test_a_file_that_cannot_come_in_is_named(tmp_path, capsys, data, fault):
    file = tmp_path / "a.csv"
    if data is not None:
        file.write_bytes(data)
    assert run(["import", str(file), "--into", str(tmp_path / "own")]) == 2
    assert fault in capsys.readouterr().err
    assert not (tmp_path / "own").exists()
