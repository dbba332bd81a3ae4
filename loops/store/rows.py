"""Rows of the database to the values that the store gives back; every function runs inside a transaction."""

import secrets

from sqlalchemy import Connection, RowMapping, func, select

from loops.store.codec import unpack_state, unpack_time
from loops.store.history import Entry, Position, read_position
from loops.store.model import Change, Conflict, PlanCard, PlanState, SavedPlan, Seen, StoreError
from loops.store.tables import PLANS, REVISIONS


def new_id() -> str:
    """An id that cannot be guessed (80 bits) and can be read aloud: no o, l, 0 or 1 in it."""
    return "".join(secrets.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in range(16))


def plan_in(db: Connection, plan: str) -> SavedPlan:
    """A plan as it stands, inside a transaction.

    Raises:
        StoreError: There is no such plan.
    """
    row = db.execute(select(PLANS).where(PLANS.c.id == plan)).mappings().one_or_none()
    if row is None:
        raise StoreError("There is no such plan: the link may be incomplete, or the plan was deleted.")
    last = (
        db.execute(select(REVISIONS).where(REVISIONS.c.plan == plan, REVISIONS.c.number == row["latest"]))
        .mappings()
        .one()
    )
    position = position_in(db, plan)
    return SavedPlan(
        id=plan,
        revision=row["latest"],
        shown=row["head"],
        state=state_in(db, plan, row["head"]),
        created=unpack_time(row["created"]),
        changed=unpack_time(last["at"]),
        who=last["who"],
        archived=row["archived"],
        undo=position.undo_what,
        redo=position.redo_what,
    )


def state_in(db: Connection, plan: str, number: int) -> PlanState:
    """The state that an edit left behind.

    Raises:
        StoreError: No edit has this number.
    """
    query = select(REVISIONS.c.state).where(REVISIONS.c.plan == plan, REVISIONS.c.number == number)
    packed = db.execute(query).scalar_one_or_none()
    if packed is None:
        raise StoreError(f"This plan has no kept edit with the number {number}.")
    return unpack_state(packed)


def shown_after(db: Connection, plan: str, revision: int) -> int:
    """The number of the edit that was shown after a revision.

    Raises:
        StoreError: The plan has no such revision.
    """
    query = (
        select(REVISIONS.c.number, REVISIONS.c.kind, REVISIONS.c.what)
        .where(REVISIONS.c.plan == plan, REVISIONS.c.number <= revision)
        .order_by(REVISIONS.c.number)
    )
    entries = [Entry(*row) for row in db.execute(query)]
    if not entries or entries[-1].number != revision:
        raise StoreError(f"This plan has no kept revision with the number {revision}.")
    return read_position(entries).done[-1].number


def position_in(db: Connection, plan: str) -> Position:
    """Where a plan stands after its edits, undos and redos."""
    query = (
        select(REVISIONS.c.number, REVISIONS.c.kind, REVISIONS.c.what)
        .where(REVISIONS.c.plan == plan)
        .order_by(REVISIONS.c.number)
    )
    return read_position(Entry(*row) for row in db.execute(query))


def conflict_in(db: Connection, seen: Seen) -> StoreError:
    """Say what was changed meanwhile and by whom."""
    query = (
        select(REVISIONS.c.who, REVISIONS.c.what)
        .where(REVISIONS.c.plan == seen.plan, REVISIONS.c.number > seen.revision)
        .order_by(REVISIONS.c.number)
    )
    rows = db.execute(query).all()
    if not rows:
        known = db.execute(
            select(func.count()).select_from(PLANS).where(PLANS.c.id == seen.plan)
        ).scalar_one()
        if not known:
            return StoreError("There is no such plan: the link may be incomplete, or the plan was deleted.")
        return Conflict("This plan was opened from a later copy than the one kept here: open it again.")
    told = "; ".join(f"{who}: {what.rstrip('.')}" for who, what in rows[-3:])
    more = f" (and {len(rows) - 3} changes before)" if len(rows) > 3 else ""
    return Conflict(
        f"The plan was changed while you had it open{more} — {told}. "
        "Your change was not saved and theirs is kept: look at the plan as it is now, then do yours again."
    )


def card_of(row: RowMapping) -> PlanCard:
    """A plan in the list of plans."""
    return PlanCard(
        id=row["id"],
        name=row["name"],
        created=unpack_time(row["created"]),
        changed=unpack_time(row["at"]),
        who=row["who"],
        what=row["what"],
        archived=row["archived"],
    )


def change_of(row: RowMapping) -> Change:
    """One entry of a plan's history."""
    return Change(revision=row["number"], who=row["who"], at=unpack_time(row["at"]), what=row["what"])
