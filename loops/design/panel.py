"""Who can interview, and in which kinds of interview."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from rubric.catalogue.model import QuestionKind
from rubric.value import Level, Minutes, Sentence, Share, Slug, Value

Training = Literal["trained", "shadowing", "untrained"]
Kind = Literal["interviewer", "recruiter", "hiring-manager"]


class Interviewer(Value):
    """One person, or a role still to be filled, who can hold interviews.

    `may_assess` names competencies or areas; empty means every competency. `up_to` gives the
    highest target level that the person can judge in a competency or area; unnamed means all.
    `formats` are those the person is trained for; empty means all. `booked` interviews already
    count against `weekly_cap`. `group` is free text for rules such as one from each group.
    """

    id: Slug
    name: Annotated[str, Field(min_length=1, max_length=80)]
    role: Annotated[str, Field(max_length=120)] = ""
    kind: Kind = "interviewer"
    may_assess: tuple[Slug, ...] = ()
    up_to: dict[Slug, Level] = Field(default_factory=dict)
    formats: tuple[Slug, ...] = ()
    training: Training = "trained"
    weekly_cap: Annotated[int, Field(ge=0, le=40)] = 5
    booked: Annotated[int, Field(ge=0, le=40)] = 0
    time_zone: Annotated[str, Field(max_length=60)] = "UTC"
    other_team: bool = False
    group: Annotated[str, Field(max_length=60)] = ""
    to_fill: bool = False


class Panel(Value):
    """The people a loop may use."""

    interviewers: Annotated[tuple[Interviewer, ...], Field(max_length=200)]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [person.id for person in self.interviewers]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"the panel names {', '.join(twice)} twice")
        return self

    def __getitem__(self, interviewer: str) -> Interviewer:
        """The interviewer of an id; KeyError where there is none."""
        for person in self.interviewers:
            if person.id == interviewer:
                return person
        raise KeyError(interviewer)


class Format(Value):
    """A kind of interview.

    `lengths` are the possible lengths in minutes. `opening` and `closing` are minutes without
    scored questions; None takes the rules' figures. `holds` are the kinds of question that fit;
    an empty tuple means that nothing is scored. `run_by` are the kinds of people who may hold
    it. `suits` names the competencies and areas that it can assess; empty means all. `copies` is
    how often it may stand in one loop. `fit` tells how much of a competency or area the format
    shows, 0 to 1; unnamed means 1.
    """

    id: Slug
    name: str
    means: Sentence
    lengths: Annotated[tuple[Minutes, ...], Field(min_length=1)]
    holds: tuple[QuestionKind, ...]
    run_by: Annotated[tuple[Kind, ...], Field(min_length=1)] = ("interviewer", "hiring-manager")
    suits: tuple[Slug, ...] = ()
    place: Literal["either", "remote", "on-site"] = "either"
    opening: Annotated[int, Field(ge=0, le=60)] | None = None
    closing: Annotated[int, Field(ge=0, le=60)] | None = None
    copies: Annotated[int, Field(ge=1, le=12)] = 6
    fit: dict[Slug, Share] = Field(default_factory=dict)
