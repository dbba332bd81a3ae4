"""Papers come from a fresh loop only, are the same each time, and fit into one ZIP."""

import io
import zipfile

import pytest

from loops import steps
from loops.packets import Look, Settings


def test_all_papers_come_with_their_progress(made):
    told = []
    papers = steps.make_packets(made.state, lambda name, number, count: told.append((name, number, count)))

    names = [paper.name for paper in papers]
    interviews = made.state.plan_file.interviews
    assert names[:3] == ["loop.json", "overview.pdf", "candidate.pdf"]
    assert len(names) == 3 + len(interviews)
    assert told == [(name, number, len(names) - 1) for number, name in enumerate(names[1:], 1)]


def test_the_zip_holds_every_paper_and_is_the_same_each_time(made):
    papers = steps.make_packets(made.state)
    data = steps.zip_packets(papers)

    assert steps.zip_packets(papers) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == dict(papers)


def test_no_packets_without_a_fresh_loop(store, plan, made):
    with pytest.raises(steps.EditError, match="plan the loop first"):
        steps.make_packets(plan.state)

    changed = steps.set_level(store, made.seen_by("Ada"), "mentoring", 1)
    with pytest.raises(steps.EditError, match="plan the loop again"):
        steps.make_packets(changed.state)


def test_how_papers_look_is_kept_and_leaves_the_loop_fresh(store, made):
    letter = Settings(look=Look(paper="letter"))
    after = steps.set_papers(store, made.seen_by("Ada"), letter)

    assert store.load(made.id).state.papers == letter
    assert not after.state.loop_is_stale
    assert dict(steps.make_packets(after.state)) != dict(steps.make_packets(made.state))
