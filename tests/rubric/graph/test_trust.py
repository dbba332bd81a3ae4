"""A link is called sure only where the role rests on what it names and nothing else is named beside it."""

import pytest

from rubric.catalogue.load import load_catalogue
from rubric.graph import build_graph
from rubric.graph.build import graph_of
from rubric.graph.model import Link
from rubric.value import Span
from tests.rubric.graph.asks import needs

CATALOGUE = load_catalogue()


def confidence(text: str, competency: str, title: str | None) -> str:
    graph = build_graph(needs(text, title=title), CATALOGUE)
    return next(link.sure for link in graph.links if link.competency == competency)


@pytest.mark.parametrize(
    ("text", "competency", "title", "expected"),
    [
        pytest.param("Penetration testing", "penetration-testing", "Pentester", "sure", id="the role's own"),
        pytest.param("Penetration testing", "penetration-testing", None, "likely", id="no role known"),
        pytest.param("Mentoring", "mentoring", "Store Manager", "likely", id="at home, but beside the role"),
        pytest.param(
            "Penetration testing and threat modelling", "penetration-testing", "Pentester", "likely", id="two"
        ),
        pytest.param("A feel for ops culture", "ops-culture", "Backend Engineer", "likely", id="whole"),
        pytest.param("Bookkeeping by midwives", "midwifery", "Accountant", "guess", id="another trade"),
    ],
)
def test_confidence_follows_role_and_company(text, competency, title, expected):
    assert confidence(text, competency, title) == expected


def test_a_link_drawn_by_a_person_keeps_its_word():
    asked = needs("Whistles", title="Accountant")
    drawn = Link(
        requirement="r1",
        competency="midwifery",
        words="Whistles",
        span=Span(start=0, end=8),
        rule="person",
        sure="likely",
        why="A person said so.",
    )
    assert graph_of(asked, [drawn], CATALOGUE).links[0].sure == "likely"


def test_what_only_a_guess_says_is_never_a_must():
    graph = build_graph(needs("Bookkeeping by midwives", title="Accountant"), CATALOGUE)
    tiers = {node.id: node.tier for node in graph.nodes if node.asked}
    assert (tiers["midwifery"], tiers["financial-reporting"]) == ("should", "must")
    wish = build_graph(needs("Bookkeeping by midwives", title="Accountant", tier="nice"), CATALOGUE)
    assert {node.tier for node in wish.nodes if node.id == "midwifery"} == {"nice"}
