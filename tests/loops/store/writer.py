"""A writer in a process of its own, for the tests that kill it."""

from multiprocessing.connection import Connection

from loops.store import open_store


def write_on(url: str, plan: str, told: Connection) -> None:
    """Save one change after the other, and say so only after each was saved."""
    store = open_store(url)
    at = store.load(plan)
    while True:
        state = at.state.model_copy(update={"name": f"Name {at.revision}"})
        at = store.save(at.seen_by("Ada"), state, f"Renamed {at.revision}.")
        told.send(at.revision)
