"""Signed, expiring links for interviewers without an account: one interview, one form, nothing else."""

import hashlib
import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from loops.store.audit import note
from loops.store.candidates import candidate_in
from loops.store.codec import pack_time, unpack_time
from loops.store.members import require
from loops.store.open import data_folder
from loops.store.people import Candidate, KeptScorecard, Member, RefusedError
from loops.store.plans import Store
from loops.store.rows import new_id
from loops.store.scorecards import Body, holder_of, keep_in, own_in
from loops.store.tables import LINKS


class Opened(NamedTuple):
    """What a link opens: one interview of one candidate, and what was kept of its scorecard so far."""

    candidate: Candidate
    interview: str
    interviewer: str
    own: KeptScorecard | None


def link_secret(environ: Mapping[str, str] = os.environ) -> bytes:
    """What links are signed with: LOOPWRIGHT_SECRET, or made once in the data folder."""
    if given := environ.get("LOOPWRIGHT_SECRET"):
        return given.encode()
    file = data_folder(environ) / "link-secret"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"link-secret.{new_id()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secrets.token_hex(32).encode())
        with suppress(FileExistsError):
            file.hardlink_to(fresh)
        fresh.unlink()
    return file.read_bytes()


def make_link(store: Store, secret: bytes, who: str, sitting: tuple[str, str], expires: datetime) -> str:
    """A token for one interview of one candidate, good until `expires`.

    Raises:
        RefusedError: `who` is neither hiring manager nor recruiter of the plan.
    """
    with store.engine.begin() as db:
        candidate = candidate_in(db, sitting[0])
        require(db, candidate.plan, who, "hiring-manager", "recruiter")
        holder_of(db, *sitting)
        link = new_id()
        row = {"id": link, "candidate": sitting[0], "interview": sitting[1], "revoked": False, "who": who}
        db.execute(LINKS.insert().values(**row, expires=pack_time(expires), at=pack_time(store.now())))
        note(db, store.now(), who, ("link", candidate), f"Made a link for {sitting[1]}.")
    return f"{link}.{_signature(secret, link, expires)}"


def revoke_links(store: Store, who: str, sitting: tuple[str, str]) -> int:
    """End all links of one interview of one candidate; gives back how many were open."""
    with store.engine.begin() as db:
        candidate = candidate_in(db, sitting[0])
        require(db, candidate.plan, who, "hiring-manager", "recruiter")
        these = (LINKS.c.candidate == sitting[0]) & (LINKS.c.interview == sitting[1]) & ~LINKS.c.revoked
        count = db.execute(LINKS.update().where(these).values(revoked=True)).rowcount
        note(db, store.now(), who, ("link", candidate), f"Ended {count} links of {sitting[1]}.")
    return count


def open_link(store: Store, secret: bytes, token: str, again: bool = False) -> Opened:
    """What a link opens; the reading is logged, unless it is looked at `again` after it was opened.

    Raises:
        RefusedError: It was changed, has expired, or was ended; the sentence is the same for all three.
    """
    with store.engine.begin() as db:
        opened = _opened(store, db, secret, token)
        if not again:
            reader = f"link for {opened.interviewer}"
            note(db, store.now(), reader, ("read", opened.candidate), "Opened a link.")
    return opened


def keep_by_link(
    store: Store, secret: bytes, token: str, body: Body, complete: bool = False
) -> KeptScorecard:
    """Keep the scorecard of the interview that a link opens; complete locks it.

    Raises:
        RefusedError: As `open_link`; StoreError: The scorecard is locked or too large.
    """
    with store.engine.begin() as db:
        opened = _opened(store, db, secret, token)
        who = f"link for {opened.interviewer}"
        return keep_in(store, db, who, (opened.candidate, opened.interview), (body, complete))


def _opened(store: Store, db: Connection, secret: bytes, token: str) -> Opened:
    refused = RefusedError("This link does not open anything any more: ask for a new one.")
    link, _, signature = token.partition(".")
    row = db.execute(select(LINKS).where(LINKS.c.id == link)).mappings().one_or_none()
    expires = unpack_time(row["expires"]) if row else datetime.fromtimestamp(0, UTC)
    genuine = hmac.compare_digest(signature.encode(), _signature(secret, link, expires).encode())
    if row is None or not genuine or row["revoked"] or expires <= store.now():
        raise refused
    candidate = candidate_in(db, row["candidate"])
    interviewer = holder_of(db, candidate.id, row["interview"])
    member = Member(plan=candidate.plan, who="", role="interviewer", interviewer=interviewer)
    return Opened(
        candidate, row["interview"], interviewer, own_in(db, member, (candidate.id, row["interview"]))
    )


def _signature(secret: bytes, link: str, expires: datetime) -> str:
    return sign(secret, f"{link}.{pack_time(expires)}")


def sign(secret: bytes, words: str) -> str:
    """What proves that this product made a link of these words: HMAC with SHA-256."""
    made = hmac.new(secret, words.encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(made).decode().rstrip("=")
