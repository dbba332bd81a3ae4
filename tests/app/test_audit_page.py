"""The loop that is run today is read, held against the posting, and mended."""

import json

import pytest
from streamlit.util import calc_hash

from loops import steps

TODAY = """# Today

## First talk (45 min) with Ada
- Tell me about yourself.
- Tell me about a time when a patient was at risk because of a medicine. What did you do?

## Second talk (45 min) with Bob
- Tell me about yourself.
"""
GREENHOUSE = [
    {
        "name": "Face to face",
        "interviews": [
            {
                "name": "Ward talk",
                "estimated_minutes": 45,
                "interview_kit": {"questions": [{"question": "Where do you see yourself in five years?"}]},
            }
        ],
    }
]


@pytest.fixture
def nurse(store):
    saved = steps.start_sample(store, "nurse-manager", "you")
    return steps.change_rules(store, saved.seen_by("you"), {"assessors_per_must": 1})


def texts(app):
    return "\n".join(str(text.value) for text in (*app.markdown, *app.caption)).replace("\\", "")


def uploaded(app, name, text, kind):
    app.file_uploader(key="loop-file").upload(name, text.encode(), kind)
    return app.run()


@pytest.mark.parametrize(
    ("name", "text", "kind", "says"),
    [
        pytest.param("today.md", TODAY, "text/markdown", "Asked twice", id="markdown"),
        pytest.param(
            "stages.json", json.dumps(GREENHOUSE), "application/json", "Fits any job", id="greenhouse"
        ),
        pytest.param(
            "today.csv", "interview,question,minutes\nA,Why us?,30\n", "text/csv", "Nobody tests", id="csv"
        ),
    ],
)
def test_what_is_wrong_with_a_loop_is_said_in_sentences(open_page, nurse, name, text, kind, says):
    app = uploaded(open_page("audit", nurse.id), name, text, kind)

    assert not app.exception
    assert says in texts(app)
    assert "Nobody tests it" in texts(app)


def test_a_file_that_holds_no_loop_is_one_sentence(open_page, nurse):
    app = uploaded(open_page("audit", nurse.id), "today.json", "{", "application/json")

    assert len(app.error) == 1
    assert "not JSON" in app.error[0].value


def test_the_fewest_edits_are_found_beside_the_page_and_used(open_page, store, nurse):
    app = uploaded(open_page("audit", nurse.id), "today.md", TODAY, "text/markdown")
    app.button(key="mend").click().run()
    _, work = app.session_state["work-mend"]
    assert work.ended(200)
    app.run()
    assert not app.exception
    assert "Edits:" in texts(app)

    app.button(key="use-mended").click().run()
    state = steps.open_plan(store, nurse.id).state
    assert state.plan_file == work.found[0]
    assert [person.name for person in state.panel.interviewers[:2]] == ["Ada", "Bob"]
    assert app._page_hash == calc_hash("loop") or "Plan the loop" in app.title[0].value
