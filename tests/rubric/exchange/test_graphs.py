"""A graph that is written for other programs says there what it says here."""

import io
import json

import networkx as nx
import pytest

from rubric.catalogue.load import load_catalogue
from rubric.exchange.jsonld import CONTEXT, jsonld_of
from rubric.graph import build_graph
from rubric.graph.graphml import graphml_of
from rubric.postings import read_posting
from rubric.requirements import find_requirements

POSTING = (
    "Ward nurse\n\nRequirements\n\n- Gives medication safely\n- Writes care plans\n"
    "- Infection prevention on the ward\n- Leads the ward team\n"
)


@pytest.fixture(scope="module")
def graph():
    return build_graph(find_requirements(read_posting(POSTING)), load_catalogue())


def words_of(graph, node):
    return list(dict.fromkeys(link.words for link in graph.links if link.competency == node.id))


def test_graphml_is_read_back_whole(graph):
    web = nx.read_graphml(io.BytesIO(graphml_of(graph).encode()))
    assert {(e.of, e.to, e.kind) for e in graph.edges} == set(web.edges(data="kind"))
    assert graph.edges
    for node in graph.nodes:
        held = web.nodes[node.id]
        assert (held["name"], held["area"], held["why"]) == (node.name, node.area, node.why)
        assert (held["weight"], held["level"], held["tier"]) == (node.weight, node.level, node.tier)
        assert (held["in_loop"], held["asked"]) == (node.in_loop, node.asked)
        assert held["evidence"].split() == list(node.evidence)
        assert held["words"] == " | ".join(words_of(graph, node))


@pytest.mark.parametrize("name", ["a\x0bb\x00", "<a & 'b'>\"", "a\ufffe\U0001f600", "]]>"])
def test_a_name_with_any_character_gives_xml_that_can_be_read(graph, name):
    first = graph.nodes[0].model_copy(update={"name": name})
    text = graphml_of(graph.model_copy(update={"nodes": (first, *graph.nodes[1:])}))
    read = nx.read_graphml(io.BytesIO(text.encode())).nodes[first.id]["name"]
    assert read == name.replace("\x0b", "").replace("\x00", "").replace("\ufffe", "")


def test_json_ld_has_a_meaning_for_every_key_and_leads_to_its_own_terms(graph):
    written = json.loads(json.dumps(jsonld_of(graph, None)))
    assert written["name"] == "Competencies of a role"
    terms = {term["@id"]: term for term in written["hasDefinedTerm"]}
    assert len(terms) == len(graph.nodes)
    of_schema_org = {"@type", "@id", "termCode", "name"}
    for node in graph.nodes:
        term = terms[f"urn:loopwright:competency:{node.id}"]
        assert set(term) - of_schema_org <= set(CONTEXT)
        assert {*term["buildsOn"], *term["related"]} <= set(terms)
        assert term["words"] == words_of(graph, node)
        assert (term["weight"], term["inLoop"]) == (node.weight, node.in_loop)
