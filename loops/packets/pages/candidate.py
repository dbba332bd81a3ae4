"""The candidate's sheet: plain words, no questions, no scale."""

from loops.packets.model import CandidateSheet, Talk
from loops.packets.pages.frame import draw_pages
from loops.packets.pdf.blocks import Block, Gap, Pen, Stack, Text
from loops.packets.pdf.lists import bullets
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row
from loops.packets.words import Words


def draw_candidate(pen: Pen, sheet: CandidateSheet, words: Words) -> None:
    """Draw the sheet on as many pages as it needs."""
    kit = _larger(pen.kit)
    time = words("overview.hours", h=sheet.minutes // 60, m=sheet.minutes % 60)
    span = "span" if len(sheet.talks) > 1 else "span_one"
    contact = (
        words("candidate.contact", contact=sheet.contact) if sheet.contact else words("candidate.no_contact")
    )
    blocks: tuple[Block, ...] = (
        Text(kit.title, words("candidate.heading"), "H1"),
        Text(kit.sub, sheet.role),
        Gap(6),
        Text(kit.body, words("candidate.hello")),
        Gap(12),
        Stack(
            (
                Text(kit.head, words("candidate.day"), "H2"),
                Gap(3),
                Text(kit.body, words(f"candidate.{span}", n=len(sheet.talks), time=time)),
                Gap(6),
            )
        ),
        _talks(sheet, words, kit),
        *((Gap(4), Text(kit.table, sheet.note)) if sheet.note else ()),
        Gap(14),
        *(
            Stack((Text(kit.head, words(f"candidate.{key}"), "H2"), Gap(3), Text(kit.body, text), Gap(12)))
            for key, text in _paragraphs(sheet, words)
        ),
        Text(kit.strong, contact),
    )
    title = words("candidate.title", role=sheet.role)
    draw_pages(pen, blocks, title, words("candidate.kind"), sheet.day)


def _larger(kit: Kit) -> Kit:
    """The candidate's text is larger than what interviewers work with: 11.5 on 16 points."""
    factor = 11.5 / 10.5
    body, strong = kit.body, kit.strong
    sub = kit.sub
    return kit._replace(
        sub=sub._replace(size=sub.size * 13 / 11, leading=sub.leading * 18 / 15),
        body=body._replace(size=body.size * factor, leading=body.leading * 16 / 14),
        strong=strong._replace(size=strong.size * factor, leading=strong.leading * 16 / 14),
        head=kit.head._replace(size=kit.head.size * 13 / 12, leading=kit.head.leading * 17 / 15),
    )


def _talks(sheet: CandidateSheet, words: Words, kit: Kit) -> Table:
    """One row a talk: its number, who, when and where, and what it is about."""
    large = sheet.look.large_print
    rows = tuple(
        (
            Cell(Text(kit.level, str(number), "")),
            *(_across(talk, words, kit) if large else _beside(talk, words, kit)),
        )
        for number, talk in enumerate(sheet.talks, 1)
    )
    if large:
        return Table((0.07, 0.93), (), rows, pad=7)
    heads = (words("candidate.talk"), words("candidate.about"))
    return Table((0.06, 0.52, 0.42), head_row(kit.strong, "", *heads), rows, pad=6)


def _beside(talk: Talk, words: Words, kit: Kit) -> tuple[Cell, ...]:
    """Who holds a talk, and beside it what it is about."""
    about: Block = Text(kit.body, words("candidate.none_about"))
    if talk.topics:
        about = bullets(kit.body, talk.topics, gap=0)
    return Cell(Stack(_who(talk, words, kit)), "Row"), Cell(about)


def _across(talk: Talk, words: Words, kit: Kit) -> tuple[Cell, ...]:
    """In large print, what a talk is about stands below who holds it, across the page."""
    topics = ", ".join(talk.topics) or words("candidate.none_about")
    about = Text(kit.body, topics, lead=words("candidate.about_lead"))
    return (Cell(Stack((*_who(talk, words, kit), about)), "Row"),)


def _who(talk: Talk, words: Words, kit: Kit) -> tuple[Block, ...]:
    minutes = words("all.minutes", n=talk.minutes)
    sitting = tuple(part for part in (talk.sitting.when, talk.sitting.where) if part)
    return (
        Text(kit.strong, f"{talk.name}, {minutes}", ""),
        Text(kit.body, words("candidate.with", who=talk.who), ""),
        *(Text(kit.body, part, "") for part in sitting or (words("candidate.open_when"),)),
    )


def _paragraphs(sheet: CandidateSheet, words: Words) -> tuple[tuple[str, str], ...]:
    back = f"{words('candidate.judged_text')} {words('candidate.ask_back')}"
    return (
        ("bring", words("candidate.bring_text")),
        ("judged", back),
        ("adjust", words("candidate.adjust_text", contact=sheet.adjustments_contact)),
        ("data", words("candidate.data_text", retention=sheet.retention)),
        ("next", words("candidate.next_text", when=sheet.answer_by)),
    )
