import pytest

from loops.design.cautions import cautions
from loops.design.finish import coverage_of
from loops.design.model import Interviewer, Loop, Panel, Rules
from loops.design.reserves import shadow_seats
from tests.loops.design.factories import item, panel, problem, sitting

NAMES = ("sql", "care", "code", "plan", "read", "lead", "teach", "sell", "draw")
TASK = problem(tuple(item(name) for name in NAMES), Rules(), panel("ana", "ben", "cem", "dia", "eva", "fay"))


def looped(*interviews, task=TASK) -> Loop:
    return Loop(
        plan="0",
        hash="0",
        status="found",
        gap=None,
        aims=(),
        interviews=interviews,
        coverage=coverage_of(task, interviews),
    )


@pytest.mark.parametrize(
    ("interviews", "says"),
    [
        pytest.param(
            [sitting(n, "ana", *(f"{name}-q1" for name in NAMES[n : n + 3])) for n in (0, 3, 6)],
            "The loop assesses nine competencies; five to eight are usual.",
            id="many competencies",
        ),
        pytest.param(
            [
                sitting(n, who, f"{NAMES[n]}-q1")
                for n, who in enumerate(("ana", "ben", "cem", "dia", "eva", "fay"))
            ],
            "The loop has six interviews; after four each further one adds little.",
            id="many interviews",
        ),
        pytest.param(
            [sitting(1, "ana", "sql-q1", "care-q1", "code-q1", "plan-q1")],
            "Talk with Ana assesses four competencies; raters of three do better.",
            id="crowded",
        ),
        pytest.param(
            [sitting(1, "ana", "sql-q1")],
            "One look at must-haves has one question only: a test of one item.",
            id="thin",
        ),
        pytest.param(
            [sitting(1, "ana", "sql-q1", "sql-q2", "sql-q3")],
            "Sql: three questions by one person; a second person would tell more.",
            id="doubled",
        ),
        pytest.param(
            [
                sitting(1, "ana", "sql-q1", "care-q1", "code-q1"),
                sitting(2, "ben", "plan-q1"),
                sitting(3, "cem", "read-q1"),
            ],
            "Ana holds 60% of all looks.",
            id="heavy",
        ),
    ],
)
def test_what_the_literature_warns_of_is_told(interviews, says):
    assert says in [remark.sentence for remark in cautions(TASK, looped(*interviews))]


def test_somebody_untrained_is_told():
    task = TASK.model_copy(update={"panel": panel("ana", training="shadowing")})

    told = [(each.code, each.sentence) for each in cautions(task, looped(sitting(1, "ana", "sql-q1")))]
    assert ("C17", "Ana leads Talk and is not trained on this rubric.") in told


def test_a_plain_loop_has_nothing_to_remark():
    plain = looped(sitting(1, "ana", "sql-q1", "sql-q2"), sitting(2, "ben", "sql-q3", "sql-q4", second="sql"))

    assert cautions(TASK, plain) == ()


def test_trainees_sit_in_where_backups_are_fewest():
    people = Panel(
        interviewers=(
            *panel("ana", "ben").interviewers,
            Interviewer(id="cem", name="Cem", may_assess=("care",)),
            Interviewer(id="dia", name="Dia", training="shadowing"),
            Interviewer(id="eva", name="Eva", training="shadowing", may_assess=("sql",)),
        )
    )
    task = TASK.model_copy(update={"panel": people})
    loop = looped(sitting(1, "ana", "care-q1"), sitting(2, "ben", "sql-q1"), task=task)

    assert [(seat.interview, seat.trainee) for seat in shadow_seats(task, loop)] == [
        ("interview-2", "dia"),
    ]
    assert shadow_seats(task, loop)[0].sentence == "Dia can sit in on Talk with Ben."
