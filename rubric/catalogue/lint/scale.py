"""A set of anchors as people write it down: `1: Names no cause | 2: Names one | 3: [empty]`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_START = re.compile(r"(?:^|[|\n])\s*(?:level\s*)?(\d{1,2})\s*[:.)=–-]\s*", re.I)
_EMPTY = re.compile(
    r"^[\s\[(<{_\-–—]*(?:empty|missing|none|todo|tbd|tba|n/?a|blank|to be (?:written|defined|added))?"
    r"[\s\])>}_\-–—]*$",
    re.I,
)
_ELIDED = re.compile(r"^\s*(?:\.\.\.|…)\s*$")


class Step(NamedTuple):
    """One level with its anchor; empty where it is missing, None where it is left out on purpose."""

    level: int
    text: str | None


def parse_scale(written: str) -> list[Step]:
    """The levels of a written set, in its own order; a text without numbers is one anchor of no level (0)."""
    marks = list(_START.finditer(written))
    if not marks:
        return [Step(0, _content(written))]
    ends = [mark.start() for mark in marks[1:]] + [len(written)]
    return [
        Step(int(mark.group(1)), _content(written[mark.end() : end].strip(" |\n")))
        for mark, end in zip(marks, ends, strict=True)
    ]


def filled(steps: Sequence[Step]) -> list[tuple[int, str]]:
    """The levels that have an anchor, lowest first."""
    return sorted((step.level, step.text) for step in steps if step.text)


def _content(text: str) -> str | None:
    if _ELIDED.match(text):
        return None
    return "" if _EMPTY.match(text) else text.strip()
