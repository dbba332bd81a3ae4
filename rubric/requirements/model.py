"""What a posting asks for, one value each, with the words it rests on."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from rubric.value import Seniority, Sentence, Slug, Span, Tier, Value

SectionName = Literal["responsibility", "minimum", "preferred"]
Kind = Literal[
    "education", "experience_years", "skill", "certification", "language", "clearance", "logistics"
]
AssessBy = Literal["resume", "screening", "interview", "work-sample", "reference", "not-testable"]


class Requirement(Value):
    """One demand or duty; `text` is exactly what the kept text holds at `span`.

    `years` is the least number of years that is asked for, None where no number is.
    `alternatives` are options any one of which is enough.
    """

    id: Slug
    text: str
    span: Span
    section: SectionName
    kind: Kind
    tier: Tier
    years: Annotated[int, Field(ge=0, le=60)] | None = None
    years_of: str | None = None
    alternatives: tuple[str, ...] = ()
    assess_by: AssessBy
    assess_why: Sentence


class Requirements(Value):
    """All requirements of one posting in reading order, and what its title says of the role."""

    title: str | None
    seniority: Seniority | None
    language: str
    items: tuple[Requirement, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [item.id for item in self.items]
        if len(set(ids)) != len(ids):
            raise ValueError("two requirements share an id")
        return self
