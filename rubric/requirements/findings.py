"""What a posting's review says: one finding each, with the words it is about."""

from typing import Literal

from pydantic import Field

from rubric.value import Sentence, Slug, Span, Value

Weight = Literal["serious", "warn", "hint"]
"""`serious` touches what the law protects; `hint` is for thought. None of them stops anybody."""


class PostingFinding(Value):
    """One thing that a hiring manager could mend.

    `id` stays the same as long as the words do. `span` points into the kept text; `more` are further places
    of the same finding. `requirement` is the one it is about, None where it is about the posting. `advice`
    says what to do; `rewrite` is a whole wording to put in the requirement's place, None where none is known.
    `case` names the sentence in `why`, `do` the one in `advice`, and `values` are what stands in them: each
    screen says the same in its own language. In the case `meaning` the rule's own sentence holds by likeness.
    """

    id: Slug
    rule: Slug
    weight: Weight
    span: Span
    more: tuple[Span, ...] = ()
    requirement: Slug | None = None
    words: str
    why: Sentence
    case: Slug
    values: dict[str, int | float | str] = Field(default_factory=dict)
    advice: Sentence | None = None
    do: Slug | None = None
    rewrite: str | None = None
