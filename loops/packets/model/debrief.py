"""What the people of a loop need to decide together."""

from typing import Literal

from loops.packets.model.settings import Look
from loops.packets.model.shared import Beat, Identity, Point, Step
from rubric.value import Slug, Tier, Value


class View(Value):
    """What one interviewer says of one competency; a level is never made up for what is missing."""

    who: int
    state: Literal["level", "not-assessed", "blank", "missing"]
    level: Step | None = None
    words: str = ""


class Voice(Value):
    """One interview of the debrief: who held it, and when the scorecard came in; empty where it did not."""

    number: int
    name: str
    interviewer: str
    returned: str
    recommendation: str
    here: bool


class Question(Value):
    """One competency of the debrief with what each of its interviewers says.

    `median` and `spread` (highest minus lowest level) are None where fewer than one or two levels are in.
    """

    competency: Slug
    name: str
    tier: Tier
    target: Step
    views: tuple[View, ...]
    median: float | None
    spread: int | None
    contested: bool


class DebriefPacket(Value):
    """What the people of a loop need to decide together; what they disagree on most comes first."""

    kind: Literal["debrief"] = "debrief"
    identity: Identity
    look: Look
    role: str
    note: str = ""
    beats: tuple[Beat, ...]
    voices: tuple[Voice, ...]
    questions: tuple[Question, ...]
    points: tuple[Point, ...]
    open_points: tuple[str, ...]
    retention: str
    notice: str
