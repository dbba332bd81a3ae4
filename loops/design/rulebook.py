"""All rules of a loop with their sentences, defaults and sources, as screens and pages print them."""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

from loops.design import constraints, staffing
from loops.design.model import Problem, Rules
from loops.design.program import Program
from loops.design.variables import Variables
from loops.design.wording import fill
from rubric.value import Sentence, Slug, Value

Constraint = Callable[[Problem, Program, Variables], None]

CONSTRAINTS: tuple[Constraint, ...] = (
    constraints.every_must_is_asked,
    constraints.musts_have_independent_assessors,
    constraints.critical_musts_have_more_assessors,
    constraints.shoulds_have_assessors,
    constraints.few_competencies_an_interview,
    constraints.few_competencies_in_all,
    constraints.musts_have_their_questions,
    constraints.no_look_is_too_short,
    constraints.no_question_twice,
    constraints.no_near_same_question,
    constraints.musts_have_their_minutes,
    constraints.musts_are_dependable,
    constraints.questions_fit_the_minutes,
    constraints.lengths_are_allowed,
    constraints.few_interviews,
    constraints.enough_interviews,
    constraints.within_the_candidates_minutes,
    constraints.demanded_formats_are_held,
    constraints.unwanted_formats_are_not_held,
    constraints.the_place_is_kept,
    staffing.caps_are_kept,
    staffing.only_trained_people_lead,
    staffing.no_interview_weighs_too_much,
    staffing.another_team_is_heard,
    staffing.every_group_is_heard,
    staffing.wishes_are_kept,
)


class Rule(Value):
    """One rule as people read it; `fields` are the numbers of `Rules` that it takes."""

    id: Slug
    code: str
    sentence: Sentence
    fields: tuple[str, ...]
    source: Sentence


def rule_id(constraint: Constraint) -> str:
    """The rule's name in files and screens."""
    return constraint.__name__.replace("_", "-")


def sentence_of(constraint: Constraint, rules: Rules) -> str:
    """The rule's sentence with its numbers filled in."""
    return fill(constraint.__doc__ or "", rules)


def active(rules: Rules) -> tuple[Constraint, ...]:
    """The rules that are switched on, in the book's order."""
    return tuple(each for each in CONSTRAINTS if rule_id(each) not in rules.off)


@cache
def rulebook() -> tuple[Rule, ...]:
    """Every rule with its template sentence, the fields that it takes and where it comes from."""
    text = resources.files("loops.design").joinpath("data", "rules.toml").read_text("utf-8")
    notes = tomllib.loads(text)
    return tuple(
        Rule(id=rule_id(each), sentence=" ".join((each.__doc__ or "").split()), **notes[rule_id(each)])
        for each in CONSTRAINTS
    )


def changes(rules: Rules) -> tuple[str, ...]:
    """What differs from the defaults and why, one sentence for each rule, for the overview to print."""
    normal = Rules()
    told: list[str] = []
    for rule, constraint in zip(rulebook(), CONSTRAINTS, strict=True):
        why = rules.reasons.get(rule.id, "no reason was written")
        if rule.id in rules.off:
            told.append(f"Switched off: {sentence_of(constraint, rules)} ({why})")
        elif any(getattr(rules, name) != getattr(normal, name) for name in rule.fields):
            was = sentence_of(constraint, normal)
            told.append(f"{sentence_of(constraint, rules)} By default: {was} ({why})")
    return tuple(told)


def rules_page() -> str:
    """The rules as a page of Markdown: docs/methods/rules.md holds what this gives."""
    lines = [
        "# The rules of a loop",
        "",
        "Each rule is one function and one sentence; a second function, which knows no solver, checks it in",
        "every plan. The sentences stand here with their default numbers. Fields are keys of a rules file; a",
        "rule's name under `off` switches it off, and under `reasons` says why it differs. The overview",
        "prints what was changed and why. This page is made from the rules themselves.",
        "",
    ]
    for rule, constraint in zip(rulebook(), CONSTRAINTS, strict=True):
        fields = ", ".join(f"`{name}`" for name in rule.fields) or "none"
        lines += [
            f"## {rule.code} · {rule.id}",
            "",
            sentence_of(constraint, Rules()),
            "",
            f"Fields: {fields}. Source: {rule.source}",
            "",
        ]
    return "\n".join(lines)
