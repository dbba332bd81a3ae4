"""The scale of one competency: what each level sounds like, with its button."""

from dataclasses import dataclass

from loops.packets.model import Rung, Topic
from loops.packets.pdf.blocks import Pen, Place, Text
from loops.packets.pdf.forms import Label, Spot
from loops.packets.pdf.style import Kit
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words


def score_label(topic: Topic, words: Words) -> Label:
    """The one field that holds a competency's level, wherever its buttons stand."""
    return Label(f"score:{topic.competency}", words("packet.score_tip", name=topic.name))


@dataclass(frozen=True, slots=True)
class Ladder:
    """The anchored levels, one a line, each with its button; then the button for “not assessed”."""

    topic: Topic
    words: Words
    kit: Kit

    def height(self, width: float) -> float:
        """All rungs."""
        return sum(self._rung(rung, width) for rung in self.topic.rungs) + 22

    def _rung(self, rung: Rung, width: float) -> float:
        return max(Text(self.kit.table, rung.seen).height(width - 148), 20) + 8

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the rungs between lines, the level this role expects between heavier ones."""
        name = self.topic.name
        self._lines(pen, at)
        listed, top = Tag("L", tag), at.top
        for rung in self.topic.rungs:
            height = self._rung(rung, at.width)
            place = Place(at.x, top, at.width, height)
            says = self.words("packet.level_tip", name=name, level=rung.level, word=rung.word)
            self._draw_rung(pen, place, rung, says, Tag("LI", listed))
            top -= height
        item = Tag("LI", listed)
        spot = Spot(at.x + 4, top - 18, 14, 14)
        says = self.words("packet.not_assessed_tip", name=name)
        pen.form.choice(Tag("Lbl", item), score_label(self.topic, self.words), "na", says, spot)
        note = Text(
            self.kit.table,
            self.words("packet.not_assessed_note"),
            "LBody",
            f"{self.words('packet.not_assessed')}.",
        )
        note.draw(pen, Place(at.x + 26, top - 5, at.width - 26, 12), item)

    def _lines(self, pen: Pen, at: Place) -> None:
        """Draw a line above and below each rung; none is drawn over a heavy one."""
        tops, heavy = [at.top], set[int]()
        for number, rung in enumerate(self.topic.rungs):
            tops.append(tops[-1] - self._rung(rung, at.width))
            if rung.level == self.topic.target:
                heavy |= {number, number + 1}
        with pen.sheet.ornament():
            for number, y in enumerate(tops):
                pen.sheet.line(at.x, y, at.x + at.width, y, 2.4 if number in heavy else 0.6)

    def _draw_rung(self, pen: Pen, at: Place, rung: Rung, says: str, item: Tag) -> None:
        expected = rung.level == self.topic.target
        middle = at.top - at.height / 2
        spot = Spot(at.x + 3, middle - 8, 16, 16)
        pen.form.choice(Tag("Lbl", item), score_label(self.topic, self.words), str(rung.level), says, spot)
        body = Tag("LBody", item)
        Text(self.kit.level, str(rung.level)).draw(pen, Place(at.x + 27, middle + 8.5, 16, 17), body)
        word = Text(self.kit.label, rung.word)
        marked = Text(self.kit.table, f"▶ {self.words('packet.expected')}")
        high = word.height(88) + (marked.height(88) if expected else 0)
        word.draw(pen, Place(at.x + 44, middle + high / 2, 88, high), body)
        if expected:
            marked.draw(pen, Place(at.x + 44, middle + high / 2 - word.height(88), 88, 12), body)
        seen = Text(self.kit.table, rung.seen)
        tall = seen.height(at.width - 148)
        seen.draw(pen, Place(at.x + 140, middle + tall / 2, at.width - 148, tall), body)
