"""Requirements to the graph of competencies they ask for, each link with its reason."""

from collections.abc import Collection, Mapping, Sequence

from rubric.catalogue.model import Catalogue
from rubric.graph.implied import Implied, named_by_title, unsaid
from rubric.graph.links import find_links as find_links
from rubric.graph.links import guess_links as guess_links
from rubric.graph.model import CompetencyGraph, Edge, Link, Node
from rubric.graph.roles import Role, lean_of, role_of
from rubric.graph.trust import settle
from rubric.graph.web import carries, neighbours
from rubric.graph.weights import Mentions, fit_of, strongest, weigh
from rubric.graph.worlds import at_home, doubt_strangers
from rubric.requirements.model import Requirement, Requirements
from rubric.value import Tier

IN_LOOP = 8
"""The most competencies that a structured interview can assess well (OPM: five to eight)."""
FEWEST = 5
"""The fewest competencies that a loop should assess; below, unsaid ones are proposed for it as well."""
FAINT = 0.1
"""Below this weight a competency is a guess that no loop should spend minutes on."""
SLIGHT = 0.45
"""Beyond the fewest, a competency has to weigh at least this share of the heaviest to be worth two looks."""


def build_graph(requirements: Requirements, catalogue: Catalogue) -> CompetencyGraph:
    """Link each requirement to the competencies whose terms stand in it, and weigh them.

    Eight competencies at most are proposed for the loop: first the must-haves that weigh enough, then the
    heaviest others; for every other one the node says why not.
    """
    return graph_of(requirements, links_of(requirements, catalogue), catalogue)


def links_of(requirements: Requirements, catalogue: Catalogue) -> list[Link]:
    """The links of all requirements: exact ones, and guesses for requirements that have none."""
    exact = [link for item in requirements.items for link in find_links(item, catalogue)]
    role = role_of(requirements.title, catalogue)
    home = at_home(exact, catalogue, named_by_title(requirements, catalogue), role)
    lean = lean_of(role, catalogue)
    linked = {link.requirement for link in exact if link.competency in home and link.rule != "word"}
    bare = [item for item in requirements.items if item.id not in linked]
    return [*exact, *(link for item in bare for link in guess_links(item, catalogue, home, lean))]


def graph_of(requirements: Requirements, links: Sequence[Link], catalogue: Catalogue) -> CompetencyGraph:
    """The graph for links that are already known, found or drawn by a person."""
    by_id = {item.id: item for item in requirements.items}
    titled = named_by_title(requirements, catalogue)
    role = role_of(requirements.title, catalogue)
    kept = doubt_strangers(links, catalogue, titled, role)
    weighed = settle(kept, requirements, catalogue, role, titled)
    mentions: dict[str, list[tuple[Requirement, Link]]] = {}
    for link in weighed:
        mentions.setdefault(link.competency, []).append((by_id[link.requirement], link))
    weights = _weights(mentions, titled, role, requirements, catalogue)
    extra = unsaid(requirements, weights, catalogue, IN_LOOP)
    nodes = [
        _asked(entry, found, weights[entry], requirements, catalogue) for entry, found in mentions.items()
    ]
    silent = [*_titled(titled, mentions, weights), *_rested(role, {*mentions, *titled}, weights), *extra]
    nodes += [_unasked(item, requirements, catalogue) for item in silent]
    ranked = sorted(nodes, key=lambda node: (-node.weight, -_load(catalogue, node.id, weights), node.id))
    faint = max(FAINT, SLIGHT * ranked[0].weight) if ranked else FAINT
    seats = _seats(ranked, faint)
    chosen = tuple(_place(node, seats[node.id], faint) for node in ranked)
    held = [node.id for node in chosen]
    return CompetencyGraph(nodes=chosen, links=tuple(weighed), edges=_edges(catalogue, held))


def _weights(
    mentions: Mapping[str, Mentions],
    titled: Collection[str],
    role: Role | None,
    requirements: Requirements,
    catalogue: Catalogue,
) -> dict[str, float]:
    """Each competency's weight: first from its own mentions, then with what its neighbours lend it."""
    named = mentions.keys() | set(titled)
    own = {entry: weigh(mentions.get(entry, ()), entry in titled) for entry in named}
    return {
        entry: weigh(
            mentions.get(entry, ()),
            entry in titled,
            [own[other] for other in neighbours(catalogue, entry) if other in own] if entry in named else (),
            _fit(entry, requirements, catalogue),
            role.pull(entry) if role else 0.0,
        )
        for entry in sorted(named | set(role.rests_on if role else ()))
    }


