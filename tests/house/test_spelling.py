"""The catalogue's prose is spelt right; its terms, which stand in three languages, are left alone."""

import subprocess
import sys

from rubric.catalogue.load import load_catalogue
from rubric.catalogue.model import Competency


def prose_of(entry: Competency) -> list[str]:
    """Every sentence of a competency that people read."""
    asked = [
        text
        for question in entry.questions
        for text in (
            question.ask,
            question.if_none or "",
            *question.probes,
            *question.look_for,
            *question.red_flags,
        )
    ]
    return [entry.name, entry.means, *(anchor.seen for anchor in entry.anchors), *asked]


def test_the_catalogue_is_spelt_right(tmp_path):
    for entry in load_catalogue().competencies.values():
        (tmp_path / f"{entry.id}.txt").write_text("\n".join(prose_of(entry)), "utf-8")

    found = subprocess.run(
        [sys.executable, "-m", "codespell_lib", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert found.stdout == ""
