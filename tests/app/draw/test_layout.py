"""The graph's picture: no label lies on another, and nothing jumps when a figure changes."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.draw.graph import REACH, graph_height, graph_option, node_at, shown_edges
from app.draw.layout import COLUMN_WIDTH, ROW_HEIGHT, lay_out
from app.draw.routes import HEAD_WIDTH, LABEL_WIDTH, LINE_HEIGHT, points
from rubric.catalogue.load import load_catalogue
from rubric.graph import build_graph
from rubric.graph.model import CompetencyGraph, Edge, Node
from rubric.postings import read_posting
from rubric.requirements import find_requirements
from training.corpus import load_samples
from training.render import documents


def node(number, area="Area 1", weight=0.5, in_loop=True):
    return Node(
        id=f"c{number}",
        name=f"Competency {number}",
        area=area,
        weight=weight,
        tier="must",
        level=3,
        evidence=(),
        in_loop=in_loop,
        why="Asked for.",
    )


@st.composite
def graphs(draw):
    areas = draw(st.lists(st.integers(1, 6), min_size=1, max_size=40))
    nodes = tuple(node(n, f"Area {area}") for n, area in enumerate(areas))
    pairs = st.tuples(st.integers(0, len(nodes) - 1), st.integers(0, len(nodes) - 1))
    kinds = st.sampled_from(["builds-on", "related"])
    edges = draw(st.lists(st.tuples(pairs, kinds), max_size=30))
    return CompetencyGraph(
        nodes=nodes,
        links=(),
        edges=tuple(Edge(of=f"c{a}", kind=kind, to=f"c{b}") for (a, b), kind in edges),
    )


@given(graphs())
def test_no_two_labels_share_a_row_of_a_column(graph):
    layout = lay_out(graph)
    places = [*layout.nodes.values(), *layout.heads.values()]

    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert abs(one.x - other.x) > 150 or abs(one.y - other.y) >= ROW_HEIGHT / 2
    assert max(place.y for place in places) <= layout.height


@given(graphs(), st.floats(0, 1))
def test_a_new_weight_moves_nothing(graph, weight):
    changed = tuple(each.model_copy(update={"weight": weight}) for each in reversed(graph.nodes))

    assert lay_out(graph).nodes == lay_out(graph.model_copy(update={"nodes": changed})).nodes


def test_what_others_build_on_stands_lower():
    edge = Edge(of="c1", kind="builds-on", to="c2")
    layout = lay_out(CompetencyGraph(nodes=(node(2), node(1)), links=(), edges=(edge,)))

    assert layout.nodes["c1"].y < layout.nodes["c2"].y


def test_a_click_is_mapped_back_to_its_competency():
    graph = CompetencyGraph(nodes=(node(1), node(2)), links=(), edges=())

    assert node_at(graph, [1]) == "c2"
    assert node_at(graph, []) is None
    assert node_at(graph, [7]) is None


def test_what_is_not_in_the_loop_is_hollow():
    graph = CompetencyGraph(nodes=(node(1), node(2, in_loop=False)), links=(), edges=())
    inside, outside = graph_option(graph)["series"][0]["data"]

    assert inside["itemStyle"]["color"] != "transparent"
    assert outside["itemStyle"]["color"] == "transparent"


@pytest.mark.parametrize("count", [1, 24, 60])
def test_the_picture_is_as_high_as_its_rows(count):
    graph = CompetencyGraph(nodes=tuple(node(n, f"Area {n % 7}") for n in range(count)), links=(), edges=())

    assert graph_height(graph) >= max(place.y for place in lay_out(graph).nodes.values())


def test_lines_are_drawn_within_the_loop_and_around_the_chosen_competency():
    inside, other, outside = node(1), node(2), node(3, in_loop=False)
    within = Edge(of="c1", kind="builds-on", to="c2")
    leaves = Edge(of="c1", kind="builds-on", to="c3")
    near = Edge(of="c2", kind="related", to="c3")
    graph = CompetencyGraph(nodes=(inside, other, outside), links=(), edges=(within, leaves, near))

    assert shown_edges(graph, None) == [within]
    assert shown_edges(graph, "c3") == [within, leaves, near]


@given(graphs())
def test_no_line_within_a_column_leaves_the_picture(graph):
    layout = lay_out(graph)
    chosen = graph.nodes[0].id
    for edge, link in zip(
        shown_edges(graph, chosen), graph_option(graph, chosen)["series"][0]["links"], strict=True
    ):
        one, other = layout.nodes[edge.of], layout.nodes[edge.to]
        if one.x == other.x:
            assert abs(link["lineStyle"]["curveness"]) * abs(one.y - other.y) / 2 <= REACH + 1e-9


def lines_of(text, width, font="Helvetica", size=12):
    """The lines into which a label breaks at blanks, by the widths of a common font."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, font, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def boxes(graph):
    """What each label and heading covers: left, top, right, bottom."""
    layout = lay_out(graph)
    for head, (x, y) in layout.heads.items():
        lines = lines_of(head, HEAD_WIDTH, "Helvetica-Bold", 13)
        right = x - 4 + max(stringWidth(line, "Helvetica-Bold", 13) for line in lines)
        yield x - 4, y, right, y + 15 * len(lines)
    for data in graph_option(graph)["series"][0]["data"]:
        lines = lines_of(data["name"], LABEL_WIDTH)
        left = data["x"] + data["symbolSize"] / 2 + data["label"]["distance"]
        half = len(lines) * LINE_HEIGHT / 2 + 2
        right = left + max(stringWidth(line, "Helvetica", 12) for line in lines)
        yield left, data["y"] - half, right, data["y"] + half


