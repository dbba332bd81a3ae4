"""Signed, expiring links with which anybody can read a plan, without its candidates; each can be ended."""

import hmac
from datetime import UTC, date, datetime

from sqlalchemy import select

from loops.store.codec import pack_time, unpack_time
from loops.store.links import sign
from loops.store.model import SavedPlan
from loops.store.people import RefusedError
from loops.store.plans import Store
from loops.store.rows import new_id, plan_in
from loops.store.tables import SHARES
from rubric.value import Value


class Share(Value):
    """A link that still opens a plan: who made it and when, and the last day on which it does."""

    id: str
    who: str
    at: datetime
    until: date


def make_share(store: Store, secret: bytes, who: str, plan: str, until: date) -> str:
    """A token with which anybody can read a plan up to and on a day.

    Raises:
        StoreError: There is no such plan; RefusedError: Who asks may not change it.
    """
    store.require(plan, "hiring-manager", "recruiter")
    link = new_id()
    day = until.isoformat()
    row = {"id": link, "plan": plan, "until": day, "revoked": False, "who": who}
    with store.engine.begin() as db:
        plan_in(db, plan)
        db.execute(SHARES.insert().values(**row, at=pack_time(store.now())))
    return f"{link}.{_signature(secret, link, day)}"


def open_shares(store: Store, plan: str) -> tuple[Share, ...]:
    """The links that still open a plan, oldest first; for those who may change it.

    Raises:
        RefusedError: Who asks may not change the plan.
    """
    store.require(plan, "hiring-manager", "recruiter")
    query = (
        select(SHARES)
        .where(SHARES.c.plan == plan, ~SHARES.c.revoked, SHARES.c.until >= _today(store))
        .order_by(SHARES.c.at, SHARES.c.id)
    )
    with store.reading() as db:
        rows = [dict(row) for row in db.execute(query).mappings()]
    return tuple(
        Share(id=r["id"], who=r["who"], at=unpack_time(r["at"]), until=date.fromisoformat(r["until"]))
        for r in rows
    )


def end_share(store: Store, plan: str, link: str) -> None:
    """Have one link open its plan no longer; the others stay.

    Raises:
        RefusedError: Who asks may not change the plan.
    """
    store.require(plan, "hiring-manager", "recruiter")
    with store.engine.begin() as db:
        db.execute(SHARES.update().where(SHARES.c.id == link, SHARES.c.plan == plan).values(revoked=True))


def read_share(store: Store, secret: bytes, token: str) -> SavedPlan:
    """The plan that a token shows, as it stands.

    Raises:
        RefusedError: It was changed, its day has passed, or it was ended; the sentence is the same for all.
    """
    link, _, signature = token.partition(".")
    with store.reading() as db:
        row = db.execute(select(SHARES).where(SHARES.c.id == link)).mappings().one_or_none()
        until = row["until"] if row else ""
        genuine = hmac.compare_digest(signature.encode(), _signature(secret, link, until).encode())
        if row is None or not genuine or row["revoked"] or until < _today(store):
            raise RefusedError("This link does not open anything any more: ask for a new one.")
        return plan_in(db, row["plan"])


def _today(store: Store) -> str:
    return store.now().astimezone(UTC).date().isoformat()


def _signature(secret: bytes, link: str, until: str) -> str:
    return sign(secret, f"share.{link}.{until}")
