"""A plan to the hiring manager's overview."""

from loops.design.model import Interview, PlanFile
from loops.design.rulebook import changes
from loops.packets.aims import aims_of
from loops.packets.foot import notice
from loops.packets.language import format_name, in_english, role_name
from loops.packets.left import assessed, gaps, left_of, seen_of, thin_of
from loops.packets.model import (
    Cell,
    Fact,
    Ground,
    Identity,
    Left,
    Load,
    Overview,
    Row,
    Settings,
    Sitting,
    Stage,
)
from loops.packets.words import Words, words_of
from loops.packets.words.sentences import said_in
from rubric.model import Item

_RULES = (
    "assessors_per_must",
    "questions_per_look",
    "competencies_per_interview",
    "max_interviews",
    "max_minutes",
    "max_per_interviewer",
    "opening_minutes",
    "closing_minutes",
)


def compose_overview(plan: PlanFile, settings: Settings) -> Overview:
    """What the overview of a loop says."""
    words = words_of(settings.look.language)
    rubric = plan.problem.rubric
    rows = tuple(_row(plan, item) for item in rubric.items)
    left = left_of(plan, settings.look.language)
    return Overview(
        identity=Identity(plan=plan.plan, hash=plan.hash, candidate=settings.candidate),
        look=settings.look,
        role=rubric.title or words("all.untitled"),
        standing=_standing(plan, words),
        note=in_english(settings.look.language),
        facts=_facts(plan, rows, left, words),
        stages=tuple(_stage(plan, number, each, settings) for number, each in enumerate(plan.interviews, 1)),
        rows=rows,
        edges=rubric.builds_on,
        grounds=tuple(_ground(item, settings.look.language) for item in rubric.items),
        loads=_loads(plan, words),
        aims=aims_of(plan, words),
        rules=_rules(plan, settings.look.language),
        open_points=_open_points(plan, rows, left, words),
        gaps=gaps(rows, left, words),
        left=left,
        versions=words(
            "overview.versions",
            catalogue=rubric.catalogue_version,
            plan=plan.plan,
            hash=plan.hash[:16],
            version=Identity(plan="", hash="").version,
        ),
        notice=notice(settings),
    )


def _rules(plan: PlanFile, language: str) -> tuple[Fact, ...]:
    """The numbers people ask for first, then every rule that differs from its default, and why."""
    words, rules = words_of(language), plan.problem.rules
    numbers = [
        Fact(name=words(f"rules.{rule}"), value=_limit(getattr(rules, rule), words)) for rule in _RULES
    ]
    differs = [said_in(language, sentence) for sentence in changes(rules)]
    return (*numbers, *(Fact(name=said, value=words("rules.changed")) for said in differs))


def _limit(value: object, words: Words) -> str:
    return words("rules.none") if value is None else str(value)


def _standing(plan: PlanFile, words: Words) -> str:
    if plan.status == "proven":
        return words("overview.proven")
    return words("overview.best") if plan.gap is None else words("overview.found", gap=f"{plan.gap:.0%}")


def _row(plan: PlanFile, item: Item) -> Row:
    return Row(
        competency=item.id,
        name=item.name,
        area=item.area.replace("-", " ").capitalize(),
        tier=item.tier,
        weight=item.weight,
        target=item.target,
        cells=tuple(
            Cell(stage=number, look=ask.look, minutes=ask.minutes)
            for number, interview in enumerate(plan.interviews, 1)
            for ask in interview.items
            if ask.competency == item.id
        ),
    )


def _facts(plan: PlanFile, rows: tuple[Row, ...], left: tuple[Left, ...], words: Words) -> tuple[Fact, ...]:
    """The figures of page one."""
    minutes = sum(interview.minutes for interview in plan.interviews)
    spent = words("overview.hours", h=minutes // 60, m=minutes % 60)
    looks = [len(row.cells) for row in rows]
    people = dict.fromkeys(interview.interviewer for interview in plan.interviews)
    missing = [person for person in people if plan.problem.panel[person].to_fill]
    seen, count = seen_of(rows, left)
    return (
        Fact(name=words("overview.interviews"), value=str(len(plan.interviews))),
        Fact(name=words("overview.candidate_time"), value=spent),
        Fact(
            name=words("overview.people" if missing else "overview.people_all", n=len(missing)),
            value=str(len(people)),
        ),
        Fact(name=words("overview.musts"), value=words("overview.of", n=seen, all=count)),
        Fact(name=words("overview.twice"), value=str(sum(n >= 2 for n in looks))),
        Fact(name=words("overview.once"), value=str(looks.count(1))),
    )


def _stage(plan: PlanFile, number: int, interview: Interview, settings: Settings) -> Stage:
    person = plan.problem.panel[interview.interviewer]
    named = {item.id: item.name for item in plan.problem.rubric.items}
    return Stage(
        number=number,
        name=format_name(plan, interview, words_of(settings.look.language)),
        interviewer=person.name,
        role=role_name(person, words_of(settings.look.language)),
        to_fill=person.to_fill,
        minutes=interview.minutes,
        opening=interview.opening,
        closing=interview.closing,
        sitting=settings.sittings.get(interview.id, Sitting()),
        covers=tuple(named[ask.competency] for ask in interview.items if ask.look == "first"),
        again=tuple(named[ask.competency] for ask in interview.items if ask.look == "second"),
    )


def _ground(item: Item, language: str) -> Ground:
    quotes = tuple(dict.fromkeys(evidence.quote for evidence in item.evidence))
    return Ground(
        competency=item.name,
        tier=item.tier,
        target=item.target,
        quotes=quotes,
        whys=tuple(
            said_in(language, next(e.why for e in item.evidence if e.quote == quote)) for quote in quotes
        ),
    )


def _loads(plan: PlanFile, words: Words) -> tuple[Load, ...]:
    """One line for each person of the loop, in the order of their first interview."""
    people = dict.fromkeys(interview.interviewer for interview in plan.interviews)
    return tuple(
        Load(
            name=plan.problem.panel[person].name,
            role=role_name(plan.problem.panel[person], words),
            interviews=tuple(
                format_name(plan, each, words) for each in plan.interviews if each.interviewer == person
            ),
            minutes=sum(each.minutes for each in plan.interviews if each.interviewer == person),
            booked=plan.problem.panel[person].booked,
            cap=plan.problem.panel[person].weekly_cap,
        )
        for person in people
    )


def _open_points(
    plan: PlanFile, rows: tuple[Row, ...], left: tuple[Left, ...], words: Words
) -> tuple[str, ...]:
    gap = [row.name for row in rows if not row.cells and row.tier != "must"]
    thin, missed = thin_of(rows), assessed(rows, left, words)
    people = dict.fromkeys(each.interviewer for each in plan.interviews)
    fill = [plan.problem.panel[person].name for person in people if plan.problem.panel[person].to_fill]
    return (
        *([missed] if missed else []),
        *([words("overview.gap", names=", ".join(gap))] if gap else []),
        *([words("overview.thin", names=", ".join(thin))] if thin else []),
        *([words("overview.fill", names=", ".join(fill))] if fill else []),
    )
