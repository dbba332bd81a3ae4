"""What several documents have in common."""

from typing import Annotated

from pydantic import Field

from rubric.value import Minutes, Value

PACKET_VERSION = "1"
"""Changes when fields are named or read in another way; stamped on every document."""


Step = Annotated[int, Field(ge=1, le=7)]
"""A point of a document's own scale; 1 is the lowest."""


Spent = Annotated[int, Field(ge=0)]
"""Minutes of several interviews together."""


class Identity(Value):
    """What a document belongs to: the plan, the interview and the candidate's code, never a name."""

    plan: str
    hash: str
    version: str = PACKET_VERSION
    interview: str = ""
    interviewer: str = ""
    candidate: str = ""


class Point(Value):
    """One point of the scale, with its word."""

    level: Step
    word: str


class Beat(Value):
    """A part of the interview's minute plan; `topic` is its place among the topics, from 1."""

    starts: Minutes
    minutes: Minutes
    what: str
    note: str = ""
    topic: int | None = None


class Fact(Value):
    """A figure with its name, and what it means where that is not plain."""

    name: str
    value: str
    means: str = ""
