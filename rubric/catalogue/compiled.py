"""The compact form of the content: each file's JSON beside the digest of the text it was made from.

Strict YAML is slow to read (10 to 17 ms a file), so the content ships parsed as well. A line is used
only while its digest is that of the file's present text: an edited file is simply read from its YAML.
"""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from rubric.catalogue.files import COMPILED, digest_of, yaml_to_json

Compiled = Mapping[tuple[str, str], str]
"""JSON by path and digest."""


def read_compiled(folder: Traversable) -> Compiled:
    """The compact form that lies in a catalogue's folder; empty where there is none."""
    file = folder / COMPILED
    if not file.is_file():
        return {}
    rows = (line.split("\t", 2) for line in file.read_text("utf-8").splitlines())
    return {(row[0], row[1]): row[2] for row in rows if len(row) == 3}


def json_of(path: str, text: str, compiled: Compiled) -> str:
    """A file's content as JSON, from the compact form where that is up to date."""
    return compiled.get((path, digest_of(text))) or yaml_to_json(path, text)


def compile_texts(texts: Mapping[str, str], known: Compiled) -> str:
    """The compact form of some files, one line a file, in the order of their paths."""
    return "".join(
        f"{path}\t{digest_of(text)}\t{json_of(path, text, known)}\n"
        for path, text in sorted(texts.items())
        if path.endswith((".yaml", ".yml"))
    )


def stale_paths(texts: Mapping[str, str], compiled: Compiled) -> list[str]:
    """Files whose compact form is missing or out of date, and forms whose file is gone."""
    present = {(path, digest_of(text)) for path, text in texts.items() if path.endswith((".yaml", ".yml"))}
    return sorted({path for path, _ in present ^ compiled.keys()})
