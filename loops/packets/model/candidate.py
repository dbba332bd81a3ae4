"""What the candidate is told beforehand."""

from typing import Literal

from loops.packets.model.settings import Look, Sitting
from loops.packets.model.shared import Identity, Spent
from rubric.value import Minutes, Value


class Talk(Value):
    """One interview as the candidate reads about it."""

    name: str
    who: str
    minutes: Minutes
    sitting: Sitting
    topics: tuple[str, ...]


class CandidateSheet(Value):
    """What the candidate is told beforehand: the day, who, about what, and their rights; no questions."""

    kind: Literal["candidate"] = "candidate"
    identity: Identity
    look: Look
    role: str
    day: str
    minutes: Spent
    talks: tuple[Talk, ...]
    note: str = ""
    contact: str
    adjustments_contact: str
    answer_by: str
    retention: str
    notice: str
