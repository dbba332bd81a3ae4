"""Interviewers as rows of a table, and rows as interviewers."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from loops.design.model import Interviewer, Panel
from rubric.catalogue.model import Catalogue
from rubric.value import InputError

EMPTY_ROWS = 1


class RowError(InputError):
    """A row of the table cannot be used; the message names it."""


def choices(catalogue: Catalogue) -> dict[str, str]:
    """What a person may assess, id to name: whole areas first, then competencies."""
    areas = {area.id: area.name for area in catalogue.areas}
    return areas | {entry.id: entry.name for entry in catalogue.competencies.values()}


def rows_of(panel: Panel | None) -> list[dict[str, Any]]:
    """One row for each interviewer; the id stays with the row."""
    people = panel.interviewers if panel else ()
    return [
        {
            "id": person.id,
            "name": person.name,
            "role": person.role,
            "may_assess": list(person.may_assess),
            "training": person.training,
            "other_team": person.other_team,
            "weekly_cap": person.weekly_cap,
            "booked": person.booked,
            "time_zone": person.time_zone,
        }
        for person in people
    ]


def panel_of(rows: Sequence[Mapping[str, Any]], before: Panel | None) -> Panel | None:
    """The panel that a table says; None where no row has a name. What the table does not show is kept.

    Raises:
        RowError: A value cannot be used.
    """
    known = {person.id: person for person in before.interviewers} if before else {}
    people: list[Interviewer] = []
    for number, row in enumerate(rows, 1):
        name = str(row.get("name") or "").strip()
        if not name:
            continue
        held = known.get(str(row.get("id") or ""))
        taken = {person.id for person in people} | set(known)
        people.append(_person(number, row, held, held.id if held else new_id(name, taken)))
    return Panel(interviewers=tuple(people)) if people else None


def _person(number: int, row: Mapping[str, Any], held: Interviewer | None, person: str) -> Interviewer:
    told = {
        "id": person,
        "name": str(row["name"]).strip(),
        "role": str(row.get("role") or "").strip(),
        "may_assess": tuple(row.get("may_assess") or ()),
        "training": row.get("training") or "trained",
        "other_team": bool(row.get("other_team")),
        "weekly_cap": 5 if row.get("weekly_cap") is None else int(row["weekly_cap"]),
        "booked": int(row.get("booked") or 0),
        "time_zone": str(row.get("time_zone") or "UTC").strip(),
    }
    try:
        return Interviewer.model_validate((held.model_dump() if held else {}) | told)
    except ValidationError as error:
        fault = error.errors()[0]
        place = str(fault["loc"][0]).replace("_", " ") if fault["loc"] else "row"
        says = fault["msg"][0].lower() + fault["msg"][1:]
        raise RowError(
            f"Row {number} ({told['name']}): {place} cannot be used, {says}. "
            "Nothing was changed; mend the row and save again."
        ) from error


def new_id(name: str, taken: set[str]) -> str:
    """A readable id made from a name, not among those taken.

    >>> new_id("Åsa Lindqvist", {"asa-lindqvist"})
    'asa-lindqvist-2'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[:60] or "person"
    number = 1
    while (made := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return made
