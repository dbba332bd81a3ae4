"""Deletion of a candidate's data, by a person or since its day has passed; each leaves a record."""

from datetime import date

from sqlalchemy import select, text

from loops.store.candidates import candidate_in, candidate_of
from loops.store.codec import pack_time, unpack_time
from loops.store.members import require
from loops.store.people import Candidate, Deletion, RefusedError
from loops.store.plans import Store
from loops.store.rows import new_id
from loops.store.tables import AUDIT, CANDIDATES, DELETIONS, LINKS, SCORECARDS, SITTINGS


def due(store: Store, day: date) -> tuple[Candidate, ...]:
    """The candidates whose day has passed and whom no legal hold keeps."""
    query = (
        select(CANDIDATES)
        .where(CANDIDATES.c.keep_until < day.isoformat(), CANDIDATES.c.hold.is_(None))
        .order_by(CANDIDATES.c.keep_until, CANDIDATES.c.id)
    )
    with store.reading() as db:
        return tuple(candidate_of(row) for row in db.execute(query).mappings())


def delete_due(store: Store, day: date) -> tuple[Deletion, ...]:
    """Delete everybody who is due, with a record of each."""
    made = tuple(_delete(store, "retention rule", found.id) for found in due(store, day))
    if made:
        _scrub(store)
    return made


def delete_candidate(store: Store, who: str, candidate: str) -> Deletion:
    """Delete a candidate's data everywhere, and keep a record that holds nothing about them.

    Raises:
        RefusedError: A legal hold keeps it, or `who` may not.
    """
    with store.reading() as db:
        require(db, candidate_in(db, candidate).plan, who, "hiring-manager", "administrator")
    made = _delete(store, who, candidate)
    _scrub(store)
    return made


def deletions(store: Store, plan: str) -> tuple[Deletion, ...]:
    """The records of deletions on a plan, oldest first."""
    query = select(DELETIONS).where(DELETIONS.c.plan == plan).order_by(DELETIONS.c.at, DELETIONS.c.id)
    with store.reading() as db:
        return tuple(
            Deletion(at=unpack_time(row["at"]), who=row["who"], plan=row["plan"], what=row["what"])
            for row in db.execute(query).mappings()
        )


def _delete(store: Store, who: str, candidate: str) -> Deletion:
    with store.engine.begin() as db:
        found = candidate_in(db, candidate)
        if found.hold:
            raise RefusedError(f"A legal hold keeps this candidate's data: {found.hold}")
        counts: list[str] = []
        for table, noun in ((SCORECARDS, "scorecard"), (LINKS, "link"), (SITTINGS, "interview")):
            gone = db.execute(table.delete().where(table.c.candidate == candidate)).rowcount
            counts.append(f"{gone} {noun}{'s' * (gone != 1)}")
        db.execute(AUDIT.delete().where(AUDIT.c.candidate == candidate))
        db.execute(CANDIDATES.delete().where(CANDIDATES.c.id == candidate))
        made = Deletion(
            at=store.now(),
            who=who,
            plan=found.plan,
            what=f"Deleted a candidate's data: {', '.join(counts)} and what the audit log said of them.",
        )
        row = {"id": new_id(), "at": pack_time(made.at), **made.model_dump(include={"who", "plan", "what"})}
        db.execute(DELETIONS.insert().values(row))
    return made


def _scrub(store: Store) -> None:
    """Have the database let go of the deleted bytes as well, not only of the rows."""
    if store.engine.dialect.name == "sqlite":
        raw = store.engine.raw_connection()
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        return
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.execute(text("VACUUM scorecards, links, sittings, candidates, audit"))
