"""The server's memory: what lives for good is out of the collector's way, the rest is tidied by the clock.

Streamlit would have the whole heap searched after every drawing (a third of a click's processor time);
`.streamlit/config.toml` turns that off, and `tidy` does it every few seconds.
"""

import asyncio
import gc
from importlib import import_module

from app.frame import whole_store
from rubric.catalogue.lint import lint_requirement
from rubric.catalogue.load import load_catalogue

SETTLED = 3
"""How often the heap is frozen again: by then the first visitors have made the libraries load the rest."""

EVERY = 10.0
"""Seconds between two searches for what nobody holds any more."""

YOUNG = (20_000, 20, 1_000)
"""How many new objects Python's own collector waits for; its search of everything is left to `tidy`."""


def warm_up() -> None:
    """Load what the first visitor would otherwise wait for: pages, tables, catalogue, store."""
    for name in ("pandas", "pyarrow", "app.navigation", "streamlit.elements.widgets.data_editor"):
        import_module(name)
    load_catalogue()
    lint_requirement("Reads a posting.")
    whole_store()
    gc.set_threshold(*YOUNG)
    freeze()


def freeze() -> None:
    """Take what lives for good out of the collector's way."""
    gc.collect()
    gc.freeze()


async def tidy() -> None:
    """Let go of what nobody holds any more, every few seconds until the server ends."""
    for _ in range(SETTLED):
        await asyncio.sleep(EVERY)
        freeze()
    while True:
        await asyncio.sleep(EVERY)
        gc.collect()
