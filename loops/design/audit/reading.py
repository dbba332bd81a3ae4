"""Read a loop that is run today: Greenhouse's job stages (JSON), CSV or Markdown."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from loops.design.audit.model import RunInterview, RunLoop, RunQuestion
from loops.design.files import PlanError, read_text

_MINUTES = re.compile(r"(\d{1,3})\s*(?:min\b|mins\b|minutes?\b|m\b|′|')", re.I)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+(.*)$")
_TIED = re.compile(r"^(?:\[(?P<a>[^\]]{2,60})\]|\*\*(?P<b>[^*]{2,60})\*\*:?)\s*(?P<text>.+)$")


def read_run_loop(source: Path | str | bytes) -> RunLoop:
    """Read a loop's file; its kind is told from its content.

    CSV needs a column `interview` and a column `question`; `minutes`, `interviewer` and
    `competency` are read where they stand. Markdown has a heading for each interview, with its
    minutes, and a list of questions; `[Competency]` before a question ties it.

    Raises:
        PlanError: The file cannot be read, or holds no interview.
    """
    text = read_text(source, "loop to audit")
    head = text.lstrip()[:1]
    if head in ("{", "["):
        found = list(_greenhouse(text))
    elif _looks_like_csv(text):
        found = list(_csv(text))
    else:
        found = list(_markdown(text))
    if not found:
        raise PlanError(
            "The file holds no interview: give Greenhouse job stages, CSV, or Markdown with headings."
        )
    try:
        return RunLoop(interviews=tuple(found))
    except ValidationError as error:
        raise PlanError("The file holds more than 60 interviews.") from error


def _greenhouse(text: str) -> Iterator[RunInterview]:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PlanError("The loop to audit is not JSON that can be read.") from error
    whole: object = {"stages": cast("object", data)} if isinstance(data, list) else data
    stages = _rows(whole, "stages") or _rows(whole, "job_stages") or _rows({"one": [whole]}, "one")
    for stage in stages:
        for row in _rows(stage, "interviews"):
            kit = row.get("interview_kit")
            people = [
                str(each.get("name")) for each in _rows(row, "default_interviewer_users") if each.get("name")
            ]
            asked = [_plain(str(each.get("question") or "")) for each in _rows(kit, "questions")]
            minutes = row.get("estimated_minutes")
            yield RunInterview(
                name=_plain(str(row.get("name") or stage.get("name") or "Interview"))[:200] or "Interview",
                minutes=minutes if isinstance(minutes, int) and 0 < minutes <= 600 else None,
                interviewers=tuple(people),
                questions=tuple(RunQuestion(text=each[:2000]) for each in asked if each),
            )


def _rows(node: object, key: str) -> list[dict[str, Any]]:
    """The objects in a list of an object; empty where there is no such list."""
    if not isinstance(node, dict):
        return []
    found = cast("dict[str, object]", node).get(key)
    if not isinstance(found, list):
        return []
    return [cast("dict[str, Any]", each) for each in cast("list[object]", found) if isinstance(each, dict)]


def _plain(text: str) -> str:
    """A line without tags."""
    return " ".join(re.sub(r"<[^<>]{0,200}>", " ", text).split())


def _looks_like_csv(text: str) -> bool:
    first = text.lstrip().split("\n", 1)[0].lower()
    return "interview" in first and "question" in first and any(mark in first for mark in ",;\t")


def _csv(text: str) -> Iterator[RunInterview]:
    first = text.lstrip().split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text.lstrip()), delimiter=mark)
    rows: dict[str, list[dict[str, str]]] = {}
    for raw in table:
        row = {str(key).strip().lower(): str(value or "").strip() for key, value in raw.items() if key}
        if name := row.get("interview"):
            rows.setdefault(name, []).append(row)
    for name, group in rows.items():
        minutes = next((each["minutes"] for each in group if each.get("minutes", "").isdigit()), None)
        people = dict.fromkeys(each.get("interviewer", "") for each in group)
        yield RunInterview(
            name=name[:200],
            minutes=min(600, int(minutes)) if minutes else None,
            interviewers=tuple(who for who in people if who),
            questions=tuple(
                RunQuestion(text=each["question"][:2000], competency=each.get("competency") or None)
                for each in group
                if each.get("question")
            ),
        )


def _markdown(text: str) -> Iterator[RunInterview]:
    name, asked = "", list[RunQuestion]()
    for line in [*text.splitlines(), "# end"]:
        if heading := _HEADING.match(line):
            if name and (asked or _MINUTES.search(name)):
                yield _headed(name, asked)
            name, asked = heading.group(1), []
        elif (bullet := _BULLET.match(line)) and name and bullet.group(1).strip():
            asked.append(_question(bullet.group(1).strip()[:2000]))


def _headed(heading: str, asked: list[RunQuestion]) -> RunInterview:
    minutes = _MINUTES.search(heading)
    bare = _MINUTES.sub("", heading)
    name, _, people = re.sub(r"[()]", " ", bare).partition(" with ")
    return RunInterview(
        name=" ".join(name.split()).strip(" ,:–—-")[:200] or "Interview",
        minutes=min(600, int(minutes.group(1))) if minutes else None,
        interviewers=tuple(who for each in re.split(r",| and ", people) if (who := each.strip(" ,:–—-"))),
        questions=tuple(asked),
    )


def _question(text: str) -> RunQuestion:
    if tied := _TIED.match(text):
        return RunQuestion(
            text=tied.group("text"), competency=(tied.group("a") or tied.group("b")).strip(": ")
        )
    return RunQuestion(text=text)
