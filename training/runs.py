"""Lists of the training postings as lines that lost their bullets, with the places where items begin."""

import random
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rubric.requirements import boundaries
from rubric.requirements.gaps import Gaps, names_in
from rubric.requirements.tokens import Token, tokenize
from training.corpus import Sample, runs_of

SEED = 7
SHUFFLES = 3
"""How many mixed lists are made for each list: items of several postings, in another order."""


class Run(NamedTuple):
    """The items of one list, in order, and the names that its posting uses."""

    section: str
    items: tuple[str, ...]
    names: frozenset[str]


class Line(NamedTuple):
    """A list without marks: its words, and which of them begin an item."""

    tokens: list[Token]
    begins: frozenset[int]
    section: str
    names: frozenset[str]


def plain_runs(samples: Sequence[Sample]) -> list[Run]:
    """The lists of the postings as they were written."""
    out = []
    for sample in samples:
        names = names_in(" ".join(unit.text for unit in sample.units).split())
        out += [Run(run.section, run.items, names) for run in runs_of(sample)]
    return out


def mixed_runs(samples: Sequence[Sample]) -> list[Run]:
    """Lists of the same size with items of other postings in the same language and section."""
    chance = random.Random(SEED)  # noqa: S311 - a fixed shuffle, no secret
    out: list[Run] = []
    for lang in sorted({sample.lang for sample in samples}):
        runs = plain_runs([sample for sample in samples if sample.lang == lang])
        for section in ("responsibility", "minimum", "preferred"):
            pool = [(item, run.names) for run in runs if run.section == section for item in run.items]
            for _ in range(SHUFFLES):
                chance.shuffle(pool)
                for at in range(0, len(pool), 8):
                    part = pool[at : at + 8]
                    names = frozenset().union(*(names for _, names in part))
                    out.append(Run(section, tuple(item for item, _ in part), names))
    return out


def line_of(run: Run, *, case: str, glue: str) -> Line:
    """One list without marks.

    Args:
        run: The list.
        case: `kept`; `small`, where items begin in lower case; or `lower`, where all is in lower case.
        glue: What stands between items: a blank, a full stop and a blank, or nothing.
    """
    text = ""
    starts = set()
    for number, item in enumerate(run.items):
        words = _in_case(item.rstrip(".;"), case)
        if number:
            text += glue
        starts.add(len(text))
        text += words
    tokens = tokenize(text)
    begins = frozenset(n for n, token in enumerate(tokens) if n and token.start in starts)
    return Line(tokens, begins, run.section, frozenset() if case == "lower" else run.names)


def _in_case(item: str, case: str) -> str:
    if case == "lower":
        return item.lower()
    if case == "small" and not item[:2].isupper():
        return item[:1].lower() + item[1:]
    return item


def lines_for(runs: Sequence[Run], *, lower: bool) -> Iterator[Line]:
    """The lines from which the model for texts with or without capitals learns."""
    ways = [("small", " "), ("lower", " ")] if lower else [("kept", " "), ("kept", ". "), ("kept", "")]
    for run in runs:
        for case, glue in ways:
            line = line_of(run, case=case, glue=glue)
            if boundaries.is_lower(line.tokens) == lower:
                yield line


def examples(lines: Iterator[Line], *, lower: bool) -> tuple[list[list[str]], list[int]]:
    """Features and answers for each place at which an item might begin."""
    rows: list[list[str]] = []
    answers: list[int] = []
    for line in lines:
        gaps = Gaps(line.tokens, line.section, line.names, lower=lower)
        last = 0
        for place in gaps.places():
            begin = place in line.begins
            rows.append(gaps.still(place) + gaps.moving(place, last))
            answers.append(int(begin))
            last = place if begin else last
    return rows, answers


def hits(line: Line) -> tuple[int, int, int]:
    """Begins that are found rightly, found at all, and there."""
    found = set(boundaries.find_begins(line.tokens, line.section, line.names))
    return len(found & line.begins), len(found), len(line.begins)


def add(totals: dict[str, tuple[int, int, int]], name: str, counts: Collection[int]) -> None:
    """Add counts to those of a name."""
    before = totals.get(name, (0, 0, 0))
    one, two, three = (a + b for a, b in zip(before, counts, strict=True))
    totals[name] = (one, two, three)