def behind_headings(graph, bow=None):
    """Lines between two columns that pass behind a heading: as they are drawn, or all bent alike."""
    layout = lay_out(graph)
    heads = list(boxes(graph))[: len(layout.heads)]
    found = []
    links = graph_option(graph)["series"][0]["links"]
    for edge, link in zip(shown_edges(graph, None), links, strict=True):
        one, other = layout.nodes[edge.of], layout.nodes[edge.to]
        bent = link["lineStyle"]["curveness"] if bow is None else bow
        line = list(points(one, other, bent))
        if one.x != other.x and any(
            left <= point.x <= right and top <= point.y <= bottom
            for left, top, right, bottom in heads
            for point in line
        ):
            found.append((edge.of, edge.to))
    return found


WARD = (
    *["Nursing and care"] * 7,
    *["Leadership"] * 2,
    *["Working together"] * 2,
    *["Finance and accounting", "Personal services", "Reliability", "Retail", "Social care"],
)
"""The areas of the competencies of a ward's posting."""


def line_behind_headings(of, to, bow=None):
    """Whether the only line of the ward's graph passes behind a heading."""
    edge = Edge(of=f"c{of}", kind="builds-on", to=f"c{to}")
    nodes = tuple(node(number, area) for number, area in enumerate(WARD))
    return bool(behind_headings(CompetencyGraph(nodes=nodes, links=(), edges=(edge,)), bow))


def test_a_line_goes_around_the_headings_between_two_columns():
    assert line_behind_headings(0, 14, bow=0.12)
    assert not line_behind_headings(0, 14)


def test_few_of_all_possible_lines_have_no_way_around():
    pairs = list(permutations(range(len(WARD)), 2))
    plain = sum(line_behind_headings(*pair, bow=0.12) for pair in pairs)
    drawn = sum(line_behind_headings(*pair) for pair in pairs)

    assert 0 < 5 * drawn <= plain


def test_words_stand_before_the_lines_on_the_colour_of_the_page():
    option = graph_option(CompetencyGraph(nodes=(node(1),), links=(), edges=()), paper="#fff")

    assert [head["backgroundColor"] for head in option["title"]] == ["#fff"]
    assert option["series"][0]["data"][0]["label"]["backgroundColor"] == "#fff"


def overlapping(held):
    return [
        (one, two)
        for one, two in combinations(held, 2)
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


@pytest.mark.parametrize("sample", load_samples()[::6], ids=lambda sample: sample.name)
def test_no_label_of_a_posting_lies_on_another(sample):
    _, text, _ = next(documents(sample))
    graph = build_graph(find_requirements(read_posting(text.encode())), load_catalogue())
    assert overlapping(list(boxes(graph))) == []


def test_no_label_of_the_whole_catalogue_lies_on_another():
    catalogue = load_catalogue()
    nodes = [
        node(number, area.name).model_copy(update={"id": entry, "name": catalogue.competencies[entry].name})
        for number, (area, entry) in enumerate(
            (area, entry) for area in catalogue.areas for entry in area.competencies
        )
    ]
    held = list(boxes(CompetencyGraph(nodes=tuple(nodes), links=(), edges=())))
    assert overlapping(held) == []
    assert all(
        right <= (left + 4) // COLUMN_WIDTH * COLUMN_WIDTH + COLUMN_WIDTH for left, _, right, _ in held
    )


def test_labels_that_would_lie_on_one_another_are_noticed():
    assert overlapping([(0, 0, 10, 10), (5, 5, 15, 15)]) != []
