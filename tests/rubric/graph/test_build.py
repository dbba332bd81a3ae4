"""The graph proposes five to eight competencies, says why others are left out, and marks what is unsaid."""

from pathlib import Path

from rubric.catalogue.load import load_catalogue
from rubric.graph import build_graph
from rubric.graph.build import FEWEST, IN_LOOP, _place, _seats
from rubric.graph.model import Node
from rubric.graph.web import carries, centrality, neighbours, rests_on, rings, way_between
from rubric.postings import read_posting
from rubric.requirements import find_requirements
from tests.rubric.catalogue.entries import catalogue, competency, renamed
from tests.rubric.graph.asks import needs, small_catalogue

CATALOGUE = small_catalogue()
EXAMPLES = Path(__file__).parents[3] / "examples"


def test_nodes_fall_in_weight_and_hold_their_evidence():
    graph = build_graph(needs("Runs queues", "Deep knowledge of queues", "Writes Python"), CATALOGUE)
    weights = [node.weight for node in graph.nodes]
    assert weights == sorted(weights, reverse=True)
    assert (graph.nodes[0].id, graph.nodes[0].evidence) == ("queues", ("r1", "r2"))
    assert graph.nodes[0].why == "Asked for in 2 requirements."


def test_relations_between_competencies_of_the_graph_are_its_edges():
    graph = build_graph(needs("Runs queues and caches"), CATALOGUE)
    assert ("queues", "builds-on", "caches") in {(edge.of, edge.kind, edge.to) for edge in graph.edges}


def test_what_only_the_title_names_is_proposed_and_marked():
    graph = build_graph(needs("Runs queues", title="Python developer"), CATALOGUE)
    node = next(node for node in graph.nodes if node.id == "python")
    assert (node.asked, node.evidence, node.tier) == (False, (), "should")
    assert node.why == "No requirement names it, but the title does (“Python”)."


def test_a_title_adds_to_what_is_asked():
    plain = build_graph(needs("Runs queues"), CATALOGUE).nodes[0]
    titled = build_graph(needs("Runs queues", title="Queue engineer"), CATALOGUE).nodes[0]
    assert titled.weight > plain.weight
    assert titled.asked


def test_rank_and_relations_fill_up_what_a_posting_leaves_unsaid():
    graph = build_graph(needs("Runs queues", seniority="staff"), CATALOGUE)
    unsaid = {node.id: node.why for node in graph.nodes if not node.asked}
    assert "at this rank people are expected to grow others" in unsaid["mentoring"]
    assert unsaid["caches"] == "No requirement names it; it goes with Queue engineering."
    assert all(node.weight < graph.nodes[0].weight for node in graph.nodes[1:])


def test_an_unsaid_competency_enters_the_loop_only_to_make_five():
    graph = build_graph(needs("Runs queues, caches and Python", "Mentors two", "Writes Go"), CATALOGUE)
    inside = [node for node in graph.nodes if node.in_loop]
    assert len(inside) == FEWEST
    assert all(node.asked for node in inside)


def test_at_most_eight_are_proposed_and_the_rest_say_why_not():
    shipped = load_catalogue()
    names = [entry.name for entry in shipped.competencies.values() if entry.status == "reviewed"][:14]
    graph = build_graph(needs(*(f"Work in {name}" for name in names)), shipped)
    outside = [node for node in graph.nodes if not node.in_loop]
    assert len(graph.nodes) - len(outside) <= IN_LOOP
    assert outside
    assert all("Left out:" in node.why for node in outside)


def test_a_faint_guess_is_left_out_of_a_full_loop():
    asked = needs(
        "Runs queues", "Tunes caches", "Writes Python", "Writes Go", "Mentors two", "Hiring of cooks"
    )
    faint = needs("Uses barman", tier="nice").items[0].model_copy(update={"id": "r7"})
    graph = build_graph(asked.model_copy(update={"items": (*asked.items, faint)}), CATALOGUE)
    node = next(node for node in graph.nodes if node.id == "cocktails")
    assert (node.in_loop, node.why.endswith("the posting asks for it only in passing.")) == (False, True)


def test_a_posting_that_asks_for_nothing_known_still_gets_the_rank():
    graph = build_graph(needs("Whistles", seniority="manager"), CATALOGUE)
    assert [node.id for node in graph.nodes] == ["hiring"]
    assert build_graph(needs("Whistles"), CATALOGUE).nodes == ()


def test_the_web_tells_foundations_reach_and_the_way_between():
    assert rests_on(CATALOGUE, "queues") == ["caches", "python"]
    assert carries(CATALOGUE, "python") == ["caches", "queues"]
    assert neighbours(CATALOGUE, "queues") == ["caches", "go"]
    assert way_between(CATALOGUE, "go", "python") == ["go", "queues", "caches", "python"]
    assert way_between(CATALOGUE, "go", "cocktails") == []
    assert max(centrality(CATALOGUE), key=centrality(CATALOGUE).get) in ("queues", "caches")


def test_rings_are_found():
    ring = catalogue(
        competency(),
        renamed("ordering"),
        relations=(("soup", "builds-on", "ordering"), ("ordering", "builds-on", "soup")),
    )
    assert rings(ring) == [["ordering", "soup"]]
    assert rings(load_catalogue()) == []


def test_the_same_posting_gives_the_same_graph():
    asked = needs("Runs queues", "Writes Python", seniority="senior", title="Queue engineer")
    assert build_graph(asked, CATALOGUE) == build_graph(asked, CATALOGUE)


def test_a_must_have_of_weight_comes_into_the_loop_before_a_heavier_wish():
    rows = [(0.9, "must"), (0.8, "nice"), (0.5, "must"), (0.1, "must")]
    fixed = {"name": "N", "area": "A", "level": 3, "evidence": (), "in_loop": True, "why": "Asked for."}
    ranked = [
        Node(id=f"n{number}", weight=weight, tier=tier, **fixed) for number, (weight, tier) in enumerate(rows)
    ]

    assert _seats(ranked, 0.4) == {"n0": 0, "n2": 1, "n1": 2, "n3": 3}


def test_eight_come_before_what_is_left_out_for_want_of_room():
    full = "a loop can hold about eight competencies"
    postings = [read_posting(path.read_bytes()) for path in sorted(EXAMPLES.glob("*.txt"))]
    graphs = [build_graph(find_requirements(posting), load_catalogue()) for posting in postings]
    crowded = [graph for graph in graphs if any(full in node.why for node in graph.nodes)]

    assert crowded
    assert all(sum(node.in_loop for node in graph.nodes) == IN_LOOP for graph in crowded)


def test_what_is_asked_in_passing_is_not_said_to_want_room():
    rows = [(0.9, "must")] * 6 + [(0.2, "must")] * 6
    fixed = {"name": "N", "area": "A", "level": 3, "evidence": ("r1",), "in_loop": True, "why": "Asked for."}
    ranked = [Node(id=f"n{n}", weight=weight, tier=tier, **fixed) for n, (weight, tier) in enumerate(rows)]
    seats = _seats(ranked, 0.4)
    placed = [_place(node, seats[node.id], 0.4) for node in ranked]

    assert [node.in_loop for node in placed] == [True] * 6 + [False] * 6
    assert all(node.why.endswith("only in passing.") for node in placed[6:])
