"""Requirements in a real browser: deleted and reclassified in the table, words marked and added, split,
merged, and each undone."""

import pytest
from playwright.sync_api import expect

from app.pages.requirement_table import WIDTHS

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

POSTING = """Shop manager

About the shop
We sell bread and cakes, and our shop window changes with the seasons.

Requirements
- Plans the shifts of six people and keeps the till in order
- Bachelor's degree in Business required
- Trains new colleagues in food hygiene
- Team player with a positive attitude
"""
MARK = """([words]) => {
    const home = document.querySelector('section.lw-posting');
    const walk = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const at = walk.currentNode.textContent.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + words.length);
        const held = document.getSelection();
        held.removeAllRanges();
        held.addRange(range);
        return true;
    }
    return false;
}"""
HEAD = 35
"""The height in pixels of the table's head."""


@pytest.fixture
def review(page, server, quiet):
    """The page of requirements of a pasted posting."""
    page.goto(f"{server.address}/posting")
    page.get_by_label("Job posting").fill(POSTING)
    page.get_by_role("button", name="Find requirements").click()
    expect(page.get_by_role("heading", name="Check the requirements")).to_be_visible()
    quiet()
    return page


def undo(page):
    page.get_by_role("button", name="Undo").click()


def kept(page, count, of=None):
    expect(page.get_by_text(f"{count} of {of or count} kept")).to_be_visible()


class Grid:
    """The table as a hand meets it: a picture that is clicked at the place of a cell."""

    def __init__(self, page, quiet):
        self.page = page
        self.quiet = quiet

    def cell(self, column, row):
        """What a cell says to those who hear it."""
        return self.page.get_by_test_id(f"glide-cell-{list(WIDTHS).index(column)}-{row}")

    def click(self, column, row, times=1):
        """Click into the middle of a cell."""
        picture = self.page.get_by_test_id("stDataFrame").locator("canvas").first
        rows = picture.locator("tbody tr").count()
        place = picture.bounding_box()
        left = sum(list(WIDTHS.values())[: list(WIDTHS).index(column)])
        across = place["x"] + left + WIDTHS[column] / 2
        down = place["y"] + HEAD + (place["height"] - HEAD) / rows * (row + 0.5)
        self.page.mouse.click(across, down, click_count=times)
        self.quiet()

    def choose(self, column, row, option):
        """Open a cell that holds a choice, and take an option."""
        self.click(column, row)
        self.click(column, row, times=2)
        self.page.get_by_role("option", name=option, exact=True).click()
        self.quiet()


@pytest.fixture
def grid(review, quiet):
    """The table of requirements."""
    return Grid(review, quiet)


def test_a_requirement_is_deleted_in_the_table_and_undo_brings_it_back(review, grid):
    marked = review.locator("section.lw-posting mark", has_text="Trains new colleagues")
    expect(grid.cell("requirement", 2)).to_have_text("Trains new colleagues in food hygiene")
    grid.click("keep", 2)

    kept(review, 3, of=4)
    expect(grid.cell("keep", 2)).to_have_text("false")
    expect(marked).to_have_count(0)
    undo(review)
    kept(review, 4)
    expect(grid.cell("keep", 2)).to_have_text("true")
    expect(marked).to_be_visible()
    review.get_by_role("button", name="Redo").click()
    kept(review, 3, of=4)
    expect(grid.cell("keep", 2)).to_have_text("false")
    grid.click("keep", 2)
    kept(review, 4)


def test_a_requirement_is_put_in_another_section_in_the_table_and_back_by_undo(review, grid):
    expect(review.get_by_text("duties: 0 · minimum: 4 · preferred: 0")).to_be_visible()
    grid.choose("section", 0, "Duty")

    expect(review.get_by_text("duties: 1 · minimum: 3 · preferred: 0")).to_be_visible()
    expect(grid.cell("section", 0)).to_have_text("responsibility")
    undo(review)
    expect(review.get_by_text("duties: 0 · minimum: 4 · preferred: 0")).to_be_visible()
    expect(grid.cell("section", 0)).to_have_text("minimum")


def test_a_requirement_is_made_a_wish_in_the_table_and_a_must_by_undo(review, grid):
    mark = review.locator("section.lw-posting mark", has_text="Trains new colleagues")
    expect(mark).to_have_class("lw-must")
    grid.choose("tier", 2, "Nice to have")

    expect(mark).to_have_class("lw-nice")
    expect(grid.cell("tier", 2)).to_have_text("nice")
    undo(review)
    expect(mark).to_have_class("lw-must")
    expect(grid.cell("tier", 2)).to_have_text("must")


