"""Two versions of a posting differ in words that a planner can act on."""

from rubric.graph import build_graph
from rubric.graph.diff import compare_graphs
from rubric.graph.graphml import graphml_of
from tests.rubric.graph.asks import needs, small_catalogue

CATALOGUE = small_catalogue()
OLD = build_graph(needs("Runs queues", "Writes Go", seniority="senior"), CATALOGUE)


def changes(old, new):
    return {(change.competency, change.kind) for change in compare_graphs(old, new)}


def test_the_same_graph_has_no_changes():
    assert compare_graphs(OLD, OLD) == ()


def test_what_enters_and_leaves_the_loop_comes_first():
    new = build_graph(needs("Runs queues", "Hiring", "Writes Go", seniority="senior"), CATALOGUE)
    found = compare_graphs(OLD, new)
    assert (found[0].competency, found[0].kind) == ("hiring", "entered")
    assert "One more competency to assess at level 3" in found[0].means
    assert ("hiring", "left") in changes(new, OLD)


def test_tier_and_level_say_what_to_do():
    wish = build_graph(needs("Runs queues", "Writes Go", seniority="senior", tier="nice"), CATALOGUE)
    assert ("queues", "tier") in changes(wish, OLD)
    means = {c.kind: c.means for c in compare_graphs(wish, OLD) if c.competency == "queues"}
    assert means["tier"] == "Give it a second, independent look."
    back = {c.kind: c.means for c in compare_graphs(OLD, wish) if c.competency == "queues"}
    assert back["tier"] == "One look may be enough."

    higher = build_graph(needs("Runs queues", "Writes Go", seniority="staff"), CATALOGUE)
    assert {c.what for c in compare_graphs(OLD, higher) if c.competency == "queues"} == {"From level 3 to 4."}


def test_what_stays_outside_changes_nothing():
    outside = OLD.model_copy(
        update={"nodes": tuple(n.model_copy(update={"in_loop": n.id == "queues"}) for n in OLD.nodes)}
    )
    inside = outside.model_copy(update={"nodes": tuple(n for n in outside.nodes if n.in_loop)})
    assert {c.kind for c in compare_graphs(inside, outside)} == {"new"}
    assert {c.kind for c in compare_graphs(outside, inside)} == {"gone"}
    emptied = outside.model_copy(
        update={"nodes": tuple(n.model_copy(update={"in_loop": False}) for n in OLD.nodes)}
    )
    assert ("queues", "left") in changes(outside, emptied)
    softer = outside.model_copy(
        update={"nodes": tuple(n.model_copy(update={"tier": "nice", "level": 1}) for n in outside.nodes)}
    )
    said = {c.means for c in compare_graphs(outside, softer) if c.competency != "queues"}
    assert said == {"Nothing changes for the loop: the competency is not in it."}


def test_graphml_holds_every_node_and_relation():
    text = graphml_of(build_graph(needs("Runs queues and caches"), CATALOGUE))
    assert '<node id="queues">' in text
    assert 'source="queues" target="caches"' in text
