"""What the prices of a master program prove about all loops, and what a chosen loop costs."""

from collections.abc import Mapping

from loops.design.columns import Column
from loops.design.master import Master, told
from loops.design.measure import dependability
from loops.design.pricing import Prices
from loops.design.program import FREE
from loops.design.rows import Key, Row
from rubric.model import Item


def prices_of(master: Master, duals: Mapping[Key, float]) -> Prices:
    """What the rows pay, as pricing reads it."""

    def of(kind: str) -> dict[str, float]:
        return {name: value for (key, name), value in duals.items() if key == kind and value}

    outside = duals.get(("loop", "outside"), 0.0)
    heard = of("heard")
    group = {
        index: duals.get(("group", str(index)), 0.0)
        + outside * each.person.other_team
        + heard.get(each.person.group, 0.0)
        for index, each in enumerate(master.shop.groups)
    }
    question = of("question")
    for pair, value in of("alike").items():
        for name in pair.split():
            question[name] = question.get(name, 0.0) + value
    look = of("look")
    for name, value in of("seen").items():
        look[name] = look.get(name, 0.0) - value
    return Prices(
        told=of("told"),
        look=look,
        worth=_worth_paid(master, of("plan")),
        asked=of("asked"),
        minute=of("minute"),
        question=question,
        group=group,
        format=of("format"),
        interview=duals.get(("loop", "interviews"), 0.0),
        length=duals.get(("loop", "minutes"), 0.0) - (0.0 if master.quality else 1.0),
    )


def _worth_paid(master: Master, plan: Mapping[str, float]) -> dict[str, dict[float, float]]:
    """What the ceilings of each item pay for a look, by its information."""
    found: dict[str, dict[float, float]] = {}
    for name, ceilings in master.ceilings.items():
        for number, ceiling in enumerate(ceilings):
            price = plan.get(f"{name} {number}", 0.0)
            for look, worth in ceiling.worth.items() if price else ():
                table = found.setdefault(name, dict.fromkeys(ceiling.worth, 0.0))
                table[look] -= price * worth
    return found


def bound_of(master: Master, duals: Mapping[Key, float], gains: Mapping[str, float]) -> float:
    """No loop can cost less than this, whatever prices it was computed from (Lagrange).

    `gains` holds the best gain of an interview of each format.
    """
    bound = sum(_paid(row, duals[key]) for key, row in master.rows.items())
    bound += sum(_item_bound(master, duals, item) for item in master.items)
    copies = {kind.id: kind.copies for kind in master.shop.problem.formats}
    left = master.rows["loop", "interviews"].high
    for gain, form in sorted(((max(0.0, gain), form) for form, gain in gains.items()), reverse=True):
        taken = min(left, copies[form])
        bound -= gain * taken
        left -= taken
    return bound


def _paid(row: Row, price: float) -> float:
    """What a row pays at the side that its price presses against; prices of the wrong sign are noise."""
    side = row.low if price > 0 else row.high
    return price * side if abs(side) < FREE else -FREE if abs(price) > 1e-9 else 0.0


def _item_bound(master: Master, duals: Mapping[Key, float], item: Item) -> float:
    """The least reduced cost of an item's dependability and information."""
    total = sum(each.weight for each in master.shop.problem.rubric.items) or 1.0
    lines = master.curves[item.id] if master.quality else []
    paid = [duals["curve", f"{item.id} {number}"] for number in range(len(lines))]
    capped = sum(duals["plan", f"{item.id} {n}"] for n in range(len(master.ceilings.get(item.id, ()))))
    share = (-item.weight / total if master.quality else 0.0) - sum(paid) - capped
    seen = sum(price * line[1] for price, line in zip(paid, lines, strict=True))
    seen -= duals.get(("seen", item.id), 0.0)
    slope = duals["told", item.id] - duals.get(("trust", item.id), 0.0)
    slope += sum(price * line[0] for price, line in zip(paid, lines, strict=True))
    return min(0.0, share) + min(0.0, seen) + min(0.0, slope) * most_told(master, item)


def most_told(master: Master, item: Item) -> float:
    """More information on an item than this no loop can hold."""
    tops = [
        float(choices.told.max()) for (_, name), choices in master.shop.choices.items() if name == item.id
    ]
    return max(tops, default=0.0) * master.rows["loop", "interviews"].high


def cost_of(master: Master, chosen: list[Column]) -> float:
    """What a choice of interviews costs: its minutes, or minus its dependability."""
    if not master.quality:
        return float(sum(column.length for column in chosen))
    total = sum(item.weight for item in master.shop.problem.rubric.items) or 1.0
    known = {item.id: 0.0 for item in master.items}
    for column in chosen:
        for name, asked in column.asked:
            known[name] += told(master.shop.choices[column.format, name], len(asked))
    return -sum(item.weight * dependability(known[item.id]) for item in master.items) / total
