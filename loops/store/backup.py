"""Everything in the store as one file, and back: the same for SQLite and PostgreSQL."""

import gzip
import hashlib
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, LargeBinary, MetaData, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from loops.store.migrations import migrate, schema_version
from loops.store.model import StoreError
from loops.store.plans import Store

_FORMAT = "loopwright-backup-1"
MAX_BACKUP = 2_000_000_000


class Kept(NamedTuple):
    """What a backup holds: the schema's version, the rows of each table, and the digest over all rows."""

    version: int
    rows: dict[str, int]
    digest: str


class _Lines(NamedTuple):
    version: int
    rows: list[str]
    digest: str


def back_up(store: Store) -> tuple[bytes, Kept]:
    """All tables at one moment; the same content gives the same bytes."""
    with store.reading() as db:
        version = schema_version(db)
        lines = list(_lines(db))
    digest = _digest(lines)
    head = json.dumps({"format": _FORMAT, "version": version})
    foot = json.dumps({"rows": len(lines), "sha256": digest})
    data = "\n".join([head, *lines, foot, ""]).encode()
    return gzip.compress(data, 6, mtime=0), Kept(version, _counts(lines), digest)


def restore(store: Store, data: bytes) -> Kept:
    """Fill an empty store from a backup, bring it to the newest schema, and compare what came in.

    Raises:
        StoreError: The backup is damaged or newer, or the store is not empty; nothing was changed.
    """
    kept = _read(data)
    try:
        with store.engine.begin() as db:
            _empty(db)
            migrate(db, kept.version)
            _insert(db, kept.rows)
            came = list(_lines(db))
            if _digest(came) != kept.digest:
                raise StoreError("The restored data differs from the backup: nothing was kept of it.")
            migrate(db)
    except (SQLAlchemyError, TypeError, KeyError, ValueError, AttributeError) as error:
        raise StoreError("The backup does not fit this database: nothing was kept of it.") from error
    return Kept(kept.version, _counts(came), kept.digest)


def _lines(db: Connection) -> Iterator[str]:
    for table in _tables(db):
        order = [*table.primary_key.columns]
        for row in db.execute(select(table).order_by(*order)).mappings():
            values = {column: _out(value) for column, value in row.items()}
            yield json.dumps({"table": table.name, "row": values}, sort_keys=True, ensure_ascii=False)


def _tables(db: Connection) -> list[Table]:
    """The tables as they stand in this database, in an order in which they can be filled."""
    meta = MetaData()
    meta.reflect(db)
    return [table for table in meta.sorted_tables if table.name != "schema_version"]


def _read(data: bytes) -> _Lines:
    damaged = StoreError("This backup is damaged or no backup of Loopwright: nothing was changed.")
    try:
        unpacked = zlib.decompressobj(31).decompress(data, MAX_BACKUP)
        head, *lines, foot = unpacked.decode().removesuffix("\n").split("\n")
        opening, closing = json.loads(head), json.loads(foot)
        if opening["format"] != _FORMAT or closing["rows"] != len(lines):
            raise damaged
        if closing["sha256"] != _digest(lines):
            raise damaged
        return _Lines(int(opening["version"]), lines, closing["sha256"])
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise damaged from error


def _empty(db: Connection) -> None:
    """Clear the way in a store that holds no row.

    Raises:
        StoreError: It holds rows.
    """
    for table in _tables(db):
        if db.execute(select(func.count()).select_from(table)).scalar_one():
            raise StoreError(
                "A backup is restored into an empty store only, and this one holds data: "
                "name another folder by LOOPWRIGHT_DATA or another database; nothing was changed."
            )
    meta = MetaData()
    meta.reflect(db)
    meta.drop_all(db)


def _insert(db: Connection, lines: list[str]) -> None:
    tables = {table.name: table for table in _tables(db)}
    for line in lines:
        entry = json.loads(line)
        table = tables.get(entry["table"])
        if table is None:
            raise StoreError(f"The backup holds a table {entry['table']} that its version does not know.")
        db.execute(table.insert().values(_in(table, entry["row"])))


def _in(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    binary = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    return {
        name: b64decode(value) if name in binary and value is not None else value
        for name, value in row.items()
    }


def _out(value: object) -> object:
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _counts(lines: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        table = json.loads(line)["table"]
        counts[table] = counts.get(table, 0) + 1
    return counts
