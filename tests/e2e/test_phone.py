"""On a phone: the preview of a paper shows whole pages, and a plan on Home has the width of its card."""

import pytest
from playwright.sync_api import expect

from loops import steps
from loops.store import open_store
from tests.e2e.waiting import settle, visit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

FITS = """part => part.querySelector('canvas') !== null && part.scrollWidth <= part.clientWidth + 1"""


@pytest.fixture
def phone(browser):
    """One tab on a narrow screen."""
    context = visit(browser, viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def planned(server):
    """A plan with its loop in the server's store."""
    store = open_store(f"sqlite:///{server.data / 'loopwright.sqlite'}")
    saved = steps.start_sample(store, "nurse-manager", "you")
    yield steps.make_loop(store, saved.seen_by("you"))
    store.close()


def test_the_preview_shows_the_whole_width_of_a_page_and_of_the_next_document(phone, server, planned):
    phone.goto(f"{server.address}/packets?plan={planned.id}")
    pages = phone.get_by_test_id("pdf-content")
    expect(pages.locator("canvas").first).to_be_visible()
    phone.wait_for_function(FITS, arg=pages.element_handle())

    phone.get_by_role("combobox", name="Document").click()
    phone.get_by_role("option", name="Candidate").click()
    settle(phone)
    expect(pages.locator("canvas").first).to_be_visible()
    phone.wait_for_function(FITS, arg=pages.element_handle())


def test_a_plan_on_home_has_its_words_above_its_buttons(phone, server, planned):
    phone.goto(server.address)
    card = phone.locator('[class*="st-key-card-"]').filter(has_text=planned.state.name).first
    expect(card).to_be_visible()
    settle(phone)
    words = card.get_by_text(planned.state.name).bounding_box()
    button = card.get_by_role("button", name="Open").bounding_box()

    assert words["y"] + words["height"] <= button["y"]
    assert card.bounding_box()["height"] < 160
