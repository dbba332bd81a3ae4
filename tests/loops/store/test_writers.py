"""Many writers at once and a writer that is killed: no change is lost, none is half there."""

import contextlib
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from sqlalchemy import text

from loops.store import Conflict, open_store
from loops.store.codec import unpack_state
from loops.store.tables import REVISIONS
from tests.loops.store.writer import write_on

# The writers come from a clean process: a fork of this one could copy a lock that another thread holds.
WRITERS = get_context("forkserver")
WRITERS.set_forkserver_preload(["tests.loops.store.writer"])


def write_until_killed(url: str, plan: str, seconds: float) -> int:
    """Start a writer, kill it without warning, and give back the last change that it said was saved."""
    heard, told = WRITERS.Pipe(duplex=False)
    writer = WRITERS.Process(target=write_on, args=(url, plan, told))
    writer.start()
    told.close()
    saved = heard.recv()
    time.sleep(seconds)
    writer.kill()
    writer.join()
    with contextlib.suppress(EOFError):
        while True:
            saved = heard.recv()
    heard.close()
    assert writer.exitcode == -signal.SIGKILL
    return saved


def wait_for_the_server(store) -> None:
    """A server may still finish what a killed client had sent: wait until nothing is under way."""
    if store.engine.dialect.name == "sqlite":
        return
    busy = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    with store.engine.connect() as db:
        while db.execute(busy).scalar_one():
            time.sleep(0.005)


@pytest.mark.slow
def test_fifty_kills_lose_no_saved_change_and_leave_none_half_done(store, store_url, plan):
    dice = random.Random(7)
    for _ in range(50):
        saved = write_until_killed(store_url, plan.id, dice.uniform(0.0, 0.08))

        again = open_store(store_url)
        wait_for_the_server(again)
        kept = again.load(plan.id)
        history = again.history(plan.id)
        assert kept.revision in (saved, saved + 1)
        assert [change.revision for change in history] == list(range(1, kept.revision + 1))
        assert kept.state.name == f"Name {kept.revision - 1}"
        again.close()

    with store.reading() as db:
        for row in db.execute(REVISIONS.select()).mappings():
            assert unpack_state(row["state"]).posting == plan.state.posting


def test_of_eight_writers_at_once_each_change_is_kept_or_refused(store, plan):
    refused = []

    def write(number):
        kept = 0
        for turn in range(10):
            at = store.load(plan.id)
            state = at.state.model_copy(update={"name": f"{number}-{turn}"})
            try:
                store.save(at.seen_by(f"W{number}"), state, f"Renamed to {number}-{turn}.")
                kept += 1
            except Conflict:
                refused.append(number)
        return kept

    with ThreadPoolExecutor(8) as pool:
        kept = sum(pool.map(write, range(8)))

    history = store.history(plan.id)
    assert kept + len(refused) == 80
    assert len(history) == 1 + kept
    assert kept >= 10
    assert [change.revision for change in history] == list(range(1, kept + 2))
    assert store.load(plan.id).state.name == history[-1].what.removeprefix("Renamed to ").rstrip(".")


def test_a_reader_sees_a_whole_plan_while_others_write(store, plan):
    def write():
        at = store.load(plan.id)
        for turn in range(20):
            state = at.state.model_copy(update={"name": f"Name {at.revision}"})
            at = store.save(at.seen_by("Ada"), state, f"Renamed {turn}.")

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        while not writing.done():
            seen = store.load(plan.id)
            if seen.revision > 1:
                assert seen.state.name == f"Name {seen.revision - 1}"
        writing.result()
