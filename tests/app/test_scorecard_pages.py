"""Scorecards come in by file or by hand; the debrief shows them side by side."""

import pytest

from app.draw.grid import grid_html, spread
from app.frame import say
from loops import steps
from loops.scorecards import Blank, NotObserved, Observed, Rating, Scorecard


@pytest.fixture
def planned(store, sample):
    return steps.make_loop(store, sample.seen_by("you"))


@pytest.fixture
def candidate(store, planned):
    return steps.add_candidate(store, "you", planned.id, "C-001")


def answers(file, interview, level="3"):
    told = {"recommendation": "yes", "name": "Ada"}
    for ask in interview.items:
        told |= {
            f"score:{ask.competency}": level,
            f"evidence:{ask.competency}": "Told of the night of 3 May.",
        }
    return told


def complete_all(store, candidate):
    file = steps.loop_of(store, candidate)
    for number, interview in enumerate(file.interviews):
        level = "1" if number == 0 else "4"
        taken = steps.type_in_scorecard(
            store, "you", (candidate.id, interview.id), answers(file, interview, level), True
        )
        assert taken.state == "complete", taken.says
    return file


def texts(app):
    kinds = (app.title, app.subheader, app.markdown, app.info, app.error, app.warning, app.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("page", ["scorecards", "debrief"])
def test_without_a_candidate_the_page_says_how_to_add_one(open_page, planned, page):
    app = open_page(page, planned.id)

    assert not app.exception
    assert "There is no candidate yet" in texts(app)


def test_a_candidate_is_added_by_a_code(open_page, store, planned):
    app = open_page("scorecards", planned.id)
    app.text_input[0].set_value("C-007")
    app.button(key="add-candidate").click().run()

    assert [each.code for each in steps.list_candidates(store, "you", planned.id)] == ["C-007"]
    assert "missing" in texts(app)


def test_a_name_with_strange_letters_is_no_code(open_page, planned):
    app = open_page("scorecards", planned.id)
    app.text_input[0].set_value("Jane <Doe>")
    app.button(key="add-candidate").click().run()

    assert "use no names" in app.error[0].value


def test_a_file_that_is_no_packet_is_not_taken_in(open_page, planned, candidate):
    app = open_page("scorecards", planned.id)
    app.file_uploader(key="returned").upload("cv.pdf", b"%PDF-1.4 nothing", "application/pdf")
    app.button(key="import").click().run()

    assert not app.exception
    assert "not taken in" in app.error[0].value


def test_the_debrief_waits_until_something_may_be_seen(open_page, planned, candidate):
    assert "No scorecard can be shown yet" in texts(open_page("debrief", planned.id))


def test_the_debrief_shows_the_widest_disagreement_first(open_page, store, planned, candidate):
    file = complete_all(store, candidate)
    app = open_page("debrief", planned.id)
    cards = steps.visible_scorecards(store, "you", candidate.id)
    html = grid_html(file, cards, say)

    assert not app.exception
    assert "Ratings side by side" in texts(app)
    assert app.download_button(key="debrief-packet")
    apart = {item.name: spread(item.id, cards) or 0 for item in file.problem.rubric.items}
    assert max(apart.values()) == 3
    order = sorted(apart, key=lambda name: html.index(f">{name}<"))
    assert [apart[name] for name in order] == sorted(apart.values(), reverse=True)


def test_deleting_a_candidate_asks_for_the_code(open_page, store, planned, candidate):
    app = open_page("scorecards", planned.id)
    app.text_input(key="delete-code").set_value("C-002")
    app.button(key="delete-candidate").click().run()
    assert "nothing was deleted" in app.error[0].value

    app.text_input(key="delete-code").set_value("C-001")
    app.button(key="delete-candidate").click().run()
    assert steps.list_candidates(store, "you", planned.id) == ()


def card(interview, *ratings):
    return Scorecard(
        plan="p",
        hash="h",
        version="1",
        interview=interview,
        interviewer=interview,
        candidate="C",
        ratings=ratings,
        recommendation=None,
        change="",
        debrief="",
        signed="",
        dated="",
        when="",
        ready=(),
        returned="",
    )


def rating(answer):
    return Rating(competency="sql", answer=answer, notes=(), asked=())


def test_what_was_not_observed_is_never_a_level():
    cards = (
        card("a", rating(Observed(level=4, evidence="x"))),
        card("b", rating(NotObserved(why="no time"))),
        card("c", rating(Blank(evidence=""))),
    )

    assert spread("sql", cards) is None
    assert spread("sql", (*cards, card("d", rating(Observed(level=2, evidence="y"))))) == 2
