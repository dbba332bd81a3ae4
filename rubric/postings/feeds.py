"""Job feeds in JSON to postings: schema.org JobPosting, Greenhouse, Lever and Ashby."""

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rubric.postings.decode import PostingError
from rubric.postings.html import html_lines
from rubric.postings.lines import Line, fold_spaces
from rubric.postings.plain import plain_lines

Node = dict[str, object]

MAX_DEPTH = 40
MAX_POSTINGS = 2000


class Found(NamedTuple):
    """One posting of a feed: its title, if the feed names one, and its lines."""

    title: str | None
    lines: list[Line]


def feed_postings(source: str) -> list[Found]:
    """All postings of a JSON feed, in its order.

    Raises:
        PostingError: It is no valid JSON, too deep, or of no kind that is known.
    """
    try:
        data = json.loads(source)
    except ValueError as error:
        raise PostingError(f"This looks like JSON but cannot be read: {str(error).split(':')[0]}.") from None
    except RecursionError:
        raise PostingError(f"This JSON is nested deeper than {MAX_DEPTH} levels.") from None
    found = list(_walk(data, 0))
    if not found:
        raise PostingError(
            "This JSON holds no posting: "
            "schema.org JobPosting, Greenhouse, Lever and Ashby feeds can be read."
        )
    return found[:MAX_POSTINGS]


def linked_postings(scripts: list[str]) -> list[Found]:
    """The schema.org postings in the linked data of a page; blocks that are no JSON are passed over."""
    found: list[Found] = []
    for script in scripts:
        try:
            found.extend(_walk(json.loads(script), 0))
        except (ValueError, RecursionError):
            continue
    return found


_HOLDERS = ("@graph", "jobs", "data", "postings", "itemListElement", "item", "mainEntity", "job")


def _walk(node: object, depth: int) -> Iterator[Found]:
    if depth > MAX_DEPTH:
        raise PostingError(f"This JSON is nested deeper than {MAX_DEPTH} levels.")
    if isinstance(node, list):
        for child in node:
            yield from _walk(child, depth + 1)
    elif isinstance(node, dict):
        yield from _from_object(node, depth)


def _from_object(node: Node, depth: int) -> Iterator[Found]:
    reader = _reader(node)
    if reader is None:
        for key in _HOLDERS:
            yield from _walk(node.get(key), depth + 1)
    elif lines := [line for line in reader(node) if line.text]:
        yield Found(_title(node), lines)


def _reader(node: Node) -> Callable[[Node], list[Line]] | None:
    kind = node.get("@type")
    if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
        return _schema_lines
    if "descriptionHtml" in node or ("descriptionPlain" in node and "title" in node):
        return _ashby_lines
    if "text" in node and ("lists" in node or "description" in node or "descriptionPlain" in node):
        return _lever_lines
    if "title" in node and "content" in node:
        return _greenhouse_lines
    return None


def _title(node: Node) -> str | None:
    title = node.get("title") or (node.get("text") if "lists" in node or "categories" in node else None)
    return fold_spaces(html.unescape(title)) if isinstance(title, str) and title.strip() else None


def markup_lines(value: object) -> list[Line]:
    """The visible lines of a field that holds text, HTML, or HTML that was escaped once or twice more."""
    if isinstance(value, list):
        return [line for item in value for line in markup_lines(item)]
    if isinstance(value, dict):
        return markup_lines(
            value.get("name") or value.get("description") or value.get("credentialCategory") or ""
        )
    if not isinstance(value, str) or not value.strip():
        return []
    for _ in range(3):
        if not re.search(r"&lt;/?[a-zA-Z]|&amp;(?:[a-z]+|#\d+);", value):
            break
        value = html.unescape(value)
    if re.search(r"</?[a-zA-Z][^>]*>", value):
        return html_lines(value)
    return plain_lines(html.unescape(value))


def _head(node: Node, place: object) -> list[Line]:
    title = _title(node)
    lines = [Line(title, "title", 0, True)] if title else []
    if isinstance(place, str) and place.strip():
        lines.append(Line(fold_spaces(place)))
    return lines


_SCHEMA = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "experienceRequirements": "Experience requirements",
    "educationRequirements": "Education requirements",
}


def _schema_lines(node: Node) -> list[Line]:
    lines = _head(node, None) + markup_lines(node.get("description"))
    seen = fold_spaces(" ".join(line.text for line in lines)).casefold()
    for key, heading in _SCHEMA.items():
        extra = [line for line in markup_lines(node.get(key)) if line.text.casefold() not in seen]
        if extra:
            lines += [
                Line(heading, "heading", 0, True),
                *(e._replace(kind="bullet") if e.kind == "text" else e for e in extra),
            ]
    return lines


def _greenhouse_lines(node: Node) -> list[Line]:
    place = node.get("location")
    return _head(node, place.get("name") if isinstance(place, dict) else place) + markup_lines(
        node.get("content")
    )


def _lever_lines(node: Node) -> list[Line]:
    place = node.get("categories")
    lines = _head(node, place.get("location") if isinstance(place, dict) else None)
    lines += markup_lines(node.get("description") or node.get("descriptionPlain"))
    parts = node.get("lists")
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            lines.append(Line(fold_spaces(str(part.get("text") or "")), "heading", 0, True))
            lines += markup_lines(part.get("content"))
    return lines + markup_lines(node.get("additional") or node.get("additionalPlain"))


def _ashby_lines(node: Node) -> list[Line]:
    place = node.get("location")
    return _head(node, place) + markup_lines(node.get("descriptionHtml") or node.get("descriptionPlain"))
