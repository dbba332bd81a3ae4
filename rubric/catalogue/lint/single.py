"""Rules about the words of one anchor at a time (R2 to R4, R9 to R12, R14, R17)."""

from collections.abc import Iterator, Sequence

from rubric.catalogue.lint.behaviour import is_joined, is_label, is_seen
from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.scale import Step, filled
from rubric.catalogue.lint.words import pattern, reading_grade

LONGEST = 40
"""Words of an anchor that can still be read while someone talks."""
GRADE = 16.0
"""School grade above which an anchor is hard to read; one sentence of 25 words has about 12."""


def label_only(steps: Sequence[Step]) -> Iterator[Finding]:
    """R2: An anchor names a grade and no behaviour."""
    for level, text in filled(steps):
        if is_label(text):
            yield Finding(
                rule="label-only",
                verdict="warn",
                why=f"Level {level} names a grade (“{text[:60]}”) and no behaviour.",
                rewrite="Say what someone at this level does or says.",
            )


def no_observable_verb(steps: Sequence[Step]) -> Iterator[Finding]:
    """R3: An anchor holds no action that one can see or hear."""
    for level, text in filled(steps):
        if not is_label(text) and not is_seen(text):
            yield Finding(
                rule="no-observable-verb",
                verdict="warn",
                why=f"Level {level} begins with no action that one can see or hear (“{text[:60]}”).",
                rewrite="Begin with a verb such as asks, names, lists, measures, checks or stops.",
            )


def _matches(steps: Sequence[Step], key: str, why: str, finding: Finding) -> Iterator[Finding]:
    for level, text in filled(steps):
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


def double_barrelled(steps: Sequence[Step]) -> Iterator[Finding]:
    """R9: A bottom or middle level joins behaviours that can come apart."""
    top = max((step.level for step in steps), default=0)
    for level, text in filled(steps):
        if (level < top or len(steps) == 1) and is_joined(text):
            yield Finding(
                rule="double-barrelled",
                verdict="warn",
                why=f"Level {level} joins behaviours that can come apart (“{text[:60]}”).",
                rewrite="Keep the one that decides the level; give the other a competency of its own.",
            )


def too_long(steps: Sequence[Step]) -> Iterator[Finding]:
    """R10: An anchor is too long to be read while someone talks."""
    for level, text in filled(steps):
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
    for level, text in filled(steps):
        if len(text.split()) >= 8 and (grade := reading_grade(text)) > GRADE:
            yield Finding(
                rule="reading-level", verdict="info", why=f"Level {level} reads at school grade {grade:.0f}."
            )
