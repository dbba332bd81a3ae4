"""The overview prints which rules differ from their defaults, and why."""

from loops.design.model import Rules
from loops.packets import Settings
from loops.packets.overview import compose_overview
from tests.loops.packets.factories import plan_file


def test_a_changed_rule_is_printed_with_its_reason():
    plan = plan_file()
    rules = Rules(off=("no-question-twice",), reasons={"no-question-twice": "We like our question."})
    changed = plan.model_copy(update={"problem": plan.problem.model_copy(update={"rules": rules})})
    before = compose_overview(plan, Settings()).rules

    *_, last = compose_overview(changed, Settings()).rules

    assert last not in before
    assert last.value == "changed"
    assert last.name.startswith("Switched off: No question is asked twice")
    assert last.name.endswith("(We like our question.)")
