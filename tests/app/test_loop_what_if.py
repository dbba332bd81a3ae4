"""Why a plan is as it is, and what would change it, on the loop's page."""

import pytest

from app.pages.loop_why import AIMS
from loops import steps
from loops.design.objective import CHANGES, INTERVIEWS, LOAD, MINUTES, PREFERENCE, QUALITY


@pytest.fixture
def nurse(store):
    """A small plan with its loop, and two named must-have reducers so that it is planned at once."""
    saved = steps.start_sample(store, "nurse-manager", "you")
    saved = steps.change_rules(store, saved.seen_by("you"), {"assessors_per_must": 1})
    return steps.make_loop(store, saved.seen_by("you"))


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def at_tab(app, name):
    app.session_state["more"] = name
    return app.run()


def test_aims_stand_with_value_bound_and_proof_and_each_competency_with_its_trust(open_page, nurse):
    app = open_page("loop", nurse.id)
    shown = html(app)

    assert not app.exception
    assert "Best possible" in shown
    assert "proven" in shown
    for cover in nurse.state.plan_file.coverage:
        assert f"{cover.dependability:.2f}" in shown
        assert cover.sem is None or f"± {cover.sem:.2f}" in shown


def test_every_aim_of_the_planner_has_words_of_its_own():
    assert {goal.name for goal in (MINUTES, QUALITY, INTERVIEWS, LOAD, PREFERENCE, CHANGES)} == set(AIMS)


def test_dropping_each_interview_says_what_it_costs(open_page, nurse):
    app = at_tab(open_page("loop", nurse.id), "What if")
    told = "\n".join(text.value for text in app.markdown).replace("\\", "")

    assert not app.exception
    for number, interview in enumerate(nurse.state.plan_file.interviews, 1):
        assert f"Without {number}. {interview.name}" in told


def test_the_curve_is_worked_out_beside_the_page_and_has_a_table(open_page, nurse, monkeypatch):
    monkeypatch.setattr("loops.steps.what_if.REACH", (0, 30))
    app = at_tab(open_page("loop", nurse.id), "What if")
    app.button(key="draw-curve").click().run()
    _, work = app.session_state["work-curve"]
    assert work.ended(120)
    app.run()

    assert not app.exception
    assert [point.minutes - work.found[0].minutes for point in work.found] == [0, 30]
    assert f"{work.found[1].dependability:.3f}" in html(app)


def test_a_curve_can_be_stopped(open_page, nurse):
    app = at_tab(open_page("loop", nurse.id), "What if")
    app.button(key="draw-curve").click().run()
    _, work = app.session_state["work-curve"]
    work.stop()

    assert work.ended(120)
    assert work.stopped
