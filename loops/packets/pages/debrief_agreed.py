"""The form for what is agreed, and what is kept for the record."""

from dataclasses import dataclass

from loops.packets.model import DebriefPacket, Question
from loops.packets.pages.scoring import Recommendation
from loops.packets.pdf.blocks import Block, Frame, Gap, Pen, Place, Side, Stack, Text
from loops.packets.pdf.fields import TickLine, WriteBox, WriteLine
from loops.packets.pdf.forms import Label, Spot
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words

LONG = 4
"""Names from which on those who took part stand in two columns."""


def consensus_blocks(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """The form for what is agreed, one row for each competency, then the decision."""
    rows = tuple(
        (
            Cell(Text(kit.strong, question.name, ""), "Row"),
            Cell(Levels(question, debrief, words)),
            Cell(
                WriteBox(
                    f"reason:{question.competency}",
                    words("debrief.reason_tip", name=question.name),
                    28,
                    closed=False,
                )
            ),
        )
        for question in debrief.questions
    )
    scale = " · ".join(f"{point.level} {point.word}" for point in debrief.points)
    heads = head_row(
        kit.label, words("overview.competency"), words("debrief.agreed"), words("debrief.reason")
    )
    owner = WriteLine("owner", words("debrief.owner"), kit.label, words("debrief.owner"), wide=150)
    due = WriteLine("due", words("debrief.due"), kit.label, words("debrief.due"), wide=60)
    return (
        Text(kit.table, scale),
        Gap(8),
        Table((0.27, 0.27, 0.46), heads, rows, pad=3, stretch=0.3 * len(rows), middle=True),
        Gap(12),
        Text(kit.head, words("debrief.decision"), "H2"),
        Gap(4),
        Recommendation(words, kit, "decision", words("debrief.decision")),
        Gap(8),
        Text(kit.head, words("debrief.conditions"), "H2"),
        Gap(4),
        WriteBox("conditions", words("debrief.conditions"), 56),
        Gap(8),
        Side((owner, due), (0.62, 0.38), 20),
    )


@dataclass(frozen=True, slots=True)
class Levels:
    """A row of buttons, one for each level, with its figure beside it."""

    question: Question
    debrief: DebriefPacket
    words: Words

    def height(self, width: float) -> float:
        """One line."""
        return 16

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the buttons from left to right."""
        kit, name = pen.kit, self.question.name
        label = Label(f"agreed:{self.question.competency}", self.words("debrief.agreed_tip", name=name))
        step = at.width / len(self.debrief.points)
        for place, point in enumerate(self.debrief.points):
            x = at.x + place * step
            says = self.words("packet.level_tip", name=name, level=point.level, word=point.word)
            pen.form.choice(tag, label, str(point.level), says, Spot(x, at.top - 15, 14, 14))
            Text(kit.label, str(point.level), "Span").draw(pen, Place(x + 17, at.top - 2, step - 17, 12), tag)


def _in_columns(lines: tuple[TickLine, ...]) -> Block:
    """A list in one column, a long one in two."""
    if len(lines) <= LONG:
        return Stack(lines, "L")
    half = (len(lines) + 1) // 2
    return Side((Stack(lines[:half]), Stack(lines[half:])), (0.5, 0.5), 20, "L")


def record_blocks(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """Who took part, which questions were void for all, and until when this is kept."""
    people = tuple(
        TickLine(
            f"present:{voice.number}",
            words("debrief.present_tip", name=voice.interviewer),
            kit.body,
            voice.interviewer,
        )
        for voice in debrief.voices
    )
    date = WriteLine("date", words("sheet.date"), kit.label, words("sheet.date"), wide=46)
    return (
        Gap(8),
        Text(kit.head, words("debrief.present"), "H2"),
        Gap(4),
        _in_columns(people),
        Gap(10),
        Text(kit.head, words("debrief.void"), "H2"),
        Text(kit.body, words("debrief.void_note")),
        Gap(4),
        WriteBox("void", words("debrief.void"), 90),
        Gap(12),
        Text(kit.head, words("debrief.changed"), "H2"),
        Text(kit.body, words("debrief.changed_note")),
        Gap(4),
        WriteBox("changed", words("debrief.changed"), 90),
        Gap(12),
        Frame(
            Stack((Text(kit.head, words("debrief.keep"), "H2"), Gap(2), Text(kit.body, debrief.retention))),
            pad=9,
        ),
        Gap(12),
        date,
    )
