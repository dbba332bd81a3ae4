"""The fair-and-lawful page."""

from loops.packets.model import InterviewPacket
from loops.packets.pages.frame import draw_pages
from loops.packets.pdf.blocks import Block, Frame, Gap, Pen, Side, Stack, Text
from loops.packets.pdf.lists import Bullet
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row, named
from loops.packets.words import Words


def draw_fair(pen: Pen, packet: InterviewPacket, words: Words) -> None:
    """Draw the page; long law packs run on to a second."""
    kit = pen.kit
    advice = words("fair.advice", contact=packet.legal_contact or words("fair.legal"))
    blocks: tuple[Block, ...] = (
        Text(kit.title, words("fair.title"), "H1"),
        Text(kit.sub, advice),
        Gap(8),
        Side((_lines("do", "+", words, kit), _lines("dont", "–", words, kit)), (0.5, 0.5), 22),
        Gap(9),
        Frame(
            Stack(
                (
                    Text(kit.head, words("fair.raised"), "H2"),
                    Gap(2),
                    Text(kit.body, words("fair.raised_text")),
                )
            ),
            pad=8,
        ),
        Gap(11),
        Text(kit.head, words("fair.errors"), "H2"),
        Gap(4),
        _errors(words, kit),
        Gap(11),
        *_laws(packet, words, kit),
    )
    draw_pages(pen, blocks, words("fair.title"), words("fair.kind"), packet.name)


def _lines(key: str, sign: str, words: Words, kit: Kit) -> Block:
    lines = tuple(Bullet(kit.body, line, sign, 2) for line in words.list(f"fair.{key}_list"))
    return Stack((Text(kit.head, words(f"fair.{key}"), "H2"), Gap(4), Stack(lines, "L")))


def _errors(words: Words, kit: Kit) -> Table:
    rows = tuple(
        tuple(
            Cell(Text(kit.label if place == 0 else kit.table, part.strip(), ""), "Row" if place == 0 else "")
            for place, part in enumerate(line.split("|"))
        )
        for line in words.list("fair.error_list")
    )
    names = (words("fair.error"), words("fair.looks"), words("fair.helps"))
    return Table((0.18, 0.39, 0.43), head_row(kit.label, *names), rows, pad=2.5)


def _laws(packet: InterviewPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    if not packet.laws:
        return ()
    rows = tuple(
        (
            named(kit.label, line.law, packet.laws[place - 1].law if place else None),
            Cell(Text(kit.table, line.says, "")),
            Cell(Text(kit.table, f"{line.source} ({line.as_of})", "")),
        )
        for place, line in enumerate(packet.laws)
    )
    names = (words("fair.law"), words("fair.says"), words("fair.source"))
    table = Table((0.14, 0.54, 0.32), head_row(kit.label, *names), rows, pad=2.5)
    return (Text(kit.head, words("fair.laws"), "H2"), Gap(4), table, Gap(10))
