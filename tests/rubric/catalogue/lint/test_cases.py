"""Labelled cases for the three linters; every line of the text files is one case.

Those of questions and requirements are also what the second opinion by meaning was learned from.
"""

from collections import Counter
from pathlib import Path

import pytest

from rubric.catalogue.lint import lint_anchors, lint_question, lint_requirement

HERE = Path(__file__).parent
LEARNED = Path(__file__).parents[4] / "training" / "wording"
LINTERS = {
    "questions": (LEARNED, lint_question),
    "requirements": (LEARNED, lint_requirement),
    "anchors": (HERE, lint_anchors),
}


def cases(name: str) -> list[tuple[str, str]]:
    lines = (LINTERS[name][0] / f"{name}.txt").read_text("utf-8").splitlines()
    return [tuple(line.split("|", 1)) for line in lines if line and not line.startswith("#")]


def outcomes(name: str) -> Counter[tuple[bool, bool]]:
    """How often a text was at fault, and was said to be."""
    return Counter(
        (expected != "ok", LINTERS[name][1](text).verdict != "ok") for expected, text in cases(name)
    )


@pytest.mark.parametrize("name", LINTERS)
def test_what_is_at_fault_is_said_to_be_and_little_else(name):
    seen = outcomes(name)
    right = seen[True, True]

    assert right / (right + seen[False, True]) >= 0.99
    assert right / (right + seen[True, False]) >= 0.97


MISSES = frozenset((HERE / "misses.txt").read_text("utf-8").splitlines())
ALL = [
    pytest.param(
        name,
        expected,
        text,
        id=f"{name}: {text[:60]}",
        marks=[pytest.mark.xfail(reason="known miss")] if f"{name}|{text}" in MISSES else [],
    )
    for name in LINTERS
    for expected, text in cases(name)
]


@pytest.mark.parametrize(("name", "expected", "text"), ALL)
def test_verdict(name, expected, text):
    ruling = LINTERS[name][1](text)

    assert ruling.verdict == expected, ruling.why
    assert bool(ruling.rules) == (ruling.verdict != "ok") or ruling.rules == ("reading-level",)
