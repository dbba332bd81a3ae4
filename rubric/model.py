"""A rubric: what a loop has to assess, with everything a packet needs to say about it."""

from typing import Annotated

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from rubric.catalogue.model import Anchor, Question
from rubric.value import Level, Seniority, Sentence, Slug, Span, Tier, Value


class Evidence(Value):
    """The words of the posting that a competency rests on."""

    requirement: Slug
    quote: str
    span: Span
    section: str
    why: Sentence


class Item(Value):
    """One competency to assess: its target level, its anchors, and the questions to choose from.

    `weight` is importance for planning (0 to 1). Scoring weights are equal unless a reason is written.
    """

    id: Slug
    name: str
    area: str
    means: Sentence
    tier: Tier
    weight: Annotated[float, Field(ge=0, le=1)]
    target: Level
    anchors: tuple[Anchor, ...]
    questions: tuple[Question, ...]
    evidence: tuple[Evidence, ...]


class LeftOut(Value):
    """Something the posting asks for that no interview assesses, and why.

    `tier` is None where another means than an interview checks it, and in files from before it was kept.
    """

    name: str
    why: Sentence
    tier: Tier | None = None

    @model_serializer(mode="wrap")
    def _unknown_tiers_are_not_written(self, write: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Files without tiers keep their fingerprint."""
        return {key: value for key, value in write(self).items() if key != "tier" or value is not None}


class Rubric(Value):
    """The items in falling order of weight, what was left out, and where the words come from."""

    title: str | None
    seniority: Seniority | None
    language: str
    catalogue_version: str
    catalogue_hash: str
    items: tuple[Item, ...]
    builds_on: tuple[tuple[Slug, Slug], ...]
    left_out: tuple[LeftOut, ...]
