"""Two versions of a posting compared: what changed, and what that means for the loop."""

from collections.abc import Iterator
from typing import Literal

from rubric.graph.model import CompetencyGraph, Node
from rubric.value import Slug, Value

Kind = Literal["entered", "left", "new", "gone", "tier", "level"]


class Change(Value):
    """One difference between two graphs, in words.

    `entered` and `left` concern the loop; `new` and `gone` a competency that stays outside of it.
    """

    competency: Slug
    name: str
    kind: Kind
    what: str
    means: str


def compare_graphs(old: CompetencyGraph, new: CompetencyGraph) -> tuple[Change, ...]:
    """All differences, those of the loop first, in the order of the newer graph's weights."""
    before = {node.id: node for node in old.nodes}
    after = {node.id: node for node in new.nodes}
    found = [change for node in new.nodes for change in _changes(before.get(node.id), node)]
    found += [_gone(node) for node in old.nodes if node.id not in after]
    return tuple(sorted(found, key=lambda change: change.kind not in ("entered", "left")))


def _changes(old: Node | None, new: Node) -> Iterator[Change]:
    was_inside = old is not None and old.in_loop
    if new.in_loop and not was_inside:
        why = "The posting asks for it now." if old is None else "It weighs enough now."
        means = (
            f"One more competency to assess at level {new.level}: plan a look, questions and minutes for it."
        )
        yield _change(new, "entered", why, means)
    elif was_inside and not new.in_loop:
        yield _change(new, "left", new.why, "Its minutes are free; candidates seen before were rated on it.")
    elif old is None:
        yield _change(new, "new", new.why, "Nothing changes for the loop.")
    if old is not None:
        yield from _shifts(old, new)


def _shifts(old: Node, new: Node) -> Iterator[Change]:
    if old.tier != new.tier:
        harder = ("nice", "should", "must").index(new.tier) > ("nice", "should", "must").index(old.tier)
        means = "Give it a second, independent look." if harder else "One look may be enough."
        yield _change(new, "tier", f"From {old.tier} to {new.tier}.", means if new.in_loop else _OUTSIDE)
    if old.level != new.level:
        means = f"Rate against level {new.level}, and choose questions that tell it apart."
        yield _change(
            new, "level", f"From level {old.level} to {new.level}.", means if new.in_loop else _OUTSIDE
        )


_OUTSIDE = "Nothing changes for the loop: the competency is not in it."


def _gone(node: Node) -> Change:
    if node.in_loop:
        means = "Its minutes are free; candidates seen before were rated on it."
        return _change(node, "left", "The posting no longer asks for it.", means)
    return _change(node, "gone", "The posting no longer asks for it.", "Nothing changes for the loop.")


def _change(node: Node, kind: Kind, what: str, means: str) -> Change:
    return Change(competency=node.id, name=node.name, kind=kind, what=what, means=means)
