"""The fixed text of the documents, one file a language; what the catalogue says stays in its language."""

import tomllib
from functools import cache
from importlib.resources import files


class Words:
    """The fixed text of one language, by key."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its blanks filled in."""
        return self._texts[key].format(**values)

    def figure(self, value: float, form: str) -> str:
        """A figure with the language's own decimal sign; `form` is Python's, such as `.2f`."""
        return format(value, form).replace(".", self("all.decimal"))

    def list(self, key: str) -> tuple[str, ...]:
        """The lines of a key that holds several, one a line."""
        return tuple(line.strip() for line in self._texts[key].strip().splitlines())

    def keys(self) -> tuple[str, ...]:
        """All keys, sorted."""
        return tuple(sorted(self._texts))


@cache
def words_of(language: str) -> Words:
    """The fixed text of a language: en, de or fr."""
    parsed = tomllib.loads((files("loops.packets.words") / f"{language}.toml").read_text("utf-8"))
    return Words({f"{part}.{key}": text for part, texts in parsed.items() for key, text in texts.items()})
