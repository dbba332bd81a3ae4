"""Counted nouns in German and French: a number, and the form of the noun that goes with it."""

import string
from typing import NamedTuple


class Counted(NamedTuple):
    """A number as it stands in a sentence; None where any number will do."""

    number: int | None
    language: str

    def __format__(self, forms: str) -> str:
        """The number with its noun; the spec is `one form|other form`, or empty for the number alone.

        >>> f"{Counted(2, 'de'):Frage|Fragen}", f"{Counted(None, 'fr'):entretien|entretiens}"
        ('2 Fragen', 'un nombre quelconque d’entretiens')
        """
        one, _, other = forms.partition("|")
        if self.number is None:
            return _any(self.language, other)
        single = self.number == 1 or (self.number == 0 and self.language == "fr")
        return f"{self.number} {one if single else other}".strip()


def _any(language: str, noun: str) -> str:
    if language == "de":
        return f"beliebig viele {noun}"
    return f"un nombre quelconque {'d’' if noun[:1] in 'aeéiou' else 'de '}{noun}"


class Filler(string.Formatter):
    """Fills blanks; a value that is not counted has no forms to choose from."""

    def format_field(self, value: object, format_spec: str) -> str:
        """One value in its blank."""
        return format(value, format_spec) if isinstance(value, Counted) else str(value)
