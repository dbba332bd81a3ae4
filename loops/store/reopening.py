"""Opening a complete scorecard again: by the hiring manager, with a reason that is kept."""

from sqlalchemy import select

from loops.store.audit import note
from loops.store.candidates import candidate_in
from loops.store.codec import pack_time
from loops.store.members import require
from loops.store.model import StoreError
from loops.store.plans import Store
from loops.store.tables import SCORECARDS


def reopen_scorecard(store: Store, who: str, sitting: tuple[str, str], reason: str) -> None:
    """Let the one who held an interview change a scorecard that was marked complete.

    What was complete stays in the history. Until it is complete again, its interviewer sees no others, and
    others do not see it.

    Raises:
        StoreError: It is not complete, or there is no reason; RefusedError: `who` is no hiring manager.
    """
    words = " ".join(reason.split())
    if not 5 <= len(words) <= 300:
        raise StoreError("Say in 5 to 300 characters why the scorecard is opened again; it stays locked.")
    with store.engine.begin() as db:
        candidate = candidate_in(db, sitting[0])
        require(db, candidate.plan, who, "hiring-manager")
        query = (
            select(SCORECARDS)
            .where(SCORECARDS.c.candidate == sitting[0], SCORECARDS.c.interview == sitting[1])
            .order_by(SCORECARDS.c.number.desc())
            .limit(1)
        )
        last = db.execute(query).mappings().one_or_none()
        if last is None or not last["complete"]:
            raise StoreError("This scorecard is not marked complete, so there is nothing to open again.")
        again = {"number": last["number"] + 1, "who": who, "at": pack_time(store.now()), "complete": False}
        db.execute(SCORECARDS.insert().values({**last, **again}))
        note(db, store.now(), who, ("write", candidate), f"Opened {sitting[1]} again: {words}")
