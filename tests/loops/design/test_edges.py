"""Each rule of the program at the edge of its number, and what makes a filled-in program a loop."""

from dataclasses import dataclass

import pytest

from loops.design.constraints import (
    demanded_formats_are_held,
    few_competencies_in_all,
    lengths_are_allowed,
    musts_are_dependable,
    musts_have_their_questions,
    no_look_is_too_short,
    questions_fit_the_minutes,
    the_place_is_kept,
    unwanted_formats_are_not_held,
)
from loops.design.measure import dependability, information, measure_of
from loops.design.model import Format, Interview, Interviewer, Panel, Pin, Problem, Rules
from loops.design.rulebook import Constraint
from loops.design.shape import (
    an_interview_scores_something,
    copies_are_few,
    held_interviews_stay,
    longer_interviews_first,
    nobody_looks_twice,
    one_length_and_one_lead,
    questions_fit_the_format,
    the_lead_may_assess,
    the_lead_may_hold_the_format,
)
from loops.design.staffing import (
    caps_are_kept,
    no_interview_weighs_too_much,
    only_trained_people_lead,
    wishes_are_kept,
)
from tests.loops.design.factories import item, panel, problem, sitting
from tests.loops.design.rigs import allows, allows_so

TALK = Format(id="talk", name="Talk", means="A talk.", lengths=(45, 60), holds=("past",))
LAB = Format(
    id="lab", name="Lab", means="A lab.", lengths=(30, 45), holds=("work-sample",), place="on-site", copies=1
)
CHECK = Format(id="check", name="Check", means="A check.", lengths=(30,), holds=(), run_by=("recruiter",))
NOTES = Format(
    id="notes", name="Notes", means="Care.", lengths=(45,), holds=("past",), suits=("care",), opening=5
)
KINDS = (TALK, LAB, CHECK, NOTES)
PEOPLE = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana"),
        Interviewer(id="ben", name="Ben", may_assess=("care",), formats=("talk", "notes")),
        Interviewer(id="cem", name="Cem", kind="recruiter"),
        Interviewer(id="dia", name="Dia", up_to={"sql": 2}, training="shadowing"),
    )
)
ITEMS = (item("sql"), item("care"))
ONE = sitting(1, "ana", "sql-q1")
CARE = sitting(2, "ben", "care-q1")
SILENT = sitting(3, "cem", form="check", minutes=30)
IN_LAB = sitting(1, "ana", "sql-q1", form="lab")


@dataclass(frozen=True)
class Case:
    rule: Constraint
    problem: Problem
    interviews: tuple[Interview, ...]
    allowed: bool


def task(
    *held: Interview, pins: tuple[Pin, ...] = (), people: Panel = PEOPLE, items=ITEMS, **rules
) -> Problem:
    plain = problem(items, Rules(**rules), people, KINDS)
    return plain.model_copy(update={"held": held, "pins": pins})


def yes(rule: Constraint, *interviews: Interview, of: Problem | None = None) -> Case:
    return Case(rule, of or task(), interviews, True)


def no(rule: Constraint, *interviews: Interview, of: Problem | None = None) -> Case:
    return Case(rule, of or task(), interviews, False)


def booked(**weeks: tuple[int, int]) -> Panel:
    return Panel(
        interviewers=tuple(
            Interviewer(id=who, name=who, weekly_cap=cap, booked=full) for who, (cap, full) in weeks.items()
        )
    )


