"""Labelled cases for the three linters; every line of the text files is one case.

Those of questions and requirements are also what the second opinion by meaning was learned from. Those of
`unseen` were written when the linters stood still; nothing is mended or learned against them.
"""

from collections import Counter
from pathlib import Path

import pytest

from rubric.catalogue.lint import lint_anchors, lint_question, lint_requirement

HERE = Path(__file__).parent
UNSEEN = HERE / "unseen"
LEARNED = Path(__file__).parents[4] / "training" / "wording"
LINTERS = {
    "questions": (LEARNED, lint_question),
    "requirements": (LEARNED, lint_requirement),
    "anchors": (HERE, lint_anchors),
}


def cases(name: str, folder: Path | None = None) -> list[tuple[str, str]]:
    lines = ((folder or LINTERS[name][0]) / f"{name}.txt").read_text("utf-8").splitlines()
    return [tuple(line.split("|", 1)) for line in lines if line and not line.startswith("#")]


def outcomes(name: str, folder: Path | None = None) -> Counter[tuple[bool, bool]]:
    """How often a text was at fault, and was said to be."""
    return Counter(
        (expected != "ok", LINTERS[name][1](text).verdict != "ok") for expected, text in cases(name, folder)
    )


@pytest.mark.parametrize("name", LINTERS)
def test_what_is_at_fault_is_said_to_be_and_little_else(name):
    seen = outcomes(name)
    right = seen[True, True]

    assert right / (right + seen[False, True]) >= 0.99
    assert right / (right + seen[True, False]) >= 0.97


@pytest.mark.parametrize("name", LINTERS)
def test_on_wordings_never_mended_against_it_is_right_too(name):
    seen = outcomes(name, UNSEEN)
    right = seen[True, True]

    assert right / (right + seen[False, True]) >= 0.96
    assert right / (right + seen[True, False]) >= 0.95


@pytest.mark.parametrize("name", LINTERS)
def test_what_was_never_mended_against_is_not_learned_from(name):
    assert not {text for _, text in cases(name, UNSEEN)} & {text for _, text in cases(name)}


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
    for folder in (None, UNSEEN)
    for expected, text in cases(name, folder)
]


@pytest.mark.parametrize(("name", "expected", "text"), ALL)
def test_verdict(name, expected, text):
    ruling = LINTERS[name][1](text)

    assert ruling.verdict == expected, ruling.why
    assert bool(ruling.rules) == (ruling.verdict != "ok") or ruling.rules == ("reading-level",)
