"""What is written for a spreadsheet is never a formula there, and is read back as it was."""

import csv
import io

import pytest

from rubric.catalogue.bank import bank_csv, read_bank
from rubric.catalogue.load import load_catalogue
from rubric.exchange.taxonomy import Concept, Taxonomy, read_taxonomy, write_taxonomy
from rubric.value import from_cell, to_cell

FORMULAS = ('=HYPERLINK("http://evil.example","x")', "+1+1", "-2+3", "@SUM(A1)", " =1", "\t=1", "'=1", "''=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_words_and_comes_back(text):
    assert to_cell(text).startswith("'")
    assert from_cell(to_cell(text)) == text


@pytest.mark.parametrize("text", ["", "sql", "don't", "'tis", "a=b", "3"])
def test_words_stay_as_they_are(text):
    assert to_cell(text) == from_cell(text) == text


def test_a_taxonomy_with_formulas_is_harmless_and_comes_back(tmp_path):
    given = Taxonomy(
        concepts=tuple(Concept(id=f"{f.strip()}{n}", label=f.strip()) for n, f in enumerate(FORMULAS[:4]))
    )
    text = write_taxonomy(given)
    (tmp_path / "own.csv").write_text(text, "utf-8")

    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    assert read_taxonomy(tmp_path / "own.csv").concepts == given.concepts


def test_a_question_that_is_a_formula_is_harmless_and_comes_back():
    catalogue = load_catalogue()
    entry = next(iter(catalogue.competencies.values()))
    ask = '=HYPERLINK("http://evil.example") Tell me about a time you decided something alone?'
    question = entry.questions[0].model_copy(update={"ask": ask})
    evil = entry.model_copy(update={"questions": (question, *entry.questions[1:])})
    changed = catalogue.model_copy(update={"competencies": {**catalogue.competencies, entry.id: evil}})
    text = bank_csv(changed)

    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["id"] == question.id]
    assert rows[0]["question"] == f"'{ask}"
    back = next(each for each in read_bank(text, catalogue).competencies if each.id == entry.id)
    assert back.questions[0].ask == ask
