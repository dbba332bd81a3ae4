"""What only the browser can do: its address, its focus, and what is typed but not yet sent."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

SCRIPTS = Path(__file__).with_name("scripts")


def set_address(told: Mapping[str, str | None]) -> None:
    """Have the address say this, None for no longer, without a new entry for the Back button.

    Streamlit's own query parameters make an entry each time, so that Back would lead to the same page.
    """
    _run("address", told)


def focus_title(page: str) -> None:
    """Put the focus on the title when another page is shown, where it would be lost."""
    _run("focus", page)


def name_grid(name: str) -> None:
    """Give the page's editable table a name for those who hear it."""
    _run("grid", name)


def fit_preview(document: str) -> None:
    """Have the preview of a PDF scroll with the keyboard, and show the whole width of its pages."""
    _run("preview", document)


def find_mark(shown: str | None) -> None:
    """Bring the first mark of the posting into sight when another one is shown."""
    _run("find", shown)


def keep_draft() -> None:
    """Keep what is typed into the posting's box in this tab, and bring it back after a reload."""
    _run("draft")


def drop_draft() -> None:
    """Forget what was typed: a plan was made of it."""
    _run("drop_draft")


def _run(name: str, told: object = None) -> None:
    """Run a script of ours; `told` is what it is to work with, written so that no markup can end it."""
    code = _script(name).replace("TOLD", json.dumps(told).replace("<", "\\u003c"))
    with st.container(key=f"run-{name}"):
        st.html(f"<script>{code}</script>", unsafe_allow_javascript=True)


@cache
def _script(name: str) -> str:
    lines = (SCRIPTS / f"{name}.js").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))
