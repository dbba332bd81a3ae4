"""Steps on single rules: what each says, what differs from its default, and why."""

from collections.abc import Mapping

from loops.design.files import load_formats
from loops.design.model import Rules
from loops.design.rulebook import CONSTRAINTS, rulebook, sentence_of
from loops.steps.loop import changed_rules, rubric_of, set_rules
from loops.store import PlanState, SavedPlan, Seen, Store
from rubric.value import Sentence, Slug, Value


class RuleLine(Value):
    """One rule as it stands in a plan; `fields` are the numbers of `Rules` that it takes."""

    id: Slug
    code: str
    sentence: Sentence
    default: Sentence
    source: Sentence
    fields: tuple[str, ...]
    on: bool
    changed: bool
    why: str


def rule_lines(rules: Rules) -> tuple[RuleLine, ...]:
    """Every rule in the book's order, with its numbers filled in."""
    normal = Rules()
    return tuple(
        RuleLine(
            id=rule.id,
            code=rule.code,
            sentence=sentence_of(constraint, rules),
            default=sentence_of(constraint, normal),
            source=rule.source,
            fields=rule.fields,
            on=rule.id not in rules.off,
            changed=rule.id in rules.off
            or any(getattr(rules, name) != getattr(normal, name) for name in rule.fields),
            why=rules.reasons.get(rule.id, ""),
        )
        for rule, constraint in zip(rulebook(), CONSTRAINTS, strict=True)
    )


def rule_choices(state: PlanState) -> Mapping[str, Mapping[str, str]]:
    """For each rule that takes a list of names, the names it may take, by what people call them."""
    names = {item.id: item.name for item in rubric_of(state).items}
    formats = {kind.id: kind.name for kind in load_formats()}
    lengths = sorted({length for kind in load_formats() for length in kind.lengths})
    people = state.panel.interviewers if state.panel else ()
    groups = sorted({person.group for person in people if person.group} | {*state.rules.one_of_each_group})
    return {
        "critical": names,
        "leave_out": names,
        "must_hold": formats,
        "may_not_hold": formats,
        "lengths": {str(length): str(length) for length in lengths},
        "one_of_each_group": {group: group for group in groups},
    }


def change_rules(store: Store, seen: Seen, change: Mapping[str, object]) -> SavedPlan:
    """Turn rules on or off and change their numbers; a reason falls away with the change that it explains.

    Raises:
        InputError: A value is out of its range, or names something that the plan does not hold.
    """
    rules = changed_rules(store.check(seen).state.rules, change)
    differs = {line.id for line in rule_lines(rules) if line.changed}
    reasons = {name: why for name, why in rules.reasons.items() if name in differs}
    return set_rules(store, seen, rules.model_copy(update={"reasons": reasons}))


def explain_rules(store: Store, seen: Seen, reasons: Mapping[str, str]) -> SavedPlan:
    """Say why rules differ from their defaults; an empty reason takes it away.

    Raises:
        InputError: A reason is too long.
    """
    kept = {name: " ".join(why.split()) for name, why in reasons.items() if why.strip()}
    return change_rules(store, seen, {"reasons": kept})
