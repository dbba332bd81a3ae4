"""Sentences that the product writes itself, in the language of screens and papers.

Plans keep their sentences in English, in `loop.json` as in every revision of the store. Each is known here by
its shape: which sentence it is, and what stands in its blanks. So a plan of last year can be read in each of
the languages, and nothing has to be kept twice. Shapes stand in the `.toml` files beside this one:

- `{name}` words without quotation marks, `{why:any}` any words
- `{n:number}` a number in digits, which gets the language's decimal sign
- `{n:interview}` a counted noun, in digits or words; in the other languages `{n:one form|other form}`
- `{names:and}`, `{names:or}` names in a row; `{what:call}` an interview by what people call it; `{tier:tier}`
- `{rule:sentence}` a whole sentence of its own
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from loops.design.files import load_formats
from loops.design.wording import NUMBERS, many
from loops.packets.words import words_of
from loops.packets.words.counted import Counted, Filler

SHAPES = ("rules", "planner", "sources", "history", "whys")
"""The files of shapes. Of two that fit as well, the one that comes first counts."""

LONGEST = 4_000
"""Characters of a text that can be one of ours; a longer one stays as it is."""
_BLANK = re.compile(r"\\{(\w+)(?::((?:\w|\\[- ])+))?\\}")


class Shape(NamedTuple):
    """One sentence: its pattern in English, the kinds of its blanks, and how each language puts it."""

    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    texts: Mapping[str, str]


def said_in(language: str, text: str) -> str:
    """A text in a language, sentence by sentence where each is known; the text itself where one is not.

    >>> said_in("de", "Asked for in 2 requirements.")
    'In 2 Anforderungen verlangt.'
    >>> said_in("fr", "The loop has at most six interviews.")
    'Le parcours compte au plus 6 entretiens.'
    """
    if language == "en" or len(text) > LONGEST:
        return text
    return " ".join(_read(language, text) or [text])


def format_in(language: str, name: str) -> str:
    """The name of a kind of interview; a name of a team's own stays as it is."""
    return name if language == "en" else _format_names(language).get(name, name)


@lru_cache(maxsize=4096)
def _read(language: str, text: str) -> tuple[str, ...]:
    """The sentences of a text in a language; none where it is not known.

    Of the shapes that fit its beginning the shortest is tried first, and of those the one that leaves the
    fewest words to its blanks: a name could run over a full stop.
    """
    fits = [
        (shape, match)
        for shape in _shapes()
        for match in (shape.pattern.match(text), shape.pattern.fullmatch(text))
        if match
    ]
    for shape, match in sorted(fits, key=lambda fit: (fit[1].end(), _loose(*fit))):
        rest = text[match.end() :].lstrip()
        after = _read(language, rest) if rest else ()
        if after or not rest:
            return (_fill(language, shape, match), *after)
    return ()


def _loose(shape: Shape, match: re.Match[str]) -> int:
    """How many characters stand in blanks that take any words."""
    return sum(len(match[name]) for name, kind in shape.kinds.items() if kind in _LOOSE)


def _fill(language: str, shape: Shape, match: re.Match[str]) -> str:
    values = {name: _KINDS.get(kind, _counted)(language, match[name]) for name, kind in shape.kinds.items()}
    return Filler().format(shape.texts[language], **values)


def _plainly(language: str, text: str) -> str:
    return text.replace(".", words_of(language)("all.decimal")) if re.fullmatch(r"\d+\.\d+", text) else text


def _row(word: str) -> Callable[[str, str], str]:
    return lambda language, text: text.replace(f" {word} ", f" {words_of(language)(f'say.{word}')} ")


def _call(language: str, text: str) -> str:
    """An interview's name by its format and who leads it; `It` is the one that was just named."""
    if text == "It":
        return words_of(language)("say.it")
    kind, _, lead = text.partition(" with ")
    name = _format_names(language).get(kind, kind)
    return words_of(language)("say.call", what=name, who=lead) if lead else name


@cache
def _format_names(language: str) -> dict[str, str]:
    """What the shipped formats are called, by their English names and by their ids."""
    words = words_of(language)
    return {name: words(f"formats.{each.id}") for each in load_formats() for name in (each.name, each.id)}


def _formats(language: str, text: str) -> str:
    return ", ".join(_format_names(language).get(each, each) for each in text.split(", "))


def _counted(language: str, text: str) -> Counted:
    """The number of a counted noun; None where any number will do."""
    first = text.split()[0].lower()
    number = None if first == "any" else NUMBERS.index(first) if first in NUMBERS else int(first)
    return Counted(number, language)


_KINDS: Mapping[str, Callable[[str, str], object]] = {
    "": _plainly,
    "any": _plainly,
    "number": _plainly,
    "sentence": said_in,
    "and": _row("and"),
    "or": _row("or"),
    "call": _call,
    "formats": _formats,
    "tier": lambda language, text: words_of(language)(f"say.{text}"),
    "place": lambda language, text: words_of(language)(f"say.{text}"),
}
_LOOSE = ("", "any", "and", "or", "call", "formats")
_PATTERNS = {
    "": "[^“”]+?",
    "number": r"\d+(?:\.\d+)?",
    "any": ".+?",
    "sentence": r".+?\.",
    "tier": "must|should|nice",
    "place": "any|remote|on-site",
    "min": r"\d+ min|any number of mins",
}


@cache
def _shapes() -> tuple[Shape, ...]:
    return tuple(_shape(row) for name in SHAPES for row in read_rows(name))


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The sentences of a file of shapes, each in every language."""
    parsed = tomllib.loads((files("loops.packets.words") / f"{name}.toml").read_text("utf-8"))
    yield from (row for rows in parsed.values() for row in rows)


def _shape(row: dict[str, str]) -> Shape:
    """A sentence with its blanks as groups, up to a blank or the end."""
    escaped = re.escape(row["en"])
    kinds = {blank[1]: (blank[2] or "").replace("\\", "") for blank in _BLANK.finditer(escaped)}
    pattern = _BLANK.sub(lambda blank: f"(?P<{blank[1]}>{_pattern(kinds[blank[1]])})", escaped)
    return Shape(re.compile(rf"{pattern}(?=\s|$)"), kinds, row)


def _pattern(kind: str) -> str:
    if kind in _PATTERNS or kind in _KINDS:
        return _PATTERNS.get(kind, ".+?")
    return rf"(?i:{'|'.join(NUMBERS)}|any number of|\d+) (?:{kind}|{many(kind)})"
