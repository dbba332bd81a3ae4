"""Words marked in the posting: a bar beneath it that offers to add them as a requirement."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import streamlit.components.v2 as components

from app.frame import say
from rubric.requirements.model import SectionName

SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
_SCRIPT = Path(__file__).with_name("scripts") / "pick.js"
_BUTTONS = "".join(f'<button type="button" data-section="{name}"></button>' for name in SECTIONS)
_BAR = (
    '<div class="lw-pick" role="group" hidden><span class="lw-pick-title"></span>'
    f'<p class="lw-pick-words"></p>{_BUTTONS}</div>'
)


def offer_marked(key: str, added: Callable[[], None]) -> None:
    """Draw the bar; `added` runs when a button was pressed, and finds the places under the key."""
    bar = components.component("posting_pick", html=_BAR, js=_SCRIPT.read_text("utf-8"), isolate_styles=False)
    names = {name: say(f"requirements.section_{name}") for name in SECTIONS}
    bar(key=key, data={"title": say("requirements.add_marked"), "names": names}, on_added_change=added)
