"""Wishes, people who are out, interviews that were held, and loops side by side, on the loop's page."""

import pytest
from streamlit.util import calc_hash

from app import plannings
from loops import steps

PANEL = b"interviewers:\n" + b"".join(
    b"  - {id: %s, name: %s}\n" % (name.lower(), name) for name in (b"Ada", b"Bob", b"Cem", b"Dia", b"Eva")
)


@pytest.fixture
def nurse(store):
    """A small plan with a named panel and its loop."""
    saved = steps.start_sample(store, "nurse-manager", "you")
    saved = steps.change_rules(store, saved.seen_by("you"), {"assessors_per_must": 1})
    saved = steps.set_panel(store, saved.seen_by("you"), PANEL)
    return steps.make_loop(store, saved.seen_by("you"))


def at_tab(app, name):
    app.session_state["more"] = name
    return app.run()


def press(app, key):
    return next(button for button in app.button if button.key and key in button.key).click().run()


def texts(app):
    return "\n".join(str(text.value) for text in (*app.markdown, *app.caption)).replace("\\", "")


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def planned(app):
    for planning in plannings.kept().values():
        assert planning.ended(120)
    app._page_hash = calc_hash("loop")
    return app.run()


def test_somebody_is_out_and_the_difference_is_told(open_page, store, nurse):
    before = nurse.state.plan_file
    lead, kept = before.interviews[0].interviewer, before.interviews[-1]
    app = at_tab(open_page("loop", nurse.id), "Wishes and changes")
    app.multiselect(key="out").set_value([lead])
    held = next(box for box in app.multiselect if box.key.startswith("held"))
    held.set_value([kept.id])
    press(app, "plan-near")
    planned(app)

    after = steps.open_plan(store, nurse.id).state
    assert not app.exception
    (frozen,) = after.held
    assert frozen in after.plan_file.interviews
    assert (frozen.id, frozen.interviewer, frozen.minutes) == (kept.id, kept.interviewer, kept.minutes)
    assert [ask.questions for ask in frozen.items] == [ask.questions for ask in kept.items]
    assert all(each.interviewer != lead for each in after.plan_file.interviews)
    assert "is led by" in texts(app)
    assert not after.loop_is_stale


def test_a_wish_is_added_kept_in_the_next_loop_and_dropped(open_page, store, nurse):
    app = at_tab(open_page("loop", nurse.id), "Wishes and changes")
    app.selectbox(key="pin-must").set_value(False)
    app.selectbox(key="pin-who").set_value("ada")
    press(app, "add-pin")
    assert "Must not be: Ada" in texts(app)

    saved = steps.open_plan(store, nurse.id)
    again = steps.make_loop(store, saved.seen_by("you")).state.plan_file
    assert all(each.interviewer != "ada" for each in again.interviews)

    app = at_tab(open_page("loop", nurse.id), "Wishes and changes")
    press(app, "drop-pin-0")
    assert steps.open_plan(store, nurse.id).state.pins == ()


def test_a_wish_about_nothing_is_one_sentence(open_page, store, nurse):
    app = at_tab(open_page("loop", nurse.id), "Wishes and changes")
    press(app, "add-pin")

    assert len(app.error) == 1
    assert steps.open_plan(store, nurse.id).state.pins == ()


def test_who_can_take_over_stands_there(open_page, nurse):
    app = at_tab(open_page("loop", nurse.id), "Wishes and changes")
    assert "Free to take over" in html(app)
    assert "There are enough trained people" in texts(app)

    app.number_input(key="candidates-a-week").set_value(40).run()
    assert "have no trained person with room" in texts(app)


def test_two_loops_stand_side_by_side_and_the_other_can_be_used(open_page, store, nurse):
    app = at_tab(open_page("loop", nurse.id), "Compare")
    app.selectbox(key="variant").set_value("minutes").run()
    minutes = sum(each.minutes for each in nurse.state.plan_file.interviews) + 30
    app.number_input(key="within").set_value(minutes).run()
    press(app, "compare")
    _, work = app.session_state["work-compare"]
    assert work.ended(120)
    app.run()

    assert not app.exception
    assert "The best within other minutes" in html(app)
    press(app, "use-other")
    state = steps.open_plan(store, nurse.id).state
    assert state.plan_file == work.found[0].file
    assert (state.rules.aim, state.rules.max_minutes) == ("best", minutes)
    assert not state.loop_is_stale


def test_a_comparison_that_cannot_be_says_why(open_page, nurse):
    app = at_tab(open_page("loop", nurse.id), "Compare")
    app.selectbox(key="variant").set_value("bar-raiser").run()
    press(app, "compare")
    _, work = app.session_state["work-compare"]
    assert work.ended(120)
    app.run()

    assert "No such loop keeps all rules" in app.warning[0].value
