"""What a loop leaves out is said on page one, counted and named."""

import pytest

from loops.design.model import Missing
from loops.packets import Settings, compose_packets
from loops.packets.model import Look, Overview
from rubric.model import LeftOut
from tests.loops.packets.factories import plan_file


def overview_of(*left: LeftOut, language: str = "en") -> Overview:
    file = plan_file()
    rubric = file.problem.rubric.model_copy(update={"left_out": left})
    problem = file.problem.model_copy(update={"rubric": rubric})
    missing = tuple(Missing(competency=each.name, why=each.why, tier=each.tier) for each in left)
    file = file.model_copy(update={"problem": problem, "left_out": missing})
    return compose_packets(file, Settings(look=Look.model_validate({"language": language}))).overview


MUSTS = (
    LeftOut(name="Security engineering", why="Asked for in 1 requirement.", tier="must"),
    LeftOut(name="Linux systems", why="Asked for in 2 requirements.", tier="must"),
)


def test_left_out_must_haves_are_counted_and_named_on_page_one():
    shown = overview_of(*MUSTS)
    said = "3 of 5 must-haves are assessed; 2 left out: Security engineering, Linux systems."
    assert shown.open_points[0] == said
    assert shown.gaps.startswith(said)
    assert ("must-haves assessed", "3 of 5") in [(fact.name, fact.value) for fact in shown.facts]


def test_the_loops_own_must_haves_are_not_praised_for_those_left_out():
    assert "Every must-have that the posting names" not in overview_of(*MUSTS).gaps


def test_where_nothing_is_left_out_nothing_is_counted():
    shown = overview_of()
    assert not any("left out" in point for point in shown.open_points)
    assert "left out" not in shown.gaps


def test_weaker_wishes_and_what_other_means_check_are_told_apart():
    shown = overview_of(
        LeftOut(name="Go programming", why="Asked for in 1 requirement.", tier="nice"),
        LeftOut(name="A degree", why="Checked on the résumé."),
    )
    assert "Less than a must, and left out: Go programming." in shown.gaps
    assert "whose rank is not known: 1." in shown.gaps
    assert [left.tier for left in shown.left] == ["nice", None]


@pytest.mark.parametrize(
    ("language", "why"), [("de", "In 2 Anforderungen verlangt."), ("fr", "Demandé dans 2 exigences.")]
)
def test_reasons_of_our_own_are_translated_and_others_stay(language, why):
    shown = overview_of(MUSTS[1], LeftOut(name="X", why="The team says so."), language=language)
    assert [left.why for left in shown.left] == [why, "The team says so."]


def test_a_file_without_tiers_keeps_its_fingerprint():
    assert LeftOut(name="X", why="Y.").model_dump() == {"name": "X", "why": "Y."}
    assert LeftOut(name="X", why="Y.", tier="must").model_dump()["tier"] == "must"
