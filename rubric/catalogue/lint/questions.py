"""Rules for interview questions: protected subjects, and what makes an answer worth hearing."""

import re
from collections.abc import Iterator

from rubric.catalogue.lint.meaning import find_by_meaning
from rubric.catalogue.lint.model import Finding, Ruling, rule_on
from rubric.catalogue.lint.subjects import find_subjects, without_senses
from rubric.catalogue.lint.words import pattern, reading_grade, tokens

LONGEST = 70
"""Words of a question that can be asked in one breath and held in mind."""
GRADE = 12.0
"""School grade above which a question is hard to follow by ear."""

_SECOND = r"(?:how (?:do|did|would|will|have|can)|why (?:do|did|are|is)|describe|tell (?:me|us)|explain)"
_FIRST = rf"(?:{_SECOND}|what (?:is|are|was|would))"
_TWO_ASKS = re.compile(
    rf"\b{_FIRST}\b[^?.]{{8,}}?,?\s+and\s+(?:also\s+|then\s+)?(?P<second>{_SECOND}\b[^?]*)", re.I
)
_TIED = re.compile(
    r"\b(?:it|its|one|ones|each|both|other|others|two|them|they|their|that|this|those|these|there|he|she|him|her"
    r"|happen\w*|result|outcome|so|first|next|afterwards|then|did you do|would you do|learn\w*"
    r"|differently|know|tell)\b",
    re.I,
)


def lint_question(text: str) -> Ruling:
    """The verdict on one question."""
    return rule_on(text, find_in_question(text))


def find_in_question(text: str) -> list[Finding]:
    """All complaints about a question: those of the rules, or where they have none, the one by meaning."""
    found = find_by_rules(text)
    grave = any(finding.verdict != "info" for finding in found)
    return found if grave else [*found, *find_by_meaning(text, "questions")]


def find_by_rules(text: str) -> list[Finding]:
    """The rules' complaints about a question: first what the law protects, then how it is asked."""
    return [*find_subjects(text, "questions"), *_quality(text)]


def _quality(text: str) -> Iterator[Finding]:
    bare = without_senses(text, "questions")
    if pattern("quality", "leading", bounded=False).search(bare):
        yield Finding(
            rule="leading",
            verdict="warn",
            why="It suggests its own answer.",
            rewrite="Ask openly: “Tell me about a time when …. What did you do?”",
        )
    if pattern("quality", "puzzles").search(bare):
        yield Finding(
            rule="brainteaser",
            verdict="warn",
            why="It is a riddle: answers do not tell who will do the job well.",
            rewrite="Give a small task from the job itself.",
        )
    if pattern("quality", "selfies").search(bare):
        yield Finding(
            rule="self-evaluation",
            verdict="warn",
            why="It asks for an opinion of oneself, not for behaviour.",
            rewrite="Tell me about a time when the job asked for this. What did you do, and what came of it?",
        )
    if pattern("quality", "vague").search(bare):
        yield Finding(rule="buzzword", verdict="warn", why="It uses words that name no behaviour.")
    yield from _shape(text)


def _shape(text: str) -> Iterator[Finding]:
    if asks_two_things(text):
        yield Finding(
            rule="double-barrelled",
            verdict="warn",
            why="It asks two things at once; the answer will be to one of them.",
            rewrite="Ask the second as a question or a probe of its own.",
        )
    if (count := len(text.split())) > LONGEST:
        yield Finding(rule="too-long", verdict="warn", why=f"It has {count} words; {LONGEST} are enough.")
    if len(tokens(text)) >= 8 and (grade := reading_grade(text)) > GRADE:
        yield Finding(rule="reading-level", verdict="info", why=f"It reads at school grade {grade:.0f}.")


def asks_two_things(text: str) -> bool:
    """Whether two questions are joined that do not need each other.

    >>> asks_two_things("How do you test your code, and how do you mentor juniors?")
    True
    >>> asks_two_things("How did you find the fault, and how did you repair it?")
    False
    """
    found = _TWO_ASKS.search(text)
    return bool(found) and not _TIED.search(found.group("second")) if found else False
