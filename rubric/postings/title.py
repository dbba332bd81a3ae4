"""The title of the role, from where postings put it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rubric.postings.headings import is_heading_phrase, section_kind
from rubric.postings.lexicon import load_patterns, load_words, lowered
from rubric.postings.lines import Line

_NAME = ("rubric.postings", "titles")
_AS_A = re.compile(
    r"\b[Aa]s (?:an?|our|the)(?: new)? ((?:[A-Z][\w/&+#.-]*(?: of| and| &)? ?){1,6}),? (?:you|at|in)\b"
)
_HIRING = re.compile(
    r"\b(?:looking for|hiring|seeking|seeks|need|recruiting|searching for|wants?) "
    r"(?:an? |our (?:next |new )?)((?:[A-Z][\w/&+#.-]*(?: of| and)? ?){1,6})"
)
_WANTED = re.compile(
    r"^\W*((?:[\w/&+#'’-]+ ){0,5}?[\w/&+#'’-]+)(?: \([^)]{1,20}\))?,? "
    r"(?:(?:is |are )?(?:urgently )?(?:wanted|needed|sought|required)|(?:ab sofort )?gesucht|recherchée?)\b",
    re.I,
)
_EMPLOYER = re.compile(
    r"\s+(?:at|bei|chez|@)\s+(?=[A-ZÄÖÜ])|\s+[|·•]\s+|\s+[\u2013\u2014]\s+|\s+-{1,3}\s+|\s{2,}"
)
_FIRST_LINES = 40
_LONGEST_SEARCH = 20_000
_LONGEST_TITLE = 7


def find_title(lines: Sequence[Line]) -> str | None:
    """The role's title: a labelled line, the document's title, the first short line, or "As a ..., you".

    Returns:
        The title without place, employer and gender mark; None where the text names none.
    """
    found = _labelled(lines[:_FIRST_LINES]) or _headed(lines) or _told(lines) or _first(lines)
    return clean_title(found) if found else None


def _first(lines: Sequence[Line]) -> str | None:
    """The first line, where it looks like a title: short, no sentence, no bullet, no known heading."""
    if not lines or lines[0].kind == "bullet" or is_heading_phrase(lines[0].text):
        return None
    text = lines[0].text
    marked = lines[0].kind == "title" or clean_title(text) != text
    looks = (
        len(text.split()) <= _LONGEST_TITLE and section_kind(text) is None and not text.endswith((":", ","))
    )
    return text if _is_short(text) and (marked or (looks and len(lines) > 1)) else None


def _labelled(lines: Sequence[Line]) -> str | None:
    """What stands behind or under a label such as "Job title:"."""
    label = load_patterns(*_NAME)["label"]
    for number, line in enumerate(lines):
        low = lowered(line.text)
        if match := label.match(low):
            return line.text[match.end() :]
        bare = line.text.endswith(":") or line.kind == "heading"
        if bare and number + 1 < len(lines) and label.match(f"{low.rstrip(':')}: x"):
            return lines[number + 1].text
    return None


def _headed(lines: Sequence[Line]) -> str | None:
    """The first of the document's titles and first lines that names a role."""
    head = [line for line in lines if line.kind == "title"]
    head += [line for line in lines[:6] if line.kind != "bullet"]
    return next((line.text for line in head if _names_a_role(line.text)), None)


def _told(lines: Sequence[Line]) -> str | None:
    """The role that a sentence names: "As a Head Chef, you" or "we are looking for a Head Chef"."""
    text = "\n".join(line.text for line in lines)[:_LONGEST_SEARCH]
    return next((words for words in _mentions(text) if _role().search(lowered(words))), None)


def _mentions(text: str) -> Iterator[str]:
    wanted = _WANTED.match(text)
    if wanted and re.search(rf"(?:{_role().pattern})$", lowered(wanted.group(1))):
        yield wanted.group(1)
    for pattern in (_AS_A, _HIRING):
        for match in pattern.finditer(text):
            yield match.group(1).rstrip(". ")


@cache
def _role() -> re.Pattern[str]:
    words = load_words(*_NAME)
    roles, endings = "|".join(words["roles"]), "|".join(words["endings"])
    return re.compile(rf"\b(?:{roles}|\w{{2,}}(?:{endings}))(?:in|innen|s|e)?\b")


def _is_short(text: str) -> bool:
    return len(text.split()) <= 14 and not re.search(r"[.!?;]$", text)


def _names_a_role(text: str) -> bool:
    low = lowered(text)
    return (
        _is_short(text)
        and _role().search(low) is not None
        and not load_patterns(*_NAME)["not-title"].match(low)
    )


def clean_title(text: str) -> str | None:
    """A title without gender mark, employer and place.

    >>> clean_title("Head Chef (m/w/d) at The Saltmarsh, north Norfolk")
    'Head Chef'
    """
    title = text
    while match := load_patterns(*_NAME)["mark"].search(lowered(title)):
        title = title[: match.start()] + title[match.end() :]
    title = _EMPLOYER.split(title.strip())[0].strip(" *#:,;-")
    wanted = _WANTED.fullmatch(title.rstrip("!. "))
    title = wanted.group(1) if wanted else title
    return title or None
