"""The catalogue's files: which there are, their text, their hash, and strict YAML."""

import hashlib
import json
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from rubric.value import InputError

COMPILED = "catalogue.jsonl"
"""The generated compact form: for each content file its path, the digest of its text, and its JSON."""

_SINGLE = ("VERSION", "SOURCES.md", "questions.lock", "areas.toml", "exemptions.toml")
_FOLDERS = ("competencies", "relations")
_LARGEST = 400_000


class CatalogueError(InputError):
    """A file of the catalogue is wrong; the message names the file and the fault."""


def texts_of(folder: Traversable) -> dict[str, str]:
    """The texts of all content files of a catalogue's folder, by path, sorted.

    Raises:
        CatalogueError: A file is no UTF-8 text, or is larger than any file of words should be.
    """
    texts = {name: _text(name, folder / name) for name in _SINGLE if (folder / name).is_file()}
    for name in _FOLDERS:
        if (folder / name).is_dir():
            texts.update(_walk(folder / name, f"{name}/"))
    return dict(sorted(texts.items()))


def _walk(folder: Traversable, prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in folder.iterdir():
        if child.is_dir():
            found.update(_walk(child, f"{prefix}{child.name}/"))
        elif child.name.endswith((".yaml", ".yml")):
            found[prefix + child.name] = _text(prefix + child.name, child)
    return found


def _text(path: str, file: Traversable) -> str:
    data = file.read_bytes()
    if len(data) > _LARGEST:
        raise CatalogueError(f"{path}: the file holds {len(data):,} bytes; at most {_LARGEST:,} are read")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{path}: the file is not UTF-8 text (byte {error.start})") from error


def content_hash(texts: Mapping[str, str]) -> str:
    """The first twelve hex digits over all content files, names and texts."""
    digest = hashlib.sha256()
    for path in sorted(texts):
        if path.startswith(_FOLDERS):
            digest.update(f"{path}\0{texts[path]}\0".encode())
    return digest.hexdigest()[:12]


def digest_of(text: str) -> str:
    """The first twelve hex digits of one text's hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def yaml_to_json(path: str, text: str) -> str:
    """One file's content as JSON, read as YAML 1.2: `no` is a word, and a repeated key is an error.

    Raises:
        CatalogueError: The text is no YAML, or holds a value that is neither text, number, list nor table.
    """
    try:
        return json.dumps(YAML(typ="safe", pure=True).load(text), ensure_ascii=False)
    except YAMLError as error:
        raise CatalogueError(f"{path}: {' '.join(str(error).split())}") from error
    except (TypeError, ValueError, RecursionError) as error:
        raise CatalogueError(f"{path}: {error}") from error
