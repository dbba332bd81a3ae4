"""The base of all values, and the small types that every stage shares."""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A readable id: lower-case words joined by hyphens."""

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=600)]
"""One sentence of prose, shown to people as it stands."""

Level = Annotated[int, Field(ge=1, le=4)]
"""A level of the four-level scale; 1 is the lowest. Not assessed is never a level."""

Minutes = Annotated[int, Field(ge=0, le=600)]
"""A length in whole minutes."""

Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole, 0 to 1."""

Seniority = Literal["junior", "mid", "senior", "staff", "principal", "manager", "director"]
"""How far along a career the posting's role is; the last two lead people."""

Tier = Literal["must", "should", "nice"]
"""How strongly the posting asks for something."""


class Value(BaseModel):
    """A frozen value that refuses unknown keys and is valid from birth."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A half-open range of characters of a kept text: `text[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"a span ends before it starts: {self.start} to {self.end}")
        return self

    def of(self, text: str) -> str:
        """The words this span marks in `text`."""
        return text[self.start : self.end]


class InputError(Exception):
    """Something that a person gave cannot be used; the message is one sentence to show them."""


def to_cell(text: str) -> str:
    """A text for a cell of a CSV file, which no spreadsheet takes for a formula.

    >>> to_cell("=1+1"), to_cell("sql")
    ("'=1+1", 'sql')
    """
    return f"'{text}" if _RUNS.match(text) else text


def from_cell(text: str) -> str:
    """The text that `to_cell` wrote.

    >>> from_cell("'=1+1"), from_cell("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


_RUNS = re.compile(r"['\s]*[=+\-@]")
"""How a text starts that a spreadsheet runs, or that was taken out of its reach already."""
