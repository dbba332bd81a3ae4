"""What interviewers gave back, and the blind rule: nobody sees others' ratings before their own are in."""

import json
import zlib

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, and_, exists, func, or_, select

from loops.store.audit import note
from loops.store.candidates import candidate_in
from loops.store.codec import pack_time, unpack_time
from loops.store.members import member_of
from loops.store.model import StoreError
from loops.store.people import Candidate, KeptScorecard, Member, RefusedError, Returned
from loops.store.plans import Store
from loops.store.tables import CANDIDATES, MEMBERS, SCORECARDS, SITTINGS

Body = dict[str, JsonValue]
MAX_BODY = 1_000_000


def keep_scorecard(
    store: Store, who: str, sitting: tuple[str, str], body: Body, complete: bool = False
) -> KeptScorecard:
    """Keep what an interviewer gave back for `sitting`, a candidate's id and an interview's.

    Interviewers keep their own; hiring managers and recruiters may hand in a file that came back.

    Raises:
        StoreError: The scorecard is complete and so locked, or too large; RefusedError: `who` may not.
    """
    with store.engine.begin() as db:
        candidate = candidate_in(db, sitting[0])
        member = member_of(db, candidate.plan, who)
        holder = holder_of(db, *sitting)
        if member.role == "administrator" or (member.role == "interviewer" and member.interviewer != holder):
            raise RefusedError("Only the one who held this interview keeps its scorecard.")
        return keep_in(store, db, who, (candidate, sitting[1]), (body, complete))


def keep_in(
    store: Store, db: Connection, who: str, sitting: tuple[Candidate, str], given: tuple[Body, bool]
) -> KeptScorecard:
    """Keep a scorecard for somebody whose right to do so was seen; a complete one is never changed."""
    candidate, interview = sitting
    packed = zlib.compress(json.dumps(given[0], ensure_ascii=False).encode(), 6)
    if len(packed) > MAX_BODY:
        raise StoreError("This scorecard is too large to keep; shorten the evidence.")
    last = _last(db, candidate.id, interview)
    if last is not None and last["complete"]:
        raise StoreError("This scorecard was marked complete and is locked; it was left as it is.")
    kept = KeptScorecard(
        candidate=candidate.id,
        interview=interview,
        interviewer=holder_of(db, candidate.id, interview),
        number=1 if last is None else last["number"] + 1,
        who=who,
        at=store.now(),
        complete=given[1],
        body=given[0],
    )
    row = kept.model_dump(exclude={"interviewer", "at", "body"})
    db.execute(SCORECARDS.insert().values(**row, at=pack_time(kept.at), body=packed))
    said = "complete" if kept.complete else "begun"
    note(db, store.now(), who, ("write", candidate), f"Kept the scorecard of {interview} ({said}).")
    return kept


def scorecards_for(store: Store, who: str, candidate: str) -> tuple[KeptScorecard, ...]:
    """The newest scorecards of a candidate that `who` may see, by interview; the reading is logged.

    The query itself holds the blind rule, whatever page asks: one's own always; those of others once they
    are complete, one's own are complete, and one is the hiring manager or an interviewer of this candidate.
    """
    query = (
        select(SCORECARDS, SITTINGS.c.interviewer)
        .join(CANDIDATES, CANDIDATES.c.id == SCORECARDS.c.candidate)
        .join(MEMBERS, and_(MEMBERS.c.plan == CANDIDATES.c.plan, MEMBERS.c.who == who))
        .join(
            SITTINGS,
            and_(
                SITTINGS.c.candidate == SCORECARDS.c.candidate, SITTINGS.c.interview == SCORECARDS.c.interview
            ),
        )
        .where(SCORECARDS.c.candidate == candidate, _is_newest(), or_(_is_own(), _is_open_to_all()))
        .order_by(SCORECARDS.c.interview)
    )
    with store.engine.begin() as db:
        found = candidate_in(db, candidate)
        member_of(db, found.plan, who)
        rows = [_kept(row) for row in db.execute(query).mappings()]
        told = ", ".join(row.interview for row in rows) or "nothing"
        note(db, store.now(), who, ("read", found), f"Read the scorecards: {told}."[:600])
    return tuple(rows)


