"""The program that chooses among outlines: a column for each, and the rules of the loop as rows.

People are matched to outlines by who may hold them all, and the questions of all interviews of one format
and length are counted together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loops.design.master import Master
from loops.design.measure import fit_of, information, measure_of
from loops.design.outlines import Outline
from loops.design.program import FREE, Program
from loops.design.rows import Key

Line = tuple[float, float]
Entry = tuple[int, dict[str, int]]


@dataclass
class Offer:
    """What a choice is made from: outlines, and lines above each item's dependability.

    Formats and lengths that stand `apart` have the questions of each interview counted on their own.
    """

    outlines: Sequence[Outline]
    lines: Mapping[str, Sequence[Line]]
    apart: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


@dataclass
class Selection:
    """The program that chooses: `rows` collect the terms of the master's rows, `held` are the outlines."""

    master: Master
    offer: Offer
    program: Program = field(default_factory=Program)
    rows: dict[Key, dict[int, float]] = field(default_factory=dict[Key, dict[int, float]])
    held: list[int] = field(default_factory=list[int])
    cost: dict[int, float] = field(default_factory=dict[int, float])

    def put(self, key: Key, column: int, value: float) -> None:
        """Add a term to a row of the master, where there is such a row."""
        if value and key in self.rows:
            self.rows[key][column] = value


def write_selection(master: Master, offer: Offer) -> Selection:
    """The program of an offer, with the master's rows over it."""
    work = Selection(master, offer, rows={key: {} for key in master.rows if key[0] != "curve"})
    for add in (_add_outlines, _add_people, _add_questions, _add_dependability):
        add(work)
    for key, terms in work.rows.items():
        work.program.rows.append((terms, master.rows[key].low, master.rows[key].high, ""))
    return work


def _add_outlines(work: Selection) -> None:
    problem = work.master.shop.problem
    measure = measure_of(problem)
    items = {item.id: item for item in work.master.items}
    kinds = {kind.id: kind for kind in problem.formats}
    for outline in work.offer.outlines:
        kind = kinds[outline.format]
        column = work.program.column(0, kind.copies, whole=True)
        work.held.append(column)
        work.put(("format", kind.id), column, 1.0)
        work.put(("loop", "interviews"), column, 1.0)
        work.put(("loop", "minutes"), column, float(outline.length))
        if not work.master.quality:
            work.cost[column] = float(outline.length)
        for name, count in outline.counts:
            told = information(measure, count, fit_of(kind, items[name]))
            work.put(("told", name), column, told)
            work.put(("look", name), column, 1.0)
            work.put(("seen", name), column, -1.0)
            for number, ceiling in enumerate(work.master.ceilings.get(name, ())):
                work.put(("plan", f"{name} {number}"), column, -ceiling.worth[told])
            work.put(("asked", name), column, float(count))


def _add_people(work: Selection) -> None:
    """Outlines that the same people may hold share a row; a column says how many of them a group holds."""
    shop = work.master.shop
    alike: dict[frozenset[int], list[int]] = {}
    for column, outline in zip(work.held, work.offer.outlines, strict=True):
        names = {name for name, _ in outline.counts}
        teams = shop.teams[outline.format].items()
        able = frozenset(group for can, groups in teams if names <= can for group in groups)
        alike.setdefault(able, []).append(column)
    for able, columns in alike.items():
        terms = dict.fromkeys(columns, 1.0)
        for group in sorted(able):
            person = shop.groups[group].person
            holds = work.program.column(0, FREE)
            terms[holds] = -1.0
            work.put(("group", str(group)), holds, 1.0)
            work.put(("loop", "outside"), holds, float(person.other_team))
            work.put(("heard", person.group), holds, 1.0)
        work.program.equal(terms, 0)


def _add_questions(work: Selection) -> None:
    """How many of each batch are asked in the interviews of one format and length."""
    same: dict[tuple[str, int], list[Entry]] = {}
    for column, outline in zip(work.held, work.offer.outlines, strict=True):
        same.setdefault((outline.format, outline.length), []).append((column, dict(outline.counts)))
    for (form, length), entries in same.items():
        apart = (form, length) in work.offer.apart
        for pool in _single(work, form, entries) if apart else [entries]:
            _add_pool(work, form, length, pool)


def _single(work: Selection, form: str, entries: list[Entry]) -> list[list[Entry]]:
    """The outlines once for each interview that can be held, at most one of them in each."""
    program, problem = work.program, work.master.shop.problem
    most = min(problem.format(form).copies, problem.rules.max_interviews)
    pools = [[(program.binary(), counts) for _, counts in entries] for _ in range(most)]
    for pool in pools:
        program.at_most({column: 1.0 for column, _ in pool}, 1)
    for place, (column, _) in enumerate(entries):
        program.equal({column: -1.0, **{pool[place][0]: 1.0 for pool in pools}}, 0)
    return pools


def _add_pool(work: Selection, form: str, length: int, entries: list[Entry]) -> None:
    shop = work.master.shop
    room = float(shop.room(shop.problem.format(form), length))
    minutes = {column: -room for column, _ in entries}
    for name in dict.fromkeys(name for _, counts in entries for name in counts):
        asked = {column: float(-counts[name]) for column, counts in entries if name in counts}
        choices = shop.choices[form, name]
        for batch, spent in zip(choices.batches, choices.lengths, strict=True):
            asks = work.program.column(0, len(shop.batches[batch]), whole=True)
            asked[asks], minutes[asks] = 1.0, float(spent)
            _put_batch(work, name, batch, asks, float(spent))
        work.program.equal(asked, 0)
    work.program.at_most(minutes, 0)


def _put_batch(work: Selection, item: str, batch: str, asks: int, spent: float) -> None:
    work.put(("question", batch), asks, 1.0)
    work.put(("minute", item), asks, spent)
    for kind, pair in work.master.alike:
        if batch in pair.split():
            work.put((kind, pair), asks, 1.0)


def _add_dependability(work: Selection) -> None:
    program, master = work.program, work.master
    total = sum(item.weight for item in master.shop.problem.rubric.items) or 1.0
    for item in master.items:
        told = program.column(0, FREE)
        work.put(("told", item.id), told, -1.0)
        work.put(("trust", item.id), told, 1.0)
        if master.quality:
            share = program.column(0, 1)
            work.cost[share] = -item.weight / total
            seen = program.column(0, 1)
            work.put(("seen", item.id), seen, 1.0)
            for number in range(len(master.ceilings[item.id])):
                work.put(("plan", f"{item.id} {number}"), share, 1.0)
            for slope, height in work.offer.lines[item.id]:
                program.at_most({share: 1.0, told: -slope, seen: -height}, 0)
