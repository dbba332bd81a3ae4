"""Put a rubric, a panel and rules together, and refuse what does not fit."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from loops.design.files import PlanError, load_formats
from loops.design.model import Format, Interviewer, Panel, Problem, Rules
from rubric.catalogue.load import load_catalogue
from rubric.catalogue.model import Question
from rubric.model import Item, Rubric


def build_problem(
    rubric: Rubric,
    panel: Panel | None = None,
    rules: Rules | None = None,
    formats: tuple[Format, ...] | None = None,
) -> Problem:
    """All that the planner needs. Without a panel, roles to fill stand in place of people.

    Raises:
        PlanError: The rubric is empty, or panel or rules name something unknown.
    """
    rules = rules or Rules()
    formats = formats if formats is not None else load_formats()
    if not rubric.items:
        raise PlanError("The rubric has no competency, so there is no loop to plan.")
    _check_rules(rubric, rules, formats)
    areas = areas_of(rubric)
    formats = tuple(_format_in_full(each, areas) for each in formats)
    if panel is None:
        return Problem(rubric=rubric, panel=roles_to_fill(rules, formats), rules=rules, formats=formats)
    if not panel.interviewers:
        raise PlanError("The panel names nobody; add interviewers, or plan without a panel.")
    _check_panel(rubric, panel, formats)
    people = tuple(_person_in_full(each, areas) for each in panel.interviewers)
    return Problem(rubric=rubric, panel=Panel(interviewers=people), rules=rules, formats=formats)


def areas_of(rubric: Rubric) -> dict[str, list[str]]:
    """The rubric's competencies by the id of their area; what the catalogue lacks has its area's own name."""
    home = {name: area.id for area in load_catalogue().areas for name in area.competencies}
    areas: dict[str, list[str]] = {}
    for item in rubric.items:
        area = home.get(item.id) or "-".join(re.findall(r"[a-z0-9]+", item.area.lower()))
        areas.setdefault(area, []).append(item.id)
    return areas


def _in_full(names: tuple[str, ...], areas: dict[str, list[str]]) -> tuple[str, ...]:
    """The names, and after each area the rubric's competencies in it."""
    return tuple(dict.fromkeys(full for name in names for full in (name, *areas.get(name, ()))))


def _person_in_full(person: Interviewer, areas: dict[str, list[str]]) -> Interviewer:
    levels = {full: top for name, top in person.up_to.items() for full in (*areas.get(name, ()), name)}
    levels |= {name: top for name, top in person.up_to.items() if name not in areas}
    return person.model_copy(update={"may_assess": _in_full(person.may_assess, areas), "up_to": levels})


def _format_in_full(kind: Format, areas: dict[str, list[str]]) -> Format:
    fits = {full: share for name, share in kind.fit.items() for full in (*areas.get(name, ()), name)}
    fits |= {name: share for name, share in kind.fit.items() if name not in areas}
    return kind.model_copy(update={"suits": _in_full(kind.suits, areas), "fit": fits})


def roles_to_fill(rules: Rules, formats: tuple[Format, ...]) -> Panel:
    """As many roles as the rules allow interviews, and whoever a demanded format needs."""
    groups = (*rules.one_of_each_group, *("" for _ in range(rules.max_interviews)))
    roles = [
        Interviewer(
            id=f"role-{number}",
            name=f"Interviewer {number}",
            role="to be named",
            to_fill=True,
            other_team=number > rules.max_interviews - rules.from_another_team,
            group=groups[number - 1],
        )
        for number in range(1, rules.max_interviews + 1)
    ]
    needed = {each.run_by[0] for each in formats if each.id in rules.must_hold}
    names = {"recruiter": "Recruiter", "hiring-manager": "Hiring manager"}
    for kind in ("recruiter", "hiring-manager"):
        if kind in needed:
            name = names[kind]
            roles.append(Interviewer(id=kind, name=name, kind=kind, role="to be named", to_fill=True))
    return Panel(interviewers=tuple(roles))


def may_assess(person: Interviewer, item: Item) -> bool:
    """Whether a person may rate a competency at the level that the role asks for."""
    named = not person.may_assess or item.id in person.may_assess or item.area in person.may_assess
    return named and item.target <= person.up_to.get(item.id, person.up_to.get(item.area, 4))


def holds(kind: Format, item: Item, question: Question) -> bool:
    """Whether a question on a competency can be asked in a format."""
    suited = not kind.suits or item.id in kind.suits or item.area in kind.suits
    return suited and question.kind in kind.holds


def may_hold(person: Interviewer, kind: Format) -> bool:
    """Whether a person is of the right kind, and trained, for a format."""
    return person.kind in kind.run_by and (not person.formats or kind.id in person.formats)


@cache
def rule_names() -> frozenset[str]:
    """The names of all rules, from their notes."""
    text = resources.files("loops.design").joinpath("data", "rules.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text))


def _check_panel(rubric: Rubric, panel: Panel, formats: Iterable[Format]) -> None:
    """Names of the rubric or the shipped catalogue are known; other rubrics' names are no fault."""
    catalogue = load_catalogue()
    known = {item.id for item in rubric.items} | areas_of(rubric).keys()
    known |= set(catalogue.competencies) | {area.id for area in catalogue.areas}
    known_formats = {each.id for each in formats}
    for person in panel.interviewers:
        for name in (*person.may_assess, *person.up_to):
            if name not in known:
                raise PlanError(
                    f"The panel lets {person.name} assess “{name}”, which is no known competency or area."
                )
        if unknown := [name for name in person.formats if name not in known_formats]:
            raise PlanError(f"The panel trains {person.name} for “{unknown[0]}”, which is no known format.")


def _check_rules(rubric: Rubric, rules: Rules, formats: tuple[Format, ...]) -> None:
    known_formats = {each.id for each in formats}
    for name in (*rules.must_hold, *rules.may_not_hold):
        if name not in known_formats:
            raise PlanError(f"The rules name the format “{name}”, which is not known.")
    if unknown := sorted({*rules.off, *rules.reasons} - rule_names()):
        raise PlanError(f"The rules name a rule “{unknown[0]}”, which is not known.")
    known = {item.id for item in rubric.items}
    for name in (*rules.critical, *rules.leave_out):
        if name not in known:
            raise PlanError(f"The rules name the competency “{name}”, which this rubric does not hold.")
    if rules.lengths is not None and not any(set(rules.lengths) & set(each.lengths) for each in formats):
        said = " or ".join(str(length) for length in rules.lengths)
        raise PlanError(f"No format of interview lasts {said} minutes, the lengths that the rules allow.")
    if rules.min_interviews > rules.max_interviews:
        raise PlanError(
            f"The rules ask for at least {rules.min_interviews} interviews, at most {rules.max_interviews}."
        )
