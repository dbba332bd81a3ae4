"""Returned files to scorecards, each matched to its plan, interviewer and candidate."""

from collections import Counter
from collections.abc import Iterable

from loops.design.model import Interview, PlanFile
from loops.packets.model import PACKET_VERSION
from loops.scorecards.filled import Filled, UnreadableError, read_filled
from loops.scorecards.judge import find_interview, judge
from loops.scorecards.model import Problem, Returned, Scorecard
from loops.scorecards.say import problem


def read_scorecard(
    data: bytes, name: str, plan: PlanFile | None = None, candidate: str = "", returned: str = ""
) -> Returned:
    """Read one returned packet; what cannot be read is a problem in words, never an exception.

    Args:
        data: The file.
        name: What to call it.
        plan: The plan it should belong to; None reads it for what it says.
        candidate: The code of the candidate it should be about; empty takes any.
        returned: When it came in, in the words to keep.
    """
    try:
        filled = read_filled(data)
    except UnreadableError as error:
        return Returned(file=name, scorecard=None, problems=(problem(error.fault),), values={})
    marks = _marks(filled)
    if not marks.get("plan") or marks.get("kind") not in ("interview", ""):
        return _refused(name, filled, problem("not-ours"))
    if not filled.has_form:
        return _refused(name, filled, problem("paper"))
    if faults := _strange(marks, plan, candidate):
        return _refused(name, filled, *faults)
    interview = find_interview(plan, marks.get("interview", ""))
    card, problems = judge(filled, marks, plan, returned)
    problems = (*_differs(marks, interview, plan), *problems)
    return Returned(file=name, scorecard=card, problems=problems, values=filled.values)


def read_scorecards(
    files: Iterable[tuple[str, bytes]], plan: PlanFile | None = None, candidate: str = "", returned: str = ""
) -> tuple[Returned, ...]:
    """Read many returned packets; the same interviewer twice for one candidate is said of each of the two."""
    read = [read_scorecard(data, name, plan, candidate, returned) for name, data in files]
    seen = Counter(_whose(each.scorecard) for each in read if each.scorecard)
    return tuple(
        each.model_copy(update={"problems": (*each.problems, problem("twice"))})
        if each.scorecard and seen[_whose(each.scorecard)] > 1
        else each
        for each in read
    )


def _whose(card: Scorecard) -> tuple[str, str, str, str]:
    return card.plan, card.interview, card.interviewer, card.candidate


def _refused(name: str, filled: Filled, *problems: Problem) -> Returned:
    """A file without a scorecard; what it holds is kept all the same."""
    return Returned(file=name, scorecard=None, problems=problems, values=filled.values)


def _marks(filled: Filled) -> dict[str, str]:
    """What the file says it belongs to: its hidden fields, else the marks in its own data."""
    hidden = {
        name[5:]: answers[0] for name, answers in filled.values.items() if name[:5] == "meta:" and answers
    }
    return {**filled.marks, **hidden}


def _strange(marks: dict[str, str], plan: PlanFile | None, candidate: str) -> tuple[Problem, ...]:
    """Why the marks do not belong to the plan and the candidate; such a file is not counted."""
    found = marks.get("candidate", "")
    if candidate and found and found != candidate:
        return (problem("another-candidate", found=found, code=candidate),)
    if plan is None:
        return ()
    if marks["plan"] != plan.plan:
        return (problem("another-plan", found=marks["plan"], plan=plan.plan),)
    if marks.get("hash") != plan.hash:
        return (problem("another-version", plan=plan.plan),)
    if find_interview(plan, marks.get("interview", "")) is None:
        return (problem("unknown-interview", interview=marks.get("interview", "") or "–"),)
    return ()


def _differs(
    marks: dict[str, str], interview: Interview | None, plan: PlanFile | None
) -> tuple[Problem, ...]:
    """What differs from the plan without making the file unreadable."""
    found = []
    if marks.get("version") != PACKET_VERSION:
        found.append(problem("another-version", plan=plan.plan if plan else marks["plan"]))
    if interview and marks.get("interviewer") != interview.interviewer:
        found.append(
            problem("another-interviewer", found=marks.get("interviewer", "–"), who=interview.interviewer)
        )
    return tuple(found)
