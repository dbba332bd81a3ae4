"""Jurisdiction packs for the fair-and-lawful page: each line with its source and its month."""

import tomllib
from functools import cache
from importlib.resources import files

from loops.packets.model import Law, LawLine
from rubric.catalogue.model import Language


@cache
def lines_of(law: Law, language: Language) -> tuple[LawLine, ...]:
    """The lines of one jurisdiction in a language; a source is named as it is published."""
    pack = tomllib.loads((files("loops.packets.laws") / f"{law}.toml").read_text("utf-8"))
    return tuple(
        LawLine(law=pack["name"][language], **(line | {"says": line["says"][language]}))
        for line in pack["lines"]
    )
