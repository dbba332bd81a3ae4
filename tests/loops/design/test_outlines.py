"""Outlines of interviews: all that fall little short are listed, and a loop of them can be filled in."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from loops.design.bounds import bound_of, prices_of
from loops.design.columns import Column, open_shop
from loops.design.large import plan_large
from loops.design.lines import Lines
from loops.design.master import add_columns, build_master, solve_relaxed, told
from loops.design.measure import dependability
from loops.design.model import Format, Loop, Rules
from loops.design.objective import curve_of
from loops.design.outlines import list_outlines, outline_of
from loops.design.pricing import price, worth_of
from loops.design.program import Limits, Program
from loops.design.solve import plan_loop
from loops.design.variables import add_variables, lengths_of
from loops.design.verify import verify
from tests.loops.design.factories import item, panel, problem

TALK = Format(id="talk", name="Talk", means="A talk.", lengths=(60,), holds=("past",), copies=2)
CHECK = Format(id="check", name="Check", means="A check.", lengths=(30,), holds=(), copies=1)
TASK = problem(
    (item("sql", minutes=(8, 12, 20)), item("care", minutes=(10, 15), weight=0.3)),
    Rules(aim="best", max_interviews=2, assessors_per_must=1),
    panel("ana", "ben"),
    (TALK, CHECK),
)


def master_of(task):
    at = add_variables(task, Program())
    curves = {each.id: curve_of(task, at, each) for each in at.items}
    master = build_master(open_shop(task), at.items, curves, quality=True)
    add_columns(master, [Column("talk", 60, 0, (("sql", ("sql-q1", "sql-q2")),))])
    return master, solve_relaxed(master)[1]


def every_interview(shop, prices) -> Iterator[tuple[float, Column]]:
    """Each interview that can be held, with what it gains, by trying everything."""
    for kind in shop.problem.formats:
        items = [name for form, name in shop.choices if form == kind.id]
        sets = {
            name: list(zip(worth_of(each, prices).every, each.minutes, range(len(each.sets)), strict=True))
            for (form, name), each in shop.choices.items()
            if form == kind.id
        }
        for length in lengths_of(shop.problem, kind):
            base = prices.interview + prices.format.get(kind.id, 0.0) + prices.length * length
            base += prices.group.get(0, 0.0)
            if not kind.holds:
                yield base, Column(kind.id, length, 0, ())
            for number in range(1, len(items) + 1):
                for names in combinations(items, number):
                    ways = [[]]
                    for name in names:
                        ways = [[*way, (name, *row)] for way in ways for row in sets[name]]
                    for way in ways:
                        if sum(minutes for _, _, minutes, _ in way) <= shop.room(kind, length):
                            asked = tuple(shop.choices[kind.id, n].named(row) for n, _, _, row in way)
                            yield (
                                base + sum(value for _, value, _, _ in way),
                                Column(kind.id, length, 0, asked),
                            )


@pytest.mark.parametrize("short", [0.0, 0.05, 0.2, 1.0])
def test_the_outlines_listed_are_those_of_all_interviews_that_fall_little_short(short):
    master, duals = master_of(TASK)
    prices = prices_of(master, duals)
    expected = {outline_of(column) for gain, column in every_interview(master.shop, prices) if gain >= -short}

    found = list_outlines(master.shop, prices, short + 1e-9, 1000)

    assert found is not None
    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_list_that_grows_too_long_is_given_up():
    master, duals = master_of(TASK)
    every = list_outlines(master.shop, prices_of(master, duals), 1.0, 1000)

    assert every is not None
    assert list_outlines(master.shop, prices_of(master, duals), 1.0, len(every)) == every
    assert list_outlines(master.shop, prices_of(master, duals), 1.0, len(every) - 1) is None


def test_no_loop_is_better_than_the_bound_of_any_prices():
    master, duals = master_of(TASK)
    gains = {kind.id: price(master.shop, kind, prices_of(master, duals))[0] for kind in (TALK, CHECK)}
    plan = plan_loop(TASK)

    assert isinstance(plan, Loop)
    assert -bound_of(master, duals, gains) >= plan.aims[0].value - 1e-6


def test_questions_that_fit_together_but_not_apart_are_dealt_out_rightly():
    """Two interviews of 45 minutes have room for all four questions, but each pair needs the first one."""
    task = problem(
        (item("sql", minutes=(10, 30, 32, 18)),),
        Rules(aim="best", max_interviews=2, assessors_per_must=1),
        panel("ana", "ben"),
        (TALK,),
    )
    plan, exact = plan_large(task, Limits()), plan_loop(task)

    assert isinstance(plan, Loop)
    assert isinstance(exact, Loop)
    assert verify(task, plan) == []
    assert [cover.questions for cover in plan.coverage] == [3]
    assert plan.aims[0].value == pytest.approx(exact.aims[0].value)
    assert plan.aims[0].bound == pytest.approx(plan.aims[0].value, abs=1e-4)


def test_lines_touch_the_curve_where_a_loop_lies():
    master, _ = master_of(TASK)
    lines = Lines(master, [0.5, 0.1])
    lines.touch(master.columns)
    before = {name: list(each) for name, each in lines.by_item.items()}
    lines.touch(master.columns)

    x = told(master.shop.choices["talk", "sql"], 2)
    for known, name in ((x, "sql"), (0.0, "care")):
        heights = [slope * known + height for slope, height in lines.by_item[name]]
        assert min(heights) == pytest.approx(dependability(known))
    assert lines.by_item == before
