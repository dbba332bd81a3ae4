"""How senior a role is, from its title first and its years second."""

import re
from collections.abc import Sequence
from typing import cast

from rubric.postings.lexicon import load_patterns, load_words, lowered
from rubric.requirements.model import Requirement
from rubric.value import Seniority

_NAME = ("rubric.requirements", "seniority")


def seniority_of(title: str | None, items: Sequence[Requirement]) -> Seniority | None:
    """The seniority that a title names; without such a word, what the years asked for suggest.

    >>> seniority_of("Staff Infrastructure Engineer", ())
    'staff'
    >>> seniority_of("Registered nurse", ())
    'mid'

    Returns:
        None where there is neither a title nor a number of years.
    """
    named = _named(lowered(title)) if title else None
    if named is not None:
        return named
    years = max((item.years for item in items if item.years and item.section == "minimum"), default=None)
    if years is None:
        return "mid" if title else None
    if years >= 10 and not title:
        return "staff"
    if years <= 1 and not any(item.kind in ("certification", "education") for item in items):
        return "junior"
    return "senior" if years >= 7 else "mid"


def _named(title: str) -> Seniority | None:
    patterns = load_patterns(*_NAME)
    if patterns["false-junior"].search(title):
        return "director" if "director" in title or "partner" in title else "senior"
    for entry in load_words(*_NAME)["order"]:
        if patterns[entry["of"]].search(title):
            return _raised(title) if entry["of"] == "manages-work" else cast("Seniority", entry["is"])
    return None


def _raised(title: str) -> Seniority:
    """Project and product managers manage work and not people: their rank stands in other words."""
    for entry in load_words(*_NAME)["raised"]:
        if re.search(rf"\b{entry['word']}\b", title):
            return cast("Seniority", entry["is"])
    return "mid"
