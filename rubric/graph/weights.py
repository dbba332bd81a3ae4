"""How much a competency matters for planning, and how strongly it is asked for.

Every reason to assess a competency closes a part of the distance to 1, and reasons never take away. So a
must weighs at least as much as the same wish, and a further mention never lowers a weight.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from rubric.graph.model import Link, Sure
from rubric.graph.terms import stem, words_of
from rubric.requirements.model import Requirement
from rubric.value import Level, Tier

PULL: dict[Tier, float] = {"must": 0.45, "should": 0.3, "nice": 0.18}
"""Part of the distance that one mention closes, by how strongly the posting asks."""
SURE: dict[Sure, float] = {"sure": 1.0, "likely": 0.75, "guess": 0.3}
"""What is left of a mention by how sure its link is."""
TITLE = 0.4
"""Part that the role's own title closes."""
NEAR = 0.12
"""Part that a related competency closes with its full weight."""
_ORDER: tuple[Tier, ...] = ("must", "should", "nice")

Mentions = Sequence[tuple[Requirement, Link]]


def weigh(
    mentions: Mentions, titled: bool = False, near: Iterable[float] = (), fit: float = 1.0, role: float = 0.0
) -> float:
    """The importance of a competency, 0 to 1.

    Args:
        mentions: The requirements that ask for it, with their links.
        titled: Whether the role's title names it.
        near: The weights of related competencies that the posting asks for too.
        fit: How much the rank of the role has to do with it, 0 to 1 (see `fit_of`).
        role: The part that the role closes because it rests on it, 0 to 1 (see `Role.pull`).
    """
    rest = (1 - TITLE * fit if titled else 1.0) * (1 - role * fit)
    for requirement, link in mentions:
        pull = PULL[requirement.tier] * stress_of(requirement.text)
        rest *= 1 - pull * SURE[link.sure] * link.share * fit
    for weight in near:
        rest *= 1 - NEAR * weight * fit
    return round(1 - rest, 4)


def stress_of(text: str) -> float:
    """How much depth a requirement asks for: more than 1 for deep, less for a mere acquaintance.

    >>> stress_of("Deep understanding of queues"), stress_of("Exposure to queues"), stress_of("Runs queues")
    (1.25, 0.75, 1.0)
    """
    words = {word.stem for word in words_of(text)}
    return 1.25 if words & _stress()["deep"] else 0.75 if words & _stress()["shallow"] else 1.0


@cache
def _stress() -> dict[str, frozenset[str]]:
    text = (resources.files("rubric.graph") / "data" / "stress.toml").read_text("utf-8")
    return {name: frozenset(map(stem, words)) for name, words in tomllib.loads(text).items()}


def fit_of(level: Level | None) -> float:
    """What a mention counts for a rank, from the level that the catalogue expects of it.

    >>> fit_of(4), fit_of(2), fit_of(None)
    (1.0, 0.8, 0.6)
    """
    return 0.6 if level is None else 0.6 + 0.1 * level


def strongest(tiers: Sequence[Tier]) -> Tier:
    """The strongest of some tiers; at least one has to be given."""
    return min(tiers, key=_ORDER.index)
