"""Rules for the requirements of a posting: protected traits, weak proxies, and words that name nothing."""

import re
from collections.abc import Iterator
from functools import cache

from rubric.catalogue.lint.meaning import find_by_meaning
from rubric.catalogue.lint.model import Finding, Ruling, rule_on
from rubric.catalogue.lint.subjects import find_subjects, without_senses
from rubric.catalogue.lint.words import pattern, read_words, tokens

MANY_YEARS = 8
"""From so many years on, a number of years says more about age than about skill."""

_NUMBER = (
    r"(?P<years>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|dozen)"
)
_RANGE = r"\s*(?:\+|plus|or more)?\s*(?:(?:-|–|to)\s*\d+\+?\s*)?(?:\w+\s){0,2}?"
_YEARS = re.compile(
    rf"\b(?:{_NUMBER}{_RANGE}(?<!a )(?<!per )(?<!each )(?<!every )(?:years?|yrs?|yoe)"
    r"|(?P<decade>decades?))\b",
    re.I,
)
_EXPERIENCE = re.compile(
    r"\b(?:experience|background|track record|worked|in|as an?|with|of|yoe|hands-on|on|behind|at"
    r"|(?:lead|manag|runn|handl|sell|cook|teach|driv|practi[sc]|design|develop|work|us|supervis|coach)ing)\b",
    re.I,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_WORDS |= {"ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30}


def lint_requirement(text: str) -> Ruling:
    """The verdict on one requirement of a posting."""
    return rule_on(text, find_in_requirement(text))


def find_in_requirement(text: str) -> list[Finding]:
    """All complaints about a requirement: those of the rules, or where they have none, the one by meaning."""
    return find_by_rules(text) or find_by_meaning(text, "requirements")


def find_by_rules(text: str) -> list[Finding]:
    """The rules' complaints about a requirement."""
    found = find_subjects(text, "requirements")
    capped = any(finding.rule == "experience-cap" for finding in found)
    kept = [f for f in found if f.rule != "degree" or not pattern("requirements", "equivalent").search(text)]
    if not any(finding.rule == "vague" for finding in kept):
        kept += _traits_only(text)
    return [*kept, *([] if capped else _years(text))]


def _years(text: str) -> Iterator[Finding]:
    bare = without_senses(text, "requirements")
    for found in _YEARS.finditer(bare):
        years = _count(found)
        if years >= MANY_YEARS and years <= 40 and _EXPERIENCE.search(bare[found.start() :]):
            yield Finding(
                rule="years",
                verdict="warn",
                why=f"{years} years are a weak sign of skill, and shut out people who learn fast.",
                rewrite="Name the skill and the level: what has the person built, run or led?",
                case="many-years",
                values={"n": years},
            )
            return


def _count(found: re.Match[str]) -> int:
    word = (found.group("years") or "ten").lower()
    return _WORDS.get(word) or int(word)


def _traits_only(text: str) -> Iterator[Finding]:
    """A wish that is made of traits and filling words alone."""
    traits, fillers = _trait_words()
    words = tokens(text)
    if any(word in traits for word in words) and all(word in traits | fillers for word in words):
        yield Finding(
            rule="vague",
            verdict="warn",
            why=f"“{text.strip()[:60]}”: it names traits and no behaviour that anyone could see.",
            rewrite="Say what is done, for whom and how well.",
            case="traits",
        )


@cache
def _trait_words() -> tuple[frozenset[str], frozenset[str]]:
    lists = read_words("requirements")["traits"]
    return frozenset(lists["words"].split()), frozenset(lists["fillers"].split())
