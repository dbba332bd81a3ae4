"""What a role needs though no requirement says so: title, rank, and what the heaviest rests on."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import Field

from rubric.catalogue.model import Catalogue
from rubric.graph.terms import index_of
from rubric.graph.web import neighbours
from rubric.requirements.model import Requirements
from rubric.value import Sentence, Slug, Value

KIN = 0.1
"""The weight of what is only related to the heaviest competency, below that of any requirement."""


class Implied(Value):
    """A competency that the posting does not ask for in so many words, and why it is proposed."""

    competency: Slug
    rule: Literal["title", "role", "rank", "kin"]
    weight: Annotated[float, Field(ge=0, le=1)]
    why: Sentence


def named_by_title(requirements: Requirements, catalogue: Catalogue) -> dict[str, str]:
    """The competencies whose terms stand in the role's title, with those words; tools do not count."""
    if not requirements.title:
        return {}
    hits = [hit for hit in index_of(catalogue).find(requirements.title) if hit.term.source == "term"]
    ordered = sorted(hits, key=lambda hit: (hit.end - hit.start, -hit.start))
    return {hit.term.competency: requirements.title[hit.start : hit.end] for hit in ordered}


def unsaid(
    requirements: Requirements, weights: Mapping[str, float], catalogue: Catalogue, most: int
) -> list[Implied]:
    """Proposals that fill up to `most` competencies: what the rank calls for, then kin of the heaviest.

    Args:
        requirements: What the posting says.
        weights: The competencies that it asks for or that its title names.
        catalogue: Where proposals come from.
        most: How many competencies there should be in the end.
    """
    found = {item.competency: item for item in _kin(weights, catalogue)}
    found |= {item.competency: item for item in _by_rank(requirements, catalogue, weights)}
    ordered = sorted(found.values(), key=lambda item: (-item.weight, item.competency))
    return ordered[: max(0, most - len(weights))]


def _by_rank(requirements: Requirements, catalogue: Catalogue, known: Collection[str]) -> list[Implied]:
    rows = _ranks().get(requirements.seniority or "", [])
    return [
        Implied(competency=row["competency"], rule="rank", weight=row["weight"], why=row["why"])
        for row in rows
        if row["competency"] in catalogue.competencies and row["competency"] not in known
    ]


def _kin(weights: Mapping[str, float], catalogue: Catalogue) -> list[Implied]:
    """What relations join to the competencies asked for, in the share of what they weigh together."""
    pulls: dict[str, tuple[float, str]] = {}
    for entry in sorted(weights, key=lambda entry: (-weights[entry], entry)):
        for other in neighbours(catalogue, entry):
            if other not in weights:
                pull, first = pulls.get(other, (0.0, entry))
                pulls[other] = pull + weights[entry], first
    return [
        Implied(
            competency=entry,
            rule="kin",
            weight=round(KIN * pull / (1 + pull), 4),
            why=f"No requirement names it; it goes with {catalogue.competencies[first].name}.",
        )
        for entry, (pull, first) in pulls.items()
    ]


@cache
def _ranks() -> dict[str, list[dict[str, Any]]]:
    text = (resources.files("rubric.graph") / "data" / "ranks.toml").read_text("utf-8")
    return {rank: rows["calls_for"] for rank, rows in tomllib.loads(text).items()}
