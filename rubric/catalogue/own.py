"""Take questions and competencies from a CSV or Markdown file into a user's own folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from rubric.catalogue.bank import read_bank
from rubric.catalogue.files import CatalogueError, yaml_to_json
from rubric.catalogue.load import first_fault, load_built_in
from rubric.catalogue.markdown import read_markdown
from rubric.catalogue.model import Catalogue, Competency
from rubric.catalogue.overlay import lay_over, lay_texts
from rubric.catalogue.write import yaml_text

OWN_AREA = "own"
_LARGEST = 20_000_000


def take_in(file: Path, folder: Path) -> Iterator[str]:
    """Write what a file holds into a folder of own competencies, and say what was done, line by line.

    Raises:
        CatalogueError: The file cannot be used; nothing was written.
    """
    text = _text(file)
    base = lay_over(load_built_in(), folder) if folder.is_dir() else load_built_in()
    if file.suffix.casefold() == ".csv":
        bank = read_bank(text, base)
        said = [f"{bank.questions} questions for {len(bank.competencies)} competencies were read."]
        if bank.unknown_columns:
            said.append(f"Columns not used: {', '.join(bank.unknown_columns)}.")
        entries = bank.competencies
    else:
        entries, said = (read_markdown(text),), []
    for entry in entries:
        said.append(f"Written: {_write(entry, base, folder)}")
    yield from said


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise CatalogueError(f"{file}: at most {_LARGEST // 1_000_000} MB are read.")
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CatalogueError(f"{file}: the file cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{file}: the file is not UTF-8 text.") from error


def _write(entry: Competency, base: Catalogue, folder: Path) -> Path:
    area = base.area_of(entry.id).id if entry.id in base.competencies else OWN_AREA
    place = folder / "competencies" / area / f"{entry.id}.yaml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(yaml_text(entry), "utf-8")
    return place


class TakenIn(NamedTuple):
    """Own content after a file was taken in, and what there is to say about it."""

    texts: dict[str, str]
    entries: tuple[str, ...]
    unknown_columns: tuple[str, ...]


def add_content(texts: Mapping[str, str], name: str, data: bytes) -> TakenIn:
    """Own content with what a file holds: questions (CSV) or one competency (Markdown, YAML).

    Args:
        texts: The own content so far, by path.
        name: The file's name; its ending says what it is.
        data: What the file holds.

    Raises:
        CatalogueError: The file cannot be used; the message says why.
    """
    if len(data) > _LARGEST:
        raise CatalogueError(f"{name}: at most {_LARGEST // 1_000_000} MB are read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{name}: the file is not UTF-8 text.") from error
    base = lay_texts(load_built_in(), texts)
    entries, unknown = _entries(name, text, base)
    after = dict(texts)
    for entry in entries:
        area = base.area_of(entry.id).id if entry.id in base.competencies else OWN_AREA
        after[f"competencies/{area}/{entry.id}.yaml"] = yaml_text(entry)
    lay_texts(load_built_in(), after)
    return TakenIn(dict(sorted(after.items())), tuple(entry.id for entry in entries), unknown)


def _entries(name: str, text: str, base: Catalogue) -> tuple[tuple[Competency, ...], tuple[str, ...]]:
    match Path(name).suffix.casefold():
        case ".csv":
            bank = read_bank(text, base)
            return bank.competencies, bank.unknown_columns
        case ".md":
            return (read_markdown(text),), ()
        case ".yaml" | ".yml":
            return (_read_yaml(name, text),), ()
        case _:
            raise CatalogueError(f"{name}: own content is CSV, Markdown (.md) or YAML.")


def _read_yaml(name: str, text: str) -> Competency:
    try:
        return Competency.model_validate_json(yaml_to_json(name, text))
    except ValidationError as error:
        raise CatalogueError(f"{name}: {first_fault(error)}") from error
