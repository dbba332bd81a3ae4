"""What strangers write stays text on every screen: in the posting, in names, and as evidence."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from loops import steps
from loops.design.panel import Interviewer, Panel

TAG = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
MARK = "![x](http://evil.example/x.png) [y](javascript:alert(1)) :red[z] $z$"
PAGES = ("requirements", "competencies", "loop", "packets", "scorecards", "debrief", "settings", "home")


@pytest.fixture
def hostile(store):
    """A plan, a panel and scorecards in which everything that can be written is an attack."""
    text = steps.start.sample_text("staff-infrastructure-engineer")
    text = text.replace("Mentor senior engineers", f"Mentor {TAG} {MARK} senior engineers")
    plan = steps.start_plan(store, text, f"../../{TAG}.txt", "you")
    plan = steps.rename_plan(store, plan.seen_by("you"), f"{TAG} {MARK}")
    people = tuple(Interviewer(id=f"p{n}", name=f"{TAG[:40]}{n}", training="trained") for n in range(6))
    plan = steps.set_panel(store, plan.seen_by("you"), Panel(interviewers=people))
    plan = steps.make_loop(store, plan.seen_by("you"))
    candidate = steps.add_candidate(store, "you", plan.id, "C-001")
    for interview in steps.loop_of(store, candidate).interviews:
        told = {"recommendation": "yes", "name": TAG, "debrief": f"{TAG} {MARK}"}
        for ask in interview.items:
            told |= {f"score:{ask.competency}": "3", f"evidence:{ask.competency}": f"=1+1 {TAG} {MARK}"}
        assert (
            steps.type_in_scorecard(store, "you", (candidate.id, interview.id), told, True).state
            == "complete"
        )
    return plan


@pytest.mark.parametrize("page", PAGES)
def test_no_screen_takes_what_people_wrote_for_markup(open_page, hostile, page):
    app = open_page(page, hostile.id if page != "home" else None)

    assert not app.exception
    kinds = ("markdown", "caption", "title", "header", "subheader", "info", "success", "warning", "error")
    texts = [element for kind in kinds for element in app.get(kind)]
    assert texts
    for element in texts:
        assert not getattr(element.proto, "allow_html", False) or "onerror" not in element.value
        assert "![x](" not in element.value
        assert "[y](javascript" not in element.value
    for element in app.get("html"):
        assert "<img src=x" not in element.proto.body
        assert "<script>window.hit" not in element.proto.body


def test_what_was_written_is_shown_as_it_stands(open_page, hostile):
    shown = "\n".join(str(each.value) for each in open_page("debrief", hostile.id).markdown)

    assert "onerror" in shown
    assert r"\!\[x\]\(http" in shown


def test_a_files_name_never_leaves_its_folder(hostile, store):
    candidate = steps.list_candidates(store, "you", hostile.id)[0]
    names = [paper.name for paper in steps.candidate_packets(store, candidate)]

    assert not [name for name in names if ".." in name or name.startswith("/") or "\\" in name]
    assert {name.partition("/")[0] for name in names} <= {
        "packets",
        "overview.pdf",
        "candidate.pdf",
        "loop.json",
    }


def test_a_posting_over_the_limit_is_refused_with_a_sentence(open_page, store):
    app = open_page("posting")
    app.file_uploader[0].upload("posting.txt", b"Lead the team. " * 400_000, "text/plain")
    next(button for button in app.button if button.label == "Find requirements").click().run()

    assert not app.exception
    assert "5 MB" in app.error[0].value
    assert store.cards() == ()


def test_what_was_written_is_text_in_a_packet_and_does_nothing_there(hostile, store):
    candidate = steps.list_candidates(store, "you", hostile.id)[0]
    papers = [each for each in steps.candidate_packets(store, candidate) if each.name.endswith(".pdf")]
    assert papers
    told = ""
    for paper in papers:
        reader = PdfReader(BytesIO(paper.data))
        assert "/OpenAction" not in reader.trailer["/Root"]
        assert "/JavaScript" not in reader.trailer["/Root"].get("/Names", {})
        for page in reader.pages:
            told += page.extract_text()
            for note in page.get("/Annots", ()):
                note = note.get_object()
                assert note["/Subtype"] in ("/Widget", "/Link")
                assert "/AA" not in note
                assert note.get("/A", {}).get("/S") in (None, "/GoTo", "/URI")
                assert "evil.example" not in str(note.get("/A", {}).get("/URI", ""))
    assert "onerror" in told
