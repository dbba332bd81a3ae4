"""What the README says about the product is so."""

import re
from pathlib import Path

from rubric.catalogue.load import load_catalogue

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_catalogue_is_as_large_as_the_readme_says():
    catalogue = load_catalogue()
    entries = list(catalogue.competencies.values())
    anchors = sum(len(entry.anchors) for entry in entries)
    questions = sum(len(entry.questions) for entry in entries)

    areas = f"{len(entries)} competencies in {len(catalogue.areas)} areas"
    assert f"{areas}, {anchors:,} anchors, {questions:,} questions" in " ".join(README.split())


def test_every_picture_and_page_that_the_readme_names_is_there():
    named = re.findall(r"\]\(([^)#]+)\)", README)

    assert named
    assert [path for path in named if "://" not in path and not (ROOT / path).exists()] == []


def test_every_file_that_a_command_of_the_readme_reads_is_there():
    files = re.findall(r"examples/[\w.-]+", README)

    assert files
    assert [path for path in files if not (ROOT / path).exists()] == []
