"""The pages of one competency: question, probes, notes and scale, without a page turn inside a question."""

from loops.packets.model import Asked, InterviewPacket, Topic
from loops.packets.pages.frame import open_page, room_of
from loops.packets.pages.glance import clock
from loops.packets.pages.ladder import Ladder
from loops.packets.pdf.blocks import Block, Frame, Gap, Pen, Side, Stack, Text
from loops.packets.pdf.fields import TickLine, WriteBox
from loops.packets.pdf.flow import lay_out
from loops.packets.pdf.lists import Bullet
from loops.packets.pdf.style import Kit
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words

NOTES_LEAST = 120
"""The least height of a box for notes, in points."""


PAD = 9
"""The air between a question and its bar, in points."""


def topic_pages(packet: InterviewPacket, place: int, words: Words, kit: Kit) -> list[tuple[Block, ...]]:
    """The blocks of each page of a topic: all on one page, or a page a question, the scale on the last."""
    topic = packet.topics[place]
    head, scale = _head(packet, place, kit), _scale(topic, words, kit)
    questions = tuple(_question(topic, number, words, kit) for number in range(len(topic.questions)))
    together = (head, *(block for question in questions for block in question), scale)
    if fits(packet, together, kit):
        return [together]
    pages = [(head, *questions[0]), *questions[1:]]
    pages = [
        page if fits(packet, page, kit) else (*([] if number else [head]), *_loose(topic, number, words, kit))
        for number, page in enumerate(pages)
    ]
    if fits(packet, (*pages[-1], scale), kit):
        pages[-1] = (*pages[-1], scale)
    else:
        notes = _notes(topic, len(topic.questions) + 1, words, kit, words("packet.more_notes"))
        pages.append((Text(kit.title, topic.name, "H2"), Gap(8), *notes, scale))
    room = room_of(packet.look.paper)
    return [sheet for page in pages for sheet in lay_out(page, kit.width, room)]


def draw_topic(
    pen: Pen, packet: InterviewPacket, place: int, pages: list[tuple[Block, ...]], words: Words
) -> None:
    """Draw the pages of one topic."""
    topic = packet.topics[place]
    section = Tag("Sect", pen.sheet.top)
    count = words("packet.topic", n=place + 1, total=len(packet.topics))
    times = words("packet.from_to", starts=clock(topic.starts), ends=clock(topic.starts + topic.minutes))
    spent = words("all.minutes", n=topic.minutes)
    for number, blocks in enumerate(pages):
        at = open_page(pen, f"{count} · {topic.name}" if number else count, f"{spent} · {times}")
        if not number:
            pen.sheet.bookmark(topic.name, 0, at.top + 20)
        Stack(blocks).draw(pen, at, section)


def fits(packet: InterviewPacket, blocks: tuple[Block, ...], kit: Kit) -> bool:
    """Whether blocks have room on one page."""
    return Stack(blocks).height(kit.width) <= room_of(packet.look.paper)


def _head(packet: InterviewPacket, place: int, kit: Kit) -> Block:
    topic = packet.topics[place]
    return Stack((Text(kit.title, topic.name, "H1"), Gap(1), Text(kit.sub, topic.means), Gap(9)))


def _question(topic: Topic, number: int, words: Words, kit: Kit) -> tuple[Block, ...]:
    """One question with its probes, what to listen for beside them, and room for notes."""
    asked = topic.questions[number]
    signs = Stack(
        (*_signs(asked.look_for, "listen", words, kit), Gap(6), *_signs(asked.red_flags, "flags", words, kit))
    )
    return (
        _ask(asked, words, kit),
        Gap(9),
        Side((Stack(_probes(asked, words, kit)), signs), (0.54, 0.46), 20),
        Gap(9),
        *_notes(topic, number + 1, words, kit, words("packet.notes")),
    )


def _loose(topic: Topic, number: int, words: Words, kit: Kit) -> tuple[Block, ...]:
    """A question with so many words that its parts stand below one another and may turn the page."""
    asked = topic.questions[number]
    return (
        _ask(asked, words, kit),
        Gap(9),
        *_probes(asked, words, kit),
        Gap(9),
        *_notes(topic, number + 1, words, kit, words("packet.notes")),
        *_signs(asked.look_for, "listen", words, kit),
        Gap(6),
        *_signs(asked.red_flags, "flags", words, kit),
        Gap(9),
    )


def _ask(asked: Asked, words: Words, kit: Kit) -> Block:
    """The question itself, beside a bar, with a tick for having asked it."""
    tip = words("packet.asked_tip", name=asked.ask)
    tick = TickLine(f"asked:{asked.id}", tip, kit.label, words("packet.asked"), 0)
    room = tick.room() / (kit.width - PAD)
    label = Side((Text(kit.label, words("packet.ask")), Stack((tick,), "L")), (1 - room, room), 0)
    ask: list[Block] = [label, Gap(3), Text(kit.question, asked.ask)]
    if asked.if_none:
        ask += [Gap(4), Text(kit.aside, asked.if_none, lead=words("packet.if_none"))]
    return Frame(Stack(tuple(ask)), pad=PAD, bar=True)


def _notes(topic: Topic, number: int, words: Words, kit: Kit, title: str) -> tuple[Block, ...]:
    tip = words("packet.notes_tip", name=topic.name)
    box = WriteBox(f"notes:{topic.competency}:{number}", f"{tip}, {number}", NOTES_LEAST)
    return (Stack((Text(kit.head, title, "H2"), Gap(4), box)), Gap(10))


def _probes(asked: Asked, words: Words, kit: Kit) -> tuple[Block, ...]:
    ticks = tuple(
        TickLine(f"probe:{asked.id}:{number}", words("packet.probe_tip", probe=probe), kit.body, probe)
        for number, probe in enumerate(asked.probes, 1)
    )
    own = Text(kit.aside, words("packet.own"))
    return (Text(kit.head, words("packet.probes"), "H2"), Gap(3), Stack(ticks, "L"), Gap(2), own)


def _signs(lines: tuple[str, ...], key: str, words: Words, kit: Kit) -> tuple[Block, ...]:
    """What speaks for and against, with a sign that survives a photocopy."""
    sign = "+" if key == "listen" else "–"
    bullets = tuple(Stack((Bullet(kit.table, line, sign),), "L") for line in lines)
    return (Text(kit.head, words(f"packet.{key}"), "H2"), Gap(3), *bullets)


def _scale(topic: Topic, words: Words, kit: Kit) -> Block:
    return Stack((Text(kit.head, words("packet.score"), "H2"), Gap(4), Ladder(topic, words, kit)))
