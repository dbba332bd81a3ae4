"""Waiting for what a page does, and never for a fixed time alone."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE = 60_000
"""Milliseconds that a journey waits for anything, also on a busy machine."""
QUIET_SINCE = """calm => {
    const app = document.querySelector('[data-testid="stApp"]');
    const busy = !app || app.getAttribute('data-test-script-state') !== 'notRunning'
        || document.querySelector('[data-testid="stSkeleton"]');
    const now = performance.now();
    window.quietSince = busy ? null : window.quietSince ?? now;
    return !busy && now - window.quietSince >= calm;
}"""


def visit(browser: Browser, **how: Any) -> BrowserContext:
    """A fresh visitor, by default with an English browser, who is patient."""
    visitor = browser.new_context(**{"locale": "en-GB"} | how)
    visitor.set_default_timeout(PATIENCE)
    return visitor


def settle(page: Page, calm: int = 500) -> None:
    """Wait until the app has had nothing to draw for so many milliseconds on end."""
    page.wait_for_timeout(250)
    page.evaluate("() => { window.quietSince = null; }")
    page.wait_for_function(QUIET_SINCE, arg=calm, polling=50)


def upload(page: Page, files: Path | list[Path]) -> None:
    """Give the page's first uploader its files, and wait until the server has them."""
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.get_by_test_id("stFileChip").first).to_be_visible()
    expect(page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)
    settle(page)
