"""Price and branch: a large problem's loop with a proven bound, from whole interviews."""

from collections.abc import Mapping
from dataclasses import dataclass

from loops.design.choice import Choice, choose
from loops.design.columns import Column, open_shop
from loops.design.generate import settle
from loops.design.lines import Lines
from loops.design.master import Master, build_master
from loops.design.model import Problem
from loops.design.offer import Offer
from loops.design.outlines import Outline, list_outlines, outline_of
from loops.design.pricing import Prices
from loops.design.program import FREE, Limits
from loops.design.selection import select
from loops.design.sharpen import sharpen

LARGE = {"shortest": 600, "best": 300}
"""Places for interviews times questions from which a problem is solved by whole interviews."""

FEW_OUTLINES = 300
"""Among so many outlines a first loop is chosen."""

MOST_OUTLINES = (600_000, 1_500_000, 7_000_000)
"""Among so many, divided by the rows of the program, the choice is repeated, in turn."""

LONGEST = 3000
"""No list of outlines is longer."""

GUESS = 0.02
"""Share of the bound by which the first loop may fall short of it."""

SHARES = (1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.04, 0.02)
"""Shares of the gap within which all outlines are listed, if they are not too many."""

ENOUGH = 5e-5
"""A share of the cost that is not worth another search: lines lie about so far above the curve."""

NEAR = 1e-9


@dataclass(frozen=True)
class Branched:
    """Chosen interviews and the least cost that any loop can have; no columns where none was found."""

    columns: tuple[Column, ...]
    bound: float
    rounds: int
    batches: Mapping[str, tuple[str, ...]]


def price_and_branch(
    problem: Problem,
    curves: Mapping[str, list[tuple[float, float]]],
    limits: Limits,
    *,
    quality: bool,
) -> Branched:
    """Find interviews until no further one can help, then choose among them.

    The bound holds for all interviews, found or not; it comes from the prices, not from the choice.
    """
    shop = open_shop(problem)
    items = tuple(item for item in problem.rubric.items if item.id not in problem.rules.leave_out)
    master = build_master(shop, items, curves, quality=quality)
    bound, rounds = sharpen(master, limits)
    chosen, bound = _close(master, limits, bound)
    return Branched(tuple(chosen.columns), bound, rounds, shop.batches)


def _close(master: Master, limits: Limits, bound: float) -> tuple[Choice, float]:
    """Choose among all interviews that fall little short at the last prices, ever more of them.

    A loop with an interview that falls short by more costs at least as much above the bound of these
    prices: so what was chosen among all others is proven that far.
    """
    prices, base, told = settle(master)
    bound = max(bound, base)
    lines = Lines(master, told)
    best, enough, reached = _first(master, limits, (prices, base), lines)
    bound = max(bound, enough)
    step = 0.0 if master.quality else 1.0
    for work in MOST_OUTLINES if best.columns else ():
        gap = best.cost - step - base
        if best.cost - bound < max(NEAR, ENOUGH * abs(best.cost)) or gap <= 0:
            break
        short, near = _widest(master, prices, gap, min(LONGEST, work // len(master.rows)))
        if short <= reached:
            continue
        reached = short
        lines.touch(best.columns)
        near = list(dict.fromkeys((*near, *map(outline_of, best.columns))))
        enough = 0.0 if short >= gap else (gap - short) / abs(best.cost)
        found = select(master, limits, Offer(near, lines.by_item), best.columns, enough)
        if found.cost < best.cost - NEAR:
            best = found
        bound = max(bound, min(found.bound, base + short))
        if short >= gap:
            break
    return best, min(bound, best.cost)


def _first(
    master: Master, limits: Limits, at: tuple[Prices, float], lines: Lines
) -> tuple[Choice, float, float]:
    """A first loop, what it proves, and by how much all that was not listed falls short."""
    prices, base = at
    if master.quality:
        short, near = _widest(master, prices, GUESS * abs(base), FEW_OUTLINES)
        found = select(master, limits, Offer(near, lines.by_item))
        if found.columns:
            return found, min(found.bound, base + short), short
    return choose(master, limits), -FREE, -FREE


def _widest(master: Master, prices: Prices, gap: float, most: int) -> tuple[float, list[Outline]]:
    """As many outlines as can be listed, and by how much any other one falls short."""
    for share in SHARES:
        near = list_outlines(master.shop, prices, share * gap + NEAR, most)
        if near is not None:
            return share * gap, near
    return 0.0, []


def is_large(problem: Problem) -> bool:
    """Whether whole interviews serve a problem better than one program of slots.

    Problems with a loop in use, pins, people who hold several interviews, or the few rules that
    look across interviews in another way stay with the slots.
    """
    rules = problem.rules
    plain = not (problem.pins or problem.held or problem.before)
    plain = plain and rules.max_competencies is None and rules.max_share_per_interviewer is None
    plain = plain and not set(rules.off) - _SWITCHABLE and rules.max_per_interviewer == 1
    questions = sum(len(item.questions) for item in problem.rubric.items)
    return plain and questions * rules.max_interviews > LARGE[rules.aim]


_SWITCHABLE = frozenset(
    {
        "every-must-is-asked",
        "musts-have-independent-assessors",
        "critical-musts-have-more-assessors",
        "shoulds-have-assessors",
        "musts-have-their-questions",
        "no-near-same-question",
        "musts-have-their-minutes",
        "musts-are-dependable",
        "within-the-candidates-minutes",
        "demanded-formats-are-held",
        "enough-interviews",
        "another-team-is-heard",
        "every-group-is-heard",
        "only-trained-people-lead",
    }
)
