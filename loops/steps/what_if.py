"""What a loop is worth, what changes of it would cost, and other loops beside it. Nothing is kept here."""

from collections.abc import Iterator, Mapping
from typing import Literal

from loops.design import reserves, what_if
from loops.design.cautions import Caution, cautions
from loops.design.difference import difference
from loops.design.model import Loop, NoLoop, PlanFile, Problem, Rules
from loops.design.naming import called
from loops.design.problem import roles_to_fill
from loops.design.program import Limits
from loops.design.solve import plan_loop
from loops.design.what_if import Point, Removal, Row
from rubric.value import Sentence, Slug, Value

REACH = (-60, -45, -30, -15, 0, 15, 30, 45, 60)
"""Minutes around a loop's own for which its curve is drawn."""

Variant = Literal["fewer-looks", "minutes", "without", "bar-raiser", "best"]


class Reserves(Value):
    """Whether a loop survives a sick day."""

    backups: tuple[reserves.Backup, ...]
    hanging: tuple[Sentence, ...]
    seats: tuple[reserves.Seat, ...]


class Comparison(Value):
    """A loop beside the one in use; without a loop, the rules that clash."""

    rows: tuple[Row, ...]
    changes: tuple[Sentence, ...] = ()
    clash: tuple[Sentence, ...] = ()
    ways: tuple[Sentence, ...] = ()
    file: PlanFile


def loop_in(file: PlanFile) -> Loop:
    """The loop of a plan file that holds one."""
    found = file.result()
    if isinstance(found, NoLoop):
        raise TypeError("this plan file holds no loop")
    return found


def remarks(file: PlanFile) -> tuple[Caution, ...]:
    """What a careful reader would remark on a loop."""
    return cautions(file.problem, loop_in(file))


def removal_costs(file: PlanFile) -> tuple[Removal, ...]:
    """What dropping each interview costs, in the loop's order."""
    names = {item.id: item.name for item in file.problem.rubric.items}
    names |= {each.id: called(file.problem, each) for each in file.interviews}
    return tuple(
        each.model_copy(update={"broken": tuple(_named(fault, names) for fault in each.broken)})
        for each in what_if.removals(file.problem, loop_in(file))
    )


def _named(fault: str, names: Mapping[str, str]) -> str:
    """A fault that begins with the id of a competency or an interview, with its name instead."""
    first, _, rest = fault.partition(" ")
    return f"{names[first]} {rest}" if first in names else fault


def minutes_curve(file: PlanFile, limits: Limits) -> Iterator[Point]:
    """The best loop within fewer and more minutes than a loop has, one point at a time, until stopped."""
    now = sum(each.minutes for each in file.interviews)
    free = file.problem.model_copy(update={"before": ()})
    for minutes in (now + step for step in REACH if 15 <= now + step <= 1200):
        if limits.progress:
            limits.progress(f"{minutes} min")
        (point,) = what_if.curve(free, (minutes,), limits)
        if limits.stop and limits.stop():
            return
        yield point


def reserves_of(file: PlanFile) -> Reserves:
    """Who can take over, what hangs on one person, and where trainees can sit in."""
    loop = loop_in(file)
    return Reserves(
        backups=reserves.backups(file.problem, loop),
        hanging=reserves.hanging_on_one(file.problem, loop),
        seats=reserves.shadow_seats(file.problem, loop),
    )


def weekly_shortages(file: PlanFile, candidates: int) -> tuple[Sentence, ...]:
    """What cannot be held when so many candidates a week go through a loop."""
    names = {each.id: each.name for each in file.interviews}
    found = reserves.shortages(file.problem, loop_in(file), candidates)
    return tuple(each.sentence.replace(each.interview, names[each.interview]) for each in found)


def changes_made(file: PlanFile) -> tuple[Sentence, ...]:
    """What a loop changed of the one in use when it was planned; empty where it was planned afresh."""
    before = file.problem.before
    return _told(file.model_copy(update={"hash": "", "interviews": before}), file) if before else ()


def compare_with(file: PlanFile, variant: Variant, detail: str, limits: Limits) -> Iterator[Comparison]:
    """The loop in use beside one planned otherwise; `detail` holds the minutes or who is left out."""
    other = _variant(file.problem, variant, detail, sum(each.minutes for each in file.interviews))
    found = plan_loop(other, limits)
    answer = PlanFile.of(other, found)
    now = ("now", file.problem, loop_in(file))
    if isinstance(found, NoLoop):
        yield Comparison(
            rows=what_if.compare([now]),
            clash=found.clash,
            ways=tuple(f"{way.sentence} {way.cost}" for way in found.relaxations),
            file=answer,
        )
    else:
        rows = what_if.compare([now, ("other", other, found)])
        yield Comparison(rows=rows, changes=_told(file, answer), file=answer)


def _variant(problem: Problem, variant: Variant, detail: str, minutes: int) -> Problem:
    rules = problem.rules
    match variant:
        case "fewer-looks":
            return _ruled(problem, {"assessors_per_must": max(1, rules.assessors_per_must - 1)})
        case "minutes":
            return _ruled(problem, {"aim": "best", "max_minutes": int(detail)})
        case "bar-raiser":
            return _ruled(problem, {"from_another_team": rules.from_another_team + 1})
        case "best":
            return _ruled(problem, {"aim": "best", "max_minutes": minutes})
        case "without":
            free = problem.model_copy(update={"before": ()})
            return without_person(free, detail)


def without_person(problem: Problem, person: Slug) -> Problem:
    """The problem with one person who has no room this week."""
    people = tuple(
        each.model_copy(update={"weekly_cap": 0}) if each.id == person else each
        for each in problem.panel.interviewers
    )
    panel = problem.panel.model_copy(update={"interviewers": people})
    return problem.model_copy(update={"panel": panel})


def _ruled(problem: Problem, change: dict[str, object]) -> Problem:
    """The problem under other rules, planned afresh; roles to fill follow the rules."""
    rules = Rules.model_validate(problem.rules.model_copy(update=change).model_dump())
    panel = problem.panel
    if all(person.to_fill for person in panel.interviewers):
        panel = roles_to_fill(rules, problem.formats)
    return problem.model_copy(update={"rules": rules, "panel": panel, "before": ()})


def _told(old: PlanFile, new: PlanFile) -> tuple[Sentence, ...]:
    return tuple(change.sentence for change in difference(old, new))
