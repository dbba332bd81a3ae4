"""Every page draws, says what is missing, and does its step."""

import time

import pytest
from streamlit.util import calc_hash

from app import plannings
from loops import steps

PAGES = ("home", "posting", "requirements", "competencies", "loop", "packets")
ALL_PAGES = (*PAGES, "catalogue", "settings")


def texts(app) -> str:
    kinds = (
        app.title,
        app.subheader,
        app.markdown,
        app.caption,
        app.info,
        app.error,
        app.warning,
        app.success,
    )
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_page_draws_without_a_plan(open_page, page):
    app = open_page(page)

    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES[2:])
def test_a_step_without_a_plan_leads_to_where_one_starts(open_page, page):
    app = open_page(page)

    assert "No plan is open" in texts(app)
    assert {button.label for button in app.button} == {"Start a plan", "All plans"}


@pytest.mark.parametrize("page", PAGES[1:])
def test_every_page_draws_the_plan_of_its_address(open_page, sample, page):
    app = open_page(page, sample.id)

    assert not app.exception
    assert "Staff Infrastructure Engineer" in texts(app)
    assert "Saved" in texts(app)


def test_an_unknown_plan_is_one_sentence(open_page):
    app = open_page("requirements", "no-such-plan")

    assert not app.exception
    assert len(app.error) == 1
    assert "no such plan" in app.error[0].value


def test_a_pasted_posting_becomes_a_plan(open_page, store):
    app = open_page("posting")
    app.text_area(key="text").set_value(steps.start.sample_text("nurse-manager"))
    app.button(key="find").click().run()

    (card,) = steps.list_plans(store)
    assert app.session_state["open"] == card.id
    assert app.title[0].value == "Check the requirements"


def test_a_second_press_while_the_first_is_worked_on_makes_no_second_plan(open_page, store, sample):
    app = open_page("posting")
    app.session_state["open"] = app.session_state["started"] = sample.id
    app.run()

    assert app.title[0].value == "Check the requirements"
    assert "started" not in app.session_state
    assert [card.id for card in steps.list_plans(store)] == [sample.id]


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt", "md", "html", "htm", "json"])
def test_every_file_that_can_be_read_can_be_uploaded(open_page, kind):
    assert f".{kind}" in open_page("posting").file_uploader(key="file").proto.type


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("   ", "There is no posting yet", id="nothing"),
        pytest.param(
            "The rain falls on the hills and the sea is grey.", "No requirement was found", id="poem"
        ),
    ],
)
def test_a_posting_that_cannot_be_used_is_one_sentence_and_stays_in_the_field(open_page, store, text, says):
    app = open_page("posting")
    app.text_area(key="text").set_value(text)
    app.button(key="find").click().run()

    assert len(app.error) == 1
    assert says in app.error[0].value.replace("\\", "")
    assert app.text_area(key="text").value == text
    assert steps.list_plans(store) == ()


def test_a_binary_file_is_one_sentence(open_page, store):
    app = open_page("posting")
    app.file_uploader(key="file").upload("photo.txt", bytes(range(256)) * 20, "text/plain")
    app.button(key="find").click().run()

    assert len(app.error) == 1
    assert "PDF, DOCX, text, HTML or JSON" in app.error[0].value.replace("\\", "")
    assert steps.list_plans(store) == ()


def test_the_most_important_competency_comes_first(open_page, sample):
    app = open_page("competencies", sample.id)
    weights = list(app.data_editor[0].value["weight"])

    assert weights == sorted(weights, reverse=True)


def tools(open_page, sample):
    app = open_page("requirements", sample.id)
    app.session_state["tools"] = True
    return app.run()


def test_a_split_shows_both_parts_before_it_is_done(open_page, store, sample):
    app = tools(open_page, sample)
    second = sample.state.requirements.items[1]
    app.selectbox(key="split").set_value(second.id).run()
    app.text_input(key="split-before").set_value("alchemy").run()
    assert "has to begin with words of the requirement" in app.warning[0].value
    assert app.button(key="split-button").disabled

    app.text_input(key="split-before").set_value("write them down").run()
    assert "2. write them down" in texts(app)
    app.button(key="split-button").click().run()
    assert len(steps.open_plan(store, sample.id).state.requirements.items) == 20


def test_what_goes_wrong_with_a_tool_is_said_beside_it(open_page, sample):
    app = tools(open_page, sample)
    app.text_input(key="add-words").set_value("turn lead into gold")
    app.button(key="add-button").click().run()

    (expander,) = (each for each in app.expander if "split" in each.label)
    assert "word for word" in expander.error[0].value


def test_what_is_typed_into_the_table_is_kept(open_page, store, sample):
    app = open_page("requirements", sample.id)
    key = app.data_editor[0].key
    app.session_state[key] = {
        "edited_rows": {0: {"keep": False}, 1: {"tier": "nice", "section": "preferred"}},
        "added_rows": [],
        "deleted_rows": [],
    }
    app.run()

    state = steps.open_plan(store, sample.id).state
    first, second = state.requirements.items[:2]
    assert first.id in state.dropped
    assert (second.section, second.tier) == ("preferred", "nice")
    assert "18 of 19 kept" in texts(app)


def test_undo_takes_an_edit_back_and_redo_does_it_again(open_page, store, sample):
    steps.drop_requirement(store, sample.seen_by("you"), sample.state.requirements.items[0].id)
    app = open_page("requirements", sample.id)

    app.button(key="undo").click().run()
    assert steps.open_plan(store, sample.id).state.dropped == ()
    app.button(key="redo").click().run()
    assert len(steps.open_plan(store, sample.id).state.dropped) == 1


