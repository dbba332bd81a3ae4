"""What an interviewer handed back. Blank stays blank: it is never a level, and never zero."""

from typing import Annotated, Literal

from pydantic import Field

from rubric.value import Sentence, Value

Fault = Literal[
    "not-a-pdf",
    "damaged",
    "too-large",
    "locked",
    "not-ours",
    "paper",
    "another-plan",
    "another-version",
    "unknown-interview",
    "unknown-competency",
    "another-interviewer",
    "another-candidate",
    "no-candidate",
    "twice",
    "two-answers",
    "no-rating",
    "no-evidence",
    "no-reason",
    "no-recommendation",
    "not-a-level",
    "cut",
]
"""What can be wrong with a returned file, each said in one sentence."""

Recommendation = Literal["strong-no", "no", "yes", "strong-yes"]

Text = Annotated[str, Field(max_length=20_000)]
"""What somebody wrote, as they wrote it."""


class Observed(Value):
    """A level that was given, with its evidence; the evidence may still be missing."""

    kind: Literal["observed"] = "observed"
    level: Annotated[int, Field(ge=1, le=7)]
    evidence: Text


class NotObserved(Value):
    """The interviewer says that the competency was not assessed, and why; the reason may be missing."""

    kind: Literal["not-observed"] = "not-observed"
    why: Text


class Blank(Value):
    """Nothing was marked, or two things were; `evidence` is what stands beside it."""

    kind: Literal["blank"] = "blank"
    evidence: Text


Answer = Annotated[Observed | NotObserved | Blank, Field(discriminator="kind")]


class Rating(Value):
    """What one interviewer says about one competency, with the notes and ticks of its pages."""

    competency: str
    answer: Answer
    notes: tuple[Text, ...]
    asked: tuple[str, ...]


class Scorecard(Value):
    """What one interviewer handed back for one candidate.

    `signed` and `dated` are as typed; `returned` is when the file came in, in the words of whoever took
    it in, empty where nobody said. `ready` are the ticks before the start.
    """

    plan: str
    hash: str
    version: str
    interview: str
    interviewer: str
    candidate: str
    ratings: tuple[Rating, ...]
    recommendation: Recommendation | None
    change: Text
    debrief: Text
    signed: Text
    dated: Text
    when: Text
    ready: tuple[str, ...]
    returned: str


class Problem(Value):
    """One thing that is wrong, for programs and for people."""

    fault: Fault
    says: Sentence
    competency: str = ""


class Returned(Value):
    """One file that came back: its scorecard where it holds one, and its problems."""

    file: str
    scorecard: Scorecard | None
    problems: tuple[Problem, ...]
    values: dict[str, tuple[str, ...]]
