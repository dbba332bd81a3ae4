"""The store as one person may use it: no plan is read or changed without access to it."""

from sqlalchemy import Connection, select

from loops.store.members import cards_of, member_of, require
from loops.store.model import Change, PlanCard, PlanState, SavedPlan, Seen
from loops.store.people import Member, RefusedError, Role
from loops.store.plans import Store
from loops.store.tables import MEMBERS

WRITERS: tuple[Role, ...] = ("hiring-manager", "recruiter")
"""Who may change a plan; interviewers and administrators read it."""


class TeamStore(Store):
    """The whole store, seen by `who`. Every refusal is a RefusedError; nothing was changed or shown."""

    def __init__(self, whole: Store, who: str) -> None:
        super().__init__(whole.engine, whole.now)
        self.whole = whole
        self.who = who

    def member(self, plan: str) -> Member:
        """What `who` is on a plan."""
        with self.reading() as db:
            return member_of(db, plan, self.who)

    def require(self, plan: str, *roles: Role) -> None:
        """See that `who` is one of these roles on a plan."""
        with self.reading() as db:
            require(db, plan, self.who, *roles)

    def keeps_house(self) -> bool:
        """Whether `who` manages or arranges any plan: interviewers and administrators change no content."""
        mine = select(MEMBERS.c.plan).where(MEMBERS.c.who == self.who, MEMBERS.c.role.in_(WRITERS)).limit(1)
        with self.reading() as db:
            return db.execute(mine).first() is not None

    def add(self, state: PlanState, who: str, what: str) -> SavedPlan:
        """Keep a new plan, managed by the one who made it."""
        self._own_name(who)
        return super().add(state, who, what)

    def load(self, plan: str) -> SavedPlan:
        """A plan as it stands."""
        self.member(plan)
        return super().load(plan)

    def check(self, seen: Seen) -> SavedPlan:
        """A plan that is still as it was seen."""
        self.member(seen.plan)
        return super().check(seen)

    def cards(self, archived: bool = False) -> tuple[PlanCard, ...]:
        """The plans that `who` has access to, the one changed last first."""
        return cards_of(self.whole, self.who, archived)

    def history(self, plan: str) -> tuple[Change, ...]:
        """All that was done to a plan, oldest first."""
        self.member(plan)
        return super().history(plan)

    def state_at(self, plan: str, revision: int) -> PlanState:
        """The state that was shown after a revision."""
        self.member(plan)
        return super().state_at(plan, revision)

    def _claim(self, db: Connection, seen: Seen) -> int:
        """Every change passes here, inside its transaction."""
        self._own_name(seen.who)
        require(db, seen.plan, self.who, *WRITERS)
        return super()._claim(db, seen)

    def _own_name(self, who: str) -> None:
        if who != self.who:
            raise RefusedError("You can act in your own name only.")
