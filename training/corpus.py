"""The training postings, unit by unit."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "postings"
APART = {name: Path(__file__).parent / name for name in ("unseen", "looked", "held")}
"""Postings in the same form that nothing is learned from; nobody looks at errors in those held."""


class Unit(NamedTuple):
    """One line of a training posting.

    `tag` is not, req, para, head, or text for what is neither asked for nor wrong to find; `kind` may be
    empty. `opens` says that a paragraph of prose begins with it.
    """

    tag: str
    section: str
    kind: str
    years: int | None
    text: str
    opens: bool = False


class Sample(NamedTuple):
    """One training posting."""

    name: str
    lang: str
    title: str
    seniority: str
    units: tuple[Unit, ...]

    @property
    def is_prose(self) -> bool:
        """Whether it has neither lists nor headings."""
        return any(unit.tag == "para" for unit in self.units)


def load_samples(folder: Path = FOLDER) -> list[Sample]:
    """All postings of a folder in the order of their names."""
    return [_sample(path) for path in sorted(folder.glob("*.txt"))]


def _sample(path: Path) -> Sample:
    facts = {"lang": "en", "title": "", "seniority": "mid"}
    units: list[Unit] = []
    opens = False
    for line in path.read_text("utf-8").splitlines():
        tag, _, text = line.partition("\t")
        if tag in facts:
            facts[tag] = text.strip()
        elif tag.strip() == "break":
            opens = True
        elif line.strip():
            parts = tag.split(":")
            units.append(
                Unit(
                    parts[0],
                    parts[1] if len(parts) > 1 else "",
                    parts[2] if len(parts) > 2 else "",
                    int(parts[3]) if len(parts) > 3 and parts[3].isdigit() else None,
                    text.strip(),
                    opens,
                )
            )
            opens = False
    return Sample(path.stem, facts["lang"], facts["title"], facts["seniority"], tuple(units))


class Run(NamedTuple):
    """The items of one list, in order, whose marks are to be lost."""

    section: str
    items: tuple[str, ...]


def runs_of(sample: Sample) -> list[Run]:
    """The lists of a posting, cut at its headings."""
    runs: list[Run] = []
    items: list[str] = []
    section = ""
    for unit in (*sample.units, Unit("head", "", "", None, "")):
        if unit.tag == "req" and (not items or unit.section == section):
            items.append(unit.text)
            section = unit.section
            continue
        if len(items) >= 2:
            runs.append(Run(section, tuple(items)))
        items = [unit.text] if unit.tag == "req" else []
        section = unit.section
    return runs
