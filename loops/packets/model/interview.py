"""What the packet of one interview says."""

from typing import Literal

from loops.packets.model.settings import Look, Sitting
from loops.packets.model.shared import Beat, Identity, Point, Step
from rubric.value import Minutes, Sentence, Slug, Tier, Value


class Rung(Value):
    """One anchored point of the scale of one competency."""

    level: Step
    word: str
    seen: Sentence


class Asked(Value):
    """One question as it stands in a packet."""

    id: Slug
    ask: str
    if_none: str = ""
    probes: tuple[str, ...]
    look_for: tuple[str, ...]
    red_flags: tuple[str, ...]


class Topic(Value):
    """One competency of one interview; `starts` counts minutes from the start of the interview."""

    competency: Slug
    name: str
    means: str
    tier: Tier
    target: Step
    look: Literal["first", "second"]
    starts: Minutes
    minutes: Minutes
    quote: str
    questions: tuple[Asked, ...]
    rungs: tuple[Rung, ...]


class Colleague(Value):
    """What another interview covers: names only."""

    interview: str
    interviewer: str
    covers: tuple[str, ...]


class LawLine(Value):
    """One line of a jurisdiction pack, with its source and the month that it is known for."""

    law: str
    says: str
    source: str
    as_of: str


class InterviewPacket(Value):
    """Everything one interviewer needs for one interview, and nothing of what others found."""

    kind: Literal["interview"] = "interview"
    identity: Identity
    look: Look
    role: str
    name: str
    interviewer: str
    minutes: Minutes
    sitting: Sitting
    hand_back: str
    beats: tuple[Beat, ...]
    topics: tuple[Topic, ...]
    others: tuple[Colleague, ...]
    note: str = ""
    adjustments: str
    points: tuple[Point, ...]
    laws: tuple[LawLine, ...]
    legal_contact: str
    notice: str
