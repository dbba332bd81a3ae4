"""Scores side by side, what people disagree on most first."""

from dataclasses import dataclass

from loops.packets.model import DebriefPacket, Question, View, Voice
from loops.packets.pages.frame import remark
from loops.packets.pages.matrix import Numbered
from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Stack, Text
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words

ADVICE = {"strong-no": "–\N{NO-BREAK SPACE}–", "no": "–", "yes": "+", "strong-yes": "+\N{NO-BREAK SPACE}+"}
"""Signs for the recommendations where columns are too narrow for words."""


def scores_blocks(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """Levels side by side, what people disagree on most first."""
    voices = debrief.voices
    column = 0.55 / max(len(voices), 1)
    shares = (0.3, *([column] * len(voices)), 0.15)
    signs = _signs(words, kit, Table(shares, (), ()).columns(kit.width)[1][1])
    heads = (
        Cell(Text(kit.label, words("overview.competency"), ""), "Column"),
        *(Cell(Numbered(voice.number, kit), "Column") for voice in voices),
        Cell(Text(kit.label, words("debrief.range"), "", align="right"), "Column"),
    )
    rows = tuple(_score_row(question, debrief, words, kit, signs) for question in debrief.questions)
    advice = tuple(_advice(voice, signs, kit) for voice in voices)
    last = (
        Cell(Text(kit.strong, words("sheet.recommendation_tip"), ""), "Row"),
        *advice,
        Cell(Text(kit.table, "")),
    )
    key = tuple(
        (
            Cell(Numbered(voice.number, kit)),
            Cell(Text(kit.table, f"{voice.interviewer} · {voice.name}", ""), "Row"),
        )
        for voice in voices
    )
    return (
        Text(kit.table, words("debrief.scores_key")),
        *remark(kit.table, " · ".join(f"{sign} {text}" for text, sign in signs.items())),
        Gap(10),
        Table(shares, heads, (*rows, last), pad=6, middle=True),
        Gap(14),
        Table((0.06, 0.94), (), key, pad=3, middle=True),
    )


def _signs(words: Words, kit: Kit, room: float) -> dict[str, str]:
    """Signs for what cells say, where a word of it is wider than `room`; none where all words fit."""
    short = {f"sheet.{key}": sign for key, sign in ADVICE.items()}
    short |= {"debrief.missing": "?", "debrief.blank": "□", "debrief.not-assessed": words("sheet.na")}
    said = [word for key in short for word in words(key).split()]
    if all(len(Text(kit.label, word).lines(room)) == 1 for word in said):
        return {}
    return {words(key): sign for key, sign in short.items()}


def _advice(voice: Voice, signs: dict[str, str], kit: Kit) -> Cell:
    said = signs.get(voice.recommendation, voice.recommendation)
    return Cell(Text(kit.label, said or ("" if signs else "–"), "", align="center"))


def _score_row(
    question: Question, debrief: DebriefPacket, words: Words, kit: Kit, signs: dict[str, str]
) -> tuple[Cell, ...]:
    views = {view.who: view for view in question.views}
    marks = tuple(Cell(Score(views.get(voice.number), words, signs, kit)) for voice in debrief.voices)
    spread = range_of(question) + (" !" if question.contested else "")
    level = words("packet.expected_level", level=question.target)
    name = (Text(kit.strong, question.name, ""), Text(kit.table, level, ""))
    return (Cell(Stack(name), "Row"), *marks, Cell(Text(kit.strong, spread, "", align="right")))


def range_of(question: Question) -> str:
    """The lowest and the highest level that was given."""
    levels = sorted(view.level for view in question.views if view.level is not None)
    if not levels:
        return "–"
    return str(levels[0]) if levels[0] == levels[-1] else f"{levels[0]}–{levels[-1]}"


@dataclass(frozen=True, slots=True)
class Score:
    """A level as a figure; what is missing is said, never drawn as nothing reached."""

    view: View | None
    words: Words
    signs: dict[str, str]
    kit: Kit

    def height(self, width: float) -> float:
        """One line, or the lines of what is said."""
        return self._text().height(width)

    def _text(self) -> Text:
        """The figure large, or the word for what is missing."""
        if self.view is None:
            return Text(self.kit.table, "")
        if self.view.level is not None:
            return Text(self.kit.level, str(self.view.level), "", align="center")
        said = self.words(f"debrief.{self.view.state}")
        style = self.kit.label if self.signs else self.kit.table
        return Text(style, self.signs.get(said, said), "", align="center")

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw what is said."""
        self._text().draw(pen, at, tag)
