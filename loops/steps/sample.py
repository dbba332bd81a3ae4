"""A sample that has gone all the way: planned with people, held, and every scorecard returned."""

from pathlib import Path

from loops.design.model import Interview, PlanFile
from loops.steps.candidates import add_candidate, loop_of
from loops.steps.loop import make_loop, set_panel
from loops.steps.scorecards import type_in_scorecard
from loops.steps.start import start_sample
from loops.store import SavedPlan, Store

PANEL = Path(__file__).parents[2] / "examples" / "panel.yaml"
CODE = "4F2"
LEVELS = ((3, 4), (3, 3), (1, 2), (4, 3), (3, 2), (4, 4))
"""The level an interviewer gives to the first and to the later competencies, interview by interview."""

ADVICE = ("yes", "yes", "no", "strong-yes", "yes", "yes")


def start_held_sample(store: Store, who: str) -> SavedPlan:
    """The staff infrastructure engineer with the sample panel, and an invented candidate's scorecards."""
    begun = start_sample(store, "staff-infrastructure-engineer", who)
    staffed = set_panel(store, begun.seen_by(who), PANEL.read_bytes())
    planned = make_loop(store, staffed.seen_by(who))
    candidate = add_candidate(store, who, planned.id, CODE)
    file = loop_of(store, candidate)
    for number, interview in enumerate(file.interviews):
        answers = _answers(file, interview, number)
        type_in_scorecard(store, who, (candidate.id, interview.id), answers, complete=True)
    return planned


def _answers(file: PlanFile, interview: Interview, number: int) -> dict[str, str]:
    """What an interviewer typed: evidence that fits the anchor of the level that they gave."""
    told = {
        "recommendation": ADVICE[number % len(ADVICE)],
        "debrief": "Did anybody hear how the team took the change?",
        "name": file.problem.panel[interview.interviewer].name,
    }
    for place, competency in enumerate(dict.fromkeys(ask.competency for ask in interview.items)):
        level = LEVELS[number % len(LEVELS)][min(place, 1)]
        seen = next(each.seen for each in file.problem.item(competency).anchors if each.level == level)
        told |= {
            f"score:{competency}": str(level),
            f"evidence:{competency}": f"On a case of last year, in detail. {seen}",
        }
    return told
