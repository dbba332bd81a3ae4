"""Every command and every option is in docs/command-line.md."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from loops.cli.main import _parser

GUIDE = (Path(__file__).parents[3] / "docs" / "command-line.md").read_text("utf-8")


def commands(parser: argparse.ArgumentParser, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each command that can be run, with its options."""
    below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for action in below:
        for name, child in action.choices.items():
            yield from commands(child, f"{path} {name}".strip())
    if not below:
        yield (
            path,
            [word for each in parser._actions for word in each.option_strings if word.startswith("--")],
        )


def test_every_command_is_in_the_guide():
    names = [name for name, _ in commands(_parser())]
    assert {"read", "scorecard debrief", "audit", "tidy"} <= set(names)
    assert [name for name in names if f"`{name} " not in GUIDE and f"`{name}`" not in GUIDE] == []


def test_every_option_is_in_the_guide():
    options = {option for _, held in commands(_parser()) for option in held} - {"--help"}
    assert "--large-print" in options
    assert sorted(option for option in options if option not in GUIDE) == []


def test_the_guide_names_what_a_posting_may_be():
    assert all(kind in GUIDE for kind in ("PDF", "DOCX", "HTML", "Markdown"))
