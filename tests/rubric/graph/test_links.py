"""A requirement's words name competencies: exactly, in case and sense, with a share and a reason."""

import pytest

from rubric.catalogue.load import load_catalogue
from rubric.graph.build import build_graph
from rubric.graph.links import find_links
from rubric.graph.phrases import phrases_of
from rubric.graph.terms import index_of, parse_term, words_of
from tests.rubric.graph.asks import need, needs, small_catalogue

CATALOGUE, FULL = small_catalogue(), load_catalogue()


def linked(text: str, **changes) -> dict[str, str]:
    return {link.competency: link.sure for link in find_links(need(text, **changes), CATALOGUE)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Runs message brokers", {"queues": "sure"}, id="plural"),
        pytest.param("Betreibt Warteschlangen", {"queues": "likely"}, id="german ending"),
        pytest.param("Knows Kafka", {"queues": "likely"}, id="a tool is likely"),
        pytest.param("Reads Franz kafka", {}, id="a tool in other capitals"),
        pytest.param("Has to go fast", {}, id="an everyday word"),
        pytest.param("Writes Go", {"go": "likely"}, id="a name in capitals"),
        pytest.param("Stands in the queue at the till", {}, id="a sense that does not count"),
        pytest.param("Helps four colleagues to grow", {"mentoring": "sure"}, id="a gap"),
        pytest.param("Helps a great many of them all to grow", {}, id="a gap too wide"),
    ],
)
def test_terms_are_matched_in_case_and_sense(text, expected):
    assert linked(text) == expected


@pytest.mark.parametrize("kind", ["education", "clearance", "logistics", "language"])
def test_what_is_screened_maps_to_nothing(kind):
    assert linked("Runs message brokers", kind=kind) == {}


def test_every_link_quotes_its_words_and_says_why():
    requirement = need("Designs caches and message brokers")
    for link in find_links(requirement, CATALOGUE):
        assert requirement.text[link.span.start : link.span.end] == link.words
        assert link.words in link.why


def test_the_competency_that_covers_most_is_the_main_one():
    shares = {
        link.competency: link.share for link in find_links(need("Message broker work in Python"), CATALOGUE)
    }
    assert shares == {"queues": 1.0, "python": 0.6}


def test_options_share_what_one_requirement_asks():
    requirement = need("Fluent in Python or Go", alternatives=("Python", "Go"))
    assert {link.share for link in find_links(requirement, CATALOGUE)} == {0.5}


def test_options_of_one_competency_and_lost_options_share_nothing():
    requirement = need("Kafka or RabbitMQ", alternatives=("Kafka", "RabbitMQ", "Pulsar"))
    assert [link.share for link in find_links(requirement, CATALOGUE)] == [1.0]


def test_a_word_of_another_world_is_a_guess_and_a_link_by_a_person_is_not():
    asked = needs("Runs queues", "Tunes caches", "Writes Python", "Writes Go", "Restores with barman")
    graph = build_graph(asked, CATALOGUE)
    doubted = next(link for link in graph.links if link.competency == "cocktails")
    assert doubted.sure == "guess"
    assert doubted.why.endswith("so this is a guess.")
    assert next(node for node in graph.nodes if node.id == "cocktails").why.startswith("Perhaps asked")


def test_a_posting_of_that_world_does_not_doubt_its_word():
    graph = build_graph(needs("Shakes drinks as a barman"), CATALOGUE)
    assert graph.links[0].sure == "likely"


def test_odd_terms_neither_match_nor_break():
    assert parse_term("") == ()
    assert parse_term("… queue …")[-1].kind == "stem"
    assert index_of(CATALOGUE).find("") == []
    assert [word.stem for word in words_of("C++ and APIs")] == ["c++", "and", "api"]


def test_a_word_that_only_one_trade_uses_is_a_guess_where_nothing_exact_stands():
    own = ["tray chart", "tray round", "tray audit", "ward list"]
    held = small_catalogue()
    nursing = held.competencies["queues"].model_copy(update={"terms": {"en": own}})
    changed = held.model_copy(
        update={"competencies": held.competencies | {"queues": nursing}, "hash": "own-words"}
    )
    [link] = find_links(need("Carries trays up the hill"), changed)
    assert (link.words, link.rule, link.sure) == ("trays", "word", "guess")
    assert {link.rule for link in find_links(need("A tray with caches"), changed)} == {"term"}
    graph = build_graph(
        needs("Writes Python", "Mentors two", "Shakes as barman", "Shakes up", "Shakes"), changed
    )
    assert all(link.rule != "word" for link in graph.links)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("Guide two junior researchers", "mentoring", id="english"),
        pytest.param("Anleitung unserer Auszubildenden", "mentoring", id="german"),
        pytest.param("Accompagner notre apprentie", "mentoring", id="french"),
        pytest.param("Fill in the logbook", "records-and-data-entry", id="keeps a log"),
    ],
)
def test_a_phrase_of_any_trade_asks_for_what_many_trades_need(text, asked):
    found = {link.competency: link for link in find_links(need(text), FULL)}
    assert found[asked].sure == "likely"
    assert found[asked].words in text


def test_phrases_keep_to_the_senses_and_the_competencies_of_the_catalogue():
    assert "learning-agility" in {hit.term.competency for hit in phrases_of(FULL).find("willing to learn")}
    assert not phrases_of(FULL).find("flexible working")
    assert {hit.term.competency for hit in phrases_of(CATALOGUE).find("Guide two junior cooks")} == {
        "mentoring"
    }
    assert not phrases_of(CATALOGUE).find("Keep your notes and logs in order")


def test_a_phrase_never_makes_a_link_sure():
    links = find_links(need("Guide two junior researchers"), FULL)
    assert {link.sure for link in links if link.rule == "phrase"} <= {"likely", "guess"}
