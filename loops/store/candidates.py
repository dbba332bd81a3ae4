"""Candidates of a plan: who goes through which loop, and how long their data is kept."""

from datetime import date

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, RowMapping, func, select

from loops.store.audit import note
from loops.store.codec import pack_time, unpack_time
from loops.store.members import member_of, require
from loops.store.model import StoreError
from loops.store.people import Candidate, Code
from loops.store.plans import Store
from loops.store.rows import new_id, plan_in
from loops.store.tables import CANDIDATES, SITTINGS


def add_candidate(store: Store, who: str, plan: str, code: str, keep_until: date | None = None) -> Candidate:
    """Let a candidate, known by a code, go through the plan's loop as it is now.

    Raises:
        StoreError: There is no fresh loop, or the code is taken; RefusedError: `who` may not.
    """
    with store.engine.begin() as db:
        require(db, plan, who, "hiring-manager", "recruiter")
        saved = plan_in(db, plan)
        loop = saved.state.plan_file
        if loop is None or saved.state.loop_is_stale:
            raise StoreError("Plan the loop first: a candidate goes through a loop that is up to date.")
        if _taken(db, plan, code):
            raise StoreError(f"This plan has a candidate {code} already: choose another code.")
        candidate = Candidate(
            id=new_id(),
            plan=plan,
            code=code,
            revision=saved.shown,
            created=store.now(),
            keep_until=keep_until,
            hold=None,
        )
        db.execute(CANDIDATES.insert().values(_row(candidate)))
        for interview in loop.interviews:
            sitting = {"interview": interview.id, "interviewer": interview.interviewer}
            db.execute(SITTINGS.insert().values(candidate=candidate.id, **sitting))
        note(db, store.now(), who, ("write", candidate), "Added the candidate.")
    return candidate


def candidates(store: Store, who: str, plan: str) -> tuple[Candidate, ...]:
    """The candidates of a plan, for its members.

    Raises:
        RefusedError: `who` has no access to the plan.
    """
    query = select(CANDIDATES).where(CANDIDATES.c.plan == plan).order_by(CANDIDATES.c.code)
    with store.reading() as db:
        member_of(db, plan, who)
        return tuple(candidate_of(row) for row in db.execute(query).mappings())


def keep_until(store: Store, who: str, candidate: str, day: date | None) -> Candidate:
    """Set the day after which a candidate's data is due to be deleted; None for no day."""
    with store.engine.begin() as db:
        found = candidate_in(db, candidate)
        require(db, found.plan, who, "hiring-manager", "administrator")
        return _change(store, db, who, found.model_copy(update={"keep_until": day}))


def hold(store: Store, who: str, candidate: str, reason: str | None) -> Candidate:
    """Keep a candidate's data whatever its day says, for a legal reason; None ends the hold."""
    with store.engine.begin() as db:
        found = candidate_in(db, candidate)
        require(db, found.plan, who, "hiring-manager", "administrator")
        held = Candidate.model_validate(found.model_dump() | {"hold": reason})
        return _change(store, db, who, held)


def find_candidate(store: Store, who: str, candidate: str) -> Candidate:
    """A candidate by their id, for a member of the plan.

    Raises:
        StoreError: There is none; RefusedError: `who` has no access.
    """
    with store.reading() as db:
        found = candidate_in(db, candidate)
        member_of(db, found.plan, who)
    return found


def is_code(words: str) -> bool:
    """Whether a text can be a candidate's code."""
    try:
        TypeAdapter(Code).validate_python(words)
    except ValidationError:
        return False
    return True


def candidate_in(db: Connection, candidate: str) -> Candidate:
    """A candidate by their id.

    Raises:
        StoreError: There is none.
    """
    row = db.execute(select(CANDIDATES).where(CANDIDATES.c.id == candidate)).mappings().one_or_none()
    if row is None:
        raise StoreError("There is no such candidate: the data may have been deleted.")
    return candidate_of(row)


def candidate_of(row: RowMapping) -> Candidate:
    """The candidate of a row."""
    return Candidate.model_validate({**row, "created": unpack_time(row["created"])})


def _change(store: Store, db: Connection, who: str, changed: Candidate) -> Candidate:
    db.execute(CANDIDATES.update().where(CANDIDATES.c.id == changed.id).values(_row(changed)))
    day = changed.keep_until.isoformat() if changed.keep_until else "no day"
    held = f"held: {changed.hold}" if changed.hold else "not held"
    note(db, store.now(), who, ("hold", changed), f"Data is kept until {day}, {held}."[:600])
    return changed


def _taken(db: Connection, plan: str, code: str) -> bool:
    query = select(func.count()).where(CANDIDATES.c.plan == plan, CANDIDATES.c.code == code)
    return bool(db.execute(query).scalar_one())


def _row(candidate: Candidate) -> dict[str, object]:
    day = candidate.keep_until.isoformat() if candidate.keep_until else None
    return {**candidate.model_dump(), "created": pack_time(candidate.created), "keep_until": day}
