import json

import pytest

from loops.design.audit.findings import audit_loop
from loops.design.audit.generic import why_generic
from loops.design.audit.mend import problem_to_mend
from loops.design.audit.model import RunInterview, RunLoop, RunQuestion
from loops.design.audit.reading import read_run_loop
from loops.design.files import PlanError
from loops.design.model import Loop, Rules
from loops.design.solve import plan_loop
from loops.design.verify import verify
from tests.loops.design.factories import item, question, rubric

SQL, CARE = item("sql"), item("care")
RUBRIC = rubric(SQL, CARE, item("talking", "should"))
ASK = {each.id: each.ask for one in (SQL, CARE) for each in one.questions}

GREENHOUSE = [
    {
        "id": 1,
        "name": "On site",
        "interviews": [
            {
                "id": 7,
                "name": "Deep dive",
                "estimated_minutes": 45,
                "default_interviewer_users": [{"id": 3, "name": "Ana Ruiz"}],
                "interview_kit": {
                    "id": 9,
                    "questions": [
                        {"id": 1, "question": f"<p>{ASK['sql-q1']}</p>"},
                        {"id": 2, "question": f"Please: {ASK['sql-q1']}"},
                        {"id": 3, "question": "Tell me about yourself."},
                        {"id": 4, "question": "Why do elephants paint?"},
                    ],
                },
            },
            {"id": 8, "name": "Lunch", "interview_kit": None},
        ],
    }
]

CSV = f"""interview;minutes;interviewer;competency;question
Deep dive;45;Ana Ruiz;Sql;What indexes would you add?
Deep dive;45;Ana Ruiz;;"{ASK["care-q1"]}"
Second;60;Ben;;"{ASK["care-q2"]}"
"""

MARKDOWN = f"""# Loop

Some words.

## Deep dive (45 min) with Ana Ruiz and Ben
- [Sql] What indexes would you add?
- **Care:** {ASK["care-q1"]}

## Second, 60 minutes
1. {ASK["care-q2"]}
"""


def kinds(audit):
    return [finding.kind for finding in audit.findings]


def test_greenhouse_job_stages_are_read():
    run = read_run_loop(json.dumps(GREENHOUSE).encode())

    assert [each.name for each in run.interviews] == ["Deep dive", "Lunch"]
    assert run.interviews[0].minutes == 45
    assert run.interviews[0].interviewers == ("Ana Ruiz",)
    assert run.interviews[0].questions[0].text == ASK["sql-q1"]


@pytest.mark.parametrize("text", [CSV, MARKDOWN], ids=["csv", "markdown"])
def test_a_table_and_a_plan_in_words_are_read(text):
    first, second = read_run_loop(text.encode()).interviews

    assert (first.name, first.minutes, first.interviewers[0]) == ("Deep dive", 45, "Ana Ruiz")
    assert first.questions[0] == RunQuestion(text="What indexes would you add?", competency="Sql")
    assert (second.name, second.minutes) == ("Second", 60)
    assert [each.text for each in second.questions] == [ASK["care-q2"]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(b"just words", "holds no interview", id="words"),
        pytest.param(b"{", "not JSON", id="broken JSON"),
        pytest.param(b"[" * 100_000, "not JSON", id="deep JSON"),
        pytest.param(b'{"job_stages": 3}', "holds no interview", id="a number"),
        pytest.param(b"\xff", "not text", id="binary"),
        pytest.param(b"# A 45 min\n" * 61, "more than 60", id="many"),
    ],
)
def test_a_file_without_a_loop_is_one_clear_sentence(text, says):
    with pytest.raises(PlanError, match=says):
        read_run_loop(text)


def test_every_kind_of_fault_is_named():
    audit = audit_loop(read_run_loop(json.dumps(GREENHOUSE).encode()), RUBRIC)
    said = [finding.sentence for finding in audit.findings]

    assert set(kinds(audit)) == {
        "untested",
        "one-assessor",
        "overfull",
        "no-questions",
        "near-same",
        "generic",
        "no-competency",
    }
    assert "Nobody tests Care, a must-have." in said
    assert "Nobody tests Talking, a should-have." in said
    assert "Sql is a must-have and is assessed in one interview only (Deep dive)." in said
    assert (
        "Deep dive is overfull: four questions with opening and closing need 47 minutes, and it has 45."
        in said
    )
    assert "“Why do elephants paint?” (Deep dive) is tied to no competency of the rubric." in said


def test_coverage_counts_interviews_questions_and_minutes():
    audit = audit_loop(read_run_loop(CSV.encode()), RUBRIC)
    sql, care, talking = audit.coverage

    assert (sql.questions, sql.interviews) == (1, ("Deep dive",))
    assert (care.questions, care.minutes, care.interviews) == (2, 16, ("Deep dive", "Second"))
    assert talking.questions == 0
    assert [tie.competency for tie in audit.ties] == ["sql", "care", "care"]


def test_the_same_question_twice_is_a_repeat():
    twice = RunInterview(name="A", questions=(RunQuestion(text=ASK["sql-q1"]),))
    audit = audit_loop(RunLoop(interviews=(twice, twice.model_copy(update={"name": "B"}))), rubric(SQL))

    assert kinds(audit) == ["repeated"]
    assert audit.findings[0].interview == "B"


def test_a_question_is_tied_by_the_words_it_shares():
    care = question("care", 9).model_copy(update={"ask": "How do you keep wounds clean on a crowded ward?"})
    one = CARE.model_copy(update={"questions": (care, *CARE.questions)})
    run = RunLoop(
        interviews=(
            RunInterview(name="A", questions=(RunQuestion(text="Which wounds on the ward need cleaning?"),)),
        )
    )

    (tie,) = audit_loop(run, rubric(one, SQL)).ties

    assert tie.competency == "care"
    assert tie.why == "It shares words with Care: ward, wounds."


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("Tell me about yourself.", True),
        ("What is your greatest weakness?", True),
        ("Where do you see yourself in five years?", True),
        ("Tell me about a fault that you ended yourself.", False),
        ("Which weakness of the old storage design cost you most?", False),
    ],
)
def test_generic_questions_are_known_by_their_words(text, generic):
    assert (why_generic(text) is not None) == generic


def test_a_loop_is_mended_with_the_fewest_edits():
    run = RunLoop(
        interviews=(
            RunInterview(
                name="A",
                minutes=45,
                interviewers=("Ana Ruiz",),
                questions=(RunQuestion(text=ASK["sql-q1"]), RunQuestion(text=ASK["care-q1"])),
            ),
            RunInterview(name="B", minutes=50, questions=(RunQuestion(text=ASK["sql-q2"]),)),
        )
    )
    task = problem_to_mend(run, rubric(SQL, CARE), Rules(max_interviews=3))
    plan = plan_loop(task)

    assert isinstance(plan, Loop)
    assert plan.aims[0].name == "Changes"
    assert plan.aims[0].value == 1
    assert verify(task, plan) == []
    assert [person.name for person in task.panel.interviewers] == [
        "Ana Ruiz",
        "Interviewer 1",
        "Interviewer 2",
    ]
    assert plan.interviews[0].interviewer == "ana-ruiz-1"
