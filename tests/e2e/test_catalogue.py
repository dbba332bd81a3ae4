"""The catalogue in a real browser: own content taken in, used, removed and undone; a wording checked."""

import pytest
from playwright.sync_api import expect

from rubric.catalogue.load import load_built_in
from rubric.catalogue.markdown import markdown_text

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def falconry():
    """A competency of one's own, made from a built-in one."""
    page = markdown_text(load_built_in().competencies["mentoring"])
    page = page.replace("mentoring", "falconry").replace("# Mentoring", "# Falconry", 1)
    lines = ["- en: falconry; falcons" if line.startswith("- en:") else line for line in page.splitlines()]
    return "\n".join(line for line in lines if not line.startswith(("- de:", "- fr:", "- tools:"))).encode()


def open_view(page, server, name):
    page.goto(f"{server.address}/catalogue")
    page.get_by_role("radio", name=name).click()


def test_own_content_is_taken_in_used_by_a_new_plan_and_undone(page, own_server, quiet):
    open_view(page, own_server, "Own content")
    page.locator('input[type="file"]').set_input_files(
        {"name": "falconry.md", "mimeType": "text/markdown", "buffer": falconry()}
    )
    page.get_by_role("button", name="Take in").click()
    expect(page.get_by_text("falconry.md was taken in.")).to_be_visible()
    own_server.kill()
    own_server.start()

    page.goto(f"{own_server.address}/posting")
    page.get_by_label("Job posting").fill(
        "Keeper\n\nRequirements\n- Trains falcons for displays\n- Keeps the till\n"
    )
    page.get_by_role("button", name="Find requirements").click()
    page.get_by_role("button", name="Adjust the competencies").click()
    expect(page.get_by_text("Falconry").first).to_be_attached()

    open_view(page, own_server, "Own content")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("There is no own content yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Remove")).to_be_visible()


def test_a_wording_is_checked(page, server):
    open_view(page, server, "Check a wording")
    words = page.get_by_role("textbox", name="Your words")
    words.fill("How old are you?\nHow do you retire an API?")
    page.get_by_role("button", name="Check", exact=True).click()

    expect(page.get_by_text("Do not use")).to_be_visible()
    expect(page.get_by_text("In order")).to_be_visible()
