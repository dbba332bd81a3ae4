"""How far a score of a loop can be trusted before anybody was interviewed."""

from collections.abc import Mapping

from loops.design.model import Format, Interview, Measure, Problem
from rubric.model import Item

PRESETS: Mapping[str, Measure] = {
    "roberts-2014": Measure(
        name="Roberts 2014 (behavioural interviews)",
        source="Roberts et al. 2014, BMC Medical Education 14:169, table 2; severity counts as error.",
        candidate=0.47,
        interviewer=0.15 + 0.67,
        question=0.02 + 0.06 + 0.30,
    ),
    "huffcutt-2013": Measure(
        name="Huffcutt 2013 (separate interviews, .44)",
        source="Huffcutt, Culbertson and Weyhrauch 2013, IJSA 21, 264-276: .44 with four questions a look.",
        candidate=0.47,
        interviewer=0.47 * (0.56 / 0.44 - 1.5 / 4),
        question=0.47 * 1.5,
    ),
}


def measure_of(problem: Problem) -> Measure:
    """The variances that the rules name."""
    chosen = problem.rules.measure
    return chosen if isinstance(chosen, Measure) else PRESETS[chosen]


def information(measure: Measure, questions: int, fit: float = 1.0) -> float:
    """What one look with so many questions tells, in units of the candidates' variance.

    Independent looks add up. 0 for no question.
    Source: Brennan 2001, p x (i:r), absolute error: interviewer + question / n.
    """
    if questions == 0:
        return 0.0
    return fit * measure.candidate / (measure.interviewer + measure.question / questions)


def dependability(told: float) -> float:
    """The share of true differences in a score that rests on so much information (phi).

    >>> roberts = PRESETS["roberts-2014"]
    >>> [round(dependability(n * information(roberts, 1)), 2) for n in (1, 4, 6, 10)]
    [0.28, 0.61, 0.7, 0.8]
    """
    return told / (1 + told)


def sem(measure: Measure, told: float) -> float | None:
    """Standard error of a score in points of the scale; None where nothing is known."""
    return (measure.candidate / told) ** 0.5 if told else None


def fit_of(kind: Format, item: Item) -> float:
    """How much of a competency a format shows, 0 to 1."""
    return kind.fit.get(item.id, kind.fit.get(item.area, 1.0))


def told_by(problem: Problem, interviews: tuple[Interview, ...]) -> dict[str, float]:
    """The information of a loop on each competency of the rubric."""
    measure = measure_of(problem)
    told = {item.id: 0.0 for item in problem.rubric.items}
    for interview in interviews:
        for ask in interview.items:
            shown = fit_of(problem.format(interview.format), problem.item(ask.competency))
            told[ask.competency] += information(measure, len(ask.questions), shown)
    return told


def quality(problem: Problem, interviews: tuple[Interview, ...]) -> float:
    """Dependability of the whole: the mean over the competencies, weighted by importance."""
    told = told_by(problem, interviews)
    total = sum(item.weight for item in problem.rubric.items) or 1.0
    return sum(item.weight * dependability(told[item.id]) for item in problem.rubric.items) / total
