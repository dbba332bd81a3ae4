"""The words on the screens, in English, German and French: one file for each language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

NAMES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""What languages of postings and papers call themselves."""

LANGUAGES: Mapping[str, str] = NAMES
"""The languages of the screens."""


@cache
def read_words(language: str) -> Mapping[str, str]:
    """All words of a language by `page.word`.

    >>> read_words("en")["home.open"]
    'Open'
    """
    text = resources.files("app.words").joinpath(f"{language}.toml").read_text("utf-8")
    return {
        f"{page}.{key}": words
        for page, entries in tomllib.loads(text).items()
        for key, words in entries.items()
    }


def say(language: str, key: str, /, **values: object) -> str:
    """The words for `page.word` with its values filled in; a figure has the language's decimal sign.

    >>> say("de", "loop.minutes", n=2.5)
    '2,5 Min.'
    """
    words = read_words(language)[key]
    return (
        words.format(**{name: _said(language, value) for name, value in values.items()}) if values else words
    )


def _said(language: str, value: object) -> object:
    decimal = isinstance(value, float) and language != "en"
    return str(value).replace(".", ",") if decimal else value
