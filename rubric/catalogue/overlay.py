"""A user's own folder of competencies, laid over the built-in catalogue."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from rubric.catalogue.files import CatalogueError
from rubric.catalogue.load import Part, first_fault, load_built_in, part_of, read_part
from rubric.catalogue.model import Area, Catalogue


def load_with_own(folder: Path | None) -> Catalogue:
    """The built-in catalogue with a user's folder laid over it; without a folder, as it ships.

    Raises:
        CatalogueError: The folder is missing, or one of its files is wrong.
    """
    if folder is None:
        return load_built_in()
    if not folder.is_dir():
        raise CatalogueError(f"{folder}: this folder of own competencies does not exist")
    return lay_over(load_built_in(), folder)


def lay_over(base: Catalogue, folder: Path) -> Catalogue:
    """A catalogue with a folder's competencies added, and those of the same id replaced.

    An own relation may name entries of either; a replaced competency keeps its old relations and takes the
    area of the own folder.
    """
    return _laid(base, read_part(folder), str(folder))


def lay_texts(base: Catalogue, texts: Mapping[str, str]) -> Catalogue:
    """The same for content files that are held as texts by path; without any, the catalogue itself.

    Raises:
        CatalogueError: One of them is wrong.
    """
    return _laid(base, part_of(texts, {}), "own content") if texts else base


def _laid(base: Catalogue, part: Part, named: str) -> Catalogue:
    own = {entry.id: entry for entry in part.entries.values()}
    areas = {area.id: area for area in base.areas}
    kept = {key: tuple(i for i in area.competencies if i not in own) for key, area in areas.items()}
    for area, ids in part.areas.items():
        kept[area] = tuple(sorted((*kept.get(area, ()), *ids)))
    try:
        return Catalogue(
            version=f"{base.version}+own",
            hash=f"{base.hash}+{part.hash}",
            areas=tuple(
                Area(id=key, name=areas[key].name if key in areas else part.names[key], competencies=ids)
                for key, ids in sorted(kept.items())
                if ids
            ),
            competencies=dict(sorted((base.competencies | own).items())),
            relations=tuple(dict.fromkeys((*base.relations, *part.relations))),
        )
    except ValidationError as error:
        raise CatalogueError(f"{named}: {first_fault(error)}") from error