REPEAT = task(people=panel("ana", "ben", "eva"), max_per_interviewer=2)
TWICE = (ONE, sitting(2, "ana", "sql-q2", second="sql"))
LONG = sitting(1, "ana", "sql-q1", minutes=60)
PHI = dependability(2 * information(measure_of(task()), 1))
CASES = {
    # numbers
    "31 minutes in 30": no(
        questions_fit_the_minutes, ONE, of=task(items=(item("sql", minutes=(31,)), ITEMS[1]))
    ),
    "30 minutes in 30": yes(
        questions_fit_the_minutes, ONE, of=task(items=(item("sql", minutes=(30,)), ITEMS[1]))
    ),
    "minutes of another interview": no(
        questions_fit_the_minutes,
        sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3", "sql-q4"),
        LONG.model_copy(update={"id": "interview-2"}),
    ),
    "held and too full": yes(
        questions_fit_the_minutes,
        (full := sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3", "sql-q4")),
        of=task(full),
    ),
    "held in a length that is not allowed": yes(lengths_are_allowed, ONE, of=task(ONE, lengths=(60,))),
    "held in an unwanted format": yes(
        unwanted_formats_are_not_held, IN_LAB, of=task(IN_LAB, may_not_hold=("lab",))
    ),
    "held at another place": yes(the_place_is_kept, IN_LAB, of=task(IN_LAB, place="remote")),
    "on site": yes(the_place_is_kept, IN_LAB, of=task(place="on-site")),
    "held by somebody untrained": yes(
        only_trained_people_lead, (dia := sitting(1, "dia", "sql-q1")), of=task(dia)
    ),
    "dependable just so": yes(musts_are_dependable, *TWICE, of=task(items=ITEMS[:1], dependability=PHI)),
    "not dependable by little": no(
        musts_are_dependable, *TWICE, of=task(items=ITEMS[:1], dependability=PHI + 1e-4)
    ),
    "two questions for each of three": no(
        musts_have_their_questions,
        sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3", "sql-q4"),
        of=task(items=ITEMS[:1], questions_per_look=2, assessors_per_must=3),
    ),
    "one competency of two in all": yes(few_competencies_in_all, *TWICE, of=task(max_competencies=1)),
    "two competencies of two in all": yes(few_competencies_in_all, ONE, CARE, of=task(max_competencies=2)),
    "a look that is not taken is not too short": yes(no_look_is_too_short, of=task(least_questions_a_look=2)),
    "a demanded format in a second length": yes(
        demanded_formats_are_held, LONG, of=task(must_hold=("talk",))
    ),
    "a week that is overfull": yes(
        caps_are_kept, ONE, of=task(people=booked(ana=(5, 0), ben=(1, 3)), max_per_interviewer=2)
    ),
    "a week with one place": no(
        caps_are_kept, *TWICE, of=task(people=booked(ana=(3, 2), ben=(5, 0)), max_per_interviewer=2)
    ),
    "a week with two places": yes(
        caps_are_kept, *TWICE, of=task(people=booked(ana=(4, 2), ben=(5, 0)), max_per_interviewer=2)
    ),
    "more than the rules let one person hold": no(
        caps_are_kept,
        *TWICE,
        sitting(3, "ana", "care-q1"),
        of=task(people=booked(ana=(9, 0), ben=(9, 0)), max_per_interviewer=2),
    ),
    "a share that is just kept": yes(
        no_interview_weighs_too_much,
        sitting(1, "ana", "sql-q1", "care-q1"),
        sitting(2, "ben", "care-q2"),
        sitting(3, "cem", "care-q3"),
        of=task(max_share_per_interviewer=0.5),
    ),
    "a share that is too large": no(
        no_interview_weighs_too_much,
        sitting(1, "ana", "sql-q1", "care-q1"),
        sitting(2, "ben", "care-q2"),
        of=task(max_share_per_interviewer=0.6),
    ),
    # pins
    "a pin of a format": no(wishes_are_kept, ONE, of=task(pins=(Pin(must=True, format="lab"),))),
    "a pin of a format that is kept": yes(
        wishes_are_kept, IN_LAB, of=task(pins=(Pin(must=True, format="lab"),))
    ),
    "a pin of a format and a person in two interviews": no(
        wishes_are_kept,
        IN_LAB,
        CARE,
        of=task(pins=(Pin(must=True, interviewer="ben", format="lab"),)),
    ),
    "a pin of a competency that is left out": no(
        wishes_are_kept, ONE, of=task(pins=(Pin(must=True, competency="care"),), leave_out=("care",))
    ),
    "a ban of a competency that is left out": yes(
        wishes_are_kept, ONE, of=task(pins=(Pin(must=False, competency="care"),), leave_out=("care",))
    ),
    "a ban of a person": no(wishes_are_kept, ONE, of=task(pins=(Pin(must=False, interviewer="ana"),))),
    "a ban of a person in one format": yes(
        wishes_are_kept, ONE, of=task(pins=(Pin(must=False, interviewer="ana", format="lab"),))
    ),
    "a ban of a person in the format that they hold": no(
        wishes_are_kept, IN_LAB, of=task(pins=(Pin(must=False, interviewer="ana", format="lab"),))
    ),
    "a ban of what was held": yes(
        wishes_are_kept, ONE, of=task(ONE, pins=(Pin(must=False, interviewer="ana"),))
    ),
    "a pin of anything": no(wishes_are_kept, of=task(pins=(Pin(must=True),))),
    "a pin of anything that is kept": yes(wishes_are_kept, ONE, of=task(pins=(Pin(must=True),))),
    # shape
    "a plain interview": yes(one_length_and_one_lead, ONE, CARE),
    "an interview with a question": yes(an_interview_scores_something, ONE, CARE),
    "an interview without one": no(an_interview_scores_something, sitting(1, "ana")),
    "a silent format": yes(an_interview_scores_something, SILENT, ONE),
    "a silent format beside an empty talk": no(an_interview_scores_something, SILENT, sitting(2, "ana")),
    "an empty talk beside a silent format": no(an_interview_scores_something, sitting(1, "ana"), SILENT),
    "an interview on two competencies": yes(
        an_interview_scores_something, sitting(1, "ana", "sql-q1", "sql-q2", "care-q1")
    ),
    "a question in its format": yes(questions_fit_the_format, ONE, CARE),
    "a question of another kind": no(questions_fit_the_format, IN_LAB),
    "a question of another kind beside its format": no(questions_fit_the_format, IN_LAB, CARE),
    "a competency that the format does not suit": no(
        questions_fit_the_format, sitting(1, "ana", "sql-q1", form="notes")
    ),
    "a competency that the format suits": yes(
        questions_fit_the_format, sitting(1, "ana", "care-q1", form="notes")
    ),
    "held in a format that does not hold it": yes(questions_fit_the_format, IN_LAB, of=task(IN_LAB)),
    "held, and another that does not fit": no(
        questions_fit_the_format, IN_LAB, sitting(2, "ben", "care-q1", form="lab"), of=task(IN_LAB)
    ),
    "a lead who may": yes(the_lead_may_hold_the_format, ONE, CARE, SILENT),
    "a recruiter in a talk": no(the_lead_may_hold_the_format, sitting(1, "cem", "sql-q1")),
    "a recruiter in a talk beside a check": no(
        the_lead_may_hold_the_format, sitting(1, "cem", "sql-q1"), sitting(2, "ana", form="check", minutes=30)
    ),
    "a format that somebody is not trained for": no(
        the_lead_may_hold_the_format, sitting(1, "ben", "care-q1", form="lab")
    ),
    "held by somebody who may not any more": yes(
        the_lead_may_hold_the_format,
        (cem := sitting(1, "cem", "sql-q1")),
        of=task(cem),
    ),
    "held, and another by somebody who may not": no(
        the_lead_may_hold_the_format, cem, sitting(2, "cem", "care-q1"), of=task(cem)
    ),
    "an assessor who may": yes(the_lead_may_assess, ONE, CARE),
    "an assessor who may not": no(the_lead_may_assess, sitting(1, "ben", "sql-q1")),
    "an assessor who may not beside one who may": no(
        the_lead_may_assess, sitting(1, "ben", "sql-q1"), sitting(2, "ana", "care-q1")
    ),
    "a level above the assessor's": no(the_lead_may_assess, dia),
    "a level that was held": yes(the_lead_may_assess, dia, of=task(dia)),
    "held, and another above the level": no(
        the_lead_may_assess, dia, sitting(2, "dia", "sql-q2", second="sql"), of=task(dia)
    ),
    "two looks by one person": no(nobody_looks_twice, *TWICE, of=REPEAT),
    "two looks by one person, the second in the last place": no(
        nobody_looks_twice, CARE, ONE, sitting(3, "eva", "care-q3"), TWICE[1], of=REPEAT
    ),
    "two looks by two people": yes(
        nobody_looks_twice, ONE, sitting(2, "ben", "sql-q2", second="sql"), of=REPEAT
    ),
    "two competencies by one person": yes(nobody_looks_twice, ONE, sitting(2, "ana", "care-q1"), of=REPEAT),
    "a second look after one that was held": no(nobody_looks_twice, *TWICE, of=task(ONE)),
    "one copy of one": yes(copies_are_few, IN_LAB, CARE, ONE),
    "two copies of one": no(copies_are_few, IN_LAB, sitting(2, "ben", "sql-q2", form="lab")),
    "the longer first": yes(longer_interviews_first, LONG, CARE),
    "as long as each other": yes(longer_interviews_first, ONE, CARE),
    "the shorter first": no(longer_interviews_first, CARE, LONG),
    "the shorter first, by the length of one question": no(
        longer_interviews_first, IN_LAB.model_copy(update={"minutes": 30}), ONE
    ),
    "the shorter held": yes(longer_interviews_first, ONE, LONG, of=task(ONE)),
    "the shorter first in a loop in use": yes(
        longer_interviews_first, ONE, LONG, of=task().model_copy(update={"before": (ONE, LONG)})
    ),
    "what was held": yes(held_interviews_stay, ONE, CARE, of=task(ONE)),
    "another lead of what was held": no(held_interviews_stay, sitting(1, "ben", "sql-q1"), of=task(ONE)),
    "another length of what was held": no(held_interviews_stay, LONG, of=task(ONE)),
    "another question of what was held": no(held_interviews_stay, sitting(1, "ana", "sql-q2"), of=task(ONE)),
    "a question more in what was held": no(
        held_interviews_stay, sitting(1, "ana", "sql-q1", "sql-q2"), of=task(ONE)
    ),
    "two competencies of what was held": yes(
        held_interviews_stay, (both := sitting(1, "ana", "sql-q1", "care-q1")), of=task(both)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_program_allows_this_and_refuses_that(name):
    case = CASES[name]

    assert allows(case.rule, case.problem, case.interviews) is case.allowed


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (one_length_and_one_lead, "a second length"),
        (one_length_and_one_lead, "a second lead"),
        (one_length_and_one_lead, "no length"),
        (one_length_and_one_lead, "no lead"),
        (one_length_and_one_lead, "unused"),
        (an_interview_scores_something, "no question"),
        (an_interview_scores_something, "no competency"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_what_is_half_an_interview_is_refused(rule, change):
    assert allows(rule, task(), (ONE,))
    assert not allows_so(rule, task(), (ONE,), change)


def test_a_competency_of_what_was_held_is_neither_dropped_nor_added():
    assert not allows_so(held_interviews_stay, task(ONE), (ONE,), "no competency")


def test_an_interview_on_two_competencies_names_both():
    both = (sitting(1, "ana", "sql-q1", "care-q1"),)

    assert not allows_so(an_interview_scores_something, task(), both, "no competency")
    assert not allows_so(an_interview_scores_something, task(), both, "no question")
