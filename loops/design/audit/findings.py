"""What is wrong with a loop that is run today."""

from collections.abc import Iterator

from loops.design.audit.generic import why_generic
from loops.design.audit.model import Audit, Finding, RunLoop, Seen, Tie
from loops.design.audit.ties import tie_questions
from loops.design.likeness import near_same
from loops.design.model import Rules
from loops.design.wording import count
from rubric.model import Rubric

MINUTES = 8
"""Minutes that a question with its answer and probes takes, where a file says nothing."""


def audit_loop(run: RunLoop, rubric: Rubric, rules: Rules | None = None) -> Audit:
    """What a loop covers of a rubric, and every fault in a sentence, the gravest kinds first."""
    rules = rules or Rules()
    ties = tie_questions(run, rubric)
    coverage = _coverage(run, rubric, ties)
    return Audit(
        coverage=coverage,
        ties=ties,
        findings=(
            *_gaps(rubric, coverage, rules),
            *_overfull(run, rules),
            *_repeats(run),
            *_generic(run),
            *_loose(run, ties),
        ),
    )


def _coverage(run: RunLoop, rubric: Rubric, ties: tuple[Tie, ...]) -> tuple[Seen, ...]:
    seen: list[Seen] = []
    for item in rubric.items:
        mine = [tie for tie in ties if tie.competency == item.id]
        names = dict.fromkeys(run.interviews[tie.interview].name for tie in mine)
        seen.append(
            Seen(
                competency=item.id,
                interviews=tuple(names),
                questions=len(mine),
                minutes=min(600, MINUTES * len(mine)),
            )
        )
    return tuple(seen)


def _gaps(rubric: Rubric, coverage: tuple[Seen, ...], rules: Rules) -> Iterator[Finding]:
    for item, seen in zip(rubric.items, coverage, strict=True):
        need = rules.assessors_per_must if item.tier == "must" else 1
        if not seen.questions and item.tier != "nice":
            said = f"Nobody tests {item.name}, a {item.tier}-have."
            yield Finding(kind="untested", interview=None, sentence=said)
        elif item.tier == "must" and len(seen.interviews) < need:
            said = f"{item.name} is a must-have and is assessed in one interview only ({seen.interviews[0]})."
            yield Finding(kind="one-assessor", interview=seen.interviews[0], sentence=said)


def _overfull(run: RunLoop, rules: Rules) -> Iterator[Finding]:
    each = rules.minutes_per_question or MINUTES
    for interview in run.interviews:
        asked = len(interview.questions)
        need = rules.opening_minutes + each * asked + rules.closing_minutes
        if interview.minutes is not None and asked and need > interview.minutes:
            said = (
                f"{interview.name} is overfull: {count(asked, 'question')} with opening and closing need"
                f" {need} minutes, and it has {interview.minutes}."
            )
            yield Finding(kind="overfull", interview=interview.name, sentence=said)
        if not asked:
            said = f"{interview.name} has no written question, so candidates are not asked the same."
            yield Finding(kind="no-questions", interview=interview.name, sentence=said)


def _repeats(run: RunLoop) -> Iterator[Finding]:
    texts = [
        (f"{n}.{p}", q.text) for n, each in enumerate(run.interviews) for p, q in enumerate(each.questions)
    ]
    known = dict(texts)
    for one, other in near_same(texts):
        first, second = (run.interviews[int(name.split(".")[0])].name for name in (one, other))
        exact = known[one].casefold().split() == known[other].casefold().split()
        again = "asked again" if exact else "nearly asked again"
        said = f"“{_cut(known[one])}” ({first}) is {again} in {second}."
        yield Finding(kind="repeated" if exact else "near-same", interview=second, sentence=said)


def _generic(run: RunLoop) -> Iterator[Finding]:
    for interview in run.interviews:
        for question in interview.questions:
            if why := why_generic(question.text):
                said = f"“{_cut(question.text)}” ({interview.name}) fits any job. {why}"
                yield Finding(kind="generic", interview=interview.name, sentence=said)


def _loose(run: RunLoop, ties: tuple[Tie, ...]) -> Iterator[Finding]:
    for tie in ties:
        interview = run.interviews[tie.interview]
        text = interview.questions[tie.question].text
        if tie.competency is None and not why_generic(text):
            said = f"“{_cut(text)}” ({interview.name}) is tied to no competency of the rubric."
            yield Finding(kind="no-competency", interview=interview.name, sentence=said)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77].rsplit(' ', 1)[0]} …"
