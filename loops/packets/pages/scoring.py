"""The scoring sheet: one page to fill in straight after the interview."""

from dataclasses import dataclass

from loops.packets.model import InterviewPacket, Topic
from loops.packets.pages.frame import draw_pages
from loops.packets.pages.ladder import score_label
from loops.packets.pdf.blocks import Gap, Pen, Place, Side, Text
from loops.packets.pdf.fields import WriteBox, WriteLine
from loops.packets.pdf.forms import Label, Spot
from loops.packets.pdf.style import Kit
from loops.packets.pdf.tags import Tag, scope
from loops.packets.words import Words

RECOMMENDATIONS = ("strong-no", "no", "yes", "strong-yes")
"""Four answers without a “maybe”."""


def draw_scoring(pen: Pen, packet: InterviewPacket, words: Words) -> None:
    """Draw the page."""
    kit = pen.kit
    name = WriteLine("name", words("sheet.name"), kit.label, words("sheet.name"), packet.interviewer, wide=46)
    date = WriteLine("date", words("sheet.date"), kit.label, words("sheet.date"), wide=46)
    blocks = (
        Text(kit.title, words("sheet.title"), "H1"),
        Text(kit.sub, f"{packet.name} · {packet.interviewer}"),
        Gap(8),
        ScoreTable(packet, words, kit),
        Gap(3),
        Text(kit.table, words("sheet.same")),
        Gap(12),
        Text(kit.head, words("sheet.recommendation"), "H2"),
        Gap(4),
        Recommendation(words, kit, "recommendation", words("sheet.recommendation_tip")),
        Gap(12),
        Text(kit.head, words("sheet.change"), "H2"),
        Gap(4),
        WriteBox("change", words("sheet.change"), 34, 0.6),
        Gap(10),
        Text(kit.head, words("sheet.debrief"), "H2"),
        Gap(4),
        WriteBox("debrief", words("sheet.debrief"), 34, 0.6),
        Gap(10),
        Side((name, date), (0.6, 0.4), 20),
    )
    plan = words("all.plan", plan=packet.identity.plan)
    draw_pages(pen, blocks, words("sheet.title"), words("sheet.kind"), plan)


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A row for each competency: its level again, and the evidence in the candidate's words."""

    packet: InterviewPacket
    words: Words
    kit: Kit

    @property
    def stretch(self) -> float:
        """The more competencies, the more of what the page has left."""
        return 0.35 * len(self.packet.topics)

    def _choices(self) -> list[tuple[str, str, str]]:
        """Value, head and word of each button."""
        levels = [(str(point.level), str(point.level), point.word) for point in self.packet.points]
        return [*levels, ("na", self.words("sheet.na"), self.words("packet.not_assessed"))]

    def _rows(self, width: float) -> list[float]:
        name = width * 0.24
        return [max(Text(self.kit.strong, t.name).height(name) + 12, 56) for t in self.packet.topics]

    def height(self, width: float) -> float:
        """The head and all rows."""
        return 20 + sum(self._rows(width))

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the head, then a row for each competency; the rows share what the page has left."""
        table = Tag("Table", tag)
        heights = self._rows(at.width)
        slack = max(at.height - self.height(at.width), 0) / max(len(heights), 1)
        self._head(pen, Place(at.x, at.top, at.width, 20), Tag("TR", table))
        top = at.top - 20
        for topic, height in zip(self.packet.topics, heights, strict=True):
            place = Place(at.x, top, at.width, height + slack)
            self._row(pen, place, topic, Tag("TR", table))
            top -= height + slack

    def _columns(self, at: Place) -> tuple[float, list[float], float]:
        """Where the names, the buttons and the evidence start."""
        first = at.x + at.width * 0.26
        step = 25.0
        buttons = [first + step * number for number in range(len(self._choices()))]
        return at.x + 4, buttons, buttons[-1] + step + 10

    def _head(self, pen: Pen, at: Place, row: Tag) -> None:
        names, buttons, evidence = self._columns(at)
        with pen.sheet.ornament():
            pen.sheet.line(at.x, at.top, at.x + at.width, at.top, 1.2)
            pen.sheet.line(at.x, at.bottom, at.x + at.width, at.bottom, 1.2)
        label = self.kit.label
        cell = Tag("TH", row, scope("Column"))
        Text(label, self.words("sheet.competency"), "").draw(pen, Place(names, at.top - 4, 110, 12), cell)
        for x, (_, head, _) in zip(buttons, self._choices(), strict=True):
            cell = Tag("TH", row, scope("Column"))
            Text(label, head, "", align="center").draw(pen, Place(x - 4, at.top - 4, 24, 12), cell)
        cell = Tag("TH", row, scope("Column"))
        room = at.x + at.width - evidence
        Text(label, self.words("sheet.evidence"), "").draw(pen, Place(evidence, at.top - 4, room, 12), cell)

    def _row(self, pen: Pen, at: Place, topic: Topic, row: Tag) -> None:
        names, buttons, evidence = self._columns(at)
        with pen.sheet.ornament():
            pen.sheet.line(at.x, at.bottom, at.x + at.width, at.bottom, 0.6)
        head = Tag("TH", row, scope("Row"))
        name = Text(self.kit.strong, topic.name, "")
        high = name.height(at.width * 0.24)
        middle = at.top - at.height / 2
        name.draw(pen, Place(names, middle + high / 2, at.width * 0.24, high), head)
        for x, (value, _, word) in zip(buttons, self._choices(), strict=True):
            says = self.words("packet.level_tip", name=topic.name, level=value, word=word)
            if value == "na":
                says = self.words("packet.not_assessed_tip", name=topic.name)
            spot = Spot(x, middle - 8, 16, 16)
            pen.form.choice(Tag("TD", row), score_label(topic, self.words), value, says, spot)
        tip = self.words("sheet.evidence_tip", name=topic.name)
        inset = 5 if pen.kit.fillable else 0
        place = Place(evidence, at.top - inset, at.x + at.width - evidence, at.height - 2 * inset)
        WriteBox(f"evidence:{topic.competency}", tip, 40, closed=False).draw(pen, place, Tag("TD", row))


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Four buttons beside one another."""

    words: Words
    kit: Kit
    name: str
    tip: str

    def height(self, width: float) -> float:
        """One line."""
        return 26

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw a box with a button and its word for each answer."""
        listed = Tag("L", tag)
        step = at.width / len(RECOMMENDATIONS)
        for number, value in enumerate(RECOMMENDATIONS):
            x = at.x + step * number
            item = Tag("LI", listed)
            word = self.words(f"sheet.{value}")
            label = Label(self.name, self.tip)
            spot = Spot(x + 2, at.top - 21, 16, 16)
            pen.form.choice(Tag("Lbl", item), label, value, word, spot)
            Text(self.kit.strong, word, "LBody").draw(pen, Place(x + 26, at.top - 6, step - 30, 14), item)
