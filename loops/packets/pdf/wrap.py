"""Words to lines."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from loops.packets.pdf.faces import Run, width_of

Line = tuple[Run, ...]
"""The runs of one line: a face and the words set in it."""


class _Word(NamedTuple):
    """A word, or a piece of one, in its face; `broken` says that it goes on with the one before."""

    face: str
    words: str
    width: float
    broken: bool


HYPHEN = "\N{SOFT HYPHEN}"
"""Drawn where a word is broken; who copies the text gets the word whole."""

VOWELS = "aeiouyæœøаеиоуыэюяєіαεηιουω"
ONE_SOUND = {"ch", "ck", "ph", "sh", "th"}
LEAST = 3
"""Letters that stand together before and after a break."""


@lru_cache(maxsize=20_000)
def wrap(text: tuple[Run, ...], size: float, width: float, extra: str | None = None) -> tuple[Line, ...]:
    """Set cleaned text in lines no wider than `width` points; a word too wide for a line is broken."""
    limit = width * 1000 / size
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in _words(text, limit, extra):
        gap = width_of(" ", word.face, extra) if lines[-1] else 0
        if lines[-1] and (word.broken or used + gap + word.width > limit + 0.01):
            lines.append([word])
            used = word.width
        else:
            lines[-1].append(word)
            used += gap + word.width
    return tuple(_join(line) for line in lines if line)


@lru_cache(maxsize=5_000)
def balanced(text: tuple[Run, ...], size: float, width: float, extra: str | None = None) -> tuple[Line, ...]:
    """As few lines as `wrap` needs, of nearly equal length; no word is broken for it."""
    fewest = len(wrap(text, size, width, extra))
    longest = max((word.width for word in _words(text, width * 1000 / size, extra)), default=0)
    low, high = max(width / 2, longest * size / 1000), width
    while fewest > 1 and high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if len(wrap(text, size, middle, extra)) <= fewest else (middle, high)
    return wrap(text, size, high, extra)


def _words(text: tuple[Run, ...], limit: float, extra: str | None) -> list[_Word]:
    words: list[_Word] = []
    for face, part in text:
        for word in part.split(" "):
            pieces = _pieces(word, face, limit, extra)
            words += [
                _Word(face, piece, width_of(piece, face, extra), broken=place > 0)
                for place, piece in enumerate(pieces)
            ]
    return words


def _pieces(word: str, face: str, limit: float, extra: str | None) -> list[str]:
    """The word whole, or broken after a hyphen or slash, between syllables, or wherever the line ends."""
    if not word or width_of(word, face, extra) <= limit:
        return [word] if word else []
    end = len(word) - 1
    while end > 1 and width_of(word[:end] + HYPHEN, face, extra) > limit:
        end -= 1
    breaks = [place + 1 for place in range(end) if word[place] in "-/_.@–" and place > 2]
    end = breaks[-1] if breaks else _syllable(word, end)
    letters = word[end - 1 : end + 1].isalpha() and not any(char.isdigit() for char in word)
    hyphen = HYPHEN if letters and end > LEAST else ""
    return [word[:end] + hyphen, *_pieces(word[end:], face, limit, extra)]


def _syllable(word: str, end: int) -> int:
    """The last place up to `end` before a consonant with its vowel; `end` where there is none."""
    kinds = "".join(_kind(char) for char in word)
    for place in range(min(end, len(word) - LEAST), LEAST, -1):
        if kinds[place : place + 2] == "cv" and word[place - 1 : place + 1].lower() not in ONE_SOUND:
            return place
    return end


def _kind(char: str) -> str:
    """A vowel as v, a consonant as c, what is no letter as -."""
    if not char.isalpha():
        return "-"
    return "v" if unicodedata.normalize("NFD", char.lower())[0] in VOWELS else "c"


def _join(line: list[_Word]) -> Line:
    runs: list[list[str]] = []
    for face, word, _, _ in line:
        if runs and runs[-1][0] == face:
            runs[-1][1] += f" {word}"
        else:
            runs.append([face, f" {word}" if runs else word])
    return tuple((face, words) for face, words in runs)


def width_of_line(line: Line, size: float, extra: str | None = None) -> float:
    """The width of a line in points."""
    return sum(width_of(words, face, extra) for face, words in line) * size / 1000
