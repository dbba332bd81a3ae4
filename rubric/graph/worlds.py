"""Which world of work a posting speaks of, so that a word of another world is taken with doubt."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from rubric.catalogue.model import Catalogue
from rubric.graph.model import Link
from rubric.graph.roles import Role, beside, near_to

HOME = 0.25
"""Share of a posting's links that an area's worlds have to hold for the area to belong to the role."""


def doubt_strangers(
    links: Sequence[Link], catalogue: Catalogue, title: Mapping[str, object], role: Role | None = None
) -> list[Link]:
    """Links with those of foreign worlds, and of trades beside the role's own, marked as guesses.

    Args:
        links: All links of one posting.
        catalogue: Where their competencies lie.
        title: Competencies that the role's title names; they are at home whatever else is asked for.
        role: The trade that the title names, None where it is not known.
    """
    home = at_home(links, catalogue, title, role)
    kept = [link for link in links if link.competency in home or link.rule != "word"]
    return [link if link.competency in home else doubted(link) for link in kept]


def at_home(
    links: Sequence[Link], catalogue: Catalogue, title: Mapping[str, object], role: Role | None = None
) -> frozenset[str]:
    """The competencies of the worlds that a posting speaks of, and those that its title names.

    Where the role is known, a competency of another trade is at home only if the role rests on it, if it is
    near to the role, or if its area is the role's own. In areas of many trades each competency is one trade,
    at home only where the role rests on it or on another that goes with it.
    """
    area = {entry: group.id for group in catalogue.areas for entry in group.competencies}
    known = [*title, *(role.rests_on if role else ())]
    areas = _home_areas([area[link.competency] for link in links] + [area[entry] for entry in known])
    home = {entry for entry, name in area.items() if name in areas}
    if role:
        many = _many_trades()
        near = {entry for entry in near_to(role, catalogue) if area[entry] not in many} | beside(role)
        own = _own_areas(role, area)
        home = {entry for entry in home if entry in near or area[entry] in own} | set(role.rests_on)
    return frozenset(home) | title.keys()


def in_any_world(catalogue: Catalogue) -> frozenset[str]:
    """The competencies that are at home everywhere."""
    return frozenset(
        entry for area in catalogue.areas if area.id in _worlds()["any"] for entry in area.competencies
    )


def areas_placed() -> frozenset[str]:
    """The areas that stand in a world, or that hold many trades."""
    return _many_trades().union(*_worlds().values())


def _own_areas(role: Role, area: Mapping[str, str]) -> set[str]:
    """The areas in which a role is at home as a whole."""
    worlds = _worlds()
    held = [area[entry] for entry in role.rests_on]
    several = {name for name in held if held.count(name) > 1}
    first = {name for areas in worlds.values() if area[role.rests_on[0]] in areas for name in areas}
    return (several | first | {held[0]} | worlds["any"]) - _many_trades()


def _home_areas(held: Sequence[str]) -> set[str]:
    worlds = _worlds()
    listed = [name for name in held if any(name in areas for areas in worlds.values())]
    placed = [name for name in listed if name not in worlds["any"]]
    shares = {
        world: sum(name in areas for name in placed) / len(placed) if placed else 1.0
        for world, areas in worlds.items()
    }
    home = {name for world, areas in worlds.items() if shares[world] >= HOME for name in areas}
    return home | worlds["any"] | (set(held) - set(listed))


def doubted(link: Link) -> Link:
    """The link as a guess; one that a person drew, and one that is a guess already, stay as they are."""
    if link.rule == "person" or link.sure == "guess":
        return link
    return link.model_copy(
        update={
            "sure": "guess",
            "why": f"{link.why} The rest of the posting speaks of other work, so this is a guess.",
        }
    )


@cache
def _many_trades() -> frozenset[str]:
    text = (resources.files("rubric.graph") / "data" / "domains.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["of_many_trades"])


@cache
def _worlds() -> dict[str, frozenset[str]]:
    text = (resources.files("rubric.graph") / "data" / "domains.toml").read_text("utf-8")
    return {world: frozenset(areas) for world, areas in tomllib.loads(text)["worlds"].items()}
