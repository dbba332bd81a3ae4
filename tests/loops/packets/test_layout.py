"""Nothing overlaps, nothing leaves its page, nothing is smaller than it may be."""

import io
import re
from itertools import combinations

import pytest
from pypdf import PdfReader

from loops.debrief import compose_debrief
from loops.packets import Look, Settings, compose_packets, render
from loops.packets.pdf.sheet import Sheet
from loops.packets.pdf.style import LEFT, MM
from loops.packets.pdf.wrap import width_of_line
from loops.scorecards import type_scorecard
from tests.loops.packets.factories import extreme_plan, large_plan, plan_file

LOOKS = [
    pytest.param(Look(), id="A4"),
    pytest.param(Look(paper="letter", variant="print"), id="Letter on paper"),
    pytest.param(Look(paper="letter", language="de", large_print=True), id="German, Letter, large"),
    pytest.param(Look(language="fr", variant="print"), id="French on paper"),
]
PLANS = [
    pytest.param(plan_file, id="three competencies"),
    pytest.param(large_plan, id="twelve competencies"),
    pytest.param(extreme_plan, id="the longest texts that fit the model"),
]


@pytest.fixture
def drawn(monkeypatch):
    """Every line of words that is drawn: its page, box and size."""
    lines = []
    words = Sheet.words

    def record(sheet, x, y, line, style):
        width = width_of_line(line, style.size, style.extra)
        page = id(sheet.pages[-1])
        text = "".join(part for _, part in line)
        box = (x, y - 0.2 * style.size, x + width, y + 0.7 * style.size)
        lines.append((page, sheet.width, box, style.size, text))
        words(sheet, x, y, line, style)

    monkeypatch.setattr(Sheet, "words", record)
    return lines


@pytest.fixture
def ruled(monkeypatch):
    """Every straight line, and every point of every shape, that is drawn on a page."""
    marks = []
    line, shape = Sheet.line, Sheet.shape

    def record_line(sheet, x1, y1, x2, y2, width=0.6):
        marks.append((id(sheet.pages[-1]), sheet, (x1, y1, x2, y2)))
        line(sheet, x1, y1, x2, y2, width)

    def record_shape(sheet, path, **kinds):
        numbers = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", path)]
        if path.endswith("re"):
            numbers[2:] = [numbers[0] + numbers[2], numbers[1] + numbers[3]]
        marks.append((id(sheet.pages[-1]), sheet, tuple(numbers)))
        shape(sheet, path, **kinds)

    monkeypatch.setattr(Sheet, "line", record_line)
    monkeypatch.setattr(Sheet, "shape", record_shape)
    return marks


def crossed(box, mark) -> bool:
    """Whether a level line runs through the letters in a box, from the baseline to the height of an x."""
    x1, y1, x2, y2 = mark
    low, high = box[1], box[3]
    return (
        y1 == y2 and low + 0.3 * (high - low) < y1 < high - 0.2 * (high - low) and x1 < box[2] and box[0] < x2
    )


def overlap(one, two) -> bool:
    return min(one[2], two[2]) - max(one[0], two[0]) > 0.5 and min(one[3], two[3]) - max(one[1], two[1]) > 0.5


def check(lines) -> None:
    pages: dict = {}
    for page, width, box, size, text in lines:
        assert size >= 8, text
        assert box[0] >= LEFT - 0.1, text
        assert box[2] <= width - LEFT + 0.6, text
        assert box[1] >= 6 * MM, text
        pages.setdefault(page, []).append((box, text))
    for held in pages.values():
        for (one, first), (two, second) in combinations(held, 2):
            assert not overlap(one, two), (first, second)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("make", PLANS)
def test_no_line_overlaps_another_or_leaves_the_page(make, look, drawn):
    settings = Settings(look=look, candidate="4F2", laws=("us-federal", "eu", "uk"))
    for document in compose_packets(make(), settings).files().values():
        drawn.clear()
        render(document)
        check(drawn)


