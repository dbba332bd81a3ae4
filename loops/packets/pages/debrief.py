"""The debrief packet: its agenda, and the order of its pages."""

from loops.packets.model import DebriefPacket
from loops.packets.pages.debrief_agreed import consensus_blocks, record_blocks
from loops.packets.pages.debrief_evidence import evidence_blocks
from loops.packets.pages.debrief_scores import scores_blocks
from loops.packets.pages.frame import draw_pages, remark
from loops.packets.pages.glance import clock
from loops.packets.pages.matrix import Numbered
from loops.packets.pdf.blocks import Block, Gap, Pen, Stack, Text
from loops.packets.pdf.lists import bullets
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row
from loops.packets.words import Words


def draw_debrief(pen: Pen, debrief: DebriefPacket, words: Words) -> None:
    """Draw all pages."""
    for key, blocks in (
        ("title_page", _agenda(debrief, words, pen.kit)),
        ("scores", scores_blocks(debrief, words, pen.kit)),
        ("evidence", evidence_blocks(debrief, words, pen.kit)),
        ("consensus", consensus_blocks(debrief, words, pen.kit)),
        ("record", record_blocks(debrief, words, pen.kit)),
    ):
        title = words(f"debrief.{key}")
        whole = (Text(pen.kit.title, title, "H1"), *blocks)
        draw_pages(pen, whole, title, words("debrief.kind"), words("all.plan", plan=debrief.identity.plan))


def _agenda(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """What happens when, the rules of the talk, and whose scorecards are in."""
    code = debrief.identity.candidate
    who = words("all.candidate", code=code) if code else words("packet.candidate")
    plan = tuple(
        (
            Cell(Text(kit.level, clock(beat.starts), "")),
            Cell(Text(kit.strong, words("all.minutes", n=beat.minutes), "")),
            Cell(Stack((Text(kit.strong, beat.what, ""), Text(kit.body, beat.note, ""))), "Row"),
        )
        for beat in debrief.beats
    )
    voices = tuple(
        (
            Cell(Numbered(voice.number, kit)),
            Cell(Text(kit.label, voice.interviewer, ""), "Row"),
            Cell(Text(kit.table, voice.name, "")),
            Cell(
                Text(kit.table if voice.here else kit.label, _returned(voice.returned, voice.here, words), "")
            ),
        )
        for voice in debrief.voices
    )
    heads = head_row(
        kit.label, "", words("overview.person"), words("overview.interview"), words("debrief.in")
    )
    return (
        Text(kit.sub, f"{debrief.role} · {who}"),
        *remark(kit.label, debrief.note),
        Gap(10),
        Table((0.12, 0.14, 0.74), (), plan, pad=6),
        Gap(14),
        Text(kit.head, words("debrief.rules"), "H2"),
        Gap(4),
        bullets(kit.body, words.list("debrief.rule_list"), "•", 3),
        Gap(14),
        Text(kit.head, words("debrief.returns"), "H2"),
        Gap(4),
        Table((0.06, 0.28, 0.3, 0.36), heads, voices, middle=True),
        *_open(debrief, words, kit),
    )


def _returned(when: str, here: bool, words: Words) -> str:
    if not here:
        return words("debrief.missing")
    return when or words("debrief.in_unknown")


def _open(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    if not debrief.open_points:
        return ()
    lines = bullets(kit.body, debrief.open_points, "!", 3)
    return (Gap(14), Text(kit.head, words("overview.open"), "H2"), Gap(4), lines)
