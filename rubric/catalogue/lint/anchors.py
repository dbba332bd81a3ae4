"""Rules for behavioural anchors: one function for each, one sentence for each.

The rules carry the numbers R1 to R14 and R17 of the methods page; weights (R15) and expert votes (R16)
are in `rubric.catalogue.lint.votes`, overlap of competencies (R13) in `rubric.catalogue.review`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rubric.catalogue.lint.behaviour import is_joined, is_label, is_seen
from rubric.catalogue.lint.model import Finding, Ruling, rule_on
from rubric.catalogue.lint.scale import Step, parse_scale
from rubric.catalogue.lint.words import (
    alike,
    content_words,
    pattern,
    plain,
    reading_grade,
    tokens,
    word_set,
)

NEAR = 0.85
"""Share of common words above which two neighbouring anchors count as the same."""
LONGEST = 40
"""Words of an anchor that can still be read while someone talks."""
GRADE = 16.0
"""School grade above which an anchor is hard to read; one sentence of 25 words has about 12."""

Rule = Callable[[Sequence[Step]], Iterator[Finding]]


def lint_anchors(written: str) -> Ruling:
    """The verdict on a set of anchors written as `1: … | 2: …`."""
    return rule_on(written, find_in_anchors(parse_scale(written)))


def find_in_anchors(steps: Sequence[Step]) -> list[Finding]:
    """All complaints about a set of anchors, lowest level first."""
    return [finding for rule in RULES for finding in rule(steps)]


def _filled(steps: Sequence[Step]) -> list[tuple[int, str]]:
    return sorted((step.level, step.text) for step in steps if step.text)


def adverb_ladder(steps: Sequence[Step]) -> Iterator[Finding]:
    """R1: Levels differ only by words of frequency, degree or quality."""
    for (low, first), (high, second) in pairwise(_filled(steps)):
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


def label_only(steps: Sequence[Step]) -> Iterator[Finding]:
    """R2: An anchor names a grade and no behaviour."""
    for level, text in _filled(steps):
        if is_label(text):
            yield Finding(
                rule="label-only",
                verdict="warn",
                why=f"Level {level} names a grade (“{text[:60]}”) and no behaviour.",
                rewrite="Say what someone at this level does or says.",
            )


def no_observable_verb(steps: Sequence[Step]) -> Iterator[Finding]:
    """R3: An anchor holds no action that one can see or hear."""
    for level, text in _filled(steps):
        if not is_label(text) and not is_seen(text):
            yield Finding(
                rule="no-observable-verb",
                verdict="warn",
                why=f"Level {level} begins with no action that one can see or hear (“{text[:60]}”).",
                rewrite="Begin with a verb such as asks, names, lists, measures, checks or stops.",
            )


def _matches(steps: Sequence[Step], key: str, why: str, finding: Finding) -> Iterator[Finding]:
    for level, text in _filled(steps):
        if hit := pattern("anchors", key).search(text):
            yield finding.model_copy(update={"why": f"Level {level}: “{hit.group().strip()}” {why}"})


def trait(steps: Sequence[Step]) -> Iterator[Finding]:
    """R4: An anchor names a trait or an inference about the person."""
    yield from _matches(
        steps,
        "traits",
        "is a trait or an inference, not a behaviour.",
        Finding(rule="trait", verdict="warn", why="", rewrite="Say what was done that made you think so."),
    )


def culture_fit(steps: Sequence[Step]) -> Iterator[Finding]:
    """R4: An anchor rewards likeness to the interviewer."""
    yield from _matches(
        steps,
        "similarity",
        "rewards likeness to the interviewer.",
        Finding(
            rule="culture-fit", verdict="warn", why="", rewrite="Name the behaviour that the team needs."
        ),
    )


def negation_only(steps: Sequence[Step]) -> Iterator[Finding]:
    """R5: A level is only another one with a “not”."""
    filled = _filled(steps)
    for place, (low, first) in enumerate(filled):
        for high, second in filled[place + 1 :]:
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
    filled = _filled(steps)
    for place, (low, first) in enumerate(filled):
        for high, second in filled[place + 1 :]:
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
    for (low, first), (high, second) in pairwise(_filled(steps)):
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


def double_barrelled(steps: Sequence[Step]) -> Iterator[Finding]:
    """R9: A bottom or middle level joins behaviours that can come apart."""
    top = max((step.level for step in steps), default=0)
    for level, text in _filled(steps):
        if (level < top or len(steps) == 1) and is_joined(text):
            yield Finding(
                rule="double-barrelled",
                verdict="warn",
                why=f"Level {level} joins behaviours that can come apart (“{text[:60]}”).",
                rewrite="Keep the one that decides the level; give the other a competency of its own.",
            )


def too_long(steps: Sequence[Step]) -> Iterator[Finding]:
    """R10: An anchor is too long to be read while someone talks."""
    for level, text in _filled(steps):
        if (count := len(text.split())) > LONGEST:
            yield Finding(
                rule="too-long",
                verdict="warn",
                why=f"Level {level} has {count} words; at most {LONGEST} can be read while listening.",
            )


def protected(steps: Sequence[Step]) -> Iterator[Finding]:
    """R11: An anchor touches what the law protects, or what stands in for it."""
    yield from _matches(
        steps,
        "protected",
        "touches what the law protects, or stands in for it.",
        Finding(rule="protected", verdict="block", why="", rewrite="Name the task and how well it is done."),
    )


def luck(steps: Sequence[Step]) -> Iterator[Finding]:
    """R12: An anchor rests on where someone worked or learned."""
    yield from _matches(
        steps,
        "luck",
        "rests on where someone was, not on what they do.",
        Finding(
            rule="pedigree", verdict="warn", why="", rewrite="Say what they did there that matters here."
        ),
    )


def buzzwords(steps: Sequence[Step]) -> Iterator[Finding]:
    """R14: An anchor sounds of work and names none."""
    yield from _matches(
        steps,
        "buzz",
        "sounds of work and names none.",
        Finding(rule="buzzword", verdict="warn", why="", rewrite="Say who did what, with what result."),
    )


def reading_level(steps: Sequence[Step]) -> Iterator[Finding]:
    """R17: An anchor is hard to read."""
    for level, text in _filled(steps):
        if len(text.split()) >= 8 and (grade := reading_grade(text)) > GRADE:
            yield Finding(
                rule="reading-level", verdict="info", why=f"Level {level} reads at school grade {grade:.0f}."
            )


RULES: tuple[Rule, ...] = (
    adverb_ladder,
    label_only,
    no_observable_verb,
    trait,
    culture_fit,
    negation_only,
    same_neighbours,
    non_monotone,
    missing_anchor,
    double_barrelled,
    too_long,
    protected,
    luck,
    buzzwords,
    reading_level,
)
