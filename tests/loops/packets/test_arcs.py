"""The order of the map: as few crossings as any order allows."""

from itertools import combinations, permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from loops.packets.arcs import arrange

MEMBERS = "abcdef"


def crossings(order, edges, sides) -> int:
    place = {member: number for number, member in enumerate(order)}
    ends = [sorted((place[a], place[b])) for a, b in edges]
    return sum(
        sides[one] == sides[two]
        and (
            ends[one][0] < ends[two][0] < ends[one][1] < ends[two][1]
            or ends[two][0] < ends[one][0] < ends[two][1] < ends[one][1]
        )
        for one, two in combinations(range(len(edges)), 2)
    )


def fewest(boxes, edges) -> int:
    """By trying every order of boxes and members, and every choice of sides."""
    best = 99
    for order in permutations(boxes):
        for inside in product(*(permutations(box) for box in order)):
            flat = [member for box in inside for member in box]
            for sides in product((0, 1), repeat=len(edges)):
                best = min(best, crossings(flat, edges, sides))
    return best


@st.composite
def maps(draw):
    boxes = draw(
        st.sampled_from(
            [(("a", "b"), ("c", "d", "e")), (("a",), ("b", "c"), ("d",)), (("a", "b", "c", "d"),)]
        )
    )
    members = [member for box in boxes for member in box]
    pairs = list(combinations(members, 2))
    edges = draw(st.lists(st.sampled_from(pairs), max_size=6, unique=True))
    return boxes, tuple(edges)


@given(maps())
@settings(max_examples=60, deadline=None)
def test_no_better_order_would_avoid_a_crossing(case):
    boxes, edges = case
    plan = arrange(boxes, edges)
    assert plan.crossings == fewest(boxes, edges)
    assert plan.crossings == crossings(plan.order, edges, [arc.side for arc in plan.arcs])


@given(maps())
@settings(max_examples=60, deadline=None)
def test_arcs_of_one_lane_never_touch(case):
    boxes, edges = case
    arcs = arrange(boxes, edges).arcs
    for one, two in combinations(arcs, 2):
        if (one.side, one.lane) == (two.side, two.lane):
            assert one.high < two.low or two.high < one.low


def test_boxes_stay_whole_and_ties_keep_the_order_given():
    plan = arrange((("b", "a"), ("d", "c")), ())
    assert plan.order == ("b", "a", "d", "c")
    assert plan.arcs == ()
