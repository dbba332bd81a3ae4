"""Check a folder or a file of content: every fault of every file, not only the first."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from rubric.catalogue.compiled import Compiled, read_compiled
from rubric.catalogue.files import CatalogueError, texts_of
from rubric.catalogue.load import area_name, read_competency, read_relations
from rubric.catalogue.lock import LOCK, changed_wording, read_lock
from rubric.catalogue.model import Area, Catalogue, Competency, Relation
from rubric.catalogue.review import FINDERS, OF_ONE, Exemptions, review_catalogue
from rubric.value import Value


class Fault(Value):
    """One complaint about one file, ready to print."""

    path: str
    rule: str
    verdict: str
    why: str


def check_content(path: Path) -> list[Fault]:
    """All faults of a catalogue's folder, of a part of one, or of a single competency file.

    A whole catalogue (a folder with `competencies/` in it) is also checked for what only shows among
    several entries: cycles, loose ends, and questions that are nearly the same.

    Raises:
        CatalogueError: There is no content at `path`.
    """
    whole = (path / "competencies").is_dir()
    texts = texts_of(path) if whole else _part(path)
    if not any(_is_entry(name) for name in texts):
        raise CatalogueError(f"{path}: no competency files (.yaml) were found")
    return _faults(texts, read_compiled(path) if whole else {}, whole)


def _part(path: Path) -> dict[str, str]:
    if path.is_file():
        return {f"competencies/{path.parent.name}/{path.name}": _read(path)}
    files = sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")])
    return {f"competencies/{file.parent.name}/{file.name}": _read(file) for file in files}


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: the file cannot be read as UTF-8 text") from error


def _is_entry(path: str) -> bool:
    return path.startswith("competencies/")


def _faults(texts: Mapping[str, str], compiled: Compiled, whole: bool) -> list[Fault]:
    entries, broken = _entries(texts, compiled)
    relations, more = _relations(texts, compiled, entries)
    faults = [*broken, *more]
    catalogue = _assemble(entries, relations)
    if isinstance(catalogue, Fault):
        return [*faults, catalogue]
    places = {entry.id: path for path, entry in entries.items()}
    finders = FINDERS if whole else OF_ONE
    excused = _exemptions(texts)
    complaints = review_catalogue(catalogue, excused, finders)
    locked = changed_wording(catalogue, read_lock(texts.get(LOCK, "")))
    complaints += [item for item in locked if item.place not in excused.get(item.finding.rule, {})]
    faults += [
        Fault(path=places.get(item.place, LOCK), rule=f.rule, verdict=f.verdict, why=f.why)
        for item in complaints
        for f in (item.finding,)
    ]
    return sorted(faults, key=lambda fault: (fault.path, fault.rule, fault.why))


def _entries(texts: Mapping[str, str], compiled: Compiled) -> tuple[dict[str, Competency], list[Fault]]:
    entries: dict[str, Competency] = {}
    faults: list[Fault] = []
    for path, text in texts.items():
        if not _is_entry(path):
            continue
        try:
            entries[path] = read_competency(path, text, compiled)
        except CatalogueError as error:
            faults.append(_shape(path, error))
    return entries, faults


def _relations(
    texts: Mapping[str, str], compiled: Compiled, entries: Mapping[str, Competency]
) -> tuple[list[Relation], list[Fault]]:
    ids = {entry.id for entry in entries.values()}
    kept: list[Relation] = []
    faults: list[Fault] = []
    for path, text in texts.items():
        if not path.startswith("relations/"):
            continue
        try:
            rows = read_relations(path, text, compiled)
        except CatalogueError as error:
            faults.append(_shape(path, error))
            continue
        for row in rows:
            if strangers := sorted({row.of, row.to} - ids):
                why = f"a relation names an unknown competency: {', '.join(strangers)}"
                faults.append(Fault(path=path, rule="shape", verdict="block", why=why))
            else:
                kept.append(row)
    return kept, faults


def _shape(path: str, error: CatalogueError) -> Fault:
    return Fault(path=path, rule="shape", verdict="block", why=str(error).removeprefix(f"{path}: "))


def _assemble(entries: Mapping[str, Competency], relations: list[Relation]) -> Catalogue | Fault:
    areas: dict[str, list[str]] = {}
    for path, entry in entries.items():
        areas.setdefault(path.split("/")[1], []).append(entry.id)
    try:
        return Catalogue(
            version="0",
            hash="0",
            areas=tuple(Area(id=a, name=area_name(a), competencies=tuple(ids)) for a, ids in areas.items()),
            competencies={entry.id: entry for entry in entries.values()},
            relations=tuple(relations),
        )
    except ValidationError as error:
        return Fault(path="catalogue", rule="shape", verdict="block", why=error.errors()[0]["msg"])


def _exemptions(texts: Mapping[str, str]) -> Exemptions:
    return tomllib.loads(texts.get("exemptions.toml", ""))
