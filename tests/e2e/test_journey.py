"""A hiring manager's way through the app, in a real browser, from pasting to packets on disk."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.waiting import settle, upload, visit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

POSTING = (Path(__file__).parents[2] / "examples" / "staff-infrastructure-engineer.txt").read_text("utf-8")


def heading(page, name):
    return page.get_by_role("heading", name=name, level=1)


def paste(page, server, text=POSTING):
    page.goto(f"{server.address}/posting")
    page.get_by_label("Job posting").fill(text)
    page.get_by_role("button", name="Find requirements").click()


def reviewed(page, server):
    paste(page, server)
    expect(heading(page, "Check the requirements")).to_be_visible()


def test_from_pasting_to_all_packets_on_disk_in_four_clicks(page, server, tmp_path):
    reviewed(page, server)
    page.get_by_role("button", name="Plan the loop").click()
    expect(heading(page, "Plan the loop")).to_be_visible()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    page.get_by_role("button", name="Write the packets").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all (ZIP)").click()
    archive = tmp_path / "all.zip"
    waiting.value.save_as(archive)

    names, texts = read_zip(archive, tmp_path)
    assert {"overview.pdf", "candidate.pdf", "loop.json"} <= names
    packets = {name: text for name, text in texts.items() if name.startswith("packets/")}
    assert len(packets) >= 4
    asked = questions(archive)
    for name, text in packets.items():
        flat = squeezed(text)
        assert asked[name], name
        assert all(squeezed(question) in flat for question in asked[name]), name


def read_zip(archive, folder):
    with zipfile.ZipFile(archive) as files:
        files.extractall(folder / "out")
        names = set(files.namelist())
    texts = {
        name: subprocess.run(
            ["pdftotext", "-layout", folder / "out" / name, "-"], capture_output=True, text=True, check=True
        ).stdout
        for name in names
        if name.endswith(".pdf")
    }
    return names, texts


def questions(archive):
    """The words of all questions of each interview, by the file of its packet."""
    from loops.design.model import PlanFile

    with zipfile.ZipFile(archive) as files:
        plan = PlanFile.model_validate_json(files.read("loop.json"))
    words = {question.id: question.ask for item in plan.problem.rubric.items for question in item.questions}
    people = [interview.interviewer for interview in plan.interviews]
    return {
        f"packets/{who if people.count(who) == 1 else f'{who}-{each.id}'}.pdf": [
            words[question] for ask in each.items for question in ask.questions
        ]
        for each in plan.interviews
        for who in [each.interviewer]
    }


def squeezed(text):
    """Letters and digits alone, so that line ends and hyphens do not matter."""
    return re.sub(r"\W+", "", text)


def test_a_reload_and_a_power_cut_in_the_middle_lose_nothing(page, own_server, quiet):
    reviewed(page, own_server)
    quiet()
    page.get_by_role("button", name="Confirm all must-haves").click()
    expect(page.get_by_text(re.compile(r"\d+ of \d+ must-haves confirmed"))).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile(r"\d+ of \d+ must-haves confirmed"))).to_be_visible()

    own_server.kill()
    own_server.start()
    page.goto(page.url)
    expect(page.get_by_text(re.compile(r"\d+ of \d+ must-haves confirmed"))).to_be_visible()
    page.get_by_role("button", name="Plan the loop").click()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    own_server.kill()
    own_server.start()
    page.goto(page.url)
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()


def test_two_people_on_one_plan_never_overwrite_each_other_unseen(context, server):
    first, second = context.new_page(), context.new_page()
    reviewed(first, server)
    second.goto(first.url.replace("/requirements?", "/settings?"))
    expect(heading(second, "Settings")).to_be_visible()
    expect(second.get_by_label("Name of the plan")).to_have_value("Staff Infrastructure Engineer")
    settle(second)
    first.get_by_role("button", name="Confirm all must-haves").click()
    confirmed = first.get_by_text(re.compile(r"(\d+) of \1 must-haves confirmed"))
    expect(confirmed).to_be_visible()
    second.get_by_label("Name of the plan").fill("As the second calls it")
    second.get_by_role("button", name="Rename").click()

    told = second.get_by_role("alert").filter(has_text="The plan was changed while you had it open")
    expect(told).to_have_count(1)
    expect(told).to_contain_text(re.compile(r"you: Confirmed \d+ requirement"))
    expect(told).to_contain_text("Your change was not saved and theirs is kept")
    first.reload()
    expect(confirmed).to_be_visible()
    expect(first.get_by_text("Staff Infrastructure Engineer", exact=True).first).to_be_visible()
    expect(first.get_by_text("As the second calls it")).to_have_count(0)

    second.get_by_label("Name of the plan").fill("As the second calls it")
    second.get_by_role("button", name="Rename").click()
    expect(told).to_have_count(0)
    first.reload()
    expect(confirmed).to_be_visible()
    expect(first.get_by_text("As the second calls it")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(" ", "There is no posting yet", id="empty"),
        pytest.param(
            "The rain falls on the hills and the sea is grey.", "No requirement was found", id="poem"
        ),
    ],
)
def test_a_bad_posting_gives_one_sentence_and_keeps_the_text(page, server, text, says):
    paste(page, server, text)

    expect(page.get_by_role("alert").filter(has_text=says)).to_have_count(1)
    expect(page.get_by_label("Job posting")).to_have_value(text)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("photo.txt", bytes(range(256)) * 40, "text", id="binary"),
        pytest.param(
            "huge.txt", b"Lead the team. " * 3_600_000, r"5(\.0)? ?MB or smaller", id="fifty-megabytes"
        ),
    ],
)
def test_a_bad_file_gives_one_sentence(page, server, tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    page.goto(f"{server.address}/posting")
    upload(page, path)
    page.get_by_role("button", name="Find requirements").click()

    expect(page.get_by_text(re.compile(says)).last).to_be_visible()
    expect(heading(page, "Start with the posting")).to_be_visible()


def test_a_panel_with_an_unknown_competency_is_one_sentence_and_the_plan_stays(page, server, tmp_path):
    reviewed(page, server)
    page.get_by_role("button", name="Plan the loop").click()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    panel = tmp_path / "panel.yaml"
    panel.write_text("interviewers:\n  - {id: ada, name: Ada, may_assess: [alchemy]}\n", "utf-8")
    upload(page, panel)
    page.get_by_role("button", name="Use this panel").click()

    expect(page.get_by_role("alert").filter(has_text="alchemy")).to_have_count(1)
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()


def test_rules_that_clash_are_named_and_one_click_mends_them(page, server, quiet):
    reviewed(page, server)
    page.get_by_role("button", name="Plan the loop").click()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    page.get_by_role("tab", name="Limits").click()
    page.get_by_label("Most interviews", exact=True).fill("2")
    page.get_by_role("button", name="Save limits").click()
    quiet()
    page.get_by_role("button", name="Plan again").click()
    expect(page.get_by_text("No loop keeps all of these rules")).to_be_visible()
    quiet()
    page.get_by_role("button", name="Do this and plan").first.click()

    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()


def test_a_hostile_posting_stays_text(page, server):
    hostile = POSTING.replace(
        "Mentor senior engineers",
        'Mentor <img src=x onerror="window.hit=1"> <script>window.hit=1</script> engineers',
    )
    paste(page, server, hostile)
    expect(heading(page, "Check the requirements")).to_be_visible()
    settle(page, 1000)

    assert page.evaluate("() => window.hit") is None


def test_a_click_on_the_graph_opens_the_competency(page, server, quiet):
    reviewed(page, server)
    page.get_by_role("button", name="Adjust the competencies").click()
    expect(heading(page, "Adjust the competencies")).to_be_visible()
    quiet()
    label = page.locator("svg text", has_text="Reliability engineering").first
    box = label.bounding_box()
    page.mouse.click(box["x"] - 18, box["y"] + box["height"] / 2)

    expect(page.get_by_role("heading", name="Reliability engineering", level=3)).to_be_visible()
    expect(page.get_by_text("What you see at each level")).to_be_visible()


def test_no_words_of_the_graph_lie_on_others(page, server, quiet):
    reviewed(page, server)
    page.get_by_role("button", name="Adjust the competencies").click()
    expect(heading(page, "Adjust the competencies")).to_be_visible()
    quiet()
    words = page.locator("svg text", has_text="Reliability engineering").first
    boxes = words.evaluate(
        """one => [...one.ownerSVGElement.querySelectorAll('text')].map(each => {
            const box = each.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom, each.textContent];
        })"""
    )
    assert len(boxes) > 10
    over = [
        (one[4], two[4])
        for number, one in enumerate(boxes)
        for two in boxes[number + 1 :]
        if one[0] < two[2] - 1 and two[0] < one[2] - 1 and one[1] < two[3] - 3 and two[1] < one[3] - 3
    ]
    assert over == []


def test_everything_can_be_done_with_the_keyboard_alone(page, server, quiet):
    page.goto(f"{server.address}/posting")
    expect(heading(page, "Start with the posting")).to_be_visible()
    quiet()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.insert_text(POSTING)
    page.keyboard.press("Control+Enter")
    expect(heading(page, "Check the requirements")).to_be_visible()
    quiet()
    page.keyboard.press("Control+Enter")
    expect(heading(page, "Plan the loop")).to_be_visible()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    quiet()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Download all (ZIP)")).to_be_visible()
    quiet()
    with page.expect_download():
        page.keyboard.press("Control+Enter")


def test_filled_packets_that_are_dropped_reach_the_debrief(page, server, quiet, tmp_path):
    reviewed(page, server)
    page.get_by_role("button", name="Plan the loop").click()
    expect(page.get_by_text("No shorter loop keeps every rule.")).to_be_visible()
    quiet()
    page.goto(page.url.replace("/loop?", "/scorecards?"))
    page.get_by_label("Code of a new candidate", exact=True).fill("C-042")
    page.get_by_role("button", name="Add candidate").click()
    expect(page.get_by_text("missing").first).to_be_visible()
    quiet()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Packets for this candidate").click()
    archive = tmp_path / "candidate.zip"
    waiting.value.save_as(archive)
    files = filled(archive, tmp_path)
    upload(page, files)
    page.get_by_role("button", name="Take in", exact=True).click()
    expect(page.get_by_text("taken in and complete.")).to_have_count(len(files))
    page.get_by_role("button", name="Open the debrief").click()

    expect(page.get_by_role("heading", name="Ratings side by side")).to_be_visible()


def filled(archive, folder):
    """The packets of an archive, filled in as an interviewer does."""
    import pikepdf
    from pikepdf.form import Form

    with zipfile.ZipFile(archive) as files:
        files.extractall(folder / "candidate")
    paths = sorted((folder / "candidate" / "packets").glob("*.pdf"))
    for path in paths:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            form = Form(pdf)
            for field in (str(each.T) for each in pdf.Root.AcroForm.Fields):
                if field.startswith("score:") or field == "recommendation":
                    form[field].value = pikepdf.Name("/3" if field.startswith("score:") else "/yes")
                elif field.startswith("evidence:") or field == "name":
                    form[field].value = "Told of the night of 3 May, with names and figures."
            pdf.save(path)
    return paths


def test_ctrl_enter_in_the_posting_makes_one_plan_and_back_leads_back(page, own_server, quiet):
    page.goto(own_server.address)
    page.get_by_role("button", name="New plan").click()
    expect(heading(page, "Start with the posting")).to_be_visible()
    page.get_by_label("Job posting").fill(POSTING)
    page.get_by_label("Job posting").press("Control+Enter")
    expect(heading(page, "Check the requirements")).to_be_visible()
    quiet()
    expect(heading(page, "Check the requirements")).to_be_focused()
    page.get_by_role("link", name="Competencies").click()
    expect(heading(page, "Adjust the competencies")).to_be_visible()
    quiet()
    page.go_back()
    expect(heading(page, "Check the requirements")).to_be_visible()
    page.go_back()
    expect(heading(page, "The posting")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Open", exact=True)).to_have_count(1)


def test_the_tables_have_names(page, server):
    reviewed(page, server)
    expect(page.locator("[role=grid]")).to_have_attribute("aria-label", "Requirements")
    page.get_by_role("button", name="Adjust the competencies").click()
    expect(heading(page, "Adjust the competencies")).to_be_visible()
    expect(page.locator("[role=grid]")).to_have_attribute("aria-label", "All competencies")


def test_a_reload_brings_back_a_posting_that_was_not_sent(page, server, quiet):
    page.goto(f"{server.address}/posting")
    page.get_by_label("Job posting").fill(POSTING)
    page.reload()

    expect(page.get_by_label("Job posting")).to_have_value(POSTING)
    page.get_by_role("button", name="Find requirements").click()
    expect(heading(page, "Check the requirements")).to_be_visible()
    quiet()
    assert page.evaluate("() => sessionStorage.length") == 0


def test_the_screens_speak_german_to_a_german_browser(browser, server):
    context = visit(browser, locale="de-DE")
    page = context.new_page()
    page.goto(f"{server.address}/posting")

    expect(heading(page, "Beginnen Sie mit der Anzeige")).to_be_visible()
    context.close()
