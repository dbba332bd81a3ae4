"""Questions that fit any job and tell nothing about one."""

import re
import tomllib
from functools import cache
from importlib import resources


def why_generic(text: str) -> str | None:
    """Why a question fits any job; None where it does not.

    >>> why_generic("Tell me about yourself.")
    'It invites a speech and is tied to no competency.'
    """
    words = re.findall(r"\w+", text.lower())
    for known in _generic_questions():
        if all(f" {part} " in f" {' '.join(words)} " for part in known["has"]) and len(words) <= 16:
            return str(known["why"])
    return None


@cache
def _generic_questions() -> list[dict[str, list[str] | str]]:
    text = resources.files("loops.design").joinpath("data", "generic.toml").read_text("utf-8")
    return tomllib.loads(text)["question"]
