"""Ways out of a clash: for each number of the rules the steps by which a user could give way."""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from loops.design.model import Problem, Relaxation, Rules
from loops.design.problem import may_assess
from loops.design.rulebook import Constraint, rule_id, sentence_of
from loops.design.wording import capital, count


def ladders(problem: Problem, clash: Sequence[Constraint]) -> Iterator[list[Relaxation]]:
    """For each kind of change its steps, smallest first; each gives way further than the one before it."""
    rules = problem.rules
    yield [
        _step(
            f"Allow {count(n, 'interview')} instead of {count(rules.max_interviews, 'interview')}.",
            "More interviews for the candidate and the panel.",
            max_interviews=n,
        )
        for n in range(rules.max_interviews + 1, min(12, rules.max_interviews + 4) + 1)
    ]
    yield from ([step] for step in _longer(problem))
    yield list(_less_trust(rules))
    for field, noun, cost in _LOWER:
        yield list(_lower(rules, field, noun, cost))
    yield list(_more_each(problem))
    yield list(_more_from_one(problem))
    yield list(_drop(problem))
    for rule in clash:
        said = f"Switch off: {sentence_of(rule, rules)}"
        yield [_step(said, "What the rule protects is given up.", off=[*rules.off, rule_id(rule)])]


def more_minutes(now: int, needed: int) -> Relaxation:
    """Allow the minutes that the shortest loop needs."""
    return _step(
        f"Allow {needed} minutes instead of {now}.",
        f"{capital(count(needed - now, 'minute'))} more of the candidate's time.",
        max_minutes=needed,
    )


def _less_trust(rules: Rules) -> Iterator[Relaxation]:
    now = rules.dependability
    if now is None:
        return
    for fewer in range(1, 8):
        lower = round(now - 0.05 * fewer, 2)
        if lower > 0:
            said = f"Accept a dependability of {lower:.2f} instead of {now:.2f}."
            yield _step(said, "Scores of must-haves can be trusted less.", dependability=lower)


def _longer(problem: Problem) -> Iterator[Relaxation]:
    allowed = problem.rules.lengths
    lengths = {length for kind in problem.formats for length in kind.lengths}
    for length in sorted(lengths) if allowed else ():
        if allowed and length > max(allowed):
            said = f"Allow interviews of {length} minutes."
            yield _step(said, "Longer interviews.", lengths=[*allowed, length])


_LOWER = (
    ("questions_per_look", "question a look", "Each look tells less."),
    ("assessors_per_must", "interviewer for each must-have", "One person's severity weighs more."),
    ("should_assessors", "interviewer for each should-have", "Should-haves may go unseen."),
    ("least_questions_a_look", "question in every look", "Some looks tell less."),
    ("from_another_team", "interview by another team", "No view from outside the team."),
)


def _lower(rules: Rules, field: str, noun: str, cost: str) -> Iterator[Relaxation]:
    now: int = getattr(rules, field)
    least = 0 if field in ("should_assessors", "from_another_team") else 1
    for number in range(now - 1, least - 1, -1):
        head, _, tail = noun.partition(" ")
        said = f"Ask for {count(number, head)} {tail} instead of {count(now, head)}."
        yield _step(said, cost, **{field: number})


def _more_each(problem: Problem) -> Iterator[Relaxation]:
    rules = problem.rules
    for number in range(rules.competencies_per_interview + 1, 5):
        yield _step(
            f"Allow {count(number, 'competency')} in an interview.",
            "Ratings of many competencies at once are less accurate.",
            competencies_per_interview=number,
        )


def _more_from_one(problem: Problem) -> Iterator[Relaxation]:
    if not all(person.to_fill for person in problem.panel.interviewers):
        yield _step(
            "Let one person hold two interviews.",
            "Fewer people carry the decision.",
            max_per_interviewer=problem.rules.max_per_interviewer + 1,
        )


def _drop(problem: Problem) -> Iterator[Relaxation]:
    """Leave out must-haves that the panel cannot assess, then the lightest, one more with each step."""
    musts = [item for item in problem.rubric.items if item.tier == "must"]
    musts = [item for item in musts if item.id not in problem.rules.leave_out]
    people = [person for person in problem.panel.interviewers if person.training == "trained"]
    able = {item.id: sum(may_assess(person, item) for person in people) for item in musts}
    need = problem.rules.assessors_per_must
    order = sorted(musts, key=lambda item: (able[item.id] >= need, item.weight))
    for number in range(1, min(5, len(order))):
        names = " and ".join(item.name for item in order[:number])
        yield _step(
            f"Leave out {names}.",
            f"{capital(count(number, 'must-have'))} fewer in the loop.",
            leave_out=[*problem.rules.leave_out, *(item.id for item in order[:number])],
        )


def _step(sentence: str, cost: str, **change: JsonValue) -> Relaxation:
    return Relaxation(sentence=sentence, change=dict(change), cost=cost)
