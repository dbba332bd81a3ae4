"""What kind of thing a requirement asks for, told by the words of the trade."""

from rubric.postings.lexicon import load_patterns, lowered
from rubric.requirements.model import Kind

_HEAD = 90
"""How many characters tell what a requirement is about; later ones give examples and exceptions."""


def kind_of(text: str, section: str, years: int | None) -> Kind:
    """The kind of a requirement; a duty is a skill unless it is about time, place or clearance.

    >>> kind_of("BS or MS in Computer Science or equivalent field", "minimum", None)
    'education'
    >>> kind_of("Valid driving licence", "minimum", None)
    'logistics'
    """
    low = lowered(text)
    if section == "responsibility":
        return _kind_of_duty(low)
    if _has(low, "clearance"):
        return "clearance"
    if _has(low, "driving"):
        return "logistics"
    if years is not None and _is_about_years(low):
        return "experience_years"
    return _kind_on_paper(low[:_HEAD], text[:_HEAD]) or _kind_of_life(low)


def _has(low: str, name: str) -> bool:
    """Whether a pattern occurs, and no exception to it."""
    patterns = load_patterns("rubric.requirements", "kinds")
    if not patterns[name].search(low):
        return False
    exception = patterns.get(f"not-{name}")
    return exception is None or not exception.search(low)


def _is_about_years(low: str) -> bool:
    """Whether years are named, and no degree before them."""
    patterns = load_patterns("rubric.requirements", "kinds")
    years = patterns["years"].search(low)
    degree = patterns["education"].search(low[:_HEAD])
    return years is not None and (degree is None or years.start() < degree.start())


def _kind_on_paper(head: str, written: str) -> Kind | None:
    """Told by the words, or by a name in capitals whose register or certificate nobody has to know."""
    if _has(head, "education"):
        return "education"
    papers = (_has(head, "certification"), _has(head, "credential"))
    return "certification" if any(papers) or _has(written, "acronym") or _has(written, "letters") else None


def _kind_of_life(low: str) -> Kind:
    if _has(low, "language"):
        return "language"
    return "logistics" if _has(low, "logistics") else "skill"


def _kind_of_duty(low: str) -> Kind:
    if _has(low, "duty-of-clearance") and _has(low, "clearance"):
        return "clearance"
    return "logistics" if _has(low, "duty-of-time") else "skill"
