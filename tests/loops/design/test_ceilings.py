"""Ceilings above dependability: no whole way to look at an item breaks one, and mixtures do."""

from itertools import combinations_with_replacement

import pytest

from loops.design.bounds import bound_of, prices_of
from loops.design.ceilings import lowest_ceiling, single, ways_of
from loops.design.columns import open_shop
from loops.design.generate import generate, settle
from loops.design.master import build_master
from loops.design.measure import dependability, fit_of, information, measure_of
from loops.design.model import Format, Loop, Rules
from loops.design.objective import curve_of
from loops.design.pricing import price
from loops.design.program import Limits, Program
from loops.design.sharpen import sharpen
from loops.design.solve import plan_loop
from loops.design.variables import add_variables
from tests.loops.design.factories import item, panel, problem

TALK = Format(id="talk", name="Talk", means="A talk.", lengths=(30,), holds=("past",), copies=2)
HALF = Format(
    id="half", name="Half", means="Half.", lengths=(45,), holds=("past",), copies=2, fit={"sql": 0.5}
)
TASK = problem(
    (
        item("sql", minutes=(8, 12, 8, 8, 8)),
        item("care", minutes=(10, 15, 10), weight=0.6),
        item("code", minutes=(8, 8, 8), weight=0.5),
    ),
    Rules(aim="best", max_interviews=3, max_minutes=90, assessors_per_must=1, competencies_per_interview=2),
    panel("ana", "ben", "cem"),
    (TALK, HALF),
)


def kinds_of(shop, name):
    """Information and number of questions of every look at an item."""
    wanted, measure = shop.problem.item(name), measure_of(shop.problem)
    return {
        (information(measure, asked, fit_of(shop.problem.format(form), wanted)), asked)
        for (form, each), choices in shop.choices.items()
        if each == name
        for asked in choices.sets.sum(axis=1).astype(int).tolist()
    }


@pytest.mark.parametrize("least", [0, 1, 2, 3])
@pytest.mark.parametrize("held", [{}, {0: 0.5}, {0: 0.4, 3: 0.9}, {1: 1.0, 3: 1.0}, {0: 2.0, 2: 0.2}])
def test_no_way_to_look_at_an_item_comes_to_more_than_its_ceiling(least, held):
    shop = open_shop(TASK)
    kinds = sorted(kinds_of(shop, "sql"))
    mixture = {kinds[place][0]: amount for place, amount in held.items()}
    ceiling = lowest_ceiling(ways_of(shop, "sql", least), mixture)

    for number in range(least, 6):
        for looks in combinations_with_replacement(kinds, number):
            if sum(asked for _, asked in looks) <= 5:
                height = ceiling.base + sum(ceiling.worth[told] for told, _ in looks)
                assert dependability(sum(told for told, _ in looks)) <= height + 1e-9


def test_a_ceiling_lies_on_the_way_that_a_mixture_is():
    """Where the mixture is one whole way, no ceiling lies lower; half of it is worth half."""
    shop = open_shop(TASK)
    (one, _), (two, _) = sorted(kinds_of(shop, "sql"))[2:4]
    ways = ways_of(shop, "sql", 0)
    whole = lowest_ceiling(ways, {one: 1.0, two: 1.0})
    half = lowest_ceiling(ways, {one: 0.5, two: 0.5})

    assert whole.base + whole.worth[one] + whole.worth[two] == pytest.approx(dependability(one + two))
    spread = (dependability(one) + dependability(two)) / 2
    assert half.base + (half.worth[one] + half.worth[two]) / 2 == pytest.approx(spread)
    assert spread < dependability((one + two) / 2)


def test_the_first_ceiling_counts_every_look_as_if_it_were_the_only_one():
    shop = open_shop(TASK)

    ceiling = single(shop, "care")

    assert ceiling.base == 0
    assert ceiling.worth == {told: pytest.approx(dependability(told)) for told, _ in kinds_of(shop, "care")}


def test_ceilings_lower_the_bound_and_no_loop_is_better_than_it():
    at = add_variables(TASK, Program())
    curves = {each.id: curve_of(TASK, at, each) for each in at.items}
    plain = build_master(open_shop(TASK), at.items, curves, quality=True)
    master = build_master(open_shop(TASK), at.items, curves, quality=True)
    before, _ = generate(plain, Limits())
    after, _ = sharpen(master, Limits())
    plan = plan_loop(TASK)

    assert isinstance(plan, Loop)
    assert sum(map(len, master.ceilings.values())) > len(TASK.rubric.items)
    assert before < after - 1e-6
    assert plan.proven
    assert -after >= plan.aims[0].value - 1e-6
    assert settle(master)[1] == pytest.approx(after, abs=1e-6)


def test_the_bound_holds_for_any_prices_of_ceilings():
    at = add_variables(TASK, Program())
    curves = {each.id: curve_of(TASK, at, each) for each in at.items}
    master = build_master(open_shop(TASK), at.items, curves, quality=True)
    sharpen(master, Limits())
    plan = plan_loop(TASK)
    assert isinstance(plan, Loop)
    for number, key in enumerate(key for key in master.rows if key[0] in ("plan", "seen")):
        duals = dict.fromkeys(master.rows, 0.0) | {key: -0.02 * (1 + number)}
        prices = prices_of(master, duals)
        gains = {kind.id: price(master.shop, kind, prices)[0] for kind in (TALK, HALF)}
        assert -bound_of(master, duals, gains) >= plan.aims[0].value - 1e-6
