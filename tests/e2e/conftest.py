"""The real server on a free port, and Debian's Chromium driven by Playwright."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.e2e.waiting import PATIENCE, settle, visit

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=PATIENCE)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey in a browser that fails is tried twice more: what fails three times is broken, not busy."""
    for item in items:
        if item.get_closest_marker("e2e"):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=2))


class Server:
    """The web app as people start it; it can be killed and started again on the same port and data."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.data = data
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it is ready."""
        environment = os.environ | {
            "LOOPWRIGHT_DATA": str(self.data),
            "STREAMLIT_SERVER_PORT": str(self.port),
        }
        environment.pop("LOOPWRIGHT_DATABASE_URL", None)
        self.data.mkdir(parents=True, exist_ok=True)
        log = (self.data / "server.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        for _ in range(300):
            try:
                if urllib.request.urlopen(f"{self.address}/readyz", timeout=2).status == 200:
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError((self.data / "server.log").read_text())

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    """The one Playwright there is at a time: a second one beside it does not start, nor asyncio in a test."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    """One browser for all journeys of a file."""
    chromium = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys that do not kill it."""
    yield from _running(tmp_path_factory.mktemp("data"))


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a journey may kill."""
    yield from _running(tmp_path / "data")


@pytest.fixture
def stopped_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a journey starts itself, once the environment is as it should be."""
    one = Server(tmp_path / "data")
    yield one
    one.kill()


def _running(data: Path) -> Iterator[Server]:
    one = Server(data)
    one.start()
    yield one
    one.kill()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor with a wide window."""
    visitor = visit(browser, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield visitor
    visitor.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab."""
    return context.new_page()


@pytest.fixture
def quiet(page: Page) -> Callable[[], None]:
    """Wait until the app has nothing more to draw."""

    return lambda: settle(page)
