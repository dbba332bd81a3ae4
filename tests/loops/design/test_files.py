import json

import pytest

from loops.design.files import (
    PlanError,
    load_formats,
    load_panel,
    load_rules,
    read_formats,
    read_loop,
    write_loop,
)
from loops.design.model import Loop, NoLoop, PlanFile, Rules
from loops.design.problem import build_problem
from loops.design.solve import plan_loop
from tests.loops.design.factories import item, panel, problem, rubric

KEYS = {"plan", "hash", "status", "gap", "aims", "interviews", "coverage", "clash", "relaxations", "left_out"}


def test_a_panel_is_read_from_a_file(tmp_path):
    path = tmp_path / "panel.yaml"
    path.write_text("interviewers:\n- {id: ana, name: Ana, may_assess: [sql], weekly_cap: 2}\n", "utf-8")

    (ana,) = load_panel(path).interviewers

    assert (ana.name, ana.may_assess, ana.weekly_cap) == ("Ana", ("sql",), 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            b"interviewers:\n- {id: a, name: A}\n- {id: a, name: B}", "names a twice", id="a name twice"
        ),
        pytest.param(b"interviewers:\n- {id: a, name: A, salary: 3}", "salary", id="an unknown key"),
        pytest.param(b"interviewers: {", "not YAML", id="not YAML"),
        pytest.param(b"\xff\xfe\x00", "not text", id="binary"),
        pytest.param(b"", "interviewers", id="empty"),
        pytest.param(b"x" * 4_000_001, "larger than 4 MB", id="too large"),
        pytest.param(b"a: &a [x]\nb: " + b"[*a]\n" * 250, "aliases", id="aliases"),
    ],
)
def test_a_bad_panel_file_is_one_clear_sentence(text, says):
    with pytest.raises(PlanError, match=says) as caught:
        load_panel(text)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named():
    with pytest.raises(PlanError, match=r"The rules file nowhere\.yaml cannot be read"):
        load_rules("nowhere.yaml")


def test_rules_hold_only_what_differs():
    assert load_rules(b"max_interviews: 4\nlengths: [60]\n") == Rules(max_interviews=4, lengths=(60,))
    assert load_rules(b"") == Rules()


def test_a_format_stands_once():
    row = b"- {id: a, name: A, means: A talk., lengths: [30], holds: [past]}\n"
    with pytest.raises(PlanError, match="names a twice"):
        read_formats(row + row)


def test_the_shipped_formats_hold_every_kind_of_question():
    assert len(load_formats()) == 13
    assert {kind for each in load_formats() for kind in each.holds} == {
        "past",
        "situation",
        "technical",
        "work-sample",
        "case",
    }


@pytest.mark.parametrize("rules", [Rules(), Rules(max_interviews=1)], ids=["a loop", "a clash"])
def test_a_loop_file_comes_back_as_it_was_written(rules):
    task = problem((item("sql"),), rules)
    plan = plan_loop(task)
    data = write_loop(PlanFile.of(task, plan))

    assert read_loop(data).result() == plan
    assert json.loads(data).keys() >= KEYS
    assert write_loop(PlanFile.of(task, plan_loop(task))) == data
    assert isinstance(plan, Loop | NoLoop)


def test_a_bad_loop_file_is_one_clear_sentence():
    with pytest.raises(PlanError, match="The loop file cannot be used"):
        read_loop(b"{}")


def test_status_none_needs_a_why():
    task = problem((item("sql"),))
    file = PlanFile.of(task, plan_loop(task)).model_dump(mode="json")
    with pytest.raises(PlanError, match="why stands"):
        read_loop(json.dumps({**file, "status": "none"}).encode())


@pytest.mark.parametrize(
    ("people", "rules", "says"),
    [
        pytest.param(panel("ana", may_assess=("spelling",)), Rules(), "assess “spelling”", id="competency"),
        pytest.param(
            panel("ana", formats=("chat",)), Rules(), "trains Ana for “chat”", id="a panel's format"
        ),
        pytest.param(panel(), Rules(), "names nobody", id="nobody"),
        pytest.param(None, Rules(must_hold=("chat",)), "the format “chat”", id="a rule's format"),
        pytest.param(None, Rules(critical=("chat",)), "the competency “chat”", id="a rule's competency"),
        pytest.param(None, Rules(min_interviews=4, max_interviews=2), "at least 4 interviews", id="numbers"),
        pytest.param(None, Rules(lengths=(50,)), "50 minutes", id="a length"),
        pytest.param(None, Rules(off=("be-nice",)), "“be-nice”", id="a rule"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(people, rules, says):
    with pytest.raises(PlanError, match=says):
        build_problem(rubric(item("sql")), people, rules)


def test_an_empty_rubric_has_no_loop():
    with pytest.raises(PlanError, match="no competency"):
        build_problem(rubric())


def test_without_a_panel_there_are_roles_to_fill():
    rules = Rules(
        max_interviews=3, must_hold=("recruiter-screen",), from_another_team=1, one_of_each_group=("north",)
    )

    task = build_problem(rubric(item("sql")), None, rules)
    plan = plan_loop(task)

    assert [each.name for each in task.panel.interviewers] == [
        "Interviewer 1",
        "Interviewer 2",
        "Interviewer 3",
        "Recruiter",
    ]
    assert all(each.to_fill for each in task.panel.interviewers)
    assert isinstance(plan, Loop)
    assert plan.interviews[0].format == "recruiter-screen"


@pytest.mark.parametrize(
    ("load", "text", "says"),
    [
        (load_rules, b"max_intervews: 3", "unknown rule max_intervews; did you mean max_interviews?"),
        (load_rules, b"zzz: 3", "unknown rule zzz."),
        (load_panel, b"interviewer: []", "unknown entry interviewer; did you mean interviewers?"),
        (
            load_panel,
            b"interviewers: [{id: a, name: A, wekly_cap: 3}]",
            "unknown entry wekly_cap; did you mean weekly_cap?",
        ),
    ],
)
def test_an_unknown_key_is_told_with_the_one_it_is_most_like(load, text, says):
    with pytest.raises(PlanError) as told:
        load(text)
    assert str(told.value).endswith(says)