@pytest.mark.parametrize("look", LOOKS)
def test_the_debrief_too(look, drawn):
    plan = large_plan()
    levels = {
        f"{kind}:{ask.competency}": "3"
        if kind == "score"
        else "Said what was done, and what came of it. " * 12
        for ask in plan.interviews[0].items
        for kind in ("score", "evidence")
    }
    cards = (type_scorecard(plan, "i1", "4F2", levels),)
    render(compose_debrief(plan, cards, Settings(look=look, candidate="4F2")))
    check(drawn)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("make", PLANS)
def test_no_line_runs_through_words_and_no_shape_leaves_the_page(make, look, drawn, ruled):
    settings = Settings(look=look, candidate="4F2", laws=("eu",))
    packets = compose_packets(make(), settings)
    for document in (packets.overview, packets.candidate, packets.interviews[0][1]):
        drawn.clear()
        ruled.clear()
        render(document)
        for page, sheet, points in ruled:
            assert all(0 < x < sheet.width for x in points[::2])
            assert all(0 < y < sheet.height for y in points[1::2])
            if len(points) == 4:
                assert not [text for at, _, box, _, text in drawn if at == page and crossed(box, points)]


@pytest.mark.parametrize("make", PLANS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_minute_plan_names_the_page_on_which_each_competency_begins(make, paper):
    packet = compose_packets(make(), Settings(look=Look(paper=paper))).interviews[0][1]
    read = PdfReader(io.BytesIO(render(packet)))
    told = [
        int(page) for leaf in read.pages[:2] for page in re.findall(r"min · page (\d+)", leaf.extract_text())
    ]
    begins = {mark.title: read.get_destination_page_number(mark) + 1 for mark in read.outline}
    assert told == [begins[topic.name] for topic in packet.topics]


def test_no_name_stands_at_the_foot_of_a_page_without_its_words():
    plan = large_plan()
    note = ("Ήταν σαφής. Она описала сбой и сказала, что изменила. " * 40)[:2000]
    cards = tuple(
        type_scorecard(
            plan,
            each.id,
            "4F2",
            {
                f"{kind}:{ask.competency}": "3" if kind == "score" else note
                for ask in each.items
                for kind in ("score", "evidence")
            },
        )
        for each in plan.interviews
    )
    read = PdfReader(io.BytesIO(render(compose_debrief(plan, cards, Settings(candidate="4F2")))))
    lasts = [leaf.extract_text().split("\nConfidential")[0].splitlines()[-1] for leaf in read.pages[2:-2]]
    assert len(lasts) > 3
    assert all(
        "сказала" in last or "σαφής" in last or last.startswith(("Median", "One level")) for last in lasts
    ), lasts


def test_words_of_the_scores_are_never_broken_in_narrow_columns():
    plan = extreme_plan()
    levels = {f"score:{ask.competency}": "3" for ask in plan.interviews[0].items}
    card = type_scorecard(plan, "i1", "4F2", {**levels, "recommendation": "strong-yes"})
    for language, missing in (("en", "? missing"), ("de", "? fehlt"), ("fr", "? absente")):
        settings = Settings(candidate="4F2", look=Look(language=language))
        read = PdfReader(io.BytesIO(render(compose_debrief(plan, (card,), settings))))
        texts = [leaf.extract_text().replace("\N{NO-BREAK SPACE}", " ") for leaf in read.pages]
        text = next(text for text in texts if missing in text)
        assert text.count("?") > 12
        assert sum(text.count("+ +") for text in texts) == 2


def test_few_interviewers_get_words_and_no_signs():
    plan = plan_file()
    levels = {f"score:{ask.competency}": "3" for ask in plan.interviews[0].items}
    card = type_scorecard(plan, "i1", "4F2", {**levels, "recommendation": "strong-yes"})
    text = PdfReader(io.BytesIO(render(compose_debrief(plan, (card,), Settings())))).pages[1].extract_text()
    assert "missing" in text
    assert "Strong yes" in text
    assert "?" not in text
