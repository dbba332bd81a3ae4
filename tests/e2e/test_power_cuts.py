"""The server is killed and started again in the middle of each step: nothing that was kept is lost."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from loops import steps
from loops.store import open_store

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

POSTING = (Path(__file__).parents[2] / "examples" / "staff-infrastructure-engineer.txt").read_text("utf-8")
PROVEN = "No shorter loop keeps every rule."


@pytest.fixture
def kept(own_server):
    """The store that the server keeps everything in."""
    store = open_store(f"sqlite:///{own_server.data / 'loopwright.sqlite'}")
    yield store
    store.close()


def heading(page, name):
    return page.get_by_role("heading", name=name, level=1)


def cut(server, page):
    """A power cut, and a visitor who opens the same address again."""
    address = page.url
    server.kill()
    server.start()
    page.goto(address)


def plan_of(page):
    return page.url.split("plan=")[1].split("&")[0]


def test_a_power_cut_in_the_middle_of_each_step_up_to_the_packets(page, own_server, kept, quiet):
    page.goto(f"{own_server.address}/posting")
    page.get_by_label("Job posting").fill(POSTING)
    page.wait_for_function("() => sessionStorage.getItem('loopwright-draft')")
    cut(own_server, page)
    expect(page.get_by_label("Job posting")).to_have_value(POSTING)

    page.get_by_role("button", name="Find requirements").click()
    expect(heading(page, "Check the requirements")).to_be_visible()
    quiet()
    page.get_by_role("button", name="Confirm all must-haves").click()
    confirmed = page.get_by_text(re.compile(r"(\d+) of \1 must-haves confirmed"))
    expect(confirmed).to_be_visible()
    cut(own_server, page)
    expect(confirmed).to_be_visible()

    page.goto(page.url.replace("/requirements?", "/competencies?"))
    quiet()
    page.get_by_role("combobox", name="Competency").first.click()
    page.get_by_role("option", name="Terraform").or_(page.get_by_role("option").nth(3)).first.click()
    quiet()
    cut(own_server, page)
    expect(heading(page, "Adjust the competencies")).to_be_visible()
    quiet()

    page.get_by_role("button", name="Plan the loop").click()
    page.wait_for_url(re.compile("/loop"))
    cut(own_server, page)
    state = kept.load(plan_of(page)).state
    assert len(state.confirmations) > 0
    if state.made is None:  # else the planner was faster than the cut, and its loop is there whole
        expect(page.get_by_text("There is no loop yet.")).to_be_visible()
        expect(page.get_by_text("Planning")).to_have_count(0)
        quiet()
        page.get_by_role("button", name="Plan", exact=False).last.click()
    expect(page.get_by_text(PROVEN)).to_be_visible()
    cut(own_server, page)
    expect(page.get_by_text(PROVEN)).to_be_visible()

    page.get_by_role("button", name="Write the packets").click()
    expect(heading(page, "Review and download the packets")).to_be_visible()
    cut(own_server, page)
    expect(page.get_by_role("button", name="Download all (ZIP)")).to_be_visible()


def test_a_power_cut_while_candidates_are_scored_loses_no_scorecard(
    page, own_server, kept, quiet, monkeypatch
):
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(own_server.data))
    plan = steps.start_sample(kept, "staff-infrastructure-engineer", "you")
    plan = steps.make_loop(kept, plan.seen_by("you"))
    page.goto(f"{own_server.address}/scorecards?plan={plan.id}")
    page.get_by_label("Code of a new candidate", exact=True).fill("C-042")
    page.get_by_role("button", name="Add candidate").click()
    expect(page.get_by_text("missing").first).to_be_visible()
    cut(own_server, page)
    expect(page.get_by_text("missing").first).to_be_visible()

    (candidate,) = steps.list_candidates(kept, "you", plan.id)
    interview = steps.loop_of(kept, candidate).interviews[0]
    token = steps.link_for(kept, "you", (candidate.id, interview.id), datetime(2100, 1, 1, tzinfo=UTC))
    page.goto(f"{own_server.address}/interview?key={token}")
    quiet()
    page.get_by_role("radiogroup").first.get_by_text(re.compile(r"^3\.")).click()
    page.get_by_label(re.compile("^Evidence for")).first.fill("Told of the night of 3 May.")
    page.get_by_role("button", name="Save for now").click()
    expect(page.get_by_text("kept, but not complete yet")).to_be_visible()
    cut(own_server, page)
    expect(page.get_by_label(re.compile("^Evidence for")).first).to_have_value("Told of the night of 3 May.")

    page.goto(f"{own_server.address}/debrief?plan={plan.id}")
    expect(page.get_by_text("No scorecard can be shown yet")).to_be_visible()
    cut(own_server, page)
    expect(page.get_by_text("No scorecard can be shown yet")).to_be_visible()
    page.goto(f"{own_server.address}/scorecards?plan={plan.id}")
    expect(page.get_by_text("begun").first).to_be_visible()
