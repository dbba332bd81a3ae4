"""Protected subjects in a text: patterns on who is meant, after the senses of the trade are gone.

Two ways lead to a finding. A pattern names a wording that is about the candidate ("do you have any …").
And in a sentence that asks about the candidate's own person, and not about how they work, a word of a
protected class is enough.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.words import read_words

_NAME = re.compile(r"\{([a-z]+)\}")
_SENTENCE = re.compile(r"(?<=[?.!])\s+")
_YOU = re.compile(r"\b(?:you|your|yours|yourself|(?:we|i) should know|(?:does|did) it feel)\b", re.I)
GONE = " ◦ "
"""What stands for a sense of the trade that was taken out."""


class Subject(NamedTuple):
    """One class of wording, ready to be searched for."""

    finding: Finding
    pattern: re.Pattern[str]


def find_subjects(text: str, file: str) -> list[Finding]:
    """The complaints of a word list file about a text, in the file's order, each rule once."""
    bare = without_senses(text, file)
    found = {s.finding.rule: _finding(s, hit) for s in _subjects(file) if (hit := s.pattern.search(bare))}
    for sentence in _personal_sentences(bare, file):
        for topic in _topics(file):
            if topic.finding.rule not in found and (hit := topic.pattern.search(sentence)):
                found[topic.finding.rule] = _finding(topic, hit)
    return list(found.values())


def _finding(subject: Subject, hit: re.Match[str]) -> Finding:
    why = f"“{' '.join(hit.group().split())}”: {subject.finding.why}"
    return subject.finding.model_copy(update={"why": why, "words": hit.group().strip()})


def without_senses(text: str, file: str) -> str:
    """A text in plain quotes and blanks, with senses of the trade and lawful forms taken out."""
    plain = " ".join(text.replace("’", "'").replace("‘", "'").split())
    return _senses(file).sub(GONE, plain)


def _personal_sentences(bare: str, file: str) -> list[str]:
    """The sentences that ask about the candidate's own person, not about a way of working."""
    frames = read_words(file).get("topics")
    if frames is None:
        return []
    personal, method = _frame(frames["personal"]), _frame(frames["method"])
    sentences = [sentence.strip(" ◦,;–-") for sentence in _SENTENCE.split(bare)]
    return [s for s in sentences if _YOU.search(s) and personal.search(s) and not method.search(s)]


@cache
def _frame(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@cache
def _subjects(file: str) -> tuple[Subject, ...]:
    words = read_words(file)
    return tuple(Subject(_bare_finding(rule), _compile(rule["patterns"], words)) for rule in words["rule"])


@cache
def _topics(file: str) -> tuple[Subject, ...]:
    words = read_words(file)
    rules = {rule["name"]: rule for rule in words["rule"]}
    return tuple(
        Subject(_bare_finding(rules[topic["rule"]]), _compile(topic["words"], words))
        for topic in words.get("topic", [])
    )


def _bare_finding(rule: dict[str, Any]) -> Finding:
    return Finding(rule=rule["name"], verdict=rule["verdict"], why=rule["why"], rewrite=rule.get("rewrite"))


@cache
def _senses(file: str) -> re.Pattern[str]:
    words = read_words(file)
    return _compile(words["safe"]["phrases"], words)


def _compile(lines: list[str], words: dict[str, Any]) -> re.Pattern[str]:
    names = words.get("define", {})
    return re.compile("|".join(rf"\b(?:{_expand(line, names)})(?!\w)" for line in lines), re.I)


def _expand(line: str, names: dict[str, str]) -> str:
    """Put named patterns in; a name may use other names."""
    while (grown := _NAME.sub(lambda match: names[match.group(1)], line)) != line:
        line = grown
    return line
