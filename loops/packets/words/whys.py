"""Reasons that the product writes itself, in the language of the papers."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_BLANK = re.compile(r"\\{(\w+)\\}")


def why_in(language: str, why: str) -> str:
    """A reason in a language, sentence by sentence where each is known; the reason itself where one is not.

    >>> why_in("de", "Asked for in 2 requirements.")
    'In 2 Anforderungen verlangt.'
    """
    if language == "en":
        return why
    rest, said = why, []
    while rest:
        for pattern, shapes in _shapes():
            if match := pattern.match(rest):
                said.append(shapes[language].format(**match.groupdict()))
                rest = rest[match.end() :].lstrip()
                break
        else:
            return why
    return " ".join(said)


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    parsed = tomllib.loads((files("loops.packets.words") / "whys.toml").read_text("utf-8"))
    return tuple((_pattern(row["en"]), row) for row in parsed["why"])


def _pattern(sentence: str) -> re.Pattern[str]:
    """The sentence with its blanks as groups; a number of digits or words up to a closing mark."""
    return re.compile(_BLANK.sub(lambda blank: f"(?P<{blank[1]}>[^“”]+?)", re.escape(sentence)) + r"(?=\s|$)")
