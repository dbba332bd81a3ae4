"""Who read or changed what is kept of a candidate, and when."""

from datetime import datetime

from sqlalchemy import Connection, select

from loops.store.codec import pack_time, unpack_time
from loops.store.members import require
from loops.store.people import AuditEntry, Candidate
from loops.store.plans import Store
from loops.store.rows import new_id
from loops.store.tables import AUDIT


def note(db: Connection, at: datetime, who: str, act: tuple[str, Candidate], what: str) -> None:
    """Write one line of the log, in the transaction that does what it says."""
    kind, candidate = act
    row = {"act": kind, "plan": candidate.plan, "candidate": candidate.id}
    db.execute(AUDIT.insert().values(id=new_id(), at=pack_time(at), who=who, what=what, **row))


def audit_log(store: Store, who: str, plan: str) -> tuple[AuditEntry, ...]:
    """What was read and changed on a plan's candidates, oldest first.

    Raises:
        RefusedError: `who` is neither hiring manager nor administrator of the plan.
    """
    query = select(AUDIT).where(AUDIT.c.plan == plan).order_by(AUDIT.c.at, AUDIT.c.id)
    with store.reading() as db:
        require(db, plan, who, "hiring-manager", "administrator")
        rows = [dict(row) for row in db.execute(query).mappings()]
    return tuple(
        AuditEntry.model_validate({**row, "at": unpack_time(row["at"])})
        for row in ({key: value for key, value in row.items() if key != "id"} for row in rows)
    )