def _fit(entry: str, requirements: Requirements, catalogue: Catalogue) -> float:
    if requirements.seniority is None:
        return 1.0
    return fit_of(getattr(catalogue.competencies[entry].targets, requirements.seniority))


def _load(catalogue: Catalogue, entry: str, asked: Collection[str]) -> int:
    """How many of the competencies asked for rest on this one."""
    return sum(other in asked for other in carries(catalogue, entry))


def _asked(
    entry: str, found: Mentions, weight: float, requirements: Requirements, catalogue: Catalogue
) -> Node:
    competency = catalogue.competencies[entry]
    count = len({requirement.id for requirement, _ in found})
    asked = "Perhaps asked" if all(link.sure == "guess" for _, link in found) else "Asked"
    return Node(
        id=entry,
        name=competency.name,
        area=catalogue.area_of(entry).name,
        weight=weight,
        tier=_tier(found),
        level=competency.targets.at(requirements.seniority),
        evidence=tuple(dict.fromkeys(requirement.id for requirement, _ in found)),
        in_loop=True,
        why=f"{asked} for in {count} requirement{'s' if count > 1 else ''}.",
    )


def _tier(found: Mentions) -> Tier:
    """The strongest tier of a mention; what only guesses say is never a must."""
    known: list[Tier] = [requirement.tier for requirement, link in found if link.sure != "guess"]
    if known:
        return strongest(known)
    return "nice" if all(requirement.tier == "nice" for requirement, _ in found) else "should"


def _titled(
    titled: Mapping[str, str], mentions: Collection[str], weights: Mapping[str, float]
) -> list[Implied]:
    return [
        Implied(
            competency=entry,
            rule="title",
            weight=weights[entry],
            why=f"No requirement names it, but the title does (“{words}”).",
        )
        for entry, words in titled.items()
        if entry not in mentions
    ]


def _rested(role: Role | None, known: Collection[str], weights: Mapping[str, float]) -> list[Implied]:
    """What the role rests on though the posting is silent about it."""
    if role is None:
        return []
    why = f"No requirement names it, but the role (“{role.words}”) rests on it."
    silent = [entry for entry in role.rests_on if entry not in known]
    return [Implied(competency=entry, rule="role", weight=weights[entry], why=why) for entry in silent]


def _unasked(item: Implied, requirements: Requirements, catalogue: Catalogue) -> Node:
    competency = catalogue.competencies[item.competency]
    return Node(
        id=item.competency,
        name=competency.name,
        area=catalogue.area_of(item.competency).name,
        weight=item.weight,
        tier="should" if item.rule == "title" else "nice",
        level=competency.targets.at(requirements.seniority),
        evidence=(),
        in_loop=True,
        asked=False,
        why=item.why,
    )


def _seats(ranked: Sequence[Node], faint: float) -> dict[str, int]:
    """The order in which competencies come in: must-haves of weight, wishes of weight, the rest."""

    def place(node: Node) -> int:
        if node.weight < faint or _is_unsaid_wish(node):
            return 2
        return 0 if node.tier == "must" else 1

    return {node.id: number for number, node in enumerate(sorted(ranked, key=place))}


def _is_unsaid_wish(node: Node) -> bool:
    return not node.asked and node.tier == "nice"


def _place(node: Node, number: int, faint: float) -> Node:
    """Keep a node in the loop, or say why it is left out."""
    if number >= FEWEST and _is_unsaid_wish(node):
        return _left_out(node, "the posting asks for enough without it; take it in if the role needs it.")
    if number >= FEWEST and node.weight < faint:
        return _left_out(node, "the posting asks for it only in passing.")
    if number >= IN_LOOP:
        return _left_out(node, "a loop can hold about eight competencies, and eight come before it.")
    return node


def _left_out(node: Node, reason: str) -> Node:
    return node.model_copy(update={"in_loop": False, "why": f"{node.why} Left out: {reason}"})


def _edges(catalogue: Catalogue, held: Collection[str]) -> tuple[Edge, ...]:
    return tuple(
        Edge(of=r.of, kind=r.kind, to=r.to) for r in catalogue.relations if r.of in held and r.to in held
    )
