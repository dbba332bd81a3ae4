"""What each document says, before anybody draws it."""

from typing import Annotated

from pydantic import Field

from loops.packets.model.candidate import CandidateSheet, Talk
from loops.packets.model.debrief import DebriefPacket, Question, View, Voice
from loops.packets.model.interview import Asked, Colleague, InterviewPacket, LawLine, Rung, Topic
from loops.packets.model.overview import Cell, Ground, Left, Load, Overview, Row, Stage
from loops.packets.model.settings import Law, Look, Settings, Sitting
from loops.packets.model.shared import PACKET_VERSION, Beat, Fact, Identity, Point, Spent, Step
from rubric.value import Value

__all__ = [
    "PACKET_VERSION",
    "Asked",
    "Beat",
    "CandidateSheet",
    "Cell",
    "Colleague",
    "DebriefPacket",
    "Document",
    "Fact",
    "Ground",
    "Identity",
    "InterviewPacket",
    "Law",
    "LawLine",
    "Left",
    "Load",
    "Look",
    "Overview",
    "Packets",
    "Point",
    "Question",
    "Row",
    "Rung",
    "Settings",
    "Sitting",
    "Spent",
    "Stage",
    "Step",
    "Talk",
    "Topic",
    "View",
    "Voice",
]

Document = Annotated[InterviewPacket | Overview | CandidateSheet | DebriefPacket, Field(discriminator="kind")]


class Packets(Value):
    """All documents of one loop; each interview's file name stands beside its packet."""

    overview: Overview
    candidate: CandidateSheet
    interviews: tuple[tuple[str, InterviewPacket], ...]

    def files(self) -> dict[str, InterviewPacket | Overview | CandidateSheet]:
        """The documents by relative file name."""
        named = {f"packets/{name}.pdf": packet for name, packet in self.interviews}
        return {"overview.pdf": self.overview, "candidate.pdf": self.candidate, **named}
