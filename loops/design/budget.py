"""Sums that show in one sentence why there can be no loop; no solver is needed for them."""

from collections.abc import Iterator

from loops.design.model import Problem
from loops.design.problem import may_assess
from loops.design.variables import minutes_of
from loops.design.wording import capital, count
from rubric.model import Item


def budget_faults(problem: Problem) -> Iterator[str]:
    """Every plain reason: too few questions, too few interviews, too few people for one competency."""
    musts = [item for item in problem.rubric.items if item.tier == "must"]
    musts = [item for item in musts if item.id not in problem.rules.leave_out]
    if musts:
        yield from _questions(problem, musts)
        yield from _looks(problem, musts)
    for item in musts:
        yield from _people(problem, item)
        yield from _stock(problem, item)


def _questions(problem: Problem, musts: list[Item]) -> Iterator[str]:
    rules = problem.rules
    need = len(musts) * max(rules.questions_per_must, rules.assessors_per_must * rules.questions_per_look)
    shortest = min(minutes_of(problem, question) for item in musts for question in item.questions)
    longest = max(rules.lengths or [length for kind in problem.formats for length in kind.lengths])
    each = max(0, longest - rules.opening_minutes - rules.closing_minutes) // shortest
    if need > each * rules.max_interviews:
        held = count(rules.max_interviews, f"{longest}-minute interview")
        yield (
            f"{_have(musts)} {count(need, 'question')};"
            f" {held} hold{'s' if rules.max_interviews == 1 else ''} {each * rules.max_interviews}."
        )


def _looks(problem: Problem, musts: list[Item]) -> Iterator[str]:
    rules = problem.rules
    need = len(musts) * rules.assessors_per_must
    people = [person for person in problem.panel.interviewers if person.training == "trained"]
    interviews = min(rules.max_interviews, len(people) * rules.max_per_interviewer)
    if need > interviews * rules.competencies_per_interview:
        yield (
            f"{_have(musts)} {count(need, 'look')}; {count(interviews, 'interview')}"
            f" of at most {count(rules.competencies_per_interview, 'competency')}"
            f" hold{'s' if interviews == 1 else ''} {interviews * rules.competencies_per_interview}."
        )


def _people(problem: Problem, item: Item) -> Iterator[str]:
    need = problem.rules.assessors_per_must
    able = [
        each for each in problem.panel.interviewers if may_assess(each, item) and each.training == "trained"
    ]
    if len(able) < need:
        names = f" ({', '.join(each.name for each in able)})" if able else ""
        yield (
            f"{item.name} needs {count(need, 'interviewer')};"
            f" {count(len(able), 'trained person')} of the panel may assess it{names}."
        )


def _stock(problem: Problem, item: Item) -> Iterator[str]:
    rules = problem.rules
    need = max(rules.questions_per_must, rules.assessors_per_must * rules.questions_per_look)
    if len(item.questions) < need:
        yield f"{item.name} needs {count(need, 'question')}; the rubric has {len(item.questions)}."


def _have(musts: list[Item]) -> str:
    return f"{capital(count(len(musts), 'must-have'))} need{'s' if len(musts) == 1 else ''}"
