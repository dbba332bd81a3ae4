"""Scores typed into a form of the app, with the same rules as a returned file."""

from collections.abc import Mapping

from loops.design.model import PlanFile
from loops.packets.model import PACKET_VERSION
from loops.scorecards.filled import MOST_CHARACTERS, Filled
from loops.scorecards.judge import judge
from loops.scorecards.model import Returned
from loops.scorecards.say import problem


def type_scorecard(
    plan: PlanFile, interview: str, candidate: str, answers: Mapping[str, str], returned: str = ""
) -> Returned:
    """A scorecard from what somebody typed.

    Args:
        plan: The plan.
        interview: The interview's id.
        candidate: The candidate's code.
        answers: By the names of the packet's fields: `score:<competency>` (a level, or `na`),
            `evidence:<competency>`, `notes:<competency>:1`, `recommendation`, `change`, `debrief`, `name`,
            `date`.
        returned: When it was typed, in the words to keep.
    """
    held = next((each for each in plan.interviews if each.id == interview), None)
    if held is None:
        fault = problem("unknown-interview", interview=interview)
        return Returned(file="", scorecard=None, problems=(fault,), values={})
    values = {name: (answer[:MOST_CHARACTERS],) for name, answer in answers.items() if answer.strip()}
    long = tuple(name for name, answer in answers.items() if len(answer) > MOST_CHARACTERS)
    marks = {
        "plan": plan.plan,
        "hash": plan.hash,
        "version": PACKET_VERSION,
        "interview": held.id,
        "interviewer": held.interviewer,
        "candidate": candidate,
    }
    card, problems = judge(Filled(values, marks, True, long), marks, plan, returned)
    return Returned(file="", scorecard=card, problems=problems, values=values)
