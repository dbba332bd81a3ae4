"""A loop as a table, proven or not, and why there is none."""

from loops.cli.table import loop_table, no_loop_text
from loops.design.model import NoLoop


def test_a_loop_that_is_not_proven_says_how_far_it_may_be_off(planned):
    file = planned.plan_file
    found = file.model_copy(update={"status": "found", "gap": 0.042})
    assert "found within the work limit, not proven, at most 4.2% from the shortest." in loop_table(found)

    unknown = file.model_copy(update={"status": "found", "gap": None})
    assert "found within the work limit, not proven." in loop_table(unknown)


def test_the_work_limit_is_told_as_such():
    answer = NoLoop(plan="p", hash="h", why="work")
    assert no_loop_text(answer).startswith("No loop was found within the work limit")


def test_long_lists_of_competencies_go_on_below(planned):
    file = planned.plan_file
    items = [
        item.model_copy(update={"name": f"{item.name} {'long ' * 12}"[:60]})
        for item in file.problem.rubric.items
    ]
    rubric = file.problem.rubric.model_copy(update={"items": tuple(items), "title": None})
    long = file.model_copy(update={"problem": file.problem.model_copy(update={"rubric": rubric})})

    table = loop_table(long)
    assert table.startswith("Untitled posting")
    assert max(map(len, table.splitlines())) <= 125