def planned(app):
    """The loop's page once the planning has ended."""
    for planning in plannings.kept().values():
        assert planning.ended(120)
    app._page_hash = calc_hash("loop")
    return app.run()


def test_the_loop_is_planned_and_shown_with_its_proof(open_page, store, sample):
    app = open_page("requirements", sample.id)
    app.button(key="plan").click().run()
    planned(app)

    assert app.title[0].value == "Plan the loop"
    assert "Proven" in app.success[0].value
    assert {metric.label for metric in app.metric} >= {"Interviews", "Minutes for the candidate"}


def test_a_plan_that_was_edited_since_shows_no_proof_and_no_large_figures(open_page, store, sample):
    saved = steps.make_loop(store, sample.seen_by("you"))
    steps.drop_requirement(store, saved.seen_by("you"), sample.state.requirements.items[0].id)
    app = open_page("loop", sample.id)

    assert "Out of date" in app.warning[0].value
    assert not app.success
    assert not [metric for metric in app.metric if metric.label == "Minutes for the candidate"]


def test_the_requirements_lead_to_a_loop_that_is_planned(open_page, store, sample):
    assert "The loop is planned" not in texts(open_page("requirements", sample.id))
    steps.make_loop(store, sample.seen_by("you"))
    app = open_page("requirements", sample.id)
    assert "The loop is planned" in texts(app)

    app.button(key="open-loop").click().run()
    assert app.title[0].value == "Plan the loop"


def test_a_held_sample_leads_to_its_debrief_and_full_scorecards(open_page, store):
    app = open_page("home")
    app.button(key="sample-held").click().run(timeout=240)

    assert not app.exception
    assert "Ratings side by side" in texts(app)
    (card,) = steps.list_plans(store)
    (candidate,) = steps.list_candidates(store, "you", card.id)
    progress = steps.scorecard_progress(store, "you", candidate.id)
    assert len(progress) >= 5
    assert {each.state for each in progress} == {"complete"}


def clashing(store, sample, interviews):
    rules = sample.state.rules.model_copy(update={"max_interviews": interviews})
    return steps.make_loop(store, steps.set_rules(store, sample.seen_by("you"), rules).seen_by("you"))


def test_rules_that_clash_are_named_and_one_click_mends_them(open_page, store, sample):
    clashing(store, sample, 2)
    app = open_page("loop", sample.id)
    assert "No loop keeps all of these rules" in app.error[0].value
    assert "at most two interviews" in app.error[0].value.replace("\\", "")

    app.button(key="relax-0").click().run()
    planned(app)

    assert not app.exception
    assert "Proven" in app.success[0].value


def test_where_no_single_change_helps_the_page_says_so(open_page, store, sample):
    saved = clashing(store, sample, 2)
    made = saved.state.made
    alone = made.model_copy(update={"file": made.file.model_copy(update={"relaxations": ()})})
    store.save(
        saved.seen_by("you"), saved.state.model_copy(update={"made": alone}), "Took the ways out away."
    )

    app = open_page("loop", sample.id)

    assert "No single change" in app.info[0].value


def test_a_plan_can_be_archived_and_brought_back(open_page, store, sample):
    steps.archive_plan(store, sample.seen_by("you"))
    app = open_page("home")

    app.button(key=f"restore-{sample.id}").click().run()

    assert [card.id for card in steps.list_plans(store)] == [sample.id]


def test_without_a_loop_the_packets_plan_one(open_page, store, sample):
    app = open_page("packets", sample.id)
    app.button(key="to-loop").click().run()

    assert app.title[0].value == "Plan the loop"
    for _ in range(60):
        if steps.open_plan(store, sample.id).state.made:
            break
        time.sleep(0.5)
    assert steps.open_plan(store, sample.id).state.made


def test_packets_are_written_and_offered_in_the_language_that_was_chosen(open_page, store, sample):
    steps.make_loop(store, sample.seen_by("you"))
    app = open_page("packets", sample.id)
    for _ in range(60):
        if app.download_button:
            break
        time.sleep(0.5)
        app.run()

    assert not app.exception
    assert {button.key for button in app.download_button} == {"download-one", "download-all"}
    app.button_group(key="language-en").set_value("de").run()
    assert steps.open_plan(store, sample.id).state.papers.look.language == "de"


def test_the_catalogue_is_searched_by_name_term_and_tool(open_page):
    app = open_page("catalogue")
    everything = len(app.dataframe[0].value)
    app.text_input(key="words").set_value("terraform").run()

    assert 0 < len(app.dataframe[0].value) < everything
    app.text_input(key="words").set_value("zzzz").run()
    assert "Nothing in the catalogue" in app.info[0].value


def test_a_row_of_the_catalogue_opens_its_levels_and_questions(open_page):
    app = open_page("catalogue")
    key = app.dataframe[0].key
    app.session_state[key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()

    assert not app.exception
    assert "Level 4" in texts(app)
    assert len(app.expander) >= 4


def test_settings_rename_a_plan_and_show_its_history(open_page, store, sample):
    app = open_page("settings", sample.id)
    app.text_input[0].set_value("Platform lead")
    app.button[0].click().run()

    assert steps.open_plan(store, sample.id).state.name == "Platform lead"
    assert "Renamed" in app.dataframe[0].value["what"].iloc[0]


def test_two_versions_of_a_plan_are_compared_in_sentences(open_page, store, sample):
    steps.rename_plan(store, sample.seen_by("you"), "Platform lead")
    app = open_page("settings", sample.id)
    assert "became “Platform lead”" in texts(app).replace("\\", "")

    app.selectbox(key="version-before-2").set_value(2).run()
    assert "Nothing differs" in texts(app)
