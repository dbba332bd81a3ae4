"""A whole app on an empty data folder, opened at any page."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from loops import steps
from loops.store import SavedPlan, Store, open_store

SCRIPT = Path(__file__).parents[2] / "streamlit_app.py"
OpenPage = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty store, the one that the app opens too."""
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("LOOPWRIGHT_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    st.cache_data.clear()
    return open_store()


@pytest.fixture
def open_page(store: Store) -> OpenPage:
    """Open a page, as its address does."""

    def at_page(page: str, plan: str | None = None) -> AppTest:
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        app._page_hash = calc_hash(page) if page != "home" else ""
        if plan:
            app.query_params["plan"] = plan
        return app.run()

    return at_page


@pytest.fixture
def sample(store: Store) -> SavedPlan:
    """A plan from the run-on sample posting."""
    return steps.start_sample(store, "staff-infrastructure-engineer", "you")
