"""What plans say of themselves, and what no plan may say."""

import pytest
from pydantic import ValidationError

from loops.design.model import Cover, Loop
from tests.loops.design.factories import loop

NOBODY = Cover(
    competency="sql",
    tier="nice",
    target=3,
    assessors=(),
    questions=0,
    minutes=0,
    dependability=0.0,
    sem=None,
)


def test_a_competency_may_have_no_question_but_no_fewer():
    assert NOBODY.questions == 0
    with pytest.raises(ValidationError, match="questions"):
        Cover(**{**NOBODY.model_dump(), "questions": -1})


def test_a_gap_is_nothing_or_more():
    assert Loop(**{**loop().model_dump(), "gap": 0.0}).gap == 0
    with pytest.raises(ValidationError, match="gap"):
        Loop(**{**loop().model_dump(), "gap": -0.1})


def test_a_loop_is_proven_where_it_says_so():
    found = loop()

    assert not found.proven
    assert found.model_copy(update={"status": "proven"}).proven
