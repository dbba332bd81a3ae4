"""Questions and people for the interviews of a loop of which only the outlines are known."""

from collections.abc import Sequence

from loops.design.columns import Column, Shop
from loops.design.master import Master
from loops.design.outlines import Outline
from loops.design.program import Limits, Program, minimise
from loops.design.rows import Key

Rows = dict[Key, dict[int, float]]


def deal(master: Master, outlines: Sequence[Outline], limits: Limits) -> list[Column]:
    """Whole interviews that keep all rules; empty where the outlines cannot be filled in."""
    program = Program()
    rows: Rows = {key: {} for key in master.rows if key[0] in _KINDS}
    leads = [_lead(master.shop, program, rows, outline) for outline in outlines]
    asks = [_questions(master, program, rows, outline) for outline in outlines]
    for key, terms in rows.items():
        program.rows.append((terms, master.rows[key].low, master.rows[key].high, ""))
    values = minimise(program, {}, limits).values
    if not values:
        return []
    return [
        Column(
            outline.format,
            outline.length,
            next(group for group, column in lead.items() if values[column] > 0.5),
            tuple((name, _taken(batches, values)) for name, batches in asked.items()),
        )
        for outline, lead, asked in zip(outlines, leads, asks, strict=True)
    ]


_KINDS = frozenset({"group", "heard", "loop", "question", "alike", "minute"})


def _lead(shop: Shop, program: Program, rows: Rows, outline: Outline) -> dict[int, int]:
    """Columns that say who holds an interview, by group."""
    names = {name for name, _ in outline.counts}
    teams = shop.teams[outline.format].items()
    able = sorted(group for can, groups in teams if names <= can for group in groups)
    leads = {group: program.binary() for group in able}
    program.equal(dict.fromkeys(leads.values(), 1.0), 1)
    for group, column in leads.items():
        person = shop.groups[group].person
        entries = {
            ("group", str(group)): 1.0,
            ("loop", "outside"): float(person.other_team),
            ("heard", person.group): 1.0,
            ("loop", "interviews"): 1.0,
            ("loop", "minutes"): float(outline.length),
        }
        for key, value in entries.items():
            if key in rows and value:
                rows[key][column] = value
    return leads


def _questions(master: Master, program: Program, rows: Rows, outline: Outline) -> dict[str, dict[str, int]]:
    """Columns that say how many of each batch an interview asks, by item."""
    shop = master.shop
    asks: dict[str, dict[str, int]] = {}
    minutes: dict[int, float] = {}
    for name, count in outline.counts:
        choices = shop.choices[outline.format, name]
        asks[name] = {batch: program.column(0, count, whole=True) for batch in choices.batches}
        program.equal(dict.fromkeys(asks[name].values(), 1.0), count)
        for (batch, column), spent in zip(asks[name].items(), choices.lengths, strict=True):
            minutes[column] = float(spent)
            rows["question", batch][column] = 1.0
            if ("minute", name) in rows:
                rows["minute", name][column] = float(spent)
            for key in (key for key in master.alike if batch in key[1].split()):
                rows[key][column] = 1.0
    program.at_most(minutes, shop.room(shop.problem.format(outline.format), outline.length))
    return asks


def _taken(batches: dict[str, int], values: Sequence[float]) -> tuple[str, ...]:
    return tuple(batch for batch, column in batches.items() for _ in range(round(values[column])))
