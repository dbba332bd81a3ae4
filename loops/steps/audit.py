"""Steps on a loop that is run today: what is wrong with it, and the plan that mends it."""

from collections.abc import Iterator

from loops.design.audit.findings import audit_loop
from loops.design.audit.mend import problem_to_mend
from loops.design.audit.model import Audit, RunLoop
from loops.design.audit.reading import read_run_loop
from loops.design.model import PlanFile
from loops.design.program import Limits
from loops.design.solve import plan_loop
from loops.steps.loop import rubric_of
from loops.store import PlanState
from rubric.model import Item
from rubric.value import Value


class Audited(Value):
    """A loop that is run today beside what the plan's posting asks for."""

    run: RunLoop
    audit: Audit
    items: tuple[Item, ...]


def audit_run_loop(state: PlanState, data: bytes) -> Audited:
    """Read a loop's file (Greenhouse job stages, CSV or Markdown) and look it over under the plan's rules.

    Raises:
        InputError: The file cannot be used, or the plan has no competency to hold it against.
    """
    rubric = rubric_of(state)
    run = read_run_loop(data)
    return Audited(run=run, audit=audit_loop(run, rubric, state.rules), items=rubric.items)


def mend_run_loop(state: PlanState, run: RunLoop, limits: Limits) -> Iterator[PlanFile]:
    """The plan that mends a loop with the fewest edits, or why there is none."""
    problem = problem_to_mend(run, rubric_of(state), state.rules, state.panel)
    yield PlanFile.of(problem, plan_loop(problem, limits))
