"""Pages that a signed link opens: one interviewer's form, a plan to read; and how the links are made."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from app.frame import plain
from loops import steps
from loops.store.audit import audit_log

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def planned(store, sample, monkeypatch):
    monkeypatch.setenv("LOOPWRIGHT_SECRET", "signs-links-in-this-test")
    return steps.make_loop(store, sample.seen_by("you"))


@pytest.fixture
def sitting(store, planned):
    """A candidate, and the first interview of the loop."""
    candidate = steps.add_candidate(store, "you", planned.id, "C-001")
    return candidate, steps.loop_of(store, candidate).interviews[0]


@pytest.fixture
def by_link(open_page):
    """Open a page as a link does."""

    def follow(page, token):
        app = open_page(page)
        app.query_params["key"] = token
        return app.run()

    return follow


def token_for(store, sitting, expires=LATER):
    return steps.link_for(store, "you", (sitting[0].id, sitting[1].id), expires)


def texts(app):
    kinds = (app.title, app.subheader, app.caption, app.markdown, app.error, app.warning, app.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def state_of(store, sitting):
    rows = steps.scorecard_progress(store, "you", sitting[0].id)
    return next(row.state for row in rows if row.interview == sitting[1].id)


def fill(app, interview):
    for ask in {ask.competency for ask in interview.items}:
        app.radio(key=f"score-{interview.id}-{ask}").set_value("3")
        app.text_area(key=f"evidence-{interview.id}-{ask}").set_value(f"Told of {ask}.")
    app.button_group[0].set_value("yes")


def test_the_interviewers_form_is_kept_completed_and_locked(by_link, store, planned, sitting):
    _, interview = sitting
    token = token_for(store, sitting)
    app = by_link("interview", token)
    assert [each.value for each in app.title] == [plain(interview.name)]
    assert app.download_button(key="packet")
    assert {each.key for each in app.radio} == {
        f"score-{interview.id}-{a.competency}" for a in interview.items
    }

    fill(app, interview)
    app.button(key="save-score").click().run()
    assert not app.exception
    assert state_of(store, sitting) == "begun"
    again = by_link("interview", token)
    assert {each.value for each in again.radio} == {"3"}

    again.button(key="complete-score").click().run()
    assert "complete and locked" in texts(again)
    assert "complete-score" not in {each.key for each in again.button}
    assert state_of(store, sitting) == "complete"
    assert "complete and locked" in texts(by_link("interview", token))


def test_what_is_missing_is_told_and_nothing_is_locked(by_link, store, sitting):
    token = token_for(store, sitting)
    app = by_link("interview", token)
    app.button(key="complete-score").click().run()

    assert "not complete yet" in texts(app)
    assert app.button(key="complete-score")


def test_a_bad_link_opens_nothing_and_says_nothing_of_the_plan(by_link, store, planned, sitting):
    good = token_for(store, sitting)
    late = token_for(store, sitting, datetime.now(UTC) - timedelta(seconds=1))
    for page in ("interview", "shared"):
        for token in ("", "x", good[:-2] + "zz", good.replace(".", "..") if page == "shared" else late):
            app = by_link(page, token)
            assert "This link opens nothing" in texts(app)
            assert "does not open anything any more" in app.error[0].value
            assert planned.state.name not in texts(app)
            assert not app.radio


def test_a_link_ends_while_the_page_is_open(by_link, store, sitting):
    candidate, interview = sitting
    app = by_link("interview", token_for(store, sitting))
    steps.end_links(store, "you", (candidate.id, interview.id))
    fill(app, interview)
    app.button(key="save-score").click().run()

    assert "does not open anything any more" in texts(app)
    assert {row.state for row in steps.scorecard_progress(store, "you", candidate.id)} == {"missing"}


def test_the_manager_makes_ends_and_reopens_on_the_page(open_page, by_link, store, planned, sitting):
    candidate, interview = sitting
    app = open_page("scorecards", planned.id)
    app.button(key=f"link-{interview.id}").click().run()
    (made,) = [each.value for each in app.code]
    address = urlsplit(made)
    assert address.path.endswith("/interview")
    assert candidate.code not in made
    assert candidate.id not in made
    assert planned.id not in made
    token = parse_qs(address.query)["key"][0]
    assert list(parse_qs(address.query)) == ["key"]

    page = by_link("interview", token)
    fill(page, interview)
    page.button(key="complete-score").click().run()
    app = open_page("scorecards", planned.id)
    app.text_input(key=f"reason-{interview.id}").set_value("The wrong level was ticked.")
    app.button(key=f"reopen-{interview.id}-now").click().run()
    assert not app.exception
    assert by_link("interview", token).button(key="complete-score")

    app = open_page("scorecards", planned.id)
    app.button(key=f"end-{interview.id}").click().run()
    assert "Ended 1 links" in texts(app)
    assert "This link opens nothing" in texts(by_link("interview", token))
    said = [entry.what for entry in audit_log(store, "you", planned.id)]
    assert f"Opened {interview.id} again: The wrong level was ticked." in said


def test_a_shared_plan_is_read_and_holds_no_candidate(open_page, by_link, store, planned, sitting):
    app = open_page("settings", planned.id)
    app.button(key="share").click().run()
    token = parse_qs(urlsplit(app.code[-1].value).query)["key"][0]
    page = by_link("shared", token)

    assert not page.exception
    assert [each.value for each in page.title] == [plain(planned.state.name)]
    assert len(page.table) == 2
    assert not page.button
    assert not page.text_input
    assert "C-001" not in str(page._tree)


def test_a_share_link_is_ended_where_it_was_made(open_page, by_link, store, planned):
    steps.share_plan(store, "Ada", planned.id, date(2999, 1, 1))
    kept = steps.share_plan(store, "you", planned.id, date(2999, 1, 1))
    ada, _ = steps.list_shares(store, planned.id)
    app = open_page("settings", planned.id)
    assert "by Ada, good until 2999" in texts(app).replace("\\", "")
    app.button(key=f"end-share-{ada.id}").click().run()

    assert not app.exception
    assert [link.who for link in steps.list_shares(store, planned.id)] == ["you"]
    assert planned.state.name in texts(by_link("shared", kept)).replace("\\", "")


def test_an_opened_link_is_one_line_of_the_log_however_often_it_is_drawn(by_link, store, planned, sitting):
    app = by_link("interview", token_for(store, sitting))
    for _ in range(3):
        app.run()
    fill(app, sitting[1])
    app.button(key="save-score").click().run()
    said = [entry.what for entry in audit_log(store, "you", planned.id)]
    assert said.count("Opened a link.") == 1

    by_link("interview", token_for(store, sitting))
    said = [entry.what for entry in audit_log(store, "you", planned.id)]
    assert said.count("Opened a link.") == 2


def test_what_is_saved_for_now_says_so_and_lists_nothing(by_link, store, sitting):
    app = by_link("interview", token_for(store, sitting))
    fill(app, sitting[1])
    app.text_input[0].set_value("Ada")
    app.button(key="save-score").click().run()

    (told,) = [each.value for each in app.warning]
    assert told.endswith("kept, but not complete yet.")


def test_a_share_link_that_is_late_opens_nothing(by_link, store, planned):
    app = by_link("shared", steps.share_plan(store, "you", planned.id, date(2020, 1, 1)))

    assert "This link opens nothing" in texts(app)
