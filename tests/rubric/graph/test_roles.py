"""A title names a trade; what it rests on is lent weight, proposed where it is unsaid, and decides doubts."""

import pytest

from rubric.catalogue.load import load_catalogue
from rubric.graph import build_graph
from rubric.graph.roles import FIRST, near_to, role_of, unknown_in_roles
from rubric.graph.worlds import areas_placed, at_home
from tests.rubric.graph.asks import needs, small_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("title", "first"),
    [
        pytest.param("Senior Backend Engineer, Ledger", "backend-development", id="english"),
        pytest.param("Krankenpflegerin (m/w/d)", "clinical-assessment", id="german"),
        pytest.param("Comptable général", "financial-reporting", id="french"),
        pytest.param("Veterinary Physiotherapist", "veterinary-care", id="the first of two words"),
        pytest.param("Machine Learning Engineer", "machine-learning", id="the longer of two"),
    ],
)
def test_a_title_names_its_trade(title, first):
    assert role_of(title, CATALOGUE).rests_on[0] == first


def test_two_trades_side_by_side_are_woven():
    role = role_of("Charge Nurse, Intensive Care", CATALOGUE)
    assert role.rests_on[:2] == ("ward-leadership", "emergency-and-critical-care")
    assert len(set(role.rests_on)) == len(role.rests_on)


@pytest.mark.parametrize("title", [None, "", "Wizard of Light Bulb Moments"])
def test_no_trade_is_no_role(title):
    assert role_of(title, CATALOGUE) is None


def test_the_list_of_roles_names_only_what_the_catalogue_holds():
    assert unknown_in_roles(CATALOGUE.competencies) == []
    assert unknown_in_roles(()) != []


def test_a_catalogue_without_the_trade_has_no_such_role():
    assert role_of("Line Cook", small_catalogue()) is None
    assert role_of("Python developer", small_catalogue()).rests_on == ("python",)


def test_what_comes_first_pulls_most_and_a_stranger_not_at_all():
    role = role_of("Midwife", CATALOGUE)
    pulls = [role.pull(entry) for entry in role.rests_on]
    assert pulls == sorted(pulls, reverse=True)
    assert (pulls[0], role.pull("rust")) == (FIRST, 0.0)


def test_what_the_role_rests_on_is_proposed_and_marked():
    graph = build_graph(needs("Attends home births", title="Midwife"), CATALOGUE)
    node = next(node for node in graph.nodes if node.id == "patient-communication")
    assert (node.asked, node.evidence) == (False, ())
    assert node.why.startswith("No requirement names it, but the role (“Midwife”) rests on it.")


def test_a_neighbouring_trade_is_doubted():
    asked = needs(
        "Cares for inpatients and walks the dogs",
        "Assists at operations on animals",
        title="Veterinary Nurse",
    )
    home = at_home([], CATALOGUE, {}, role_of(asked.title, CATALOGUE))
    assert "veterinary-care" in home
    assert not {"long-term-care", "dental-care", "medical-practice"} & home
    graph = build_graph(asked, CATALOGUE)
    assert {link.sure for link in graph.links if link.competency == "long-term-care"} <= {"guess"}
    assert "long-term-care" not in [node.id for node in graph.nodes[:5]]


def test_near_to_a_role_is_what_goes_with_it_in_any_role():
    near = near_to(role_of("Kita Erzieherin", CATALOGUE), CATALOGUE)
    assert {"early-years-education", "safeguarding"} <= near
    assert "machining" not in near


def test_each_area_of_the_catalogue_has_its_world_or_is_one_of_many_trades():
    assert areas_placed() == {area.id for area in CATALOGUE.areas}


def test_some_role_rests_on_each_competency_of_a_trade():
    common = ("leadership", "collaboration")
    trades = {entry for area in CATALOGUE.areas if area.id not in common for entry in area.competencies}
    assert trades <= set(unknown_in_roles(()))


def test_a_title_of_many_trades_gives_weight_to_all_that_it_rests_on():
    role = role_of("Project Manager, Data Engineer, Nurse, Cook, Welder", CATALOGUE)
    assert len(role.rests_on) > 20
    assert all(role.pull(entry) > 0 for entry in role.rests_on)
