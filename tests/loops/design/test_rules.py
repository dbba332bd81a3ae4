"""Each rule alone, on a loop that keeps it and on one that breaks it: in the program and in the checker."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from loops.design import verify as checkers
from loops.design.facts import Facts
from loops.design.model import Format, Interview, Interviewer, Panel, Pin, Problem, Rules
from loops.design.rulebook import CONSTRAINTS, changes, rule_id, rulebook, rules_page, sentence_of
from tests.loops.design.factories import FORMATS, item, panel, problem, question, sitting
from tests.loops.design.rigs import allows

SQL, TALK = item("sql"), item("talk")
ONE = sitting(1, "ana", "sql-q1")
TWO = sitting(2, "ben", "sql-q2", second="sql")
DEMO = Format(id="demo", name="Demo", means="On site.", lengths=(45, 50), holds=("past",), place="on-site")
MIXED = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana", weekly_cap=2, booked=1, group="north"),
        Interviewer(id="ben", name="Ben", training="shadowing", other_team=True, group="south"),
    )
)
TWIN = TALK.model_copy(update={"questions": (SQL.questions[0].model_copy(update={"id": "talk-q1"}),)})


@dataclass(frozen=True)
class Case:
    problem: Problem
    good: tuple[Interview, ...]
    bad: tuple[Interview, ...]


def of(
    good: tuple[Interview, ...],
    bad: tuple[Interview, ...],
    *items,
    people=None,
    pins=(),
    forms=FORMATS,
    **rules,
):
    task = problem(items or (SQL, TALK), Rules(**rules), people, forms)
    return Case(task.model_copy(update={"pins": pins}), good, bad)


CASES = {
    "every-must-is-asked": of((sitting(1, "ana", "sql-q1", "sql-q2"),), (ONE,), SQL, questions_per_must=2),
    "musts-have-independent-assessors": of((ONE, TWO), (ONE,), SQL),
    "critical-musts-have-more-assessors": of(
        (ONE, TWO), (ONE,), SQL, critical=("sql",), assessors_per_critical=2
    ),
    "shoulds-have-assessors": of((ONE,), (), item("sql", "should")),
    "few-competencies-an-interview": of(
        (ONE,), (sitting(1, "ana", "sql-q1", "talk-q1"),), competencies_per_interview=1
    ),
    "few-competencies-in-all": of((ONE, TWO), (ONE, sitting(2, "ben", "talk-q1")), max_competencies=1),
    "musts-have-their-questions": of((ONE, TWO), (ONE,), SQL),
    "no-look-is-too-short": of((sitting(1, "ana", "sql-q1", "sql-q2"),), (ONE,), least_questions_a_look=2),
    "no-question-twice": of((ONE, TWO), (ONE, sitting(2, "ben", "sql-q1", second="sql"))),
    "no-near-same-question": of((ONE, TWO), (ONE, sitting(2, "ben", "talk-q1")), SQL, TWIN),
    "musts-have-their-minutes": of((ONE, TWO), (ONE,), SQL, minutes_per_must=16),
    "musts-are-dependable": of((ONE, TWO), (ONE,), SQL, dependability=0.43),
    "questions-fit-the-minutes": of(
        (sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3"),),
        (sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3", "sql-q4"),),
    ),
    "lengths-are-allowed": of((ONE,), (sitting(1, "ana", "sql-q1", minutes=60),), lengths=(45,)),
    "few-interviews": of((ONE,), (ONE, TWO), max_interviews=1),
    "enough-interviews": of((ONE, TWO), (ONE,), min_interviews=2),
    "within-the-candidates-minutes": of((ONE, TWO), (ONE, TWO, sitting(3, "cem", "talk-q1")), max_minutes=90),
    "demanded-formats-are-held": of(
        (sitting(1, "ana", "sql-q1", form="demo"),), (ONE,), forms=(*FORMATS, DEMO), must_hold=("demo",)
    ),
    "unwanted-formats-are-not-held": of(
        (ONE,), (sitting(1, "ana", "sql-q1", form="demo"),), forms=(*FORMATS, DEMO), may_not_hold=("demo",)
    ),
    "the-place-is-kept": of(
        (ONE,), (sitting(1, "ana", "sql-q1", form="demo"),), forms=(*FORMATS, DEMO), place="remote"
    ),
    "caps-are-kept": of((ONE,), (ONE, sitting(2, "ana", "talk-q1")), people=MIXED, max_per_interviewer=2),
    "only-trained-people-lead": of((ONE,), (ONE, TWO), people=MIXED),
    "no-interview-weighs-too-much": of((ONE, TWO), (ONE,), max_share_per_interviewer=0.5),
    "another-team-is-heard": of((ONE, TWO), (ONE,), people=MIXED, from_another_team=1),
    "every-group-is-heard": of((ONE, TWO), (ONE,), people=MIXED, one_of_each_group=("north", "south")),
    "wishes-are-kept": of((TWO,), (ONE,), pins=(Pin(must=True, interviewer="ben", competency="sql"),)),
}


def test_every_rule_has_a_case_a_checker_and_a_page_entry():
    names = [rule_id(rule) for rule in CONSTRAINTS]

    assert sorted(CASES) == sorted(names)
    assert [check.__name__.replace("_", "-") for check in checkers.CHECKERS] == names
    assert [rule.id for rule in rulebook()] == names


@pytest.mark.parametrize("rule", CONSTRAINTS, ids=rule_id)
def test_the_program_allows_what_keeps_the_rule_and_nothing_else(rule):
    case = CASES[rule_id(rule)]

    assert allows(rule, case.problem, case.good)
    assert not allows(rule, case.problem, case.bad)


@pytest.mark.parametrize("check", checkers.CHECKERS, ids=lambda check: check.__name__)
def test_the_checker_finds_what_breaks_the_rule_and_nothing_else(check):
    case = CASES[check.__name__.replace("_", "-")]

    assert list(check(Facts(case.problem, case.good))) == []
    assert len(list(check(Facts(case.problem, case.bad)))) == 1


def test_a_forbidden_assignment_is_refused_and_found():
    pins = (Pin(must=False, interviewer="ana", competency="sql"),)
    case = of((TWO,), (ONE,), pins=pins)
    (rule,) = (each for each in CONSTRAINTS if rule_id(each) == "wishes-are-kept")

    assert allows(rule, case.problem, case.good)
    assert not allows(rule, case.problem, case.bad)


def test_two_interviews_of_another_team_are_two_and_not_one():
    people = Panel(
        interviewers=tuple(
            Interviewer(id=who, name=who, other_team=who != "ana") for who in ("ana", "ben", "cem")
        )
    )
    three = sitting(3, "cem", "talk-q1")
    case = of((TWO, three), (ONE, TWO), people=people, from_another_team=2)
    (rule,) = (each for each in CONSTRAINTS if rule_id(each) == "another-team-is-heard")

    assert allows(rule, case.problem, case.good)
    assert not allows(rule, case.problem, case.bad)


def test_another_group_does_not_speak_for_the_one_that_is_asked_for():
    case = of((ONE,), (TWO,), people=MIXED, one_of_each_group=("north",))
    (rule,) = (each for each in CONSTRAINTS if rule_id(each) == "every-group-is-heard")

    assert allows(rule, case.problem, case.good)
    assert not allows(rule, case.problem, case.bad)


def test_a_pin_of_a_person_alone_demands_an_interview_of_theirs():
    case = of((TWO,), (ONE,), pins=(Pin(must=True, interviewer="ben"),))
    (rule,) = (each for each in CONSTRAINTS if rule_id(each) == "wishes-are-kept")

    assert allows(rule, case.problem, case.good)
    assert not allows(rule, case.problem, case.bad)


def test_a_sentence_has_its_numbers_filled_in():
    said = [sentence_of(rule, Rules(assessors_per_must=3)) for rule in CONSTRAINTS]

    assert said[1] == "Every must-have is assessed by at least three interviewers, each on their own."
    assert all("{" not in sentence for sentence in said)


def test_what_was_changed_is_said_with_its_reason():
    rules = Rules(max_interviews=4, off=("no-near-same-question",), reasons={"few-interviews": "Rooms."})

    assert changes(rules) == (
        "Switched off: No two questions of a loop are nearly the same. (no reason was written)",
        "The loop has at most four interviews. By default: The loop has at most six interviews. (Rooms.)",
    )
    assert changes(Rules()) == ()


def test_questions_of_one_kind_are_made_unlike():
    assert question("sql", 1).ask != question("sql", 2).ask
    assert panel("ana")["ana"].name == "Ana"


def test_the_page_of_rules_is_what_the_rules_say():
    page = Path(__file__).parents[3] / "docs" / "methods" / "rules.md"

    assert page.read_text("utf-8") == rules_page()
