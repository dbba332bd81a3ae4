"""Page one of an interviewer's packet: everything at a glance."""

from dataclasses import dataclass

from loops.packets.model import Colleague, InterviewPacket
from loops.packets.pages.frame import draw_pages, remark
from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Rule, Side, Stack, Text
from loops.packets.pdf.fields import TickLine, WriteBox
from loops.packets.pdf.paths import box
from loops.packets.pdf.style import INK, TINT, WHITE, Kit
from loops.packets.pdf.table import Cell, Table
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words


def clock(minutes: int) -> str:
    """Minutes since the start as 1:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def draw_glance(pen: Pen, packet: InterviewPacket, words: Words, pages: dict[int, int]) -> None:
    """Draw page one; `pages` gives the page of each topic."""
    blocks = glance_blocks(packet, words, pen.kit, pages)
    plan = words("all.plan", plan=packet.identity.plan)
    draw_pages(pen, blocks, packet.name, words("packet.kind"), plan)


def glance_blocks(
    packet: InterviewPacket, words: Words, kit: Kit, pages: dict[int, int]
) -> tuple[Block, ...]:
    """What page one is built from."""
    return (
        Text(kit.title, packet.name, "H1"),
        Text(kit.sub, words("packet.length", role=packet.role, n=packet.minutes)),
        *remark(kit.label, packet.note),
        Gap(8),
        _facts(packet, words, kit),
        Gap(14, 0.3),
        Side((_hour(packet, words, kit, pages), _cover(packet, words, kit)), (0.58, 0.42), 22, stretch=1),
        Gap(14, 0.3),
        *_others(packet, words, kit),
        *_before(packet, words, kit),
    )


def _facts(packet: InterviewPacket, words: Words, kit: Kit) -> Table:
    """Who, when and where, and when to hand back."""
    where = " · ".join(part for part in (packet.sitting.when, packet.sitting.where) if part)
    tip = words("packet.when")
    sitting: Block = Text(kit.strong, where) if where else WriteBox("when", tip, 17, 0, closed=False)
    code = packet.identity.candidate
    candidate: Block = (
        Text(kit.strong, code)
        if code
        else WriteBox("candidate", words("packet.candidate"), 17, 0, closed=False)
    )
    cells = (
        (words("packet.interviewer"), Text(kit.strong, packet.interviewer)),
        (words("packet.candidate"), candidate),
        (words("packet.when"), sitting),
        (words("packet.hand_back"), Text(kit.body, packet.hand_back)),
    )
    rows = tuple((Cell(Text(kit.label, name, ""), "Row"), Cell(block)) for name, block in cells)
    return Table((0.22, 0.78), (), rows, pad=3.5, middle=True)


def _hour(packet: InterviewPacket, words: Words, kit: Kit, pages: dict[int, int]) -> Block:
    return Stack(
        (
            Text(kit.head, words("packet.plan", n=packet.minutes), "H2"),
            Gap(5),
            Timeline(packet, words, pages, kit),
        )
    )


@dataclass(frozen=True, slots=True)
class Timeline:
    """The minutes of the interview as a day in a calendar: the longer a part, the taller its box."""

    packet: InterviewPacket
    words: Words
    pages: dict[int, int]
    kit: Kit
    stretch: float = 1

    def height(self, width: float) -> float:
        """Room for each part's words."""
        return sum(self._least(place, width) for place in range(len(self.packet.beats)))

    def _least(self, place: int, width: float) -> float:
        return self._words(place).height(width - 56) + 12

    def _words(self, place: int) -> Stack:
        beat = self.packet.beats[place]
        note = beat.note
        if beat.topic:
            note = self.words("packet.on_page", page=self.pages[beat.topic])
        minutes = self.words("all.minutes", n=beat.minutes)
        title = Text(self.kit.strong, beat.what)
        return Stack((title, Text(self.kit.table, f"{minutes} · {note}" if note else minutes)))

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the hours down the left and a box for each part."""
        beats = self.packet.beats
        least = [self._least(place, at.width) for place in range(len(beats))]
        slack = max(at.height - sum(least), 0)
        minutes = sum(beat.minutes for beat in beats)
        heights = [low + slack * beat.minutes / minutes for low, beat in zip(least, beats, strict=True)]
        listed = Tag("L", tag)
        top = at.top
        for place, height in enumerate(heights):
            self._beat(pen, Place(at.x, top, at.width, height), place, Tag("LI", listed))
            top -= height
        with pen.sheet.ornament():
            end = beats[-1].starts + beats[-1].minutes
            pen.sheet.line(at.x, top, at.x + at.width, top, 1.2)
            self._hour(pen, at.x, top + 1, clock(end))

    def _hour(self, pen: Pen, x: float, y: float, hour: str) -> None:
        for line in Text(self.kit.label, hour).lines(40):
            pen.sheet.words(x, y + 3, line, self.kit.label)

    def _beat(self, pen: Pen, at: Place, place: int, item: Tag) -> None:
        beat = self.packet.beats[place]
        with pen.sheet.ornament():
            pen.sheet.line(at.x, at.top, at.x + at.width, at.top, 1.2 if place == 0 else 0.6)
            fill = TINT if beat.topic is None and pen.kit.fillable else WHITE
            pen.sheet.shape(
                box(at.x + 34, at.bottom, 5, at.height), fill=INK if beat.topic else fill, width=0.6
            )
        start = Place(at.x, at.top - 4, 32, 14)
        Text(self.kit.label, clock(beat.starts), "Lbl").draw(pen, start, item)
        body = Tag("LBody", item)
        inside = Place(at.x + 50, at.top - 4, at.width - 56, at.height - 8)
        self._words(place).draw(pen, inside, body)


def _cover(packet: InterviewPacket, words: Words, kit: Kit) -> Block:
    """The competencies of this interview, each with the posting's words that ask for it."""
    blocks: list[Block] = [Text(kit.head, words("packet.cover"), "H2"), Gap(5)]
    for place, topic in enumerate(packet.topics, 1):
        look = words(f"packet.{topic.look}_look")
        level = words("packet.expected_level", level=topic.target)
        blocks += [
            Rule(1.2 if place == 1 else 0.6),
            Gap(4),
            Text(kit.strong, topic.name),
            Text(kit.table, f"{words(f'all.{topic.tier}')} · {look} · {level}"),
        ]
        if topic.quote:
            blocks += [Gap(2), Text(kit.quote, f"“{_short(topic.quote)}”", "P")]
        blocks += [Gap(6, 1)]
    return Stack(tuple(blocks))