def test_marked_words_become_a_requirement_and_undo_takes_it_back(review, quiet):
    kept(review, 4)
    assert review.evaluate(MARK, ["our shop window changes with the seasons"])
    bar = review.get_by_role("group", name="Add the marked words as")
    expect(bar).to_be_visible()
    expect(bar).to_contain_text("our shop window changes")
    bar.get_by_role("button", name="Duty").click()

    kept(review, 5)
    expect(review.locator("section.lw-posting mark", has_text="our shop window changes")).to_be_visible()
    undo(review)
    kept(review, 4)


def test_words_are_marked_and_added_with_the_keyboard_alone(review, quiet):
    review.locator("section.lw-posting").focus()
    for _ in range(3):
        review.keyboard.press("Shift+ArrowRight")
    bar = review.get_by_role("group", name="Add the marked words as")
    expect(bar).to_be_visible()
    for _ in range(8):
        review.keyboard.press("Tab")
        if review.evaluate("() => document.activeElement.dataset.section === 'minimum'"):
            break
    review.keyboard.press("Enter")

    kept(review, 5)
    undo(review)
    kept(review, 4)


def test_a_requirement_is_split_and_the_word_between_is_gone(review, quiet):
    review.get_by_text("Add, split or merge").click()
    quiet()
    choice = review.get_by_role("combobox", name="Split a requirement")
    choice.press_sequentially("Plans")
    choice.press("Enter")
    quiet()
    box = review.get_by_label("The second one begins with")
    box.fill("keeps the till")
    box.press("Enter")
    expect(
        review.get_by_role("listitem").filter(has_text="Plans the shifts of six people").last
    ).to_be_visible()
    review.get_by_role("button", name="Split", exact=True).click()

    kept(review, 5)
    expect(
        review.locator("section.lw-posting mark", has_text="keeps the till in order").first
    ).to_be_visible()
    undo(review)
    kept(review, 4)


def test_neighbours_are_merged_and_parted_again(review, quiet):
    review.get_by_text("Add, split or merge").click()
    quiet()
    choice = review.get_by_role("combobox", name="Merge neighbours")
    for words in ("Plans", "Bachelor"):
        choice.press_sequentially(words)
        choice.press("Enter")
        quiet()
    choice.press("Escape")
    review.get_by_role("button", name="Merge", exact=True).click()

    kept(review, 3)
    undo(review)
    kept(review, 4)


def test_the_review_marks_its_words_offers_a_wording_and_lets_go(review, quiet):
    review.get_by_role("radio", name="Review").click()
    expect(review.get_by_text("Degree without an alternative")).to_be_visible()
    expect(review.locator("section.lw-posting mark.lw-warn").first).to_be_visible()
    review.get_by_role("button", name="Use this wording").first.click()
    expect(review.get_by_text("Degree without an alternative")).to_have_count(0)
    undo(review)
    expect(review.get_by_text("Degree without an alternative")).to_be_visible()
    review.get_by_role("button", name="Dismiss").first.click()
    expect(review.get_by_text("1 dismissed")).to_be_visible()
    undo(review)
    expect(review.get_by_text("1 dismissed")).to_have_count(0)


@pytest.mark.parametrize("way", ["upload", "drop"])
def test_a_file_is_uploaded_or_dropped(page, server, quiet, way):
    page.goto(f"{server.address}/posting")
    quiet()
    if way == "upload":
        page.locator('input[type="file"]').set_input_files(
            {"name": "shop.md", "mimeType": "text/markdown", "buffer": POSTING.encode()}
        )
    else:
        files = page.evaluate_handle(
            """(text) => { const held = new DataTransfer();
            held.items.add(new File([text], 'shop.txt', { type: 'text/plain' })); return held; }""",
            POSTING,
        )
        page.get_by_test_id("stFileUploaderDropzone").dispatch_event("drop", {"dataTransfer": files})
    expect(page.get_by_text("shop.")).to_be_visible()
    page.get_by_role("button", name="Find requirements").click()

    kept(page, 4)


def test_every_column_is_in_sight_at_a_common_width(review, quiet):
    edges = review.evaluate("""() => {
        const table = document.querySelector('[data-testid="stDataFrame"]');
        const inner = table.querySelector('.dvn-scroller');
        return [inner.scrollWidth, inner.clientWidth];
    }""")
    assert edges[0] <= edges[1] + 1
