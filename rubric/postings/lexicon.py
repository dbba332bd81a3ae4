"""Word lists in data files, made into patterns over lower-cased text."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " "}
)


def lowered(text: str) -> str:
    """Lower case with straight quotation marks and plain hyphens; places stay what they were.

    >>> lowered("You’ll LEAD")
    "you'll lead"
    """
    if text.isascii():
        return text.lower()
    low = text.translate(_FOLD).lower()
    return low if len(low) == len(text) else "".join(_single(char) for char in text)


def _single(char: str) -> str:
    low = char.translate(_FOLD).lower()
    return low if len(low) == 1 else char


@cache
def load_words(package: str, name: str) -> Mapping[str, Any]:
    """The tables of `data/<name>.toml` of a package."""
    return tomllib.loads(resources.files(package).joinpath(f"data/{name}.toml").read_text("utf-8"))


@cache
def load_patterns(package: str, name: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of `data/<name>.toml`, one for each table.

    A table has lists of alternatives: `words` stand between word boundaries, `starts` begin at one, and
    `parts` are taken as they are. `{other}` stands for the alternatives of the table `other`.
    """
    tables = load_words(package, name)
    sources = {key: _source(table) for key, table in tables.items() if _is_pattern(table)}
    return {key: re.compile(_filled(source, sources)) for key, source in sources.items()}


def _source(table: Mapping[str, list[str]]) -> str:
    parts = list(table.get("parts", []))
    if starts := table.get("starts"):
        parts.append(rf"\b(?:{_by_letter(starts)})")
    if words := table.get("words"):
        parts.append(rf"\b(?:{_by_letter(words)})\b")
    return "|".join(parts)


_OPENING = re.compile(r"([a-zäöüßéèà])(?![?*{])")


def _by_letter(alternatives: Sequence[str]) -> str:
    """The alternatives, those with one first letter under it, so that a search tries few at a place."""
    groups: dict[str, list[str]] = {}
    others: list[str] = []
    for shape in alternatives:
        opening = None if _has_open_bar(shape) else _OPENING.match(shape)
        if opening:
            groups.setdefault(opening.group(1), []).append(shape[1:])
        else:
            others.append(shape)
    return "|".join([f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items()] + others)


def _has_open_bar(shape: str) -> bool:
    """Whether a pattern has alternatives outside of every bracket."""
    depth = 0
    for char in shape:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            return True
    return False


def _filled(source: str, sources: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z][a-z-]+)\}", lambda match: f"(?:{sources[match.group(1)]})", source)


def _is_pattern(table: object) -> bool:
    return isinstance(table, dict) and bool({"words", "starts", "parts"} & table.keys())
