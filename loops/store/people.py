"""What the store says about people: members of a plan, candidates, and what interviewers gave back."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from loops.store.model import StoreError
from rubric.value import Sentence, Slug, Value

Role = Literal["hiring-manager", "interviewer", "recruiter", "administrator"]
"""A hiring manager decides, an interviewer rates, a recruiter arranges, an administrator keeps accounts."""

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._ -]{0,39}$")]
"""What a candidate is called on paper and screen: a code, never a name."""


class RefusedError(StoreError):
    """This person may not do or see this; nothing was changed or shown."""


class Member(Value):
    """Somebody with access to a plan; `interviewer` is who they are on the panel, None if they are not."""

    plan: str
    who: Annotated[str, Field(max_length=200)]
    role: Role
    interviewer: Slug | None = None


class Candidate(Value):
    """Somebody who goes through a plan's loop.

    `revision` is the plan's revision whose loop they go through. After `keep_until` their data is due to be
    deleted, unless `hold` names the legal reason to keep it.
    """

    id: str
    plan: str
    code: Code
    revision: int
    created: datetime
    keep_until: date | None
    hold: Sentence | None


class Returned(Value):
    """Whether an interview's scorecard is in: what everybody on the plan may know."""

    interview: Slug
    interviewer: Slug
    state: Literal["missing", "begun", "complete"]


class KeptScorecard(Value):
    """What one interviewer gave back for one interview; `number` counts its versions from 1."""

    candidate: str
    interview: Slug
    interviewer: Slug
    number: int
    who: str
    at: datetime
    complete: bool
    body: dict[str, JsonValue]


class AuditEntry(Value):
    """Somebody read or changed what is kept of a candidate, or who has access (`candidate` is None)."""

    at: datetime
    who: str
    act: Literal["read", "write", "link", "hold", "delete", "access"]
    plan: str
    candidate: str | None
    what: Sentence


class Deletion(Value):
    """The record that a candidate's data was deleted; it holds nothing about the candidate."""

    at: datetime
    who: str
    plan: str
    what: Sentence
