"""The limits a loop keeps, as a user sets them."""

from typing import Annotated, Literal

from pydantic import Field

from rubric.value import Minutes, Sentence, Share, Slug, Value

Preset = Literal["roberts-2014", "huffcutt-2013"]


class Measure(Value):
    """Variances of one rating, in squared points of the scale, from a study of interviews.

    `candidate` is what a loop wants to know. `interviewer` is everything that stays the same
    over the questions of one interviewer (severity, and liking of this candidate); `question`
    everything that a further question evens out. Severity counts as error: the absolute form.
    """

    name: str
    source: Sentence
    candidate: Annotated[float, Field(gt=0)]
    interviewer: Annotated[float, Field(ge=0)]
    question: Annotated[float, Field(ge=0)]


class Rules(Value):
    """The numbers of the rules; docs/methods/rules.md prints each sentence, default and source.

    `off` names rules that are switched off; `reasons` says why a rule differs from its default.
    None means that there is no such limit.
    """

    aim: Literal["shortest", "best"] = "shortest"
    off: tuple[Slug, ...] = ()
    reasons: dict[Slug, Sentence] = Field(default_factory=dict)
    questions_per_must: Annotated[int, Field(ge=1, le=12)] = 1
    assessors_per_must: Annotated[int, Field(ge=1, le=6)] = 2
    critical: tuple[Slug, ...] = ()
    assessors_per_critical: Annotated[int, Field(ge=1, le=6)] = 3
    should_assessors: Annotated[int, Field(ge=0, le=4)] = 1
    competencies_per_interview: Annotated[int, Field(ge=1, le=4)] = 3
    max_competencies: Annotated[int, Field(ge=1, le=60)] | None = None
    leave_out: tuple[Slug, ...] = ()
    questions_per_look: Annotated[int, Field(ge=1, le=6)] = 1
    least_questions_a_look: Annotated[int, Field(ge=1, le=6)] = 1
    minutes_per_question: Annotated[int, Field(ge=3, le=45)] | None = None
    minutes_per_must: Annotated[int, Field(ge=1, le=240)] | None = None
    opening_minutes: Annotated[int, Field(ge=0, le=30)] = 5
    closing_minutes: Annotated[int, Field(ge=0, le=30)] = 10
    lengths: Annotated[tuple[Minutes, ...], Field(min_length=1)] | None = None
    min_interviews: Annotated[int, Field(ge=0, le=12)] = 0
    max_interviews: Annotated[int, Field(ge=1, le=12)] = 6
    max_minutes: Annotated[int, Field(ge=15, le=1200)] | None = None
    max_per_interviewer: Annotated[int, Field(ge=1, le=4)] = 1
    max_share_per_interviewer: Share | None = None
    must_hold: tuple[Slug, ...] = ()
    may_not_hold: tuple[Slug, ...] = ()
    place: Literal["any", "remote", "on-site"] = "any"
    from_another_team: Annotated[int, Field(ge=0, le=6)] = 0
    one_of_each_group: tuple[str, ...] = ()
    dependability: Annotated[float, Field(ge=0, lt=1)] | None = None
    measure: Preset | Measure = "roberts-2014"
