"""A catalogue of competencies: meaning, terms, targets, anchors, questions, relations."""

from collections import Counter
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from rubric.value import Level, Seniority, Sentence, Slug, Value

QuestionKind = Literal["past", "situation", "technical", "work-sample", "case"]
Status = Literal["draft", "reviewed", "retired"]
Language = Literal["en", "de", "fr"]


class Anchor(Value):
    """What an interviewer sees or hears at one level."""

    level: Level
    seen: Sentence


class Question(Value):
    """One lead question, asked verbatim, with what the interviewer needs to hold it.

    `minutes` counts question, answer and probes; `separates` names the levels it tells apart.
    """

    id: Slug
    kind: QuestionKind
    minutes: Annotated[int, Field(ge=3, le=45)]
    ask: Annotated[str, Field(min_length=15, max_length=500)]
    if_none: Sentence | None = None
    probes: Annotated[tuple[Annotated[str, Field(max_length=110)], ...], Field(min_length=2, max_length=5)]
    look_for: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=5)]
    red_flags: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=4)]
    separates: Annotated[tuple[Level, ...], Field(min_length=2)]
    replaces: Slug | None = None


class Targets(Value):
    """The level to expect of each seniority; None where the competency is not asked of it."""

    junior: Level | None = None
    mid: Level | None = None
    senior: Level | None = None
    staff: Level | None = None
    principal: Level | None = None
    manager: Level | None = None
    director: Level | None = None

    def at(self, seniority: Seniority | None) -> Level:
        """The level for `seniority`; an unknown seniority or an open target reads as senior, then 3."""
        level = getattr(self, seniority) if seniority else None
        return level or self.senior or 3


class Competency(Value):
    """One competency with the terms that name it, its anchors and its questions."""

    id: Slug
    name: Annotated[str, Field(min_length=3, max_length=60)]
    means: Sentence
    status: Status
    source: Sentence
    terms: dict[Language, tuple[str, ...]]
    tools: tuple[str, ...] = ()
    not_terms: tuple[str, ...] = ()
    targets: Targets
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=4, max_length=4)]
    questions: Annotated[tuple[Question, ...], Field(min_length=4)]

    @model_validator(mode="after")
    def _anchors_rise_from_one_to_four(self) -> Self:
        levels = [anchor.level for anchor in self.anchors]
        if levels != [1, 2, 3, 4]:
            raise ValueError(f"{self.id}: anchors need the levels 1, 2, 3 and 4, rising; got {levels}")
        return self

    @model_validator(mode="after")
    def _question_ids_carry_the_competency(self) -> Self:
        strays = [question.id for question in self.questions if not question.id.startswith(f"{self.id}-")]
        if strays:
            raise ValueError(
                f"{self.id}: question ids start with the competency's id; got {', '.join(strays)}"
            )
        return self


class Relation(Value):
    """`of` builds on `to`, or the two are related."""

    of: Slug
    kind: Literal["builds-on", "related"]
    to: Slug


class Area(Value):
    """A part of the catalogue: one folder of competencies."""

    id: Slug
    name: str
    competencies: tuple[Slug, ...]


class Catalogue(Value):
    """All competencies by id, in sorted order, with areas, relations, version and content hash."""

    version: str
    hash: str
    areas: tuple[Area, ...]
    competencies: dict[Slug, Competency]
    relations: tuple[Relation, ...]

    @model_validator(mode="after")
    def _ids_meet(self) -> Self:
        ends = {end for relation in self.relations for end in (relation.of, relation.to)}
        if missing := sorted(ends - self.competencies.keys()):
            raise ValueError(f"relations name unknown competencies: {', '.join(missing)}")
        ids = Counter(question.id for entry in self.competencies.values() for question in entry.questions)
        if twice := sorted(i for i, number in ids.items() if number > 1):
            raise ValueError(f"question ids stand twice: {', '.join(twice)}")
        return self

    def __hash__(self) -> int:
        return hash(self.hash)

    def area_of(self, competency: Slug) -> Area:
        """The area that holds a competency."""
        return next(area for area in self.areas if competency in area.competencies)
