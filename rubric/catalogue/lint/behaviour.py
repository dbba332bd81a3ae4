"""Whether the words of an anchor describe something that is done, and one thing only."""

import re
from functools import cache

from rubric.catalogue.lint.words import plain, read_words, tokens, word_set

_JOIN = re.compile(r"\s*(?:,\s*(?:and|or|then)?|;|\band\b|\bor\b|\bbut\b)\s*", re.I)
_AND = re.compile(r"(?<!,) and ")
_HANDS = ("kitchen", "works", "craft", "care")
"""Work with the hands, to which cleaning and preparing belong."""
_CLASSES = (*_HANDS, "house", "people", "talk", "plan", "selling", "money", "front", "stock")
_BARE = 5


def is_label(text: str) -> bool:
    """Whether an anchor is made of words of grade alone."""
    words = tokens(text)
    return bool(words) and all(word in word_set("anchors", "labels") or word.isdigit() for word in words)


def is_seen(text: str) -> bool:
    """Whether an anchor begins with something that one can see or hear done.

    Words of frequency and a subject ("the candidate") may stand before the verb. "Shows an understanding
    of" and the like count as states of mind.
    """
    words = tokens(text)
    while words and (words[0] in _openers() or words[0].isdigit()):
        words = words[1:]
    if not words or words[0] in word_set("anchors", "states"):
        return False
    if _MIND.match(" ".join(words)) or (_NOUN.match(" ".join(words)) and not _is_action(words[0])):
        return False
    return _is_action(words[0]) or words[0].endswith(("s", "ed", "ing")) or any(map(_is_action, words[1:]))


_MIND = re.compile(
    r"(?:shows?|demonstrates?|displays?|exhibits?|has|have|with|good|gives? the impression of)"
    r"(?: an?| the| some| little| no| good| strong| deep| clear| basic| solid| limited| great| excellent)*"
    r" (?:understanding|knowledge|awareness|grasp|appreciation|interest|familiarity|ability|skills?|sense"
    r"|competence)\b"
)

_NOUN = re.compile(
    r"(?:\w+ ){0,2}(?:knowledge|understanding|grasp|awareness|command|mastery|familiarity|experience"
    r"|expertise|insight|overview|background|interest) (?:of|in|with|for|into|about)\b"
)


@cache
def _openers() -> frozenset[str]:
    return word_set("anchors", "ladder") | word_set("anchors", "openers")


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(str(read_words("anchors")[key]).split())


def _is_action(word: str) -> bool:
    verbs = _verbs("actions")
    stems = {plain(word), *(word.removesuffix(end) for end in ("es", "ed", "d", "ing"))}
    return bool(stems & verbs)


def is_joined(text: str) -> bool:
    """Whether an anchor joins behaviours that could come apart.

    Bare clauses whose verbs belong to different kinds of work are too many, and so are three strung together
    by "and"; a clause that points back ("and checks it against the log") or narrows ("before", "so that")
    belongs to the first.
    """
    clauses = [tokens(clause) for clause in _JOIN.split(text) if clause.strip()]
    acts = [clause for clause in clauses if clause and _is_clause(clause)]
    if any(set(clause) & word_set("anchors", "ties") for clause in acts) or len(acts) < 2:
        return False
    if any(len(clause) > _BARE for clause in acts):
        return False
    kinds = {_kind(clause) for clause in acts} - {None}
    if "house" in kinds and kinds & set(_HANDS):
        kinds.remove("house")
    return len(kinds) >= 2 or (len(acts) >= 3 and len(_AND.findall(text)) >= 2)


def _is_clause(words: list[str]) -> bool:
    words = [word for word in words if word not in word_set("anchors", "ladder")]
    return len(words) > 1 and _is_action(words[0])


def _kind(words: list[str]) -> str | None:
    return next((name for word in words for name in _CLASSES if plain(word) in _verbs(name)), None)
