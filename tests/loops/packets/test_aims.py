"""The goals of the planner are told in plain words, with what each figure means."""

import pytest

from loops.design.model import Aim
from loops.design.objective import LOAD, PREFERENCE
from loops.packets.aims import aims_of
from loops.packets.words import words_of
from tests.loops.packets.factories import plan_file

AIMS = (
    Aim(name="Candidate minutes", value=120, unit="min", bound=120, proven=True),
    Aim(name="Dependability", value=0.4692, unit="share"),
    Aim(name="Interviews", value=2, unit="interviews"),
    Aim(name=LOAD.name, value=10, unit=LOAD.unit),
    Aim(name=PREFERENCE.name, value=25, unit=PREFERENCE.unit),
    Aim(name="Changes", value=13, unit="changes"),
)


def told(*aims: Aim, language: str = "en"):
    return aims_of(plan_file().model_copy(update={"aims": aims}), words_of(language))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_goal_is_told_in_the_planners_own_terms(language):
    said = " ".join(f"{fact.name} {fact.value} {fact.means}" for fact in told(*AIMS, language=language))
    for jargon in ("squared", "places", "share", LOAD.name, PREFERENCE.name):
        assert jargon not in said
    assert all(fact.means for fact in told(*AIMS, language=language))


def test_dependability_has_its_scale_its_n_and_its_error():
    (fact,) = told(AIMS[1])
    assert fact.value == "0.47 of 1"
    assert "n = 3 competencies with 5 ratings" in fact.means
    assert "(SEM): 0.40 points of the scale" in fact.means


def test_a_loop_that_is_not_proven_shortest_does_not_claim_it():
    proven, found = told(AIMS[0], AIMS[0].model_copy(update={"proven": False}))
    assert proven.means.startswith("Proven")
    assert "not proven" in found.means


def test_an_aim_without_words_of_its_own_stands_as_it_is():
    (fact,) = told(Aim(name="Travel", value=3, unit="km"))
    assert (fact.name, fact.value, fact.means) == ("Travel", "3 km", "")
