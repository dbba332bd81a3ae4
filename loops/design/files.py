"""The planner's door: panel, rules, formats and loop files in and out."""

import difflib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from loops.design.model import Format, Interviewer, Panel, PlanFile, Rules
from rubric.value import InputError

Kept = TypeVar("Kept")
Source = Path | str | bytes

MOST_BYTES = 4_000_000
"""No file of the planner is larger; a loop file of forty competencies has about 300,000 bytes."""


class PlanError(InputError):
    """A panel, rules, formats or loop file cannot be used; the message names it and the fault."""


def load_panel(source: Source) -> Panel:
    """Read a panel, YAML or JSON: `interviewers:` with one entry for each person.

    Raises:
        PlanError: The file is missing, too large, not text, or breaks the shape.
    """
    return _load(source, "panel", TypeAdapter(Panel))


def load_rules(source: Source) -> Rules:
    """Read rules, YAML or JSON: only the numbers that differ from the defaults need to stand there.

    Raises:
        PlanError: The file is missing, too large, not text, or breaks the shape.
    """
    return _load(source, "rules", TypeAdapter(Rules))


def read_formats(source: Source) -> tuple[Format, ...]:
    """Read a catalogue of formats, YAML or JSON: a list of formats.

    Raises:
        PlanError: The file is missing, too large, not text, or breaks the shape.
    """
    formats = _load(source, "formats", TypeAdapter(tuple[Format, ...]))
    ids = [each.id for each in formats]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise PlanError(f"The formats file names {', '.join(twice)} twice.")
    return formats


@cache
def load_formats() -> tuple[Format, ...]:
    """The formats that ship with the product; read once a process."""
    file = resources.files("loops.design").joinpath("data", "formats.yaml")
    return read_formats(file.read_bytes())


def read_loop(source: Source) -> PlanFile:
    """Read `loop.json`.

    Raises:
        PlanError: The file is missing, too large, not JSON, or breaks the shape.
    """
    data = _bytes(source, "loop")
    try:
        return PlanFile.model_validate_json(data)
    except ValidationError as error:
        raise PlanError(f"The loop file cannot be used: {_first(error)}.") from error


def write_loop(file: PlanFile) -> bytes:
    """The bytes of `loop.json`: the same plan gives the same bytes."""
    text = json.dumps(file.model_dump(mode="json"), indent=1, ensure_ascii=False, sort_keys=False)
    return f"{text}\n".encode()


def read_text(source: Source, what: str) -> str:
    """The text of a file in UTF-8, within the limit of size.

    Raises:
        PlanError: The file is missing, too large, or not text.
    """
    return _text(_bytes(source, what), what)


def _load(source: Source, what: str, shape: TypeAdapter[Kept]) -> Kept:
    text = _text(_bytes(source, what), what)
    try:
        reader: Any = YAML(typ="safe", pure=True)
        data = reader.load(text)
        return shape.validate_json(json.dumps(data if data is not None else {}))
    except YAMLError as error:
        raise PlanError(f"The {what} file is not YAML or JSON: {_line(error)}.") from error
    except (TypeError, ValueError) as error:
        fault = _first(error, what) if isinstance(error, ValidationError) else str(error)
        raise PlanError(
            f"The {what} file cannot be used: {fault}{'' if fault.endswith('?') else '.'}"
        ) from error


def _bytes(source: Source, what: str) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with Path(source).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise PlanError(f"The {what} file {Path(source).name} cannot be read.") from error
    if len(data) > MOST_BYTES:
        raise PlanError(f"The {what} file is larger than {MOST_BYTES // 1_000_000} MB.")
    return data


def _text(data: bytes, what: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanError(f"The {what} file is not text in UTF-8.") from error
    if "&" in text and "*" in text and text.count("*") > 200:
        raise PlanError(f"The {what} file uses too many YAML aliases.")
    return text


def _line(error: YAMLError) -> str:
    return " ".join(str(error).split())[:200]


_KEYS = {"rules": (Rules,), "panel": (Panel, Interviewer), "formats": (Format,)}


def _unknown(key: str, what: str) -> str:
    """An unknown key of a file, with the known one that it is most like."""
    known = [name for shape in _KEYS.get(what, ()) for name in shape.model_fields]
    near = difflib.get_close_matches(key, known, n=1)
    kind = "rule" if what == "rules" else "entry"
    return f"unknown {kind} {key}{f'; did you mean {near[0]}?' if near else ''}"


def _first(error: ValidationError, what: str = "") -> str:
    faults = error.errors()
    fault = next((each for each in faults if each["type"] == "extra_forbidden"), faults[0])
    if what and fault["type"] == "extra_forbidden":
        return _unknown(str(fault["loc"][-1]), what)
    place = ".".join(str(part) for part in fault["loc"])
    says = fault["msg"].removeprefix("Value error, ")
    return f"{place}: {says}" if place else says
