"""The question bank as CSV: one question a row, in and out."""

import csv
import io
from typing import Any

from pydantic import ValidationError

from rubric.catalogue.files import CatalogueError
from rubric.catalogue.load import first_fault
from rubric.catalogue.model import Catalogue, Competency, Question
from rubric.value import Value, from_cell, to_cell

COLUMNS = (
    "id",
    "competency_id",
    "type",
    "level",
    "question",
    "probes",
    "minutes",
    "look_for",
    "red_flags",
    "language",
    "source",
    "licence",
    "retired",
)
"""The header; lists are parted by `|`, and `level` holds the levels that a question tells apart."""
_NEEDED = ("id", "competency_id", "question")
_LICENCE = "CC-BY-4.0"


class Bank(Value):
    """What a CSV file changes: whole competencies with their new questions, and what was not understood."""

    competencies: tuple[Competency, ...]
    questions: int
    unknown_columns: tuple[str, ...]


def bank_csv(catalogue: Catalogue) -> str:
    """All questions, by competency, in the order of their files."""
    out = io.StringIO()
    rows = csv.DictWriter(out, list[str](COLUMNS), lineterminator="\n")
    rows.writeheader()
    for entry in catalogue.competencies.values():
        for question in entry.questions:
            cells = _row(entry, question)
            rows.writerow({name: to_cell(c) if isinstance(c, str) else c for name, c in cells.items()})
    return out.getvalue()


def _row(entry: Competency, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "competency_id": entry.id,
        "type": question.kind,
        "level": "|".join(map(str, question.separates)),
        "question": question.ask,
        "probes": "|".join(question.probes),
        "minutes": question.minutes,
        "look_for": "|".join(question.look_for),
        "red_flags": "|".join(question.red_flags),
        "language": "en",
        "source": entry.source,
        "licence": _LICENCE,
        "retired": "yes" if entry.status == "retired" else "no",
    }


def read_bank(text: str, catalogue: Catalogue) -> Bank:
    """Read questions for competencies of a catalogue; a row with a known id replaces that question.

    Rows marked as retired take their question out. Columns that are not in the header are named.

    Raises:
        CatalogueError: A needed column is missing, or a row cannot be used; the message names the line.
    """
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    columns = tuple(rows.fieldnames or ())
    if missing := [name for name in _NEEDED if name not in columns]:
        raise CatalogueError(f"The question bank lacks the column {', '.join(missing)}.")
    changed: dict[str, dict[str, Question | None]] = {}
    count = 0
    try:
        for cells in rows:
            row = {name: from_cell(c) if isinstance(c, str) else c for name, c in cells.items()}
            entry, question = _question(row, rows.line_num, catalogue)
            gone = _is_yes(row.get("retired"))
            changed.setdefault(entry.id, {})[question.id] = None if gone else question
            count += 1
    except csv.Error as error:
        raise CatalogueError(f"Line {rows.line_num} of the question bank cannot be read: {error}.") from error
    return Bank(
        competencies=tuple(
            _with(catalogue.competencies[entry], held) for entry, held in sorted(changed.items())
        ),
        questions=count,
        unknown_columns=tuple(name for name in columns if name not in COLUMNS),
    )


def _question(row: dict[str, Any], line: int, catalogue: Catalogue) -> tuple[Competency, Question]:
    entry = catalogue.competencies.get((row["competency_id"] or "").strip())
    if entry is None:
        raise CatalogueError(f"Line {line}: the catalogue has no competency “{row['competency_id']}”.")
    old = next((question for question in entry.questions if question.id == row["id"]), None)
    held: dict[str, Any] = old.model_dump(mode="json") if old else {"kind": "past", "minutes": 8}
    held |= {"id": row["id"], "ask": row["question"]}
    told = {
        "kind": (row.get("type") or "").strip(),
        "minutes": _number(row.get("minutes")),
        "probes": _list(row.get("probes")),
        "look_for": _list(row.get("look_for")),
        "red_flags": _list(row.get("red_flags")),
        "separates": [_number(level) for level in _list(row.get("level"))],
    }
    held |= {key: value for key, value in told.items() if value not in ("", None, [])}
    try:
        return entry, Question.model_validate(held)
    except ValidationError as error:
        raise CatalogueError(f"Line {line}: {row['id']}: {first_fault(error)}") from error


def _with(entry: Competency, changed: dict[str, Question | None]) -> Competency:
    kept = [changed.get(question.id, question) for question in entry.questions]
    new = [held for name, held in changed.items() if name not in {q.id for q in entry.questions}]
    questions = [question.model_dump(mode="json") for question in (*kept, *new) if question is not None]
    try:
        return Competency.model_validate(entry.model_dump(mode="json") | {"questions": questions})
    except ValidationError as error:
        raise CatalogueError(f"{entry.id}: {first_fault(error)}") from error


def _list(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def _number(cell: str | None) -> int | str | None:
    text = (cell or "").strip()
    return int(text) if text.isdigit() else text or None


def _is_yes(cell: str | None) -> bool:
    return (cell or "").strip().casefold() in ("yes", "true", "1", "y")