def returned(store: Store, who: str, candidate: str) -> tuple[Returned, ...]:
    """Which scorecards of a candidate are in; no rating is among it.

    Raises:
        RefusedError: `who` has no access to the plan.
    """
    with store.reading() as db:
        member_of(db, candidate_in(db, candidate).plan, who)
        query = select(SITTINGS).where(SITTINGS.c.candidate == candidate).order_by(SITTINGS.c.interview)
        return tuple(_returned(db, row) for row in db.execute(query).mappings())


def _returned(db: Connection, sitting: RowMapping) -> Returned:
    last = _last(db, sitting["candidate"], sitting["interview"])
    state = "missing" if last is None else "complete" if last["complete"] else "begun"
    return Returned(interview=sitting["interview"], interviewer=sitting["interviewer"], state=state)


def _is_newest(of: FromClause = SCORECARDS) -> ColumnElement[bool]:
    other = SCORECARDS.alias()
    newest = (
        select(func.max(other.c.number))
        .where(other.c.candidate == of.c.candidate, other.c.interview == of.c.interview)
        .correlate(of)
        .scalar_subquery()
    )
    return of.c.number == newest


def _is_own() -> ColumnElement[bool]:
    return SITTINGS.c.interviewer == MEMBERS.c.interviewer


def _is_open_to_all() -> ColumnElement[bool]:
    """Complete, and the reader owes none of their own for this candidate."""
    mine, in_ = SITTINGS.alias(), SCORECARDS.alias()
    held = and_(mine.c.candidate == SCORECARDS.c.candidate, mine.c.interviewer == MEMBERS.c.interviewer)
    handed_in = exists().where(
        in_.c.candidate == mine.c.candidate,
        in_.c.interview == mine.c.interview,
        in_.c.complete,
        _is_newest(in_),
    )
    owes = exists().where(held, ~handed_in)
    took_part = exists().where(held)
    reader = or_(MEMBERS.c.role == "hiring-manager", and_(MEMBERS.c.role == "interviewer", took_part))
    return and_(SCORECARDS.c.complete, reader, ~owes)


def holder_of(db: Connection, candidate: str, interview: str) -> str:
    """Who holds an interview of a candidate's loop.

    Raises:
        StoreError: The loop has no such interview.
    """
    query = select(SITTINGS.c.interviewer).where(
        SITTINGS.c.candidate == candidate, SITTINGS.c.interview == interview
    )
    holder = db.execute(query).scalar_one_or_none()
    if holder is None:
        raise StoreError(f"This candidate's loop has no interview {interview}.")
    return holder


def _last(db: Connection, candidate: str, interview: str) -> RowMapping | None:
    query = (
        select(SCORECARDS.c.number, SCORECARDS.c.complete)
        .where(SCORECARDS.c.candidate == candidate, SCORECARDS.c.interview == interview)
        .order_by(SCORECARDS.c.number.desc())
        .limit(1)
    )
    return db.execute(query).mappings().one_or_none()


def _kept(row: RowMapping) -> KeptScorecard:
    body = json.loads(zlib.decompress(row["body"]))
    return KeptScorecard.model_validate({**row, "at": unpack_time(row["at"]), "body": body})


def own_in(db: Connection, member: Member, sitting: tuple[str, str]) -> KeptScorecard | None:
    """The newest scorecard of one interview, for the one who held it; None where nothing was begun."""
    candidate, interview = sitting
    query = (
        select(SCORECARDS, SITTINGS.c.interviewer)
        .join(
            SITTINGS,
            and_(
                SITTINGS.c.candidate == SCORECARDS.c.candidate, SITTINGS.c.interview == SCORECARDS.c.interview
            ),
        )
        .where(SCORECARDS.c.candidate == candidate, SCORECARDS.c.interview == interview)
        .where(SITTINGS.c.interviewer == member.interviewer, _is_newest())
    )
    row = db.execute(query).mappings().one_or_none()
    return None if row is None else _kept(row)
