"""Open the database: SQLite in the data folder, or the one that a URL names."""

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from loops.store.migrations import migrate
from loops.store.model import StoreError
from loops.store.plans import Store


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds what is kept: LOOPWRIGHT_DATA, or `data` in the working folder."""
    return Path(environ.get("LOOPWRIGHT_DATA") or "data")


def database_url(environ: Mapping[str, str] = os.environ) -> str:
    """LOOPWRIGHT_DATABASE_URL, or the SQLite file in the data folder."""
    named = environ.get("LOOPWRIGHT_DATABASE_URL")
    return named or f"sqlite:///{data_folder(environ) / 'loopwright.sqlite'}"


def open_store(url: str | None = None) -> Store:
    """Open the store, making and migrating it where needed.

    Raises:
        StoreError: The folder or the database cannot be used; the message says why, without the password.
    """
    engine = make_engine(url or database_url())
    try:
        with engine.begin() as connection:
            migrate(connection)
    except SQLAlchemyError as error:
        shown = engine.url.render_as_string(hide_password=True)
        told = " ".join(str(getattr(error, "orig", error)).split())[:200]
        raise StoreError(f"The database {shown} cannot be opened: {told}") from error
    return Store(engine)


def make_engine(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL.

    Raises:
        StoreError: The URL is neither, or the folder of a SQLite file cannot be made.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("LOOPWRIGHT_DATABASE_URL is no database's address.") from None
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed)
        case "postgresql" | "postgres":
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        case other:
            raise StoreError(f"Plans can be kept in SQLite or PostgreSQL, not in {other}.")


def _sqlite(url: URL) -> Engine:
    """SQLite with the settings that keep it safe: write-ahead log, full sync, foreign keys, waiting."""
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The data folder {folder} cannot be made: {error.strerror}.") from error
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 30})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _begin)
    return engine


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writing transaction takes the write lock at once, so that it cannot fail half-way."""
    reads = connection.get_execution_options().get("only_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