def _short(quote: str, most: int = 170) -> str:
    """A quote cut at a word, with an ellipsis."""
    if len(quote) <= most:
        return quote
    return quote[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _others(packet: InterviewPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    head = (Text(kit.head, words("packet.others"), "H2"), Gap(4))
    if not packet.others:
        return (*head, Text(kit.body, words("packet.alone")), Gap(12, 0.3))
    rows = tuple(
        (
            Cell(Text(kit.table, _by(other, words), ""), "Row"),
            Cell(Text(kit.table, " · ".join(other.covers), "")),
        )
        for other in packet.others
    )
    return (*head, Table((0.4, 0.6), (), rows, pad=2.5), Gap(14, 0.3))


def _by(other: Colleague, words: Words) -> str:
    return words("packet.others_by", interview=other.interview, interviewer=other.interviewer)


def _before(packet: InterviewPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """Adjustments, and three ticks before the start."""
    ticks = tuple(
        TickLine(f"ready:{number}", text, kit.body, text)
        for number, text in enumerate(words.list("packet.before_list"), 1)
    )
    wishes = packet.adjustments or words("packet.no_adjustments")
    left = Stack((Text(kit.head, words("packet.before"), "H2"), Gap(4), Stack(ticks, "L")))
    right = Stack((Text(kit.head, words("packet.adjustments"), "H2"), Gap(4), Text(kit.body, wishes)))
    return (Side((left, right), (0.58, 0.42), 22),)
