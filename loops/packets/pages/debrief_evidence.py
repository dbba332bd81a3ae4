"""Evidence, competency by competency, each interviewer's words beside the others'."""

from loops.packets.model import DebriefPacket, Question, View
from loops.packets.pages.debrief_scores import range_of
from loops.packets.pages.frame import Opening
from loops.packets.pdf.blocks import Block, Gap, Side, Stack, Text
from loops.packets.pdf.faces import clean, drawable
from loops.packets.pdf.style import Kit
from loops.packets.words import Words


def evidence_blocks(debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """Each competency with its evidence side by side; only below it median and range."""
    blocks: list[Block] = [Text(kit.sub, words("debrief.evidence_note")), Gap(10)]
    for question in debrief.questions:
        blocks += [*_question(question, debrief, words, kit), Gap(14)]
    return tuple(blocks)


LONG = 1_200
"""Characters from which on the views of a competency stand below one another and may break a page."""

START = 40
"""What of a view's words has to stand below its name on the same page, in points."""


def _question(question: Question, debrief: DebriefPacket, words: Words, kit: Kit) -> tuple[Block, ...]:
    """The views of one competency side by side, three in a row; long ones below one another."""
    head = Stack((Text(kit.head, question.name + (" !" if question.contested else ""), "H2"), Gap(5)))
    told = Text(kit.label, _told(question, words))
    views = [(_name(view, debrief, kit), _said(view, words, kit)) for view in question.views]
    if any(len(view.words) > LONG for view in question.views):
        names = [
            Opening("", (*([] if place else [head]), name), START) for place, (name, _) in enumerate(views)
        ]
        parts = zip(names, (said for _, said in views), strict=True)
        return (*(block for name, said in parts for block in (name, *said, Gap(6))), told)
    stacks = tuple(Stack((name, *said)) for name, said in views)
    rows = tuple(stacks[place : place + 3] for place in range(0, len(stacks), 3))
    sides = tuple(block for row in rows for block in (Side(row, tuple(1.0 for _ in row), 16), Gap(6)))
    return (Stack((head, *sides, told)),)


def _told(question: Question, words: Words) -> str:
    """Median and range of several levels; of one level, that it is the only one."""
    if question.median is None:
        return words("debrief.no_median")
    key = "debrief.median" if question.spread is not None else "debrief.single"
    return words(key, median=words.figure(question.median, "g"), range=range_of(question))


def _name(view: View, debrief: DebriefPacket, kit: Kit) -> Block:
    name = next(voice.interviewer for voice in debrief.voices if voice.number == view.who)
    return Stack((Text(kit.label, f"{view.who}\N{NO-BREAK SPACE}{name}"), Gap(2)))


def _said(view: View, words: Words, kit: Kit) -> tuple[Block, ...]:
    """The words, and a line on letters that could not be drawn."""
    said = view.words or words(f"debrief.no_words_{view.state}")
    shown = drawable(said, kit.table.extra)
    boxes = (Text(kit.label, words("debrief.boxes")),) if clean(shown) != clean(said) else ()
    return (Text(kit.table, shown), *boxes)
