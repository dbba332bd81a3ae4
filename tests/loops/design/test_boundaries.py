"""The checker at the edge of each number: what is just enough is no fault."""

from loops.design.facts import Facts
from loops.design.measure import dependability, told_by
from loops.design.model import Format, Interviewer, Panel, Pin, Rules
from loops.design.verify import verify
from loops.design.verify_coverage import musts_are_dependable, musts_have_their_minutes
from loops.design.verify_people import caps_are_kept, say_pin, wishes_are_kept
from loops.design.verify_shape import everything_named_is_known
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


def test_an_interview_that_runs_over_is_said_with_its_minutes():
    full = sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3", "sql-q4")
    task = problem((item("sql"),), Rules(opening_minutes=5, closing_minutes=10))

    assert list(questions_fit_the_minutes(Facts(task, (full,)))) == [
        "interview-1 needs 47 minutes and has 45."
    ]


def test_what_is_dependable_just_so_is_no_fault():
    phi = dependability(told_by(problem((item("sql"),)), (ONE,))["sql"])

    def faults(wanted: float) -> int:
        task = problem((item("sql"),), Rules(dependability=wanted))
        return len(list(musts_are_dependable(Facts(task, (ONE,)))))

    assert [faults(phi), faults(phi + 1e-4)] == [0, 1]


def test_a_week_that_was_overfull_has_no_room_at_all():
    people = Panel(interviewers=(Interviewer(id="ana", name="Ana", weekly_cap=1, booked=3),))
    facts = Facts(problem((item("sql"),), None, people), (ONE,))

    assert list(caps_are_kept(facts)) == ["Ana holds 1 interviews and has room for 0 this week."]


def test_a_pin_needs_one_interview_and_a_ban_forbids_each():
    loop_of_two = (sitting(1, "ana", "sql-q1", "care-q1"), sitting(2, "ben", "sql-q2", second="sql"))
    task = problem((item("sql"), item("care")))

    def said(*pins: Pin) -> list[str]:
        return list(wishes_are_kept(Facts(task.model_copy(update={"pins": pins}), loop_of_two)))

    assert said(Pin(must=True, interviewer="ana", competency="care")) == []
    assert said(Pin(must=False, interviewer="ben", competency="care")) == []
    assert said(Pin(must=False, interviewer="ben")) == ["What was forbidden is in the loop: ben."]
    assert said(Pin(must=True, competency="sql"), Pin(must=False, competency="art")) == []


def test_the_first_of_several_stray_questions_is_named():
    stray = ONE.model_copy(
        update={"items": (ONE.items[0].model_copy(update={"questions": ("b-q2", "a-q1", "sql-q1")}),)}
    )

    assert list(everything_named_is_known(Facts(problem((item("sql"),)), (stray,)))) == [
        "interview-1 asks a-q1 on sql, where it does not belong."
    ]


def test_a_second_look_is_called_so_and_what_was_held_stays():
    first, second = ONE, sitting(2, "ben", "sql-q2", second="sql")
    wrong = sitting(2, "ben", "sql-q2")
    task = problem((item("sql"),)).model_copy(update={"held": (ONE,)})

    assert verify(task, loop(first, second)) == []
    assert verify(task, loop(first, wrong)) == ["interview-2 calls its look at sql the first."]
    assert "interview-1 has been held and may not change." in verify(
        task, loop(first.model_copy(update={"minutes": 60}), second)
    )
