"""Rules about two levels of a rubric and more: ladders, repetitions, gaps (R1, R5 to R8)."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.scale import Step, filled
from rubric.catalogue.lint.words import alike, content_words, plain, tokens, word_set

NEAR = 0.85
"""Share of common words above which two neighbouring anchors count as the same."""


def adverb_ladder(steps: Sequence[Step]) -> Iterator[Finding]:
    """R1: Levels differ only by words of frequency, degree or quality."""
    for (low, first), (high, second) in pairwise(filled(steps)):
        bare = [_without(text, "ladder") for text in (first, second)]
        if content_words(first) != content_words(second) and bare[0] and alike(*bare) >= NEAR:
            yield Finding(
                rule="adverb-ladder",
                verdict="warn",
                why=f"Levels {low} and {high} differ only by words of frequency, degree or quality.",
                rewrite="Say what is done at the one level and not at the other.",
            )
            return


def _without(text: str, *lists: str) -> list[str]:
    drop = word_set("anchors", "empty").union(*(word_set("anchors", key) for key in lists))
    return [plain(token) for token in tokens(text) if token not in drop]


def negation_only(steps: Sequence[Step]) -> Iterator[Finding]:
    """R5: A level is only another one with a “not”."""
    for (low, first), (high, second) in combinations(filled(steps), 2):
        if _is_negated(first, second):
            yield Finding(
                rule="negation-only",
                verdict="warn",
                why=f"Level {low} is level {high} with a “not”: there is no behaviour to recognise.",
                rewrite="Say what someone at the lowest level does instead.",
            )
            return


def _is_negated(first: str, second: str) -> bool:
    words = word_set("anchors", "negations")
    negated = [sum(token in words for token in tokens(text)) for text in (first, second)]
    bare = [_without(text, "negations", "helpers", "ladder") for text in (first, second)]
    return negated[0] > negated[1] and bool(bare[0]) and alike(*bare) >= NEAR


def same_neighbours(steps: Sequence[Step]) -> Iterator[Finding]:
    """R6: Two levels say nearly the same."""
    for (low, first), (high, second) in combinations(filled(steps), 2):
        a, b = content_words(first), content_words(second)
        if a == b or (alike(a, b) > NEAR and not set(a) > set(b) and not set(a) < set(b)):
            yield Finding(
                rule="duplicate",
                verdict="warn",
                why=f"Levels {low} and {high} say nearly the same.",
                rewrite="Merge them, or say what the higher level adds.",
            )
            return


def non_monotone(steps: Sequence[Step]) -> Iterator[Finding]:
    """R7: A higher level asks for a part of what a lower one has."""
    narrowing = word_set("anchors", "negations") | {
        "only",
        "without",
        "but",
        "needs",
        "prompted",
        "help",
        "part",
    }
    for (low, first), (high, second) in pairwise(filled(steps)):
        lower, higher = set(content_words(first)), set(content_words(second))
        if len(higher) > 1 and higher < lower and not narrowing & set(tokens(first)):
            yield Finding(
                rule="non-monotone",
                verdict="warn",
                why=f"Level {high} asks for a part of what level {low} already has.",
                rewrite="Swap the two, or say what the higher level adds.",
            )


def missing_anchor(steps: Sequence[Step]) -> Iterator[Finding]:
    """R8: A level has no anchor."""
    levels = sorted(step.level for step in steps)
    empty = [step.level for step in steps if step.text == ""]
    ends_only = len(levels) == 2 and levels[1] - levels[0] >= 3
    if empty or ends_only:
        where = ", ".join(map(str, empty)) if empty else f"{levels[0] + 1} to {levels[1] - 1}"
        yield Finding(
            rule="missing-anchor",
            verdict="warn",
            why=f"Level {where} has no anchor; without a middle, raters fall back on their own idea of it.",
            rewrite="Write the middle anchors: they are what raters disagree about.",
        )
