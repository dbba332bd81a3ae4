"""The hiring manager's overview: summary, matrix, map, evidence, loads and rules."""

from dataclasses import dataclass

from loops.packets.model import Overview, Stage
from loops.packets.pages.frame import draw_pages, remark
from loops.packets.pages.map import map_blocks
from loops.packets.pages.matrix import matrix_blocks
from loops.packets.pages.overview_tables import evidence_blocks, loads_blocks
from loops.packets.pdf.blocks import Block, Gap, Pen, Place, Rule, Side, Stack, Text
from loops.packets.pdf.lists import bullets
from loops.packets.pdf.paths import rounded
from loops.packets.pdf.style import Kit
from loops.packets.pdf.table import Cell, Table, head_row
from loops.packets.pdf.tags import Tag
from loops.packets.words import Words


def draw_overview(pen: Pen, overview: Overview, words: Words) -> None:
    """Draw all pages: one section goes on where the other ends."""
    kit = pen.kit
    blocks = (
        *_summary(overview, words, kit),
        Gap(26),
        *matrix_blocks(overview, words, kit),
        Gap(26),
        *map_blocks(overview, words, kit),
        Gap(26),
        *evidence_blocks(overview, words, kit),
        Gap(26),
        *loads_blocks(overview, words, kit),
    )
    plan = words("all.plan", plan=overview.identity.plan)
    draw_pages(pen, blocks, overview.role, words("overview.kind"), plan)


def _summary(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    return (
        Text(kit.title, overview.role, "H1"),
        Text(kit.sub, overview.standing),
        *remark(kit.label, overview.note),
        Gap(12),
        _figures(overview, kit),
        Gap(16),
        Text(kit.head, words("overview.stages"), "H2"),
        Gap(6),
        Strip(overview.stages, kit, words),
        Gap(12),
        _stages(overview, words, kit),
        Gap(12),
        _open(overview, words, kit),
        Gap(12),
        *_aims(overview, words, kit),
    )


def _figures(overview: Overview, kit: Kit) -> Block:
    """The loop in figures, large enough to read across a table."""
    tiles = tuple(
        Stack((Rule(1.2), Gap(3), Text(kit.numeral, fact.value), Text(kit.table, fact.name)))
        for fact in overview.facts
    )
    return Side(
        tiles, tuple(0.2 * len(fact.value) + 0.1 if len(fact.value) > 3 else 1 for fact in overview.facts), 10
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """The interviews as boxes in a row, each as wide as it is long."""

    stages: tuple[Stage, ...]
    kit: Kit
    words: Words

    def height(self, width: float) -> float:
        """Room for the longest words."""
        return max(self._block(stage).height(room - 10) for stage, room in self._rooms(width)) + 12

    def _rooms(self, width: float) -> list[tuple[Stage, float]]:
        free = width - 4 * (len(self.stages) - 1)
        even = 0.8 * free / len(self.stages)
        minutes = sum(stage.minutes for stage in self.stages)
        return [(stage, even + 0.2 * free * stage.minutes / minutes) for stage in self.stages]

    def _block(self, stage: Stage) -> Stack:
        if len(self.stages) > 7:
            return Stack((Text(self.kit.level, str(stage.number)), Text(self.kit.table, f"{stage.minutes}′")))
        return Stack(
            (
                Text(self.kit.level, str(stage.number)),
                Gap(1),
                Text(self.kit.label, stage.name),
                Text(self.kit.table, stage.interviewer),
                Text(self.kit.table, self.words("all.minutes", n=stage.minutes)),
            )
        )

    def draw(self, pen: Pen, at: Place, tag: Tag) -> None:
        """Draw the boxes from left to right; a role still to fill has a dashed border."""
        x, listed = at.x, Tag("L", tag)
        for stage, room in self._rooms(at.width):
            with pen.sheet.ornament():
                path = rounded(x, at.bottom, room, at.height)
                pen.sheet.shape(path, width=1.2, dash="3 2" if stage.to_fill else "")
            body = Tag("LBody", Tag("LI", listed))
            self._block(stage).draw(pen, Place(x + 6, at.top - 6, room - 10, at.height - 12), body)
            x += room + 4


def _stages(overview: Overview, words: Words, kit: Kit) -> Table:
    rows = tuple(
        (
            Cell(Text(kit.label, f"{stage.number}\N{NO-BREAK SPACE}{stage.name}", ""), "Row"),
            Cell(Text(kit.table, stage.interviewer, "")),
            Cell(Text(kit.table, ", ".join(stage.covers) or "–", "")),
            Cell(Text(kit.table, ", ".join(stage.again) or "–", "")),
        )
        for stage in overview.stages
    )
    names = ("interview", "who", "covers", "again")
    head = head_row(kit.label, *(words(f"overview.{name}") for name in names))
    return Table((0.24, 0.18, 0.32, 0.26), head, rows)


def _open(overview: Overview, words: Words, kit: Kit) -> Block:
    points = overview.open_points or (words("overview.all_clear"),)
    sign = "!" if overview.open_points else "✓"
    return Stack((Text(kit.head, words("overview.open"), "H2"), Gap(4), bullets(kit.body, points, sign, 3)))


def _aims(overview: Overview, words: Words, kit: Kit) -> tuple[Block, ...]:
    """What the planner was after, with each figure in words."""
    if not overview.aims:
        return ()
    rows = tuple(
        (
            Cell(Text(kit.label, aim.name, ""), "Row"),
            Cell(Text(kit.label, aim.value, "")),
            Cell(Text(kit.table, aim.means, "")),
        )
        for aim in overview.aims
    )
    heads = head_row(kit.label, *(words(f"overview.{name}") for name in ("aim", "figure", "means")))
    table = Table((0.2, 0.14, 0.66), heads, rows, pad=2.5)
    return (Text(kit.head, words("overview.aims"), "H2"), Gap(4), table)
