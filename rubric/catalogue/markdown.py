"""A competency as a page of Markdown that people can edit, and back."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from rubric.catalogue.files import CatalogueError
from rubric.catalogue.load import first_fault
from rubric.catalogue.model import Competency, Question

_TITLE = re.compile(r"^# (?P<name>.+?) \(`(?P<id>[^`]+)`\)\s*$")
_QUESTION = re.compile(
    r"^### `(?P<id>[^`]+)`: (?P<kind>[\w-]+), (?P<minutes>\d+) minutes, levels (?P<levels>[\d, ]+)"
    r"(?:, replaces `(?P<replaces>[^`]+)`)?\s*$"
)
_LISTS = {"Probes:": "probes", "Look for:": "look_for", "Red flags:": "red_flags"}
_NONE = "If there is none: "


def markdown_text(entry: Competency) -> str:
    """One competency as Markdown; reading it again gives the same value."""
    targets = ", ".join(f"{rank} {level}" for rank, level in entry.targets if level is not None)
    terms = [f"- {language}: {'; '.join(words)}" for language, words in entry.terms.items()]
    terms += [f"- tools: {'; '.join(entry.tools)}"] if entry.tools else []
    terms += [f"- not: {'; '.join(entry.not_terms)}"] if entry.not_terms else []
    return "\n".join([
        f"# {entry.name} (`{entry.id}`)", "",
        entry.means, "",
        f"- Status: {entry.status}", f"- Source: {entry.source}", f"- Targets: {targets}", "",
        "## Levels", "", *(f"{anchor.level}. {anchor.seen}" for anchor in entry.anchors), "",
        "## Terms", "", *terms, "",
        "## Questions", "", *(line for question in entry.questions for line in _question_lines(question)),
    ])  # fmt: skip


def _question_lines(question: Question) -> Iterator[str]:
    levels = ", ".join(map(str, question.separates))
    replaces = f", replaces `{question.replaces}`" if question.replaces else ""
    yield f"### `{question.id}`: {question.kind}, {question.minutes} minutes, levels {levels}{replaces}"
    yield from ("", question.ask, "")
    if question.if_none:
        yield from (f"{_NONE}{question.if_none}", "")
    for title, key in _LISTS.items():
        yield from (title, "", *(f"- {line}" for line in getattr(question, key)), "")


def read_markdown(text: str) -> Competency:
    """Read one competency from the page that `markdown_text` writes.

    Raises:
        CatalogueError: A part is missing or wrong; the message names it.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    title = next((found for line in lines if (found := _TITLE.match(line))), None)
    if title is None:
        raise CatalogueError("The page lacks its title: “# Name (`id`)”.")
    parts = _parts(lines)
    head = [line for line in parts.get("", []) if line and not line.startswith(("# ", "- "))]
    facts = dict(_facts(parts.get("", [])))
    terms = dict(_facts(parts.get("Terms", [])))
    held = {
        "id": title["id"],
        "name": title["name"],
        "means": " ".join(head),
        "status": facts.get("Status", "draft"),
        "source": facts.get("Source", ""),
        "targets": dict(_target(part) for part in facts.get("Targets", "").split(",") if part.strip()),
        "tools": _words(terms.pop("tools", "")),
        "not_terms": _words(terms.pop("not", "")),
        "terms": {language: _words(words) for language, words in terms.items()},
        "anchors": [_anchor(line) for line in parts.get("Levels", []) if line],
        "questions": list(_questions(parts.get("Questions", []))),
    }
    try:
        return Competency.model_validate(held)
    except ValidationError as error:
        raise CatalogueError(f"{title['id']}: {first_fault(error)}") from error


def _parts(lines: list[str]) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    here = ""
    for line in lines:
        if line.startswith("## "):
            here = line[3:].strip()
        else:
            parts.setdefault(here, []).append(line)
    return parts


def _facts(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.startswith("- ") and ": " in line:
            key, _, value = line[2:].partition(": ")
            yield key.strip(), value.strip()


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(";") if word.strip()]


def _target(part: str) -> tuple[str, int | str]:
    rank, _, level = part.strip().partition(" ")
    return rank, int(level) if level.strip().isdigit() else level


def _anchor(line: str) -> dict[str, Any]:
    number, _, seen = line.partition(". ")
    return {"level": int(number) if number.strip().isdigit() else number, "seen": seen}


def _questions(lines: list[str]) -> Iterator[dict[str, Any]]:
    heads = [(number, found) for number, line in enumerate(lines) if (found := _QUESTION.match(line))]
    ends = [number for number, _ in heads[1:]] + [len(lines)]
    for (start, found), end in zip(heads, ends, strict=False):
        yield _opened(found) | _answers(lines[start + 1 : end])


def _answers(lines: list[str]) -> dict[str, Any]:
    """What stands under a question's heading: the question itself, its fallback and its lists."""
    held: dict[str, Any] = {"ask": ""}
    here = "ask"
    for line in lines:
        if line in _LISTS:
            here = _LISTS[line]
        elif line.startswith(_NONE):
            held["if_none"] = line.removeprefix(_NONE)
        elif line.startswith("- ") and here != "ask":
            held.setdefault(here, []).append(line[2:])
        elif line and here == "ask":
            held["ask"] = f"{held['ask']} {line}".strip()
    return held


def _opened(found: re.Match[str]) -> dict[str, Any]:
    held = found.groupdict()
    levels = [int(level) for level in held.pop("levels").split(",") if level.strip()]
    return {**held, "minutes": int(held["minutes"]), "separates": levels}
