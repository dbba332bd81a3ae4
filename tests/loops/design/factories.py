"""Small rubrics, panels and problems for the planner's tests."""

import hashlib

from loops.design.model import Ask, Format, Interview, Interviewer, Loop, Panel, Problem, Rules
from rubric.catalogue.model import Anchor, Question, QuestionKind
from rubric.model import Item, Rubric
from rubric.value import Tier

FORMATS = (Format(id="talk", name="Talk", means="A talk.", lengths=(45, 60), holds=("past", "technical")),)


def unlike(competency: str, number: int) -> str:
    """A word of six letters that no other question holds."""
    digits = hashlib.sha256(f"{competency} {number}".encode()).hexdigest()[:6]
    return "".join(chr(97 + int(digit, 16)) for digit in digits)


def question(competency: str, number: int, minutes: int = 8, kind: QuestionKind = "past") -> Question:
    return Question(
        id=f"{competency}-q{number}",
        kind=kind,
        minutes=minutes,
        ask=f"Tell me about {unlike(competency, number)} and {unlike(competency, -number)}.",
        probes=("What did you do?", "What came of it?"),
        look_for=("An own part.",),
        red_flags=("No own part.",),
        separates=(2, 3),
    )


def item(
    name: str, tier: Tier = "must", minutes: tuple[int, ...] = (8, 8, 8, 8), weight: float = 0.5
) -> Item:
    return Item(
        id=name,
        name=name.capitalize(),
        area="area",
        means=f"Does {name}.",
        tier=tier,
        weight=weight,
        target=3,
        anchors=tuple(Anchor(level=level, seen=f"Does {name} at {level}.") for level in (1, 2, 3, 4)),
        questions=tuple(question(name, number, length) for number, length in enumerate(minutes, 1)),
        evidence=(),
    )


def rubric(*items: Item) -> Rubric:
    return Rubric(
        title="Test role",
        seniority="senior",
        language="en",
        catalogue_version="0",
        catalogue_hash="0",
        items=items,
        builds_on=(),
        left_out=(),
    )


def panel(*names: str, **of_all: object) -> Panel:
    return Panel(interviewers=tuple(Interviewer(id=n, name=n.capitalize(), **of_all) for n in names))


def problem(
    items: tuple[Item, ...],
    rules: Rules | None = None,
    people: Panel | None = None,
    formats: tuple[Format, ...] = FORMATS,
) -> Problem:
    people = people or panel("ana", "ben", "cem", "dia", "eva", "fay")
    return Problem(rubric=rubric(*items), panel=people, rules=rules or Rules(), formats=formats)


def sitting(
    number: int, who: str, *asked: str, minutes: int = 45, form: str = "talk", second: str = ""
) -> Interview:
    """An interview that asks questions given as `competency-qN`; `second` names those looked at again."""
    by: dict[str, list[str]] = {}
    for name in asked:
        by.setdefault(name.rsplit("-q", 1)[0], []).append(name)
    return Interview(
        id=f"interview-{number}",
        format=form,
        name="Talk",
        minutes=minutes,
        opening=5,
        closing=10,
        interviewer=who,
        items=tuple(
            Ask(
                competency=name,
                minutes=8 * len(names),
                questions=tuple(names),
                look="second" if name in second.split() else "first",
            )
            for name, names in by.items()
        ),
    )


def loop(*interviews: Interview) -> Loop:
    return Loop(
        plan="00000000", hash="0", status="found", gap=None, aims=(), interviews=interviews, coverage=()
    )
