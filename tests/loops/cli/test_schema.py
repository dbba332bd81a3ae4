"""The published schemas are those of the product, and the example panel keeps to its own."""

from pathlib import Path

import pytest

from loops.cli import main

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", ["panel", "rules", "loop"])
def test_the_published_schema_is_up_to_date(name, capsys):
    assert main(["schema", name]) == 0

    published = (ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8")
    assert capsys.readouterr().out == published, (
        f"run: python -m loops schema {name} > docs/schemas/{name}.json"
    )
