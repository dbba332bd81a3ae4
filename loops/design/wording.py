"""Numbers put into the sentences of rules, so that they read as a person would write them."""

from typing import cast

from loops.design.model import Rules

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
"""Small numbers in words, each at its own place."""


def count(number: int, noun: str) -> str:
    """A number and its noun, small numbers in words.

    >>> count(1, "question"), count(28, "question")
    ('one question', '28 questions')
    """
    said = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{said} {noun if number == 1 else many(noun)}"


def many(noun: str) -> str:
    """The plural of a regular noun.

    >>> many("competency"), many("interview")
    ('competencies', 'interviews')
    """
    if noun.endswith("person"):
        return f"{noun[:-6]}people"
    return f"{noun[:-1]}ies" if noun.endswith("cy") else f"{noun}s"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


class _Said:
    """One value as it stands in a sentence; the format's spec is the noun that is counted."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __format__(self, noun: str) -> str:
        value = self.value
        if value is None:
            return f"any number of {many(noun)}" if noun else "any"
        if isinstance(value, int) and noun:
            return f"{value} min" if noun == "min" else count(value, noun)
        if isinstance(value, tuple):
            return ", ".join(map(str, cast("tuple[object, ...]", value))) or "none"
        return f"{value:.2f}" if isinstance(value, float) else str(value)


def fill(sentence: str, rules: Rules) -> str:
    """A rule's sentence with the numbers of the rules filled in.

    >>> fill("It has {max_interviews:interview}, each {opening_minutes:min}.", Rules())
    'It has six interviews, each 5 min.'
    """
    values = {name: _Said(getattr(rules, name)) for name in Rules.model_fields}
    return " ".join(sentence.format(**values).split())
