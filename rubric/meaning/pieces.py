"""Words cut into the pieces that the encoder knows (WordPiece, lower case, no accents)."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 100
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PART = re.compile(r"[^\W_]+|[^\w\s]|_")


@cache
def vocabulary() -> Mapping[str, int]:
    """Every piece with its number, in the order of the file."""
    lines = files("rubric.meaning").joinpath("data/pieces.txt").read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def words_of(text: str) -> list[tuple[str, int]]:
    """Plain words and marks of a text, each with where it begins."""
    return [
        (part, found.start())
        for found in _TOKEN.finditer(text)
        for part in _PART.findall(_plain(found.group()))
    ]


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[int, ...]:
    """The numbers of a plain word's pieces: the longest beginning that is known, then so on for the rest."""
    known = vocabulary()
    unknown = (known[UNKNOWN],)
    if len(word) > _LONGEST_WORD:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in known), None)
        if end is None:
            return unknown
        found.append(known[mark + word[start:end]])
        start = end
    return tuple(found)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
