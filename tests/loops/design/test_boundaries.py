"""The checker at the edge of each number: what is just enough is no fault."""

from loops.design.facts import Facts
from loops.design.model import Format, Interviewer, Panel, Pin, Rules
from loops.design.verify import verify
from loops.design.verify_coverage import musts_have_their_minutes
from loops.design.verify_people import say_pin, wishes_are_kept
from loops.design.verify_sittings import questions_fit_the_minutes
from tests.loops.design.factories import FORMATS, item, loop, problem, sitting

ONE = sitting(1, "ana", "sql-q1")
BRISK = Format(
    id="brisk", name="Brisk", means="No small talk.", lengths=(45,), holds=("past",), opening=0, closing=0
)


def test_an_interview_that_is_exactly_full_is_no_fault():
    task = problem((item("sql", "nice", (30,)),), Rules())
    full = sitting(1, "ana", "sql-q1").model_copy(update={"minutes": 45})

    assert list(questions_fit_the_minutes(Facts(task, (full,)))) == []


def test_a_format_with_its_own_opening_and_closing_is_held_to_them():
    task = problem((item("sql"),), Rules(), None, (*FORMATS, BRISK))
    brisk = ONE.model_copy(update={"format": "brisk", "opening": 0, "closing": 0})
    said = list(questions_fit_the_minutes(Facts(task, (brisk.model_copy(update={"opening": 5}),))))

    assert list(questions_fit_the_minutes(Facts(task, (brisk,)))) == []
    assert said == ["interview-1 opens for 5 and closes for 0 minutes."]


def test_no_minutes_are_missed_where_none_are_asked_for():
    assert list(musts_have_their_minutes(Facts(problem((item("sql"),), Rules()), ()))) == []


def test_a_person_may_assess_up_to_their_level():
    people = Panel(interviewers=(Interviewer(id="ana", name="Ana", up_to={"sql": 3}),))
    task = problem((item("sql", "nice"),), Rules(), people)

    assert verify(task, loop(ONE)) == []


def test_a_pin_of_a_person_alone_is_kept_by_any_interview_of_theirs():
    task = problem((item("sql"),), Rules())
    pins = (Pin(must=True, interviewer="ana"), Pin(must=True, interviewer="ben", format="talk"))
    facts = Facts(task.model_copy(update={"pins": pins}), (ONE,))

    assert list(wishes_are_kept(facts)) == ["What was pinned is not in the loop: ben, talk."]
    assert say_pin(Pin(must=True)) == "anything"
