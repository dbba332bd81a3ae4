"""The worker that draws packets."""

import io
import json

import pytest

from loops.packets import Look, Press, PressError, Settings, compose_packets, render
from loops.packets.worker import Jobs, answer, serve
from tests.loops.packets.factories import plan_file


@pytest.fixture
def press():
    press = Press(keep=4)
    yield press
    press.close()


def documents(**settings):
    return compose_packets(plan_file(), Settings(**settings)).files()


def test_the_worker_draws_the_same_files_and_says_how_far_it_is(press):
    asked = documents()
    drawn = list(press.draw(asked))
    assert {each.name: each.data for each in drawn} == {name: render(doc) for name, doc in asked.items()}
    assert [(each.done, each.total) for each in drawn] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_only_what_changed_is_drawn_again(press, monkeypatch):
    asked = documents()
    list(press.draw(asked))
    sent = []
    send = press._send
    monkeypatch.setattr(press, "_send", lambda worker, line: (sent.append(line), send(worker, line)))
    changed = asked | {"candidate.pdf": asked["candidate.pdf"].model_copy(update={"day": "Tuesday"})}
    assert len(list(press.draw(changed))) == 4
    assert [line["name"] for line in sent if "name" in line] == ["candidate.pdf"]


def test_a_cancelled_job_leaves_the_worker_ready(press):
    half = press.draw(documents())
    next(half)
    half.close()
    assert len(list(press.draw(documents(candidate="X")))) == 4


def test_a_text_that_no_face_can_draw_is_an_error_in_words(press):
    strange = documents()["candidate.pdf"].model_copy(update={"role": "工程师"})
    with pytest.raises(PressError, match="no shape for “工”"):
        list(press.draw({"candidate.pdf": strange}))


def test_a_worker_that_died_is_started_again(press):
    list(press.draw(documents()))
    press._worker.kill()
    press._worker.wait()
    assert len(list(press.draw(documents(look=Look(paper="letter"))))) == 4


def test_a_job_whose_worker_dies_says_so(press):
    sheet = documents()["candidate.pdf"]
    many = {f"{n}.pdf": sheet.model_copy(update={"day": f"Day {n}"}) for n in range(60)}
    half = press.draw(many)
    next(half)
    press._worker.kill()
    with pytest.raises(PressError, match="try again"):
        list(half)


def test_jobs_take_turns():
    jobs = Jobs()
    for job, name in ((1, "a"), (1, "b"), (2, "c"), (3, "d")):
        jobs.take({"job": job, "name": name})
    jobs.take({"cancel": 3})
    assert [jobs.next()["name"] for _ in range(3)] == ["a", "c", "b"]


def test_the_worker_ends_with_its_input():
    document = documents()["candidate.pdf"]
    line = json.dumps({"job": 7, "name": "x", "document": document.model_dump(mode="json")})
    sink = io.StringIO()
    serve(io.StringIO(line + "\n"), sink)
    assert sink.getvalue() in ("", json.dumps(answer(json.loads(line))) + "\n")
