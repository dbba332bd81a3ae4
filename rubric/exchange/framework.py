"""Other people's CASE packages, read leniently: what is understood is kept, what is not is named."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import Field

from rubric.exchange.taxonomy import UNSEEN, Concept, Taxonomy
from rubric.value import InputError, Value

_KNOWN = ("CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions")
LARGEST = 80_000_000
"""Bytes of a package."""

_REMARKS = 20


class FrameworkError(InputError):
    """A CASE package cannot be used; the message says why."""


class Item(Value):
    """One statement of a framework; `name` is its short form where it has one."""

    id: str
    statement: str
    name: str | None = None
    keywords: tuple[str, ...] = ()


class Tie(Value):
    """One association between two items, by their ids."""

    kind: str
    origin: str
    destination: str


class Criterion(Value):
    """What a rubric judges: an item, with the description of each level, lowest first."""

    rubric: str
    name: str
    item: str | None
    levels: tuple[str, ...]


class Framework(Value):
    """A CASE package; `remarks` names what was left out, and why."""

    title: str
    items: tuple[Item, ...] = Field(min_length=1)
    ties: tuple[Tie, ...]
    criteria: tuple[Criterion, ...]
    remarks: tuple[str, ...]

    def as_taxonomy(self) -> Taxonomy:
        """The items as labels that sentences can be linked to."""
        return Taxonomy(
            concepts=tuple(
                Concept(id=i.id, label=i.name or i.statement, alternatives=i.keywords) for i in self.items
            )
        )


def read_package(data: bytes) -> Framework:
    """Read a CASE 1.0 or 1.1 package; unknown keys are left out and named.

    Raises:
        FrameworkError: The bytes are no JSON, or hold no items.
    """
    package = _parse(data)
    remarks: list[str] = []
    if unknown := sorted(set(package) - set(_KNOWN)):
        remarks.append(f"Unknown parts were left out: {', '.join(unknown)}.")
    items = tuple(_items(_rows(package, "CFItems"), remarks))
    if not items:
        raise FrameworkError("This CASE package holds no items (CFItems).")
    ids = {item.id for item in items}
    document = package.get("CFDocument")
    return Framework(
        title=str(document.get("title") or "Untitled") if isinstance(document, dict) else "Untitled",
        items=items,
        ties=tuple(_ties(_between_items(package, document), ids, remarks)),
        criteria=tuple(_criteria(_rows(package, "CFRubrics"))),
        remarks=_told(remarks),
    )


def _told(remarks: list[str]) -> tuple[str, ...]:
    """Each remark once, without what a terminal would run; at most twenty."""
    told = [UNSEEN.sub("", remark) for remark in dict.fromkeys(remarks)]
    more = len(told) - _REMARKS
    return (*told[:_REMARKS], f"{more} more remarks are not shown.") if more > 0 else tuple(told)


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise FrameworkError(f"A CASE package of more than {LARGEST // 1_000_000} MB is not read.")
    try:
        package = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FrameworkError("This is no CASE package: it is not JSON.") from error
    if not isinstance(package, dict):
        raise FrameworkError("This is no CASE package: a JSON object was expected.")
    return package


def _rows(held: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = held.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _items(rows: list[dict[str, Any]], remarks: list[str]) -> Iterator[Item]:
    seen: set[str] = set()
    for row in rows:
        ident, statement = _word(row, "identifier"), _word(row, "fullStatement")
        if not ident or not statement:
            remarks.append("Items without identifier or statement were left out.")
        elif ident in seen:
            remarks.append(f"A second item with the identifier {ident} was left out.")
        else:
            seen.add(ident)
            words = row.get("conceptKeywords")
            keywords = tuple(str(word) for word in words) if isinstance(words, list) else ()
            name = _word(row, "abbreviatedStatement") or None
            yield Item(id=ident, statement=statement, name=name, keywords=keywords)


def _between_items(package: dict[str, Any], document: object) -> list[dict[str, Any]]:
    """Associations, without those that only say which items stand at the top of the document."""
    top = _word(document, "identifier") if isinstance(document, dict) else ""
    rows = _rows(package, "CFAssociations")
    return [row for row in rows if not top or _end(row, "destinationNodeURI") != top]


def _ties(rows: list[dict[str, Any]], ids: set[str], remarks: list[str]) -> Iterator[Tie]:
    for row in rows:
        kind = _word(row, "associationType")
        origin, destination = _end(row, "originNodeURI"), _end(row, "destinationNodeURI")
        if kind and origin in ids and destination in ids:
            yield Tie(kind=kind, origin=origin, destination=destination)
        else:
            remarks.append("Associations with an end outside the package were left out.")


def _criteria(rows: list[dict[str, Any]]) -> Iterator[Criterion]:
    for rubric in rows:
        for row in _rows(rubric, "CFRubricCriteria"):
            levels = sorted(_rows(row, "CFRubricCriterionLevels"), key=_position)
            yield Criterion(
                rubric=_word(rubric, "title"),
                name=_word(row, "category") or _word(row, "description"),
                item=_end(row, "CFItemURI") or None,
                levels=tuple(_word(level, "description") for level in levels),
            )


def _position(level: dict[str, Any]) -> float:
    place = level.get("position", level.get("score"))
    return float(place) if isinstance(place, int | float) else 0.0


def _word(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _end(row: dict[str, Any], key: str) -> str:
    """An end of an association: an object with an identifier, or, in older packages, a bare address."""
    value = row.get(key)
    if isinstance(value, dict):
        return _word(value, "identifier")
    return value.rsplit("/", 1)[-1].removeprefix("urn:uuid:") if isinstance(value, str) else ""
