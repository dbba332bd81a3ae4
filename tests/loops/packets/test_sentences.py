"""Sentences of the planner are known by their shape, and said in every language of screens and papers."""

import re
import string

import pytest

from loops.design.audit.generic import _generic_questions
from loops.design.cautions import cautions
from loops.design.difference import difference, rule_changes
from loops.design.finish import coverage_of
from loops.design.ladders import ladders, more_minutes
from loops.design.model import Interviewer, Loop, NoLoop, Panel, PlanFile, Rules
from loops.design.reserves import hanging_on_one, shadow_seats, shortages
from loops.design.rulebook import CONSTRAINTS, changes, rulebook, sentence_of
from loops.design.solve import plan_loop
from loops.design.what_if import removals
from loops.packets.words.sentences import SHAPES, format_in, read_rows, said_in
from tests.loops.design.factories import item, panel, problem, sitting

LANGUAGES = ("de", "fr")
ROWS = [row for name in SHAPES for row in read_rows(name)]
ALL_SET = Rules(
    questions_per_must=2,
    critical=("sql",),
    max_competencies=8,
    minutes_per_must=20,
    dependability=0.75,
    lengths=(45, 60),
    min_interviews=1,
    max_minutes=240,
    must_hold=("system-design",),
    may_not_hold=("coding",),
    place="remote",
    max_share_per_interviewer=0.4,
    from_another_team=1,
    one_of_each_group=("Sales",),
)
ENGLISH = re.compile(
    r"\b(?:the|and|with|of|is|are|instead|minutes' time|least|at most|look|looks|must-have|loop)\b"
)


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def not_said(sentences):
    """Those that stay English, whole or in part."""
    return [
        (language, said_in(language, each))
        for language in LANGUAGES
        for each in sentences
        if ENGLISH.search(said_in(language, each))
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["en"][:60])
def test_every_sentence_stands_in_three_languages_with_the_same_blanks(row):
    assert blanks(row["de"]) == blanks(row["fr"]) <= blanks(row["en"])


@pytest.mark.parametrize(
    "rules", [Rules(), Rules(should_assessors=0), ALL_SET], ids=["shipped", "none", "all"]
)
def test_every_rule_is_said(rules):
    assert not_said([sentence_of(rule, rules) for rule in CONSTRAINTS]) == []


def test_every_rule_has_its_own_words_in_the_file():
    written = {row["en"] for row in read_rows("rules")}
    kinds = re.compile(r"\{(\w+):(?:formats|place)\}")

    assert {rule.sentence for rule in rulebook()} <= {kinds.sub(r"{\1}", each) for each in written}


def test_every_source_is_said():
    for language in LANGUAGES:
        assert [each.source for each in rulebook() if said_in(language, each.source) == each.source] == []


def test_changed_rules_are_said_with_their_reasons_as_written():
    told = changes(
        ALL_SET.model_copy(
            update={"off": ("few-interviews",), "reasons": {"few-interviews": "„Eile“ (z. B. jetzt)"}}
        )
    )

    assert not_said(told) == []
    assert said_in("de", told[-6]) != told[-6]
    assert "Ausgeschaltet: Der Ablauf hat höchstens 6 Interviews. („Eile“ (z. B. jetzt))" in [
        said_in("de", one) for one in told
    ]


NAMES = ("sql", "care", "code", "plan", "read", "lead", "teach", "sell", "draw")
TASK = problem(tuple(item(name) for name in NAMES), Rules(), panel("ana", "ben", "cem", "dia", "eva", "fay"))


def looped(*interviews, task=TASK):
    cover = coverage_of(task, interviews)
    return Loop(plan="0", hash="0", status="found", gap=None, aims=(), interviews=interviews, coverage=cover)


