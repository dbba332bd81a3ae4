"""Postings for property tests: the project's own, written in every shape and then mangled."""

import html
import random
import re
import textwrap

from hypothesis import strategies as st

from training.corpus import load_samples
from training.render import documents

POSTINGS = [text for sample in load_samples()[::12] for _, text, _ in documents(sample)]

BENEFITS = (
    "We offer 30 days of paid holiday, a pension with 8% from us and free lunch on Thursdays. "
    "The salary lies between £41,000 and £47,000 a year."
)


def _without_bullets(text: str, chance: random.Random) -> str:
    return re.sub(r"\n(?:- |• )", chance.choice(["\n", " ", ""]), text)


def _wrapped(text: str, chance: random.Random) -> str:
    width = chance.randint(40, 100)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _cased(text: str, chance: random.Random) -> str:
    return chance.choice([str.lower, str.upper, str.title, str.swapcase])(text)


def _entities(text: str, chance: random.Random) -> str:
    escaped = text
    for _ in range(chance.randint(1, 2)):
        escaped = html.escape(escaped)
    return f"<p>{escaped}</p><p></p>"


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text) // 2)
    return text[start : chance.randint(start + 1, len(text))]


def _noise(text: str, chance: random.Random) -> str:
    signs = list(text)
    for _ in range(chance.randint(1, 30)):
        signs[chance.randrange(len(signs))] = chance.choice("\u00ad\u200b\u00a0\ufeffİßﬁ•—#*<>&()[]{}\n\t 0")
    return "".join(signs)


_WAYS = (_without_bullets, _wrapped, _cased, _entities, _cut, _noise)


def mangle(text: str, seed: int, times: int = 2) -> str:
    """A posting with some of its marks, lines, cases or letters changed."""
    chance = random.Random(seed)
    for _ in range(times):
        text = chance.choice(_WAYS)(text, chance)
    return text


def mangled_postings() -> st.SearchStrategy[str]:
    """Postings as they arrive after copying, wrapping, escaping and worse."""
    return st.builds(mangle, st.sampled_from(POSTINGS), st.integers(0, 2**32), st.integers(0, 3))
