"""The values of a form to a scorecard and its problems; the same rules for files and for what is typed in."""

from typing import get_args

from loops.design.model import Interview, PlanFile
from loops.scorecards.filled import Filled
from loops.scorecards.model import (
    Answer,
    Blank,
    NotObserved,
    Observed,
    Problem,
    Rating,
    Recommendation,
    Scorecard,
)
from loops.scorecards.say import problem

NOT_ASSESSED = "na"


def judge(
    filled: Filled, marks: dict[str, str], plan: PlanFile | None, returned: str
) -> tuple[Scorecard, tuple[Problem, ...]]:
    """Put together what was handed back, and say what is wrong with it; nothing is guessed.

    Args:
        filled: The fields.
        marks: What the form belongs to: plan, hash, version, interview, interviewer, candidate.
        plan: The plan that the marks belong to; None where it is not known.
        returned: When it came in.
    """
    values = filled.values
    interview = find_interview(plan, marks.get("interview", ""))
    names = {item.id: item.name for item in plan.problem.rubric.items} if plan else {}
    expected = [ask.competency for ask in interview.items] if interview else []
    there = [name[6:] for name in values if name.startswith("score:")]
    ratings = tuple(_rating(values, competency) for competency in dict.fromkeys((*expected, *there)))
    chosen = values.get("recommendation", ())
    code = marks.get("candidate", "") or _text(values, "candidate")
    card = Scorecard(
        plan=marks["plan"],
        hash=marks.get("hash", ""),
        version=marks.get("version", ""),
        interview=marks.get("interview", ""),
        interviewer=marks.get("interviewer", ""),
        candidate=code,
        ratings=ratings,
        recommendation=_recommendation(chosen),
        change=_text(values, "change"),
        debrief=_text(values, "debrief"),
        signed=_text(values, "name"),
        dated=_text(values, "date"),
        when=_text(values, "when"),
        ready=_ticks(values, "ready:"),
        returned=returned,
    )
    problems = [
        *([problem("no-candidate")] if not code else []),
        *(problem("cut", field=name) for name in filled.cut),
        *(
            fault
            for rating in ratings
            for fault in _faults(values, rating, names.get(rating.competency, rating.competency))
        ),
        *(
            problem("unknown-competency", each, competency=names.get(each, each))
            for each in there
            if expected and each not in expected
        ),
        *_double(values),
        *([problem("no-recommendation")] if not chosen else []),
    ]
    return card, tuple(problems)


def find_interview(plan: PlanFile | None, wanted: str) -> Interview | None:
    """The interview of an id; None where the plan has none, or is not known."""
    return next((each for each in plan.interviews if each.id == wanted), None) if plan else None


def _text(values: dict[str, tuple[str, ...]], name: str) -> str:
    """A field's words; where it stands twice with different words, both, one below the other."""
    return "\n".join(values.get(name, ()))


def _ticks(values: dict[str, tuple[str, ...]], start: str) -> tuple[str, ...]:
    return tuple(name[len(start) :] for name, answers in values.items() if name.startswith(start) and answers)


def _recommendation(chosen: tuple[str, ...]) -> Recommendation | None:
    """The one answer that was given; None for none and for two."""
    known = [answer for answer in get_args(Recommendation) if answer in chosen]
    return known[0] if len(chosen) == 1 and known else None


def _rating(values: dict[str, tuple[str, ...]], competency: str) -> Rating:
    notes = tuple(
        "\n".join(answers)
        for name, answers in values.items()
        if name.startswith(f"notes:{competency}:") and answers
    )
    ticks = (*_ticks(values, "asked:"), *_ticks(values, "probe:"))
    return Rating(
        competency=competency,
        answer=_answer(values.get(f"score:{competency}", ()), _text(values, f"evidence:{competency}")),
        notes=notes,
        asked=tuple(tick for tick in ticks if tick.startswith(f"{competency}-")),
    )


def _answer(marked: tuple[str, ...], words: str) -> Answer:
    if marked == (NOT_ASSESSED,):
        return NotObserved(why=words)
    if len(marked) == 1 and marked[0] in "1234567" and len(marked[0]) == 1:
        return Observed(level=int(marked[0]), evidence=words)
    return Blank(evidence=words)


def _faults(values: dict[str, tuple[str, ...]], rating: Rating, name: str) -> list[Problem]:
    """What is wrong with one rating; `name` is what the competency is called."""
    competency, marked = rating.competency, values.get(f"score:{rating.competency}", ())
    match rating.answer:
        case Observed(evidence=words) if not words.strip():
            return [problem("no-evidence", competency, competency=name)]
        case NotObserved(why=words) if not words.strip():
            return [problem("no-reason", competency, competency=name)]
        case Blank() if len(marked) > 1:
            return [problem("two-answers", competency, competency=name, answers=" and ".join(sorted(marked)))]
        case Blank() if marked:
            return [problem("not-a-level", competency, competency=name, answers=marked[0][:20])]
        case Blank():
            return [problem("no-rating", competency, competency=name)]
        case _:
            return []


def _double(values: dict[str, tuple[str, ...]]) -> list[Problem]:
    """Fields other than levels that stand twice with different contents."""
    return [
        problem("two-answers", competency=name, answers=" and ".join(answer[:40] for answer in answers))
        for name, answers in values.items()
        if len(answers) > 1 and not name.startswith("score:")
    ]
