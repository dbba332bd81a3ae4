"""Read the catalogue's files, strictly, and put them together."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from rubric.catalogue.compiled import Compiled, json_of, read_compiled
from rubric.catalogue.files import CatalogueError, content_hash, texts_of
from rubric.catalogue.model import Area, Catalogue, Competency, Relation

_RELATIONS = TypeAdapter(tuple[Relation, ...] | None)


def built_in() -> Traversable:
    """The folder of the catalogue that ships with the product."""
    return resources.files("rubric.catalogue") / "data"


@cache
def load_built_in() -> Catalogue:
    """The catalogue that ships with the product; read once a process."""
    return read_catalogue(built_in())


class _InUse:
    """The catalogue of this process where own content is laid over the built-in one."""

    catalogue: Catalogue | None = None


def load_catalogue() -> Catalogue:
    """The catalogue that this process works with: the built-in one, with own content where there is some."""
    return _InUse.catalogue or load_built_in()


def use_catalogue(catalogue: Catalogue | None) -> None:
    """Have this process work with another catalogue; None for the built-in one."""
    _InUse.catalogue = catalogue


def read_catalogue(folder: Traversable) -> Catalogue:
    """Read a catalogue's folder: `competencies/<area>/<id>.yaml`, `relations/*.yaml`, `areas.toml`.

    Raises:
        CatalogueError: A file cannot be parsed or breaks the catalogue's shape.
    """
    part = read_part(folder)
    try:
        return Catalogue(
            version=part.version,
            hash=part.hash,
            areas=tuple(
                Area(id=area, name=part.names[area], competencies=tuple(ids))
                for area, ids in sorted(part.areas.items())
            ),
            competencies=dict(sorted((entry.id, entry) for entry in part.entries.values())),
            relations=part.relations,
        )
    except ValidationError as error:
        raise CatalogueError(f"catalogue: {first_fault(error)}") from error


class Part(NamedTuple):
    """What one folder holds, before its ends are known to meet."""

    version: str
    hash: str
    entries: dict[str, Competency]
    areas: dict[str, list[str]]
    names: dict[str, str]
    relations: tuple[Relation, ...]


def read_part(folder: Traversable) -> Part:
    """Read a folder's entries by path, without asking whether its relations name entries of its own."""
    return part_of(texts_of(folder), read_compiled(folder))


def part_of(texts: Mapping[str, str], compiled: Compiled) -> Part:
    """What the texts of a folder hold, by path."""
    entries = {path: read_competency(path, texts[path], compiled) for path in competency_paths(texts)}
    areas: dict[str, list[str]] = {}
    seen: set[str] = set()
    for path, entry in entries.items():
        if entry.id in seen:
            raise CatalogueError(f"{path}: the id {entry.id} stands in two areas")
        seen.add(entry.id)
        areas.setdefault(path.split("/")[1], []).append(entry.id)
    relations = tuple(
        relation
        for path, text in texts.items()
        if path.startswith("relations/")
        for relation in read_relations(path, text, compiled)
    )
    written = _area_names(texts)
    names = {area: written.get(area) or area_name(area) for area in areas}
    return Part(texts.get("VERSION", "0").strip(), content_hash(texts), entries, areas, names, relations)


def _area_names(texts: Mapping[str, str]) -> dict[str, str]:
    try:
        return tomllib.loads(texts.get("areas.toml", ""))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"areas.toml: {error}") from error


def competency_paths(texts: Mapping[str, str]) -> list[str]:
    """The paths of all competency files.

    Raises:
        CatalogueError: A file lies at another depth than `competencies/<area>/<id>.yaml`.
    """
    paths = [path for path in texts if path.startswith("competencies/")]
    for path in paths:
        if path.count("/") != 2:
            raise CatalogueError(f"{path}: competency files lie in competencies/<area>/<id>.yaml")
    return paths


def read_competency(path: str, text: str, compiled: Compiled) -> Competency:
    """One competency file; its id is the file's name."""
    try:
        entry = Competency.model_validate_json(json_of(path, text, compiled))
    except ValidationError as error:
        raise CatalogueError(f"{path}: {first_fault(error)}") from error
    if not path.endswith((f"/{entry.id}.yaml", f"/{entry.id}.yml")):
        raise CatalogueError(f"{path}: the id {entry.id} differs from the file's name")
    return entry


def read_relations(path: str, text: str, compiled: Compiled) -> tuple[Relation, ...]:
    """One file of relations; an empty file holds none."""
    try:
        return _RELATIONS.validate_json(json_of(path, text, compiled)) or ()
    except ValidationError as error:
        raise CatalogueError(f"{path}: {first_fault(error)}") from error


def area_name(area: str) -> str:
    """What people read for an area's folder name.

    >>> area_name("nursing-and-care")
    'Nursing and care'
    """
    return area.replace("-", " ").capitalize()


def first_fault(error: ValidationError) -> str:
    """The first fault of a value, with its place."""
    fault = error.errors()[0]
    place = ".".join(str(part) for part in fault["loc"])
    return f"{place}: {fault['msg']}" if place else fault["msg"]
