"""The tables of the newest schema. Migrations hold the older ones."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

META = MetaData()

PLANS = Table(
    "plans",
    META,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", String(32), nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("latest", Integer, nullable=False),
    Column("head", Integer, nullable=False),
)
"""`latest` numbers the last thing done and guards against lost updates; `head` is the revision shown."""

REVISIONS = Table(
    "revisions",
    META,
    Column("plan", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("kind", String(8), nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("what", Text, nullable=False),
    Column("state", LargeBinary),
)
"""Append-only. `kind` is edit, undo, redo or note; only an edit has a state (JSON, deflated)."""

MEMBERS = Table(
    "members",
    META,
    Column("plan", String(32), primary_key=True),
    Column("who", String(200), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("interviewer", String(80)),
)

CANDIDATES = Table(
    "candidates",
    META,
    Column("id", String(32), primary_key=True),
    Column("plan", String(32), nullable=False),
    Column("code", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created", String(32), nullable=False),
    Column("keep_until", String(10)),
    Column("hold", Text),
)

SITTINGS = Table(
    "sittings",
    META,
    Column("candidate", String(32), ForeignKey("candidates.id"), primary_key=True),
    Column("interview", String(80), primary_key=True),
    Column("interviewer", String(80), nullable=False),
)
"""Which interviewer holds which interview of a candidate's loop."""

SCORECARDS = Table(
    "scorecards",
    META,
    Column("candidate", String(32), ForeignKey("candidates.id"), primary_key=True),
    Column("interview", String(80), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Append-only until the candidate is deleted; a complete one is the last of its interview, until it is
reopened."""

LINKS = Table(
    "links",
    META,
    Column("id", String(32), primary_key=True),
    Column("candidate", String(32), ForeignKey("candidates.id"), nullable=False),
    Column("interview", String(80), nullable=False),
    Column("expires", String(32), nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
)

SHARES = Table(
    "shares",
    META,
    Column("id", String(32), primary_key=True),
    Column("plan", String(32), nullable=False),
    Column("until", String(10), nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
)
"""Links that show a plan and no candidate."""

AUDIT = Table(
    "audit",
    META,
    Column("id", String(32), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("act", String(8), nullable=False),
    Column("plan", String(32), nullable=False),
    Column("candidate", String(32)),
    Column("what", Text, nullable=False),
)

OWN_CONTENT = Table(
    "own_content",
    META,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("what", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Append-only; the last row holds the own competencies and questions that are in use (JSON, deflated)."""

DELETIONS = Table(
    "deletions",
    META,
    Column("id", String(32), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("plan", String(32), nullable=False),
    Column("what", Text, nullable=False),
)
