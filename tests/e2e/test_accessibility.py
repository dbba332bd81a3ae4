"""axe-core finds nothing against WCAG 2.2 A and AA on any screen, light or dark, wide or narrow."""

from datetime import UTC, date, datetime
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from loops import steps
from loops.store import open_store
from tests.e2e.waiting import settle, visit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = """async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map((each) =>
        `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}"""
CALM = 1000
"""Milliseconds without a change before a page is judged: what moves in has arrived."""
SCREENS = (
    "",
    "requirements",
    "competencies",
    "loop",
    "packets",
    "scorecards",
    "debrief",
    "audit",
    "catalogue",
    "settings",
    "posting",
)


@pytest.fixture(scope="module")
def plan(browser, server):
    """A plan with its loop and its packets."""
    context = visit(browser)
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("button", name="Open the sample").first.click()
    page.get_by_role("button", name="Plan the loop").click()
    page.get_by_role("button", name="Write the packets").click()
    expect(page.get_by_role("button", name="Download all (ZIP)")).to_be_visible()
    yield page.url.split("plan=")[1]
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_breaks_a_rule_of_accessibility(browser, server, plan, scheme, width):
    context = visit(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    broken = {}
    for screen in SCREENS:
        page.goto(f"{server.address}/{screen}?plan={plan}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        settle(page, CALM)
        page.evaluate(AXE)
        if found := page.evaluate(RUN):
            broken[screen or "home"] = found
    context.close()

    assert broken == {}


@pytest.fixture
def filled(server, monkeypatch):
    """A plan with a loop, rated candidates and links; and one without a loop."""
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(server.data))
    store = open_store(f"sqlite:///{server.data / 'loopwright.sqlite'}")
    held = steps.start_held_sample(store, "you")
    bare = steps.start_sample(store, "nurse-manager", "you")
    candidate = steps.add_candidate(store, "you", held.id, "C-042")
    first = steps.loop_of(store, candidate).interviews[0]
    link = steps.link_for(store, "you", (candidate.id, first.id), datetime(2100, 1, 1, tzinfo=UTC))
    share = steps.share_plan(store, "you", held.id, date(2999, 1, 1))
    yield held.id, bare.id, link, share
    store.close()


def still(page):
    settle(page, CALM)


def open_all(page):
    """Open every part of the page that can be opened."""
    for part in page.locator("[data-testid=stExpander] summary").all():
        part.click()
        still(page)


def choose_competency(page):
    page.get_by_role("combobox").first.click()
    page.get_by_role("option").nth(1).click()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_opened_part_no_tab_and_no_link_breaks_a_rule(browser, server, filled, scheme, width):
    held, bare, link, share = filled
    context = visit(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    broken = {}

    def look(screen, prepare=lambda _: None):
        page.goto(f"{server.address}/{screen}")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        still(page)
        prepare(page)
        check(screen)

    def check(screen):
        still(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, screen
        page.evaluate(AXE)
        if found := page.evaluate(RUN):
            broken[screen] = found

    for screen in ("loop", "scorecards", f"loop?plan={bare}", f"scorecards?plan={bare}"):
        look(screen)
    look(f"requirements?plan={held}", open_all)
    look(f"competencies?plan={held}", choose_competency)
    look(f"scorecards?plan={held}", open_all)
    look(f"settings?plan={held}", open_all)
    for screen in (f"interview?key={link}", f"shared?key={share}", "interview?key=x", "shared?key=x"):
        look(screen)
    look(f"loop?plan={held}")
    for number in range(page.get_by_role("tab").count()):
        page.get_by_role("tab").nth(number).click()
        check(f"loop, tab {number}")
    context.close()

    assert broken == {}


VIEWS = (("requirements", "Review"), ("catalogue", "Own content"), ("catalogue", "Check a wording"))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_second_view_of_a_screen_breaks_a_rule_either(browser, server, plan, scheme, width):
    context = visit(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    broken = {}
    for screen, view in VIEWS:
        page.goto(f"{server.address}/{screen}?plan={plan}")
        page.get_by_role("radio", name=view).click()
        if view == "Check a wording":
            words = page.get_by_role("textbox", name="Your words")
            words.fill("How old are you?\nWhat is your weakness?\nHow do you test?")
            page.get_by_role("button", name="Check", exact=True).click()
            expect(page.get_by_text("Do not use")).to_be_visible()
        still(page)
        page.evaluate(AXE)
        if found := page.evaluate(RUN):
            broken[view] = found
    context.close()

    assert broken == {}
