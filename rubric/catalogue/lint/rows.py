"""Rows of a CSV file to rulings."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from rubric.catalogue.files import CatalogueError
from rubric.catalogue.lint.anchors import lint_anchors
from rubric.catalogue.lint.model import Ruling
from rubric.catalogue.lint.questions import lint_question
from rubric.catalogue.lint.requirements import lint_requirement

COLUMNS: dict[str, tuple[str, Callable[[str], Ruling]]] = {
    "question": ("question", lint_question),
    "requirement": ("text", lint_requirement),
    "anchors": ("anchors", lint_anchors),
}
"""For each kind of text: the column that holds it, and its linter."""

_LARGEST = 20_000_000
_LONGEST = 5_000


def lint_rows(file: Path, kind: str) -> list[Ruling]:
    """One ruling for each row of a CSV file, in its order.

    Raises:
        CatalogueError: The file cannot be read, or lacks the column that holds the texts.
    """
    column, lint = COLUMNS[kind]
    rows = csv.DictReader(io.StringIO(_read(file)))
    if column not in (rows.fieldnames or ()):
        held = ", ".join(rows.fieldnames or ()) or "none"
        raise CatalogueError(f"{file}: the column “{column}” is missing; the file has {held}.")
    try:
        return [lint((row[column] or "")[:_LONGEST]) for row in rows]
    except csv.Error as error:
        raise CatalogueError(f"{file}: line {rows.line_num} cannot be read: {error}.") from error


def _read(file: Path) -> str:
    try:
        data = file.read_bytes()
        if len(data) > _LARGEST:
            raise CatalogueError(f"{file}: at most {_LARGEST // 1_000_000} MB are read.")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise CatalogueError(f"{file}: the file cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{file}: the file is not UTF-8 text.") from error
