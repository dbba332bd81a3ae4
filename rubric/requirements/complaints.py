"""What is wrong with the wording of one requirement: the linter's rules, years, degrees, other languages."""

import re
from functools import cache, lru_cache

from rubric.catalogue.lint.meaning import find_by_meaning
from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.requirements import find_by_rules
from rubric.postings.lexicon import load_patterns, load_words, lowered
from rubric.requirements.model import Requirement

HINT_YEARS, MANY_YEARS = 3, 8
"""From so many years on they are a hint, or a finding."""
_LONG = 600
IN_POSTINGS = 0.95
"""How sure the second opinion has to be. It was learned from wordings of which about 60 % were at fault; of a
posting's lines about 7 % are. Its odds have to be 20 times as high for the same trust (Saerens 2002).
"""


def complaints(item: Requirement, title: str) -> list[Finding]:
    """What the linter and the rules for other languages say about a requirement, under a title."""
    text = item.text[:_LONG]
    found = list(judged(text))
    if not any(f.verdict != "info" for f in found):
        found += find_by_meaning(text, "requirements", IN_POSTINGS)
    rules = {finding.rule for finding in found}
    if "experience-cap" not in rules and "years" not in rules:
        found += _years(item)
    if item.kind == "education" and "degree" not in rules and not _has_other_way(item):
        found += [_plain_finding("degree")] if _names_degree(text) else []
    lawful = load_patterns("rubric.requirements", "review")["regulated"].search(lowered(f"{title} {text}"))
    return [finding for finding in found if finding.rule != "degree" or not lawful]


@lru_cache(maxsize=4096)
def judged(text: str) -> tuple[Finding, ...]:
    """What the rules say about a text, by its words alone."""
    return (*find_by_rules(text), *_foreign(text))


def _years(item: Requirement) -> list[Finding]:
    if item.years is None or item.years < HINT_YEARS:
        return []
    many = item.years >= MANY_YEARS
    return [
        Finding(
            rule="years",
            verdict="warn" if many else "info",
            why=f"{item.years} years are a weak sign of skill: experience in years tells little of how "
            "well somebody works (validity .07, Sackett and others 2022).",
            rewrite="Name the skill and the level: what has the person built, run or led?",
            case="some-years",
            values={"n": item.years},
        )
    ]


def _has_other_way(item: Requirement) -> bool:
    patterns = load_patterns("rubric.requirements", "review")
    return bool(patterns["otherwise"].search(lowered(item.text)))


def _names_degree(text: str) -> bool:
    return bool(load_patterns("rubric.requirements", "review")["degree"].search(lowered(text)))


def _plain_finding(rule: str) -> Finding:
    words = {held["name"]: held for held in load_words("rubric.catalogue.lint", "requirements")["rule"]}[rule]
    return Finding(rule=rule, verdict=words["verdict"], why=words["why"], rewrite=words.get("rewrite"))


def _foreign(text: str) -> list[Finding]:
    """Signs of the rules in German and French."""
    found: list[Finding] = []
    for rule, shape in _foreign_shapes().items():
        if hit := shape.search(lowered(text)):
            found.append(_plain_finding(rule).model_copy(update={"words": hit.group()}))
    return found


@cache
def _foreign_shapes() -> dict[str, re.Pattern[str]]:
    held: dict[str, list[str]] = load_words("rubric.requirements", "review")["foreign"]
    return {rule: re.compile(rf"\b(?:{'|'.join(lines)})\b") for rule, lines in held.items()}
