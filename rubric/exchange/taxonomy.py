"""A user's own taxonomy of skills: ESCO's CSV, a CSV with a label column, or a plain list of labels."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from rubric.value import InputError, Value, from_cell, to_cell

LARGEST = 80_000_000
"""Bytes of a taxonomy file; ESCO's own has about nine million."""
MOST = 200_000
"""Concepts of a taxonomy."""
MOST_NAMES = 500_000
"""Labels and other names together; ESCO has about 130,000."""
WIDEST = 200
"""Columns of a CSV file."""
LONGEST = 2_000
"""Characters of a label; a CASE statement may be a paragraph."""
_LABEL = ("preferredLabel", "label", "name", "title")
_OTHERS = ("altLabels", "alternatives", "hiddenLabels")
_ID = ("conceptUri", "id", "uri")
_RETIRED = ("obsolete", "deprecated", "retired")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text around them."""


class TaxonomyError(InputError):
    """A taxonomy file cannot be used; the message says why."""


class Concept(Value):
    """One skill: its label, other names for it, and its id or address."""

    id: str
    label: str = Field(min_length=1)
    alternatives: tuple[str, ...] = ()


class Taxonomy(Value):
    """Concepts in the order of their file, each label once."""

    concepts: tuple[Concept, ...]
    unknown_columns: tuple[str, ...] = ()


def read_taxonomy(file: Path) -> Taxonomy:
    """Read a taxonomy; columns that are not used are named, and retired concepts are left out.

    Raises:
        TaxonomyError: The file is missing, too large, no UTF-8 text, or holds no label.
    """
    text = _text(file)
    if file.suffix.casefold() == ".csv":
        taxonomy = _from_csv(text, file)
    else:
        lines = [" ".join(line.split()) for line in text.splitlines()]
        taxonomy = Taxonomy(concepts=_once(Concept(id=line, label=_short(line)) for line in lines if line))
    if not taxonomy.concepts:
        raise TaxonomyError(f"{file}: no label was found.")
    return taxonomy


def write_taxonomy(taxonomy: Taxonomy) -> str:
    """A taxonomy as CSV with the columns id, label and alternatives (parted by `|`)."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("id", "label", "alternatives"))
    for concept in taxonomy.concepts:
        cells = (concept.id, concept.label, "|".join(concept.alternatives))
        rows.writerow([to_cell(cell) for cell in cells])
    return out.getvalue()


def _text(file: Path) -> str:
    """The file's text with plain line ends; UTF-8, or UTF-16 where the file says so."""
    try:
        if file.stat().st_size > LARGEST:
            raise TaxonomyError(f"{file}: at most {LARGEST // 1_000_000} MB are read.")
        data = file.read_bytes()
        code = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        text = data.decode(code)
    except OSError as error:
        raise TaxonomyError(f"{file}: the file cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise TaxonomyError(f"{file}: the file is not UTF-8 text: save it as UTF-8 (CSV UTF-8).") from error
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _from_csv(text: str, file: Path) -> Taxonomy:
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        columns = list(rows.fieldnames or ())
        label = _label_of(columns, file)
        others = [name for name in _OTHERS if name in columns]
        ident = next((name for name in _ID if name in columns), label)
        concepts = _once(_concepts(rows, ident, label, others))
    except csv.Error as error:
        raise TaxonomyError(
            f"{file}: what begins or ends at line {rows.line_num} cannot be read ({error}): "
            "is a quotation mark left open, or a cell too long?"
        ) from error
    used = {label, ident, *others, "status"}
    return Taxonomy(concepts=concepts, unknown_columns=tuple(name for name in columns if name not in used))


def _label_of(columns: list[str], file: Path) -> str:
    """The column that holds the labels."""
    if len(columns) > WIDEST:
        raise TaxonomyError(f"{file}: a table of more than {WIDEST} columns is no taxonomy.")
    label = next((name for name in _LABEL if name in columns), None)
    if label is None:
        raise TaxonomyError(f"{file}: none of the columns {', '.join(_LABEL)} is there.")
    if twice := sorted(name for name in {label, *_OTHERS, *_ID} if columns.count(name) > 1):
        raise TaxonomyError(f"{file}: the column {twice[0]} is there twice.")
    return label


def _concepts(rows: Iterable[dict[str, str]], ident: str, label: str, others: list[str]) -> Iterator[Concept]:
    for row in rows:
        if (row[label] or "").strip() and (row.get("status") or "").casefold() not in _RETIRED:
            yield Concept(
                id=from_cell(row[ident] or row[label]),
                label=_short(" ".join(from_cell(row[label]).split())),
                alternatives=_names(row, others),
            )


def _short(name: str) -> str:
    if len(name) > LONGEST:
        raise TaxonomyError(f"{name[:40]}…: a name of more than {LONGEST:,} characters is no label.")
    return name


def _names(row: dict[str, str], columns: list[str]) -> tuple[str, ...]:
    """Alternative names: ESCO parts them by line breaks inside the cell, our own file by `|`."""
    names = [
        name for column in columns for name in from_cell(row[column] or "").replace("|", "\n").splitlines()
    ]
    return tuple(dict.fromkeys(_short(" ".join(name.split())) for name in names if name.strip()))


def _once(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    found: dict[str, Concept] = {}
    names = 0
    for concept in concepts:
        if found.setdefault(concept.label, concept) is concept:
            names += 1 + len(concept.alternatives)
        if len(found) > MOST or names > MOST_NAMES:
            raise TaxonomyError(
                f"A taxonomy of more than {MOST:,} concepts or {MOST_NAMES:,} names cannot be linked to."
            )
    return tuple(found.values())
