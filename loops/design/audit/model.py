"""A loop as somebody runs it today, and what was found in it."""

from typing import Annotated, Literal

from pydantic import Field

from rubric.value import Minutes, Sentence, Slug, Value

FindingKind = Literal[
    "untested",
    "one-assessor",
    "repeated",
    "near-same",
    "no-competency",
    "overfull",
    "generic",
    "no-questions",
]


class RunQuestion(Value):
    """One question as it is asked; `competency` is what the file ties it to, None where it says nothing."""

    text: Annotated[str, Field(min_length=1, max_length=2000)]
    competency: str | None = None


class RunInterview(Value):
    """One interview as it is run; None minutes where the file names none."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    minutes: Minutes | None = None
    interviewers: tuple[str, ...] = ()
    questions: tuple[RunQuestion, ...] = ()


class RunLoop(Value):
    """The interviews of a loop in the order of the file."""

    interviews: Annotated[tuple[RunInterview, ...], Field(max_length=60)]


class Tie(Value):
    """Which competency a question tells about, and why we think so; None where it tells about none."""

    interview: int
    question: int
    competency: Slug | None
    why: Sentence


class Seen(Value):
    """How a loop covers one competency; minutes are an estimate of eight for each question."""

    competency: Slug
    interviews: tuple[str, ...]
    questions: int
    minutes: Minutes


class Finding(Value):
    """One fault of a loop, in a sentence."""

    kind: FindingKind
    interview: str | None
    sentence: Sentence


class Audit(Value):
    """What a loop covers and what is wrong with it."""

    coverage: tuple[Seen, ...]
    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]
