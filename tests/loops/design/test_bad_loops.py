"""The checker is shown lists of interviews that are no loop at all."""

import pytest

from loops.design.ladders import ladders
from loops.design.model import Format, Interviewer, Loop, NoLoop, Panel, Rules
from loops.design.program import Limits
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import FORMATS, item, loop, problem, sitting

PEOPLE = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana", may_assess=("sql",), up_to={"sql": 2}, formats=("demo",)),
        Interviewer(id="ben", name="Ben"),
        Interviewer(id="cem", name="Cem", kind="recruiter"),
    )
)
KINDS = (
    FORMATS[0].model_copy(update={"copies": 1}),
    Format(id="demo", name="Demo", means="A demo.", lengths=(45,), holds=("case",), suits=("care",)),
)
TASK = problem((item("sql", "nice"), item("care", "nice")), Rules(), PEOPLE, KINDS)
GOOD = sitting(1, "ben", "sql-q1")


def changed(**fields):
    return GOOD.model_copy(update=fields)


def ask(**fields):
    return changed(items=(GOOD.items[0].model_copy(update=fields),))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        pytest.param([changed(format="chat")], "the unknown format chat", id="format"),
        pytest.param([changed(interviewer="zoe")], "zoe, who is not on the panel", id="person"),
        pytest.param(
            [ask(competency="art")], "assesses art, which the rubric does not ask for", id="competency"
        ),
        pytest.param([ask(questions=("care-q1",))], "where it does not belong", id="stray question"),
        pytest.param([changed(items=())], "assesses nothing", id="empty"),
        pytest.param([ask(questions=(), minutes=0)], "asks nothing on it", id="no question"),
        pytest.param([changed(items=(*GOOD.items, *GOOD.items))], "names sql twice", id="twice"),
        pytest.param([changed(minutes=50)], "no length of Talk", id="length"),
        pytest.param([changed(format="demo")], "a kind that Demo does not hold", id="kind"),
        pytest.param([changed(format="demo")], "which Demo does not suit", id="suits"),
        pytest.param([changed(interviewer="cem")], "Cem may not hold Talk", id="recruiter"),
        pytest.param([changed(interviewer="ana")], "Ana may not hold Talk", id="training"),
        pytest.param([sitting(1, "ana", "care-q1")], "Ana may not assess care", id="may assess"),
        pytest.param([changed(interviewer="ana")], "only up to level 2", id="level"),
        pytest.param([ask(minutes=9)], "9 minutes, not those of its questions", id="minutes"),
        pytest.param([ask(look="second")], "calls its look at sql the second", id="look"),
        pytest.param(
            [GOOD, sitting(2, "ben", "sql-q2", second="sql")],
            "ben assesses sql in 2 interviews",
            id="looks twice",
        ),
        pytest.param([GOOD, sitting(2, "ben", "care-q1")], "The format talk stands 2 times", id="copies"),
    ],
)
def test_what_is_no_loop_is_found(bad, says):
    faults = verify(TASK, loop(*bad))

    assert any(says in fault for fault in faults), faults


@pytest.mark.parametrize("wrong", [{"opening": 0}, {"closing": 5}])
def test_an_opening_or_a_closing_that_is_skimped_is_found(wrong):
    (fault,) = verify(TASK, loop(changed(**wrong)))

    assert fault.startswith("interview-1 opens for")


def test_one_person_of_another_team_is_not_two():
    people = Panel(interviewers=(Interviewer(id="ben", name="Ben", other_team=True),))
    task = problem((item("sql", "nice"),), Rules(from_another_team=2), people, KINDS)

    assert verify(task, loop(GOOD)) == ["Another team leads 1 interviews."]


def test_a_good_list_has_no_fault():
    assert verify(TASK, loop(GOOD)) == []


def test_a_competency_that_the_rules_leave_out_is_not_assessed():
    left = TASK.model_copy(update={"rules": Rules(leave_out=("sql",))})

    assert "interview-1 assesses sql, which the rubric does not ask for." in verify(left, loop(GOOD))


def test_more_minutes_are_offered_where_minutes_are_short():
    plan = plan_loop(problem((item("sql"), item("care")), Rules(max_minutes=60, lengths=(45,))))

    assert isinstance(plan, NoLoop)
    said = {each.sentence: each for each in plan.relaxations}
    assert said["Allow 90 minutes instead of 60."].change == {"max_minutes": 90}
    assert said["Allow 90 minutes instead of 60."].cost == "30 minutes more of the candidate's time."
    assert "The loop takes at most 60 minutes of the candidate's time." in plan.clash


def test_every_step_of_every_ladder_is_a_change_of_the_rules():
    rules = Rules(
        questions_per_look=2,
        least_questions_a_look=2,
        from_another_team=1,
        lengths=(45,),
        dependability=0.6,
        competencies_per_interview=2,
    )
    steps = [step for ladder in ladders(problem((item("sql"), item("care")), rules), ()) for step in ladder]
    fields = {name for step in steps for name in step.change}

    assert fields == {
        "max_interviews",
        "dependability",
        "lengths",
        "questions_per_look",
        "assessors_per_must",
        "should_assessors",
        "least_questions_a_look",
        "from_another_team",
        "competencies_per_interview",
        "max_per_interviewer",
        "leave_out",
    }


def test_no_work_at_all_is_no_answer():
    plan = plan_loop(problem((item("sql"), item("care"))), Limits(nodes=0, stop=lambda: True))

    assert isinstance(plan, Loop) or plan.why == "work"
