"""Papers beside the pages: written once, kept by what they say, stopped on request."""

import threading
import time

from app.printing import Printer, path_of, written
from loops import steps
from loops.packets import compose_packets
from loops.packets.press import Drawn, PressError


class FakePress:
    """Draws a line of text for each paper; waits between them for as long as it is held."""

    def __init__(self, fault=None):
        self.drawn = []
        self.go = threading.Event()
        self.fault = fault

    def draw(self, papers):
        for number, name in enumerate(papers, 1):
            self.go.wait(10)
            if self.fault:
                raise PressError(self.fault)
            self.drawn.append(name)
            yield Drawn(name, name.encode(), number, len(papers))


def papers_of(store, sample):
    return compose_packets(steps.make_loop(store, sample.seen_by("you")).state.plan_file).files()


def ended(job):
    for _ in range(500):
        if job.state != "writing":
            return job.state
        time.sleep(0.01)
    raise AssertionError("the job did not end")


def test_all_papers_are_written_and_then_never_again(store, sample, tmp_path):
    papers, press = papers_of(store, sample), FakePress()
    press.go.set()
    printer = Printer(tmp_path, press)

    assert ended(printer.write(papers)) == "done"
    assert written(papers, tmp_path)
    assert path_of(tmp_path, papers["overview.pdf"]).read_bytes() == b"overview.pdf"
    assert ended(printer.write(papers)) == "done"
    assert press.drawn == list(papers)


def test_asking_twice_gives_the_same_job(store, sample, tmp_path):
    papers, press = papers_of(store, sample), FakePress()
    printer = Printer(tmp_path, press)
    job = printer.write(papers)

    assert printer.write(papers) is job
    press.go.set()
    assert ended(job) == "done"


def test_a_stop_leaves_what_was_written(store, sample, tmp_path):
    papers, press = papers_of(store, sample), FakePress()
    job = Printer(tmp_path, press).write(papers)
    job.stop()
    press.go.set()

    assert ended(job) == "stopped"
    assert job.done == 1
    assert path_of(tmp_path, papers["overview.pdf"]).exists()


def test_a_fault_of_the_press_is_told(store, sample, tmp_path):
    press = FakePress("No typeface has this letter.")
    press.go.set()
    job = Printer(tmp_path, press).write(papers_of(store, sample))

    assert ended(job) == "failed"
    assert job.fault == "No typeface has this letter."
