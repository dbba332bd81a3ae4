"""Weights are monotone: reasons never take away, and a must weighs at least as much as the same wish."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rubric.graph.build import graph_of
from rubric.graph.links import find_links
from rubric.graph.model import Link
from rubric.graph.weights import fit_of, stress_of, strongest, weigh
from rubric.value import Span
from tests.rubric.graph.asks import need, needs, small_catalogue

CATALOGUE = small_catalogue()
TIERS = st.sampled_from(["must", "should", "nice"])
SURE = st.sampled_from(["sure", "likely", "guess"])


def mention(number: int, tier: str, sure: str, share: float):
    link = Link(
        requirement=f"r{number}",
        competency="queues",
        words="queues",
        span=Span(start=0, end=6),
        rule="term",
        sure=sure,
        share=share,
        why="It says so.",
    )
    return need("Runs queues", number, tier=tier), link


MENTION = st.builds(mention, st.integers(1, 99), TIERS, SURE, st.floats(0.1, 1))
MENTIONS = st.lists(MENTION, max_size=6)
FIT = st.sampled_from([0.6, 0.8, 1.0])


@given(MENTIONS, MENTION, st.booleans(), st.lists(st.floats(0, 1), max_size=4), FIT)
def test_a_further_mention_never_lowers(mentions, more, titled, near, fit):
    assert weigh([*mentions, more], titled, near, fit) >= weigh(mentions, titled, near, fit)


@given(MENTIONS, st.floats(0.1, 1), SURE, FIT)
def test_a_must_weighs_at_least_as_much_as_the_same_wish(mentions, share, sure, fit):
    must, should, nice = (
        weigh([*mentions, mention(1, tier, sure, share)], fit=fit) for tier in ("must", "should", "nice")
    )
    assert must >= should >= nice


@given(MENTIONS, st.lists(st.floats(0, 1), max_size=4), st.booleans())
def test_weights_stay_between_nought_and_one_and_the_order_of_mentions_is_all_the_same(
    mentions, near, titled
):
    weight = weigh(mentions, titled, near)
    assert 0 <= weight <= 1
    assert weigh(mentions[::-1], titled, near) == weight


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Runs queues", "Tunes caches", "Writes Python", "Mentors two"]), max_size=6))
def test_a_second_requirement_never_lowers_any_competency(texts):
    def weights(*held):
        asked = needs(*held)
        links = [link for item in asked.items for link in find_links(item, CATALOGUE)]
        return {node.id: node.weight for node in graph_of(asked, links, CATALOGUE).nodes if node.asked}

    before, after = weights(*texts), weights(*texts, "Runs queues")
    assert all(after[entry] >= weight for entry, weight in before.items())


def test_depth_and_rank_bear_on_the_weight():
    assert stress_of("Deep knowledge of queues") > stress_of("Runs queues") > stress_of("Some queues")
    assert fit_of(4) > fit_of(3) > fit_of(None) >= 0.6


def test_the_strongest_tier_is_named():
    assert strongest(["nice", "must", "should"]) == "must"
