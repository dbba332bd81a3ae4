"""Plans in the database: each change is one row that stays."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, select

from loops.store.codec import pack_state, pack_time
from loops.store.history import Entry
from loops.store.model import Change, PlanCard, PlanState, SavedPlan, Seen, StoreError
from loops.store.people import Role
from loops.store.rows import (
    card_of,
    change_of,
    conflict_in,
    new_id,
    plan_in,
    position_in,
    shown_after,
    state_in,
)
from loops.store.tables import MEMBERS, PLANS, REVISIONS


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """All that is kept. Every method is one transaction: it happens whole or not at all."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = _utc_now) -> None:
        self.engine = engine
        self.now = now

    def add(self, state: PlanState, who: str, what: str) -> SavedPlan:
        """Keep a new plan under a new id that cannot be guessed."""
        plan = new_id()
        at = pack_time(self.now())
        with self.engine.begin() as db:
            db.execute(
                PLANS.insert().values(id=plan, name=state.name, created=at, archived=False, latest=1, head=1)
            )
            self._append(db, Seen(plan=plan, revision=0, who=who), "edit", what, (None, state))
            db.execute(MEMBERS.insert().values(plan=plan, who=who[:200], role="hiring-manager"))
            return plan_in(db, plan)

    def load(self, plan: str) -> SavedPlan:
        """A plan as it stands.

        Raises:
            StoreError: There is no such plan.
        """
        with self.reading() as db:
            return plan_in(db, plan)

    def check(self, seen: Seen) -> SavedPlan:
        """A plan that is still as it was seen.

        Raises:
            Conflict: It was changed by somebody else since then.
        """
        with self.reading() as db:
            saved = plan_in(db, seen.plan)
            if saved.revision != seen.revision:
                raise conflict_in(db, seen)
            return saved

    def cards(self, archived: bool = False) -> tuple[PlanCard, ...]:
        """All plans, the one that was changed last first."""
        query = (
            select(PLANS, REVISIONS.c.who, REVISIONS.c.at, REVISIONS.c.what)
            .join(REVISIONS, (REVISIONS.c.plan == PLANS.c.id) & (REVISIONS.c.number == PLANS.c.latest))
            .where(PLANS.c.archived == archived)
            .order_by(REVISIONS.c.at.desc(), PLANS.c.id)
        )
        with self.reading() as db:
            return tuple(card_of(row) for row in db.execute(query).mappings())

    def save(self, seen: Seen, state: PlanState, what: str) -> SavedPlan:
        """Keep a changed plan.

        Raises:
            Conflict: It was changed by somebody else since it was seen.
        """
        with self.engine.begin() as db:
            head = self._claim(db, seen)
            number = self._append(db, seen, "edit", what, (head, state))
            db.execute(PLANS.update().where(PLANS.c.id == seen.plan).values(head=number, name=state.name))
            return plan_in(db, seen.plan)

    def undo(self, seen: Seen) -> SavedPlan:
        """Show the edit before the one shown.

        Raises:
            StoreError: There is nothing to take back; Conflict as in `save`.
        """
        with self.engine.begin() as db:
            self._claim(db, seen)
            position = position_in(db, seen.plan)
            if position.undo_to is None:
                raise StoreError("There is nothing left to take back on this plan.")
            return self._move(db, seen, "undo", position.undo_to, f"Took back: {position.undo_what}")

    def redo(self, seen: Seen) -> SavedPlan:
        """Show again what was taken back last.

        Raises:
            StoreError: Nothing was taken back; Conflict as in `save`.
        """
        with self.engine.begin() as db:
            self._claim(db, seen)
            position = position_in(db, seen.plan)
            if not position.undone:
                raise StoreError("There is nothing to do again on this plan.")
            return self._move(db, seen, "redo", position.undone[-1], f"Did again: {position.redo_what}")

    def archive(self, seen: Seen, archived: bool) -> SavedPlan:
        """Put a plan away, or bring it back; its history stays."""
        with self.engine.begin() as db:
            self._claim(db, seen)
            what = "Archived the plan." if archived else "Brought the plan back from the archive."
            self._append(db, seen, "note", what, (None, None))
            db.execute(PLANS.update().where(PLANS.c.id == seen.plan).values(archived=archived))
            return plan_in(db, seen.plan)

    def history(self, plan: str) -> tuple[Change, ...]:
        """All that was done to a plan, oldest first."""
        columns = (REVISIONS.c.number, REVISIONS.c.who, REVISIONS.c.at, REVISIONS.c.what)
        query = select(*columns).where(REVISIONS.c.plan == plan).order_by(REVISIONS.c.number)
        with self.reading() as db:
            return tuple(change_of(row) for row in db.execute(query).mappings())

    def state_at(self, plan: str, revision: int) -> PlanState:
        """The state that was shown after a revision, to compare or to copy.

        Raises:
            StoreError: The plan has no such revision.
        """
        with self.reading() as db:
            return state_in(db, plan, shown_after(db, plan, revision))

    def require(self, plan: str, *roles: Role) -> None:
        """See that whoever uses the store has one of these roles on a plan; all of it is theirs here."""

    def keeps_house(self) -> bool:
        """Whether this person may change what all plans share, as the own content."""
        return True

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def reading(self) -> Connection:
        """A connection that only reads, at one moment, and so never waits for a writer."""
        options = {"only_reads": True}
        if self.engine.dialect.name == "postgresql":
            return self.engine.connect().execution_options(isolation_level="REPEATABLE READ", **options)
        return self.engine.connect().execution_options(**options)

    def _claim(self, db: Connection, seen: Seen) -> int:
        """Move the lock on by one, or say who was first; gives back the revision shown."""
        moved = db.execute(
            PLANS.update()
            .where(PLANS.c.id == seen.plan, PLANS.c.latest == seen.revision)
            .values(latest=PLANS.c.latest + 1)
        )
        if moved.rowcount != 1:
            raise conflict_in(db, seen)
        return db.execute(select(PLANS.c.head).where(PLANS.c.id == seen.plan)).scalar_one()

    def _append(
        self, db: Connection, seen: Seen, kind: str, what: str, edit: tuple[int | None, PlanState | None]
    ) -> int:
        parent, state = edit
        number = seen.revision + 1
        db.execute(
            REVISIONS.insert().values(
                plan=seen.plan,
                number=number,
                parent=parent,
                kind=kind,
                who=seen.who,
                at=pack_time(self.now()),
                what=what,
                state=None if state is None else pack_state(state),
            )
        )
        return number

    def _move(self, db: Connection, seen: Seen, kind: str, to: Entry, what: str) -> SavedPlan:
        self._append(db, seen, kind, what[:600], (to.number, None))
        name = state_in(db, seen.plan, to.number).name
        db.execute(PLANS.update().where(PLANS.c.id == seen.plan).values(head=to.number, name=name))
        return plan_in(db, seen.plan)
