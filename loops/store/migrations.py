"""Numbered changes of the schema; each runs once, by itself, in one transaction."""

from collections.abc import Callable

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    select,
    text,
)

from loops.store.model import StoreError

_VERSION = Table("schema_version", MetaData(), Column("number", Integer, nullable=False))


def _plans_and_revisions(connection: Connection) -> None:
    """Version 1: plans and their append-only revisions."""
    meta = MetaData()
    Table(
        "plans",
        meta,
        Column("id", String(32), primary_key=True),
        Column("name", Text, nullable=False),
        Column("created", String(32), nullable=False),
        Column("archived", Boolean, nullable=False),
        Column("latest", Integer, nullable=False),
        Column("head", Integer, nullable=False),
    )
    Table(
        "revisions",
        meta,
        Column("plan", String(32), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("parent", Integer),
        Column("kind", String(8), nullable=False),
        Column("who", Text, nullable=False),
        Column("at", String(32), nullable=False),
        Column("what", Text, nullable=False),
        Column("state", LargeBinary),
    )
    meta.create_all(connection)


def _people(connection: Connection) -> None:
    """Version 2: members, candidates, scorecards, links, the audit log and the record of deletions."""
    meta = MetaData()
    Table(
        "members",
        meta,
        Column("plan", String(32), primary_key=True),
        Column("who", String(200), primary_key=True),
        Column("role", String(20), nullable=False),
        Column("interviewer", String(80)),
    )
    Table(
        "candidates",
        meta,
        Column("id", String(32), primary_key=True),
        Column("plan", String(32), nullable=False),
        Column("code", String(40), nullable=False),
        Column("revision", Integer, nullable=False),
        Column("created", String(32), nullable=False),
        Column("keep_until", String(10)),
        Column("hold", Text),
    )
    Table(
        "sittings",
        meta,
        Column("candidate", String(32), ForeignKey("candidates.id"), primary_key=True),
        Column("interview", String(80), primary_key=True),
        Column("interviewer", String(80), nullable=False),
    )
    Table(
        "scorecards",
        meta,
        Column("candidate", String(32), ForeignKey("candidates.id"), primary_key=True),
        Column("interview", String(80), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("who", Text, nullable=False),
        Column("at", String(32), nullable=False),
        Column("complete", Boolean, nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
    Table(
        "links",
        meta,
        Column("id", String(32), primary_key=True),
        Column("candidate", String(32), ForeignKey("candidates.id"), nullable=False),
        Column("interview", String(80), nullable=False),
        Column("expires", String(32), nullable=False),
        Column("revoked", Boolean, nullable=False),
        Column("who", Text, nullable=False),
        Column("at", String(32), nullable=False),
    )
    Table(
        "audit",
        meta,
        Column("id", String(32), primary_key=True),
        Column("at", String(32), nullable=False),
        Column("who", Text, nullable=False),
        Column("act", String(8), nullable=False),
        Column("plan", String(32), nullable=False),
        Column("candidate", String(32)),
        Column("what", Text, nullable=False),
    )
    Table(
        "deletions",
        meta,
        Column("id", String(32), primary_key=True),
        Column("at", String(32), nullable=False),
        Column("who", Text, nullable=False),
        Column("plan", String(32), nullable=False),
        Column("what", Text, nullable=False),
    )
    meta.create_all(connection)
    members = meta.tables["members"]
    first = text("SELECT plan, who FROM revisions WHERE number = 1")
    for plan, who in connection.execute(first).all():
        connection.execute(members.insert().values(plan=plan, who=who[:200], role="hiring-manager"))


def _shares(connection: Connection) -> None:
    """Version 3: links that show a plan, each of which can be ended."""
    meta = MetaData()
    Table(
        "shares",
        meta,
        Column("id", String(32), primary_key=True),
        Column("plan", String(32), nullable=False),
        Column("until", String(10), nullable=False),
        Column("revoked", Boolean, nullable=False),
        Column("who", Text, nullable=False),
        Column("at", String(32), nullable=False),
    )
    meta.create_all(connection)


def _own_content(connection: Connection) -> None:
    """Version 4: own competencies and questions, each change a row."""
    meta = MetaData()
    Table(
        "own_content",
        meta,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("who", Text, nullable=False),
        Column("at", String(32), nullable=False),
        Column("what", Text, nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
    meta.create_all(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    _plans_and_revisions,
    _people,
    _shares,
    _own_content,
)


def migrate(connection: Connection, to: int | None = None) -> int:
    """Bring a database to version `to`, or to the newest one, and give back the version it now has.

    Raises:
        StoreError: The database was written by a newer version of the product.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7203014)"))
    _VERSION.create(connection, checkfirst=True)
    have = schema_version(connection)
    if have > len(MIGRATIONS):
        raise StoreError(
            f"This data was written by a newer version (schema {have}, this one knows {len(MIGRATIONS)}): "
            "nothing was changed; start the newer version."
        )
    want = len(MIGRATIONS) if to is None else to
    for step in MIGRATIONS[have:want]:
        step(connection)
    if have < want:
        connection.execute(_VERSION.delete())
        connection.execute(_VERSION.insert().values(number=want))
    return max(have, want)


def schema_version(connection: Connection) -> int:
    """The version that a database has."""
    return connection.execute(select(_VERSION.c.number)).scalar_one_or_none() or 0
