"""Made planning problems of growing size; the same seed gives the same problem.

The heaviest competencies are must-haves of at least 20 minutes, the heaviest of those with two assessors;
a format holds most kinds of questions, not all; people rate some types, are trained for some formats, and
some have no room in their week. The planner counts questions, so a question has no weight of its own.
"""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loops.design.model import Format, Interviewer, Panel, Problem, Rules
from rubric.catalogue.model import Anchor, Question
from rubric.model import Item, Rubric

TYPES = ("coding", "design", "debugging", "domain", "behaviour", "leading", "talking", "culture")
MINUTES = (6, 8, 10, 12, 15, 20)
KINDS = ("past", "situation", "technical", "work-sample", "case")
CAP = 4

FORMATS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "design_formats.toml").read_text("utf-8")
)["format"]


@dataclass(frozen=True)
class Size:
    """How large a problem is; `minutes` and `interviews` are the limits of the loop."""

    competencies: int
    formats: int
    people: int
    minutes: int
    interviews: int
    seed: int

    @property
    def name(self) -> str:
        """A short name: competencies/formats/people/minutes/interviews (seed)."""
        return (
            f"{self.competencies}/{self.formats}/{self.people}/{self.minutes}/{self.interviews} ({self.seed})"
        )


FROZEN = (
    Size(8, 6, 9, 300, 6, 2),
    Size(8, 8, 8, 300, 6, 1),
    Size(8, 8, 12, 300, 6, 2),
    Size(8, 8, 10, 300, 6, 3),
    Size(8, 8, 12, 300, 6, 4),
    Size(8, 10, 12, 300, 6, 5),
    Size(10, 8, 12, 300, 6, 1),
    Size(10, 8, 15, 300, 6, 2),
    Size(12, 8, 15, 300, 6, 3),
    Size(12, 8, 15, 300, 6, 4),
    Size(12, 10, 18, 330, 6, 5),
    Size(16, 10, 20, 330, 6, 1),
    Size(16, 10, 20, 330, 6, 2),
    Size(20, 10, 25, 330, 6, 1),
    Size(20, 10, 20, 330, 6, 2),
    Size(20, 12, 30, 330, 6, 3),
    Size(20, 12, 30, 330, 6, 4),
    Size(40, 15, 60, 360, 7, 1),
    Size(40, 15, 60, 360, 7, 2),
    Size(40, 15, 60, 360, 7, 3),
)


GROWTH = (
    *(Size(number, 10, 24, 330, 6, 7) for number in (8, 12, 16, 24)),
    *(Size(12, number, 24, 330, 6, 7) for number in (6, 8, 14)),
    *(Size(12, 10, number, 330, 6, 7) for number in (12, 48)),
)
"""One number grows, the others stay: competencies, formats, people."""


def made_problem(size: Size) -> Problem:
    """A problem of a size: few heavy weights, must-haves, people for some types and formats."""
    dice = random.Random(size.seed)  # noqa: S311
    types = [TYPES[n % len(TYPES)] if n < 8 else dice.choice(TYPES) for n in range(size.competencies)]
    weights = sorted((dice.gammavariate(1.2, 1) for _ in types), reverse=True)
    weights = [max(0.01, weight / max(weights)) for weight in weights]
    musts = min(6, max(3, size.competencies // 5))
    twice = max(2, musts // 2)
    items = tuple(
        _item(dice, n, kind, weights[n], "must" if n < musts else "nice") for n, kind in enumerate(types)
    )
    kinds = tuple(_format(dice, row) for row in FORMATS[: size.formats])
    return Problem(
        rubric=Rubric(
            title=f"Made {size.name}",
            seniority="senior",
            language="en",
            catalogue_version="0",
            catalogue_hash="0",
            items=items,
            builds_on=(),
            left_out=(),
        ),
        panel=Panel(interviewers=_people(dice, size, items, kinds)),
        rules=Rules(
            aim="best",
            max_minutes=size.minutes,
            max_interviews=size.interviews,
            minutes_per_must=20,
            assessors_per_must=1,
            critical=tuple(item.id for item in items[:twice]),
            assessors_per_critical=2,
            measure="huffcutt-2013",
            competencies_per_interview=4,
            must_hold=tuple(row["name"] for row in FORMATS[: size.formats] if row["demanded"]),
            from_another_team=1,
            off=("no-near-same-question",),
        ),
        formats=kinds,
    )


def _item(dice: random.Random, number: int, kind: str, weight: float, tier: str) -> Item:
    name = f"c{number}"
    return Item.model_validate(
        {
            "id": name,
            "name": f"{kind.capitalize()} {number}",
            "area": kind,
            "means": f"Does {kind}.",
            "tier": tier,
            "weight": weight,
            "target": 3,
            "anchors": tuple(Anchor(level=level, seen=f"Does it at {level}.") for level in (1, 2, 3, 4)),
            "questions": tuple(
                Question(
                    id=f"{name}-q{n}",
                    kind=dice.choice(KINDS),
                    minutes=dice.choice(MINUTES),
                    ask=f"Question {n} on competency {number} of the made problem.",
                    probes=("What did you do?", "What came of it?"),
                    look_for=("An own part.",),
                    red_flags=("No own part.",),
                    separates=(2, 3),
                )
                for n in range(1, dice.randint(6, 12) + 1)
            ),
            "evidence": (),
        }
    )


def _format(dice: random.Random, row: dict[str, Any]) -> Format:
    holds = [kind for kind in KINDS if dice.random() < 0.85] or ["past"]
    return Format(
        id=row["name"],
        name=row["name"].capitalize(),
        means="Made.",
        lengths=tuple(row["lengths"]),
        holds=tuple(holds),
        opening=row["unscored"],
        closing=0,
        copies=row["copies"],
        suits=tuple(row["shows"]),
        fit=row["shows"],
    )


def _people(
    dice: random.Random, size: Size, items: tuple[Item, ...], kinds: tuple[Format, ...]
) -> tuple[Interviewer, ...]:
    people: list[Interviewer] = []
    for n in range(size.people):
        trained = dice.sample([kind.id for kind in kinds], min(len(kinds), dice.randint(2, 5)))
        rates = [each for each in TYPES if dice.random() < 0.6] or ["talking"]
        people.append(
            Interviewer(
                id=f"p{n}",
                name=f"Person {n}",
                may_assess=tuple(rates),
                formats=tuple(sorted(trained)),
                weekly_cap=CAP,
                booked=dice.randint(0, CAP),
                other_team=dice.random() > 0.6,
            )
        )
    for kind in kinds:
        while sum(kind.id in each.formats and each.booked < CAP for each in people) < 2:
            n = dice.randrange(size.people)
            formats = tuple(sorted({*people[n].formats, kind.id}))
            room = {"formats": formats, "booked": min(people[n].booked, CAP - 1)}
            people[n] = people[n].model_copy(update=room)
    return tuple(people)