@pytest.mark.parametrize(
    "interviews",
    [
        [sitting(n, "ana", *(f"{name}-q1" for name in NAMES[n : n + 3])) for n in (0, 3, 6)],
        [
            sitting(n, one, f"{NAMES[n]}-q1")
            for n, one in enumerate(("ana", "ben", "cem", "dia", "eva", "fay"))
        ],
        [
            sitting(1, "ana", "sql-q1", "care-q1", "code-q1", "plan-q1"),
            sitting(2, "ben", "sql-q2"),
            sitting(3, "cem"),
        ],
        [sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3")],
        [sitting(1, "ana", "sql-q1")],
    ],
)
def test_every_remark_is_said(interviews):
    task = TASK.model_copy(
        update={"panel": panel("ana", "ben", "cem", "dia", "eva", "fay", training="shadowing")}
    )
    told = [each.sentence for each in cautions(task, looped(*interviews, task=task))]

    assert told
    assert not_said(told) == []


CLASHES = {
    "people": problem((item("sql"), item("care")), Rules(), panel("ana", may_assess=("care",))),
    "nobody": problem((item("sql"),), Rules(), panel("ana", may_assess=("care",))),
    "minutes": problem((item("sql"), item("care")), Rules(max_minutes=45), panel("ana", "ben")),
    "interviews": problem(tuple(item(name) for name in NAMES), Rules(max_interviews=1, assessors_per_must=1)),
    "questions": problem((item("sql", minutes=(8,)),), Rules(questions_per_must=2), panel("ana", "ben")),
    "trust": problem((item("sql"),), Rules(dependability=0.9, max_interviews=2), panel("ana", "ben", "cem")),
}


@pytest.mark.parametrize("name", sorted(CLASHES))
def test_every_clash_and_way_out_is_said(name):
    found = plan_loop(CLASHES[name])

    assert isinstance(found, NoLoop)
    assert found.clash
    told = [
        *found.clash,
        *(each.sentence for each in found.relaxations),
        *(each.cost for each in found.relaxations),
    ]
    assert not_said(told) == []


def test_every_step_of_every_ladder_is_said():
    rules = ALL_SET.model_copy(
        update={"questions_per_look": 2, "least_questions_a_look": 2, "max_interviews": 2}
    )
    task = problem((item("sql"), item("care")), rules, panel("ana", "ben"))
    steps = [step for ladder in ladders(task, CONSTRAINTS) for step in ladder] + [more_minutes(60, 61)]
    steps += [more_minutes(60, 90)]

    assert len(steps) > 30
    assert (
        not_said(
            [
                text
                for step in steps
                for text in (step.sentence, step.cost, f"{step.sentence} And: Longer interviews.")
            ]
        )
        == []
    )


PEOPLE = Panel(
    interviewers=(
        Interviewer(id="ana", name="Ana", weekly_cap=1),
        Interviewer(id="ben", name="Ben", may_assess=("sql",), weekly_cap=1),
        Interviewer(id="cem", name="Cem", may_assess=("care",), weekly_cap=2),
        Interviewer(id="dia", name="Dia", may_assess=("sql", "care"), weekly_cap=1),
        Interviewer(id="eva", name="Eva", training="shadowing"),
    )
)
SMALL = problem((item("sql"), item("care", weight=0.25)), Rules(), PEOPLE)


def test_what_hangs_on_one_and_what_a_loop_loses_is_said():
    loop = plan_loop(SMALL)
    assert isinstance(loop, Loop)
    few = SMALL.model_copy(update={"rules": Rules(assessors_per_must=3)})
    told = [*hanging_on_one(few, loop), *(each.sentence for each in shortages(SMALL, loop, 9))]
    told += [each.sentence for each in shadow_seats(SMALL, loop)]
    told += [fault for each in removals(SMALL, loop) for fault in each.broken]

    assert len(told) > 5
    assert not_said(told) == []


def test_every_difference_is_said():
    one = plan_loop(SMALL)
    changed = item("sql", tier="should").model_copy(update={"target": 2})
    anchors = (changed.anchors[0].model_copy(update={"seen": "Another."}), *changed.anchors[1:])
    task = problem(
        (changed.model_copy(update={"anchors": anchors}), item("plan"), item("read")),
        Rules(max_interviews=8, off=("no-question-twice",), competencies_per_interview=2),
        panel("ana", "fay", "gil"),
    )
    other = plan_loop(task)
    before, after = PlanFile.of(SMALL, one), PlanFile.of(task, other)
    told = [each.sentence for pair in ((before, after), (after, before)) for each in difference(*pair)]

    assert len(told) > 12
    assert not_said(told) == []
    assert any("Sql: Soll statt Muss." in said_in("de", each) for each in told)


def test_a_sentence_that_nobody_knows_stays_as_it_is():
    assert said_in("de", "Ask your cat. Then plan.") == "Ask your cat. Then plan."
    assert said_in("de", "Planned the loop. Ask your cat.") == "Planned the loop. Ask your cat."


def test_formats_have_their_names_and_those_of_a_team_stay():
    assert (format_in("de", "System design"), format_in("fr", "Kitchen trial")) == (
        "Systementwurf",
        "Kitchen trial",
    )
    said = said_in(
        "de", "System design with Ana lasts 45 minutes instead of 60. It is led by Ana instead of Ben."
    )
    assert said == "Systementwurf mit Ana dauert 45 statt 60 Minuten. Dieses Interview: Ana führt statt Ben."


def test_what_was_done_is_said_with_the_words_of_people_as_they_are():
    said = said_in("de", "Took back: Worded “Lead the team and plan.” as “Lead. Then plan.”.")
    assert said == "Rückgängig: „Lead the team and plan.“ umformuliert: „Lead. Then plan.“."
    assert said_in("de", "Renamed Mentoring to “Coaching”.") == "Mentoring in „Coaching“ umbenannt."
    weighed = said_in("fr", "Set the weight of Mentoring to 0.50: most of it.")
    assert weighed == "Poids de Mentoring fixé à 0,50 : most of it."


OTHERS = {
    "aim": "best",
    "leave_out": ("sql",),
    "minutes_per_question": 9,
    "measure": "huffcutt-2013",
    "off": ("caps-are-kept",),
}


def test_all_changes_of_rules_are_said():
    other = ALL_SET.model_copy(update=OTHERS)
    told = [each.sentence for pair in ((Rules(), other), (other, Rules())) for each in rule_changes(*pair)]

    assert len(told) > 30
    assert not_said(told) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_against_a_generic_question_is_said(language):
    whys = {each["why"] for each in _generic_questions()}

    assert [why for why in whys if why in said_in(language, f"“Why?” (Talk) fits any job. {why}")] == []


def test_a_text_too_long_to_be_one_of_ours_stays_as_it_is():
    """Somebody's own words may repeat ours without end; they are not searched."""
    text = "Asked for in 2 requirements. " * 3_000

    assert said_in("de", text) == text
    assert said_in("de", text[:290].strip()).count("verlangt") == 10
