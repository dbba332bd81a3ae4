"""One interview of a loop and what it covers, and a wish about one."""

from typing import Literal

from rubric.value import Minutes, Slug, Value


class Ask(Value):
    """One competency of one interview: its chosen questions, in the order they are asked."""

    competency: Slug
    minutes: Minutes
    questions: tuple[Slug, ...]
    look: Literal["first", "second"]


class Interview(Value):
    """One sitting: one interviewer, one format, its length in minutes, and what it covers.

    `minutes` is the whole length; `opening` and `closing` are its parts without scored questions.
    """

    id: Slug
    format: Slug
    name: str
    minutes: Minutes
    opening: Minutes
    closing: Minutes
    interviewer: Slug
    items: tuple[Ask, ...]


class Pin(Value):
    """A wish about one assignment: `must` demands it, otherwise it is forbidden.

    What is None stands for any: a pin of an interviewer alone means that they hold an interview.
    """

    must: bool
    interviewer: Slug | None = None
    competency: Slug | None = None
    format: Slug | None = None
