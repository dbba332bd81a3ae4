"""What differs between two states of a plan, in sentences for people."""

from collections.abc import Iterator

from loops.design.difference import rule_changes
from loops.design.model import Panel
from loops.steps.editing import quote
from loops.store import PlanState, Store
from rubric.graph.model import Node
from rubric.requirements import Requirement


def compare_revisions(store: Store, plan: str, before: int, after: int) -> tuple[str, ...]:
    """What changed on a plan between two of its revisions.

    Raises:
        StoreError: The plan has no such revision.
    """
    return differences(store.state_at(plan, before), store.state_at(plan, after))


def differences(before: PlanState, after: PlanState) -> tuple[str, ...]:
    """Everything that differs, one sentence each: name, requirements, competencies, panel, rules, loop."""
    return tuple(
        sentence
        for told in (_name, _requirements, _competencies, _panel, _rules, _loop)
        for sentence in told(before, after)
    )


def _name(before: PlanState, after: PlanState) -> Iterator[str]:
    if before.name != after.name:
        yield f"The plan's name: {quote(before.name)} became {quote(after.name)}."


def _requirements(before: PlanState, after: PlanState) -> Iterator[str]:
    old = {item.id: item for item in before.asked.items}
    new = {item.id: item for item in after.asked.items}
    for one, item in old.items():
        if one not in new:
            yield f"Requirement gone: {quote(item.text)}."
    for one, item in new.items():
        if one not in old:
            yield f"Requirement added: {quote(item.text)}."
        else:
            yield from _requirement(old[one], item)


def _requirement(old: Requirement, new: Requirement) -> Iterator[str]:
    if old.text != new.text:
        yield f"Requirement {quote(old.text)} now reads {quote(new.text)}."
    for part in ("section", "kind", "tier"):
        was, is_ = getattr(old, part), getattr(new, part)
        if was != is_:
            yield f"Requirement {quote(new.text)}: {part} {was} became {is_}.".replace("_", " ")


def _competencies(before: PlanState, after: PlanState) -> Iterator[str]:
    old = {node.id: node for node in before.graph.nodes}
    new = {node.id: node for node in after.graph.nodes}
    for one, node in old.items():
        if one not in new:
            yield f"Competency gone: {node.name}."
    for one, node in new.items():
        if one not in old:
            yield f"Competency added: {node.name}."
        else:
            yield from _competency(old[one], node)


def _competency(old: Node, new: Node) -> Iterator[str]:
    if old.name != new.name:
        yield f"Competency {old.name} is now called {new.name}."
    if old.in_loop != new.in_loop:
        yield f"Competency {new.name}: {'in the loop' if new.in_loop else 'left out'} now."
    if old.level != new.level:
        yield f"Competency {new.name}: level {old.level} became {new.level}."
    if old.weight != new.weight:
        yield f"Competency {new.name}: weight {old.weight:.2f} became {new.weight:.2f}."


def _panel(before: PlanState, after: PlanState) -> Iterator[str]:
    if before.panel == after.panel:
        return
    old, new = _people(before.panel), _people(after.panel)
    for one in sorted(old.keys() - new.keys()):
        yield f"Panel: {old[one]} left."
    for one in sorted(new.keys() - old.keys()):
        yield f"Panel: {new[one]} came in."
    if old == new:
        yield "Panel: what somebody may assess or when changed."


def _people(panel: Panel | None) -> dict[str, str]:
    return {person.id: person.name for person in panel.interviewers} if panel else {}


def _rules(before: PlanState, after: PlanState) -> Iterator[str]:
    return (change.sentence for change in rule_changes(before.rules, after.rules))


def _loop(before: PlanState, after: PlanState) -> Iterator[str]:
    old, new = _length(before), _length(after)
    if old != new:
        yield f"Loop: {old} became {new}."


def _length(state: PlanState) -> str:
    if state.plan_file is None:
        return "no loop"
    interviews = state.plan_file.interviews
    return f"{len(interviews)} interviews of {sum(each.minutes for each in interviews)} minutes"
