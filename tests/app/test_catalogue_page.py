"""The catalogue's page: own content in and out, and the linter for one's own words."""

import pytest

from app.pages.wording_check import texts_of
from rubric.catalogue.load import load_built_in, load_catalogue, use_catalogue
from rubric.catalogue.markdown import markdown_text


@pytest.fixture(autouse=True)
def built_in_again():
    """Whatever a test lays over the catalogue is gone after it."""
    yield
    use_catalogue(None)


def part(open_page, name):
    app = open_page("catalogue")
    app.session_state["catalogue-view"] = name
    return app.run()


def checked(open_page, kind, text):
    app = part(open_page, "check")
    app.session_state["check-kind"] = kind
    app.text_area(key="check-text").set_value(text)
    return app.button(key="check-button").click().run()


def test_each_line_gets_its_verdict_with_rules_reason_and_rewrite(open_page):
    app = checked(
        open_page, "question", "How old are you?\nWhy are manhole covers round?\nHow do you retire an API?"
    )

    assert not app.exception
    assert "Do not use" in app.error[0].value
    assert "age" in app.error[0].value
    assert "Better:" in app.error[0].value
    assert "Better reworded" in app.warning[0].value
    assert "In order" in app.success[0].value


def test_anchors_are_judged_as_one_set(open_page):
    app = checked(open_page, "anchors", "1: Rarely helps | 2: Often helps")

    assert "adverb" in app.warning[0].value
    assert texts_of("anchors", "1: a\n2: b") == ["1: a\n2: b"]
    assert texts_of("requirement", "a\n\n b ") == ["a", "b"]


def test_nothing_to_check_is_said(open_page):
    assert "Write something" in checked(open_page, "requirement", " ").info[0].value


def test_a_competency_is_taken_in_shown_removed_and_brought_back(open_page):
    page = markdown_text(load_built_in().competencies["mentoring"])
    page = page.replace("mentoring", "falconry").replace("# Mentoring", "# Falconry", 1)
    app = part(open_page, "own")
    assert "no own content yet" in app.info[0].value
    app.file_uploader[0].upload("falconry.md", page.encode(), "text/markdown").run()
    app.button(key="own-take").click().run()

    assert not app.exception
    assert "was taken in" in app.success[0].value
    assert "falconry" in load_catalogue().competencies
    app.button(key="own-remove-falconry").click().run()
    assert "falconry" not in load_catalogue().competencies
    app.button(key="own-undo").click().run()
    assert "falconry" in load_catalogue().competencies


def test_a_bad_file_is_one_sentence(open_page):
    app = part(open_page, "own")
    app.file_uploader[0].upload("ours.md", b"# nothing", "text/markdown").run()
    app.button(key="own-take").click().run()

    assert "title" in app.error[0].value
