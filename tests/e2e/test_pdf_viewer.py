"""A packet filled in by hand in a real browser's own PDF viewer comes back whole."""

import base64
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Frame, Page, Playwright

from loops.packets.pdf.style import PAPERS
from loops.scorecards import Blank, Observed, read_scorecard
from tests.loops.packets.factories import plan_file
from tests.loops.packets.test_viewers import Hand
from tests.loops.scorecards.filling import packet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PIXELS = 96 / 72
WIDE, TALL, BAR, HEAD = 1000, 1300, 15, 59
"""The window, its scroll bar, and where the first page begins below the viewer's own bar, in pixels."""

LOADED = "() => document.querySelector('pdf-viewer')?.loadState_ === 'success'"
SAVE = """async () => {
    const kept = await document.querySelector('pdf-viewer').currentController.save('EDITED');
    const bytes = new Uint8Array(kept.dataToSave);
    let text = '';
    for (let place = 0; place < bytes.length; place += 8192)
        text += String.fromCharCode(...bytes.subarray(place, place + 8192));
    return btoa(text);
}"""
"""What the viewer's “Download with your changes” does, without the dialog for the file's name."""

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(not CHROMIUM, reason="needs Debian's Chromium")]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "dana.pdf").write_bytes(packet())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/dana.pdf"
    server.shutdown()
    server.server_close()


@pytest.fixture
def window(driver: Playwright) -> Iterator[Page]:
    browser = driver.chromium.launch(
        executable_path=CHROMIUM, headless=False, args=["--headless=new", "--no-sandbox", "--disable-gpu"]
    )
    yield browser.new_page(viewport={"width": WIDE, "height": TALL})
    browser.close()


def loaded(frame: Frame) -> bool:
    """Whether a viewer shows its file; one that is being replaced does not."""
    try:
        return frame.evaluate(LOADED)
    except Error:
        return False


def viewer_of(window: Page) -> Frame:
    """The frame of the browser's own viewer, once it has loaded the file."""
    for _ in range(150):
        window.wait_for_timeout(200)
        for frame in window.frames:
            if frame.url.startswith("chrome-extension") and loaded(frame):
                window.wait_for_timeout(1_500)
                return frame
    raise AssertionError("the browser shows no viewer")


def open_page(window: Page, address: str, number: int) -> Frame:
    window.goto(f"{address}#page={number}&zoom=100&toolbar=1&navpanes=0")
    return viewer_of(window)


def click(window: Page, spot: tuple[float, float]) -> None:
    width, height = PAPERS["a4"]
    left = (WIDE - BAR - width * PIXELS) / 2
    window.mouse.click(left + spot[0] * PIXELS, HEAD + (height - spot[1]) * PIXELS, delay=60)
    window.wait_for_timeout(300)


def test_what_a_hand_types_in_the_browser_comes_back(window: Page, address: str) -> None:
    viewer = open_page(window, address, 2)
    spots = Hand(packet()).spots(1)
    typed = "Typed in the browser (by hand), 40 % – Łukasz, ναι, да."
    click(window, spots["System design: level 3, Shown"])
    click(window, spots["Probe used: What was your part, and what was the team’s?"])
    click(window, spots["Notes for System design, 1"])
    window.keyboard.type(typed)
    click(window, (300, 20))
    kept = base64.b64decode(viewer.evaluate(SAVE))

    returned = read_scorecard(kept, "dana.pdf", plan_file(), "4F2")
    assert returned.scorecard is not None
    first, second, third = returned.scorecard.ratings
    assert first.answer == Observed(level=3, evidence="")
    assert first.notes == (typed,)
    assert first.asked == ("system-design-1:3",)
    assert second.answer == third.answer == Blank(evidence="")


def test_an_untouched_packet_saved_by_the_browser_is_blank(window: Page, address: str) -> None:
    viewer = open_page(window, address, 1)
    kept = base64.b64decode(viewer.evaluate(SAVE))
    returned = read_scorecard(kept, "dana.pdf", plan_file(), "4F2")
    assert returned.scorecard is not None
    assert {rating.answer for rating in returned.scorecard.ratings} == {Blank(evidence="")}
    assert returned.values["name"] == ("Dana Okafor",)
