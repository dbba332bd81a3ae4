"""The linter of behavioural anchors: all its rules, one function for each, one sentence for each.

The rules carry the numbers R1 to R14 and R17 of the methods page; weights (R15) and expert votes (R16)
are in `rubric.catalogue.lint.votes`, overlap of competencies (R13) in `rubric.catalogue.review`.
"""

from collections.abc import Callable, Iterator, Sequence

from rubric.catalogue.lint import levels, single
from rubric.catalogue.lint.meaning import find_by_meaning
from rubric.catalogue.lint.model import Finding, Ruling, rule_on
from rubric.catalogue.lint.scale import Step, filled, parse_scale

Rule = Callable[[Sequence[Step]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    levels.adverb_ladder,
    single.label_only,
    single.no_observable_verb,
    single.trait,
    single.culture_fit,
    levels.negation_only,
    levels.same_neighbours,
    levels.non_monotone,
    levels.missing_anchor,
    single.double_barrelled,
    single.too_long,
    single.protected,
    single.luck,
    single.buzzwords,
    single.reading_level,
)


def lint_anchors(written: str) -> Ruling:
    """The verdict on a set of anchors written as `1: … | 2: …`."""
    return rule_on(written, find_in_anchors(parse_scale(written)))


def find_in_anchors(steps: Sequence[Step]) -> list[Finding]:
    """All complaints about a set: those of the rules, or where they have none, the first one by meaning."""
    found = find_by_rules(steps)
    grave = any(finding.verdict != "info" for finding in found)
    return found if grave else [*found, *_by_meaning(steps)]


def find_by_rules(steps: Sequence[Step]) -> list[Finding]:
    """The rules' complaints about a set of anchors, in the order of the rules, lowest level first."""
    return [finding for rule in RULES for finding in rule(steps)]


def _by_meaning(steps: Sequence[Step]) -> Iterator[Finding]:
    for level, text in filled(steps):
        for finding in find_by_meaning(text, "anchors"):
            yield finding.model_copy(update={"why": f"Level {level}: {finding.why}"})
            return
