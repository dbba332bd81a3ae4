"""Own competencies and questions of the house: each change is a row that stays."""

import json
import zlib
from collections.abc import Mapping

from pydantic import Field
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from loops.store.codec import pack_time
from loops.store.model import Conflict, StoreError
from loops.store.people import RefusedError
from loops.store.plans import Store
from loops.store.tables import OWN_CONTENT
from rubric.value import Value

_MOST = 64_000_000


class OwnContent(Value):
    """Content files by path as they are in use; `number` counts the changes, `what` says the last one."""

    number: int = 0
    what: str | None = None
    texts: dict[str, str] = Field(default_factory=dict)


def read_own(store: Store, number: int | None = None) -> OwnContent:
    """The own content in use, or as it was after a change."""
    with store.reading() as db:
        return _read(db, number)


def save_own(store: Store, seen: OwnContent, who: str, what: str, texts: Mapping[str, str]) -> OwnContent:
    """Keep a change of the own content.

    Raises:
        Conflict: Somebody else changed it since it was seen; nothing was kept.
        RefusedError: The person of a team's store manages no plan.
    """
    if not store.keeps_house():
        raise RefusedError("Only who manages a plan may change the own content: nothing was changed.")
    after = OwnContent(number=seen.number + 1, what=what, texts=dict(sorted(texts.items())))
    row = {"number": after.number, "who": who, "at": pack_time(store.now()), "what": what}
    body = zlib.compress(json.dumps(after.texts, ensure_ascii=False).encode(), 6)
    try:
        with store.engine.begin() as db:
            db.execute(OWN_CONTENT.insert().values(**row, body=body))
    except IntegrityError as error:
        raise Conflict(
            "Somebody else changed the own content just now: nothing of yours was kept; try again."
        ) from error
    return after


def _read(db: Connection, number: int | None) -> OwnContent:
    rows = select(OWN_CONTENT).order_by(OWN_CONTENT.c.number.desc()).limit(1)
    if number is not None:
        rows = rows.where(OWN_CONTENT.c.number == number)
    row = db.execute(rows).one_or_none()
    if row is None:
        return OwnContent()
    try:
        texts = json.loads(zlib.decompressobj().decompress(row.body, _MOST))
    except (zlib.error, ValueError) as error:
        raise StoreError("The own content cannot be read: it is damaged.") from error
    return OwnContent(number=row.number, what=row.what, texts=texts)
