"""The overview's tables: evidence, who gives what, the rules, and what is left out."""

from loops.packets.model import Overview
from loops.packets.pages.frame import Opening
from loops.packets.pdf.blocks import Block, Gap, Stack, Text
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row, named
from loops.packets.words import Words


def evidence_blocks(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    """One row for each quote; a competency's name stands at its first."""
    rows = tuple(
        (
            named(kit.label, ground.competency, ground.competency if place else None),
            _level(ground.target, kit, again=place > 0),
            Cell(Text(kit.quote, quote, "")),
            Cell(Text(kit.table, why, "")),
        )
        for ground in overview.grounds
        for place, (quote, why) in enumerate(zip(ground.quotes, ground.whys, strict=True))
    )
    names = ("competency", "expects", "ground", "why")
    head = head_row(kit.label, *(words(f"overview.{name}") for name in names))
    title = words("overview.grounds")
    opening = (Text(kit.title, title, "H1"), Text(kit.sub, words("overview.grounds_note")), Gap(10))
    return (Opening(title, opening, 120), Table((0.22, 0.07, 0.41, 0.3), head, rows))


def _level(target: int, kit: Kit, *, again: bool) -> Cell:
    """The level expected, once for each competency on a page."""
    level = Text(kit.table, str(target), "", align="center")
    return Cell(Text(kit.table, ""), "", level) if again else Cell(level)


def loads_blocks(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    """Who gives how much, the rules, and what is asked for but not assessed."""
    rows = tuple(
        (
            Cell(Stack((Text(kit.label, load.name, ""), Text(kit.table, load.role, ""))), "Row"),
            Cell(Text(kit.table, ", ".join(load.interviews), "")),
            Cell(Text(kit.table, str(load.minutes), "", align="right")),
            Cell(
                Text(
                    kit.table,
                    words("overview.of_cap", booked=load.booked, n=len(load.interviews), cap=load.cap),
                    "",
                    align="right",
                )
            ),
        )
        for load in overview.loads
    )
    names = ("person", "interview", "load", "week")
    head = head_row(kit.label, *(words(f"overview.{name}") for name in names), right=2)
    title = words("overview.loads")
    blocks: list[Block] = [
        Opening(title, (Text(kit.title, title, "H1"), Gap(8)), 120),
        Table((0.32, 0.3, 0.12, 0.26), head, rows),
        Gap(16),
        Text(kit.head, words("overview.rules"), "H2"),
        Gap(4),
        _pairs(overview.rules, (words("overview.rule"), words("overview.value")), kit),
        Gap(6),
        Text(kit.table, words("overview.weights")),
        Gap(16),
    ]
    if overview.left:
        blocks += [Text(kit.head, words("overview.left"), "H2"), Gap(4), _left(overview, words, kit), Gap(10)]
    blocks.append(Text(kit.table, overview.versions))
    return tuple(blocks)


def _pairs(facts, names: tuple[str, str], kit: Kit) -> Table:  # noqa: ANN001
    rows = tuple(
        (Cell(Text(kit.table, fact.name, ""), "Row"), Cell(Text(kit.table, fact.value, "", align="right")))
        for fact in facts
    )
    return Table((0.8, 0.2), head_row(kit.label, *names, right=1), rows, pad=2.5)


def _left(overview: Overview, words: Words, kit: Kit) -> Table:
    """What is left out: the names that share a rank and a reason in one row."""
    shared: dict[tuple[str, str], list[str]] = {}
    for part in overview.left:
        tier = words(f"all.{part.tier}") if part.tier else words("overview.elsewhere")
        shared.setdefault((part.why, tier), []).append(part.name)
    rows = tuple(
        (
            Cell(Text(kit.table, " · ".join(names), ""), "Row"),
            Cell(Text(kit.table, tier, "")),
            Cell(Text(kit.table, why, "")),
        )
        for (why, tier), names in shared.items()
    )
    heads = (words("overview.left_what"), words("overview.left_tier"), words("overview.why"))
    return Table((0.46, 0.12, 0.42), head_row(kit.label, *heads), rows)
