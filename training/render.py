"""Training postings written out as people paste them, with the labels that belong to them."""

import html
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from training.corpus import Sample, Unit

_GOES_ON = re.compile(
    r"(?:and |while |so |as |but |und |et )?(?:you|we|it|is|are|an?|so|some|after|du|sie|vous|la|une?)\b",
    re.I,
)
_JOINT = re.compile(r"^(?:and|but|while|und|aber|et|mais) ")
"""A word that joins a clause to the one before it, and belongs to neither."""
SHAPES = ("markdown", "html", "bullets", "runon", "glued", "lower", "wrapped")


def documents(sample: Sample) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A posting in every shape that suits it: the shape's name, the text and the labels."""
    if sample.is_prose:
        units = _whole_clauses(sample.units)
        yield "prose", _prose(sample, units), _labels(sample, units)
        return
    for shape in SHAPES:
        yield shape, _SHAPES[shape](sample), _labels(sample, sample.units)


def _labels(sample: Sample, units: Sequence[Unit]) -> dict[str, Any]:
    return {
        "title": sample.title,
        "seniority": sample.seniority,
        "requirements": [
            {"text": _JOINT.sub("", u.text), "section": u.section, "kind": u.kind, "years": u.years}
            for u in units
            if u.tag in ("req", "para")
        ],
        "not_requirements": [u.text for u in units if u.tag == "not"],
    }


def _whole_clauses(units: Sequence[Unit]) -> list[Unit]:
    """Clauses without a subject of their own belong to the clause before them.

    Postings with marked paragraphs have been labelled clause by clause and stay as they are.
    """
    if any(unit.opens for unit in units):
        return list(units)
    out: list[Unit] = []
    for unit in units:
        small = unit.text[:1].islower() and not _GOES_ON.match(unit.text)
        if out and small and unit.tag == out[-1].tag == "para":
            out[-1] = out[-1]._replace(text=f"{out[-1].text} {unit.text}")
        else:
            out.append(unit)
    return out


def _prose(sample: Sample, units: Sequence[Unit]) -> str:
    """Paragraphs as they are marked; where none is, one for each run of clauses of one section."""
    parts = [sample.title]
    section = None
    marked = any(unit.opens for unit in units)
    for number, unit in enumerate(units):
        place = {"preferred": "minimum"}.get(unit.section, unit.section) if unit.tag == "para" else "not"
        new = unit.opens or not number if marked else place != section and not unit.text[:1].islower()
        parts.append(("\n\n" if new else " ") + unit.text)
        section = place
    return "".join(parts) + "\n"


def _blocks(sample: Sample) -> Iterator[tuple[Unit | None, list[Unit]]]:
    """Each heading with the units under it; None before the first heading."""
    heading: Unit | None = None
    under: list[Unit] = []
    for unit in sample.units:
        if unit.tag == "head":
            yield heading, under
            heading, under = unit, []
        else:
            under.append(unit)
    yield heading, under


def _markdown(sample: Sample) -> str:
    out = [f"# {sample.title}", ""]
    for heading, under in _blocks(sample):
        mark = "- " if heading else ""
        out += [f"## {heading.text}", ""] if heading else []
        out += [f"{mark}{unit.text}" for unit in under] + [""]
    return "\n".join(out)


def _html(sample: Sample) -> str:
    out = [f"<html><body><h1>{html.escape(sample.title)}</h1>"]
    for heading, under in _blocks(sample):
        if heading is None:
            out += [f"<p>{html.escape(unit.text)}</p>" for unit in under]
            continue
        items = "".join(f"<li>{html.escape(unit.text)}</li>" for unit in under)
        out.append(f"<p><strong>{html.escape(heading.text)}</strong></p><ul>{items}</ul>")
    return "\n".join([*out, "</body></html>"])


def _bullets(sample: Sample) -> str:
    out = [sample.title, ""]
    for heading, under in _blocks(sample):
        out += [heading.text] if heading else []
        out += [f"• {unit.text}" if heading else unit.text for unit in under] + [""]
    return "\n".join(out)


def _runon(sample: Sample, join: str = " ", after: str = " ") -> str:
    """Headings stand before their items in one line."""
    out = [sample.title, ""]
    for heading, under in _blocks(sample):
        text = join.join(unit.text.rstrip(".") if heading else unit.text + " " for unit in under)
        out += [(heading.text + after if heading else "") + text, ""]
    return "\n".join(out)


def _own_heading(sample: Sample) -> str:
    """Headings in their own lines, items in one line under them."""
    out = [sample.title, ""]
    for heading, under in _blocks(sample):
        out += [heading.text] if heading else []
        out += [" ".join(unit.text.rstrip(".") if heading else unit.text for unit in under), ""]
    return "\n".join(out)


_SHAPES = {
    "markdown": _markdown,
    "html": _html,
    "bullets": _bullets,
    "runon": _own_heading,
    "glued": lambda sample: _runon(sample, after=""),
    "lower": lambda sample: _own_heading(sample).lower(),
    "wrapped": lambda sample: "\n".join(
        textwrap.fill(line, 76) if line else "" for line in _own_heading(sample).split("\n")
    ),
}
