"""The plan with the fewest edits that mends a loop that is run today."""

import re

from loops.design.audit.model import RunInterview, RunLoop, Tie
from loops.design.audit.ties import tie_questions
from loops.design.likeness import likeness
from loops.design.looks import name_looks
from loops.design.model import Ask, Format, Interview, Interviewer, Panel, Problem, Rules
from loops.design.problem import build_problem, holds
from loops.design.variables import closing_of, lengths_of, minutes_of, opening_of
from rubric.model import Item, Rubric


def problem_to_mend(
    run: RunLoop, rubric: Rubric, rules: Rules | None = None, panel: Panel | None = None
) -> Problem:
    """The problem whose best plan is the loop itself, changed as little as the rules allow.

    Named interviewers make the panel where none is given, with a role to fill for each further
    interview. A question stays where the rubric holds nearly the same one; another of the same
    competency stands in for the rest, and counts as an edit.
    """
    rules = rules or Rules()
    rules = rules.model_copy(
        update={"max_interviews": min(12, max(rules.max_interviews, len(run.interviews)))}
    )
    problem = build_problem(rubric, panel or people_of(run, rules), rules)
    ties = tie_questions(run, rubric)
    before = tuple(
        _interview(problem, run, number, tuple(tie for tie in ties if tie.interview == number))
        for number in range(len(run.interviews))
    )
    return problem.model_copy(update={"before": name_looks(before)})


def people_of(run: RunLoop, rules: Rules) -> Panel:
    """Everybody whom the loop names, who may assess all; then roles to fill up to the most interviews."""
    names = list(dict.fromkeys(who for each in run.interviews for who in each.interviewers[:1]))
    people = [Interviewer(id=_slug(name, n), name=name[:80]) for n, name in enumerate(names, 1)]
    roles = [
        Interviewer(id=f"role-{n}", name=f"Interviewer {n}", role="to be named", to_fill=True)
        for n in range(1, rules.max_interviews - len(people) + 1)
    ]
    return Panel(interviewers=(*people, *roles))


def _slug(name: str, number: int) -> str:
    found = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60]
    return f"{found}-{number}" if found else f"person-{number}"


def _interview(problem: Problem, run: RunLoop, number: int, ties: tuple[Tie, ...]) -> Interview:
    interview = run.interviews[number]
    asked: dict[str, list[str]] = {}
    for tie in ties:
        if tie.competency is not None:
            item = problem.item(tie.competency)
            if found := _same(item, interview.questions[tie.question].text):
                asked.setdefault(item.id, []).append(found)
    kind = _format(problem, asked)
    lengths = lengths_of(problem, kind) or kind.lengths
    return Interview(
        id=f"interview-{number + 1}",
        format=kind.id,
        name=kind.name,
        minutes=min(lengths, key=lambda length: abs(length - (interview.minutes or lengths[0]))),
        opening=opening_of(problem, kind),
        closing=closing_of(problem, kind),
        interviewer=_lead(problem, interview, number),
        items=tuple(
            Ask(
                competency=name,
                minutes=sum(
                    minutes_of(problem, q) for q in problem.item(name).questions if q.id in questions
                ),
                questions=tuple(dict.fromkeys(questions)),
                look="first",
            )
            for name, questions in asked.items()
        ),
    )


def _same(item: Item, text: str) -> str | None:
    best = max(item.questions, key=lambda question: likeness(question.ask, text))
    return best.id if likeness(best.ask, text) >= 0.6 else None


def _format(problem: Problem, asked: dict[str, list[str]]) -> Format:
    """The format that holds most of the questions of an interview; the first of equals."""
    needed = [
        (problem.item(name), question)
        for name, questions in asked.items()
        for question in problem.item(name).questions
        if question.id in questions
    ]
    open_to = [kind for kind in problem.formats if kind.holds and "interviewer" in kind.run_by]
    return max(open_to, key=lambda kind: sum(holds(kind, item, question) for item, question in needed))


def _lead(problem: Problem, interview: RunInterview, number: int) -> str:
    people = problem.panel.interviewers
    for person in people:
        if interview.interviewers and person.name == interview.interviewers[0][:80]:
            return person.id
    return people[number % len(people)].id
