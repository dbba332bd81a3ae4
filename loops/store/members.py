"""Who has access to a plan, and as what. Every refusal is one sentence."""

from sqlalchemy import Connection, func, select

from loops.store.codec import pack_time
from loops.store.model import PlanCard
from loops.store.people import Member, RefusedError, Role
from loops.store.plans import Store
from loops.store.rows import new_id, plan_in
from loops.store.tables import AUDIT, MEMBERS


def members(store: Store, who: str, plan: str) -> tuple[Member, ...]:
    """Everybody with access to a plan, for one of them.

    Raises:
        RefusedError: `who` has none.
    """
    query = select(MEMBERS).where(MEMBERS.c.plan == plan).order_by(MEMBERS.c.who)
    with store.reading() as db:
        member_of(db, plan, who)
        return tuple(Member.model_validate(dict(row)) for row in db.execute(query).mappings())


def add_member(store: Store, who: str, member: Member) -> Member:
    """Give somebody access, or another role; `who` must be a hiring manager or administrator of the plan.

    Raises:
        RefusedError: They are not, or the change would leave the plan without a hiring manager.
    """
    with store.engine.begin() as db:
        require(db, member.plan, who, "hiring-manager", "administrator")
        if member.role != "hiring-manager":
            _keep_a_manager(db, member.plan, member.who)
        here = (MEMBERS.c.plan == member.plan) & (MEMBERS.c.who == member.who)
        db.execute(MEMBERS.delete().where(here))
        db.execute(MEMBERS.insert().values(**member.model_dump()))
        _note(store, db, who, (member.plan, f"Gave {member.who} access as {_said(member.role)}."))
    return member


def appoint(store: Store, who: str, plan: str, manager: str) -> None:
    """Make somebody a plan's hiring manager, for the operator of the machine, who has all of it anyway.

    Raises:
        StoreError: There is no such plan.
    """
    with store.engine.begin() as db:
        plan_in(db, plan)
        db.execute(MEMBERS.delete().where(MEMBERS.c.plan == plan, MEMBERS.c.who == manager))
        db.execute(MEMBERS.insert().values(plan=plan, who=manager, role="hiring-manager"))
        _note(store, db, who, (plan, f"Gave {manager} access as hiring manager, from the command line."))


def remove_member(store: Store, who: str, plan: str, gone: str) -> None:
    """Take somebody's access away.

    Raises:
        RefusedError: `who` may not, or nobody would be left to manage the plan.
    """
    with store.engine.begin() as db:
        require(db, plan, who, "hiring-manager", "administrator")
        _keep_a_manager(db, plan, gone)
        db.execute(MEMBERS.delete().where(MEMBERS.c.plan == plan, MEMBERS.c.who == gone))
        _note(store, db, who, (plan, f"Took the access of {gone} away."))


def cards_of(store: Store, who: str, archived: bool = False) -> tuple[PlanCard, ...]:
    """The plans that somebody has access to, the one changed last first."""
    with store.reading() as db:
        mine = set(db.execute(select(MEMBERS.c.plan).where(MEMBERS.c.who == who)).scalars())
    return tuple(card for card in store.cards(archived) if card.id in mine)


def member_of(db: Connection, plan: str, who: str) -> Member:
    """Somebody's place on a plan.

    Raises:
        RefusedError: They have none.
    """
    query = select(MEMBERS).where(MEMBERS.c.plan == plan, MEMBERS.c.who == who)
    row = db.execute(query).mappings().one_or_none()
    if row is None:
        raise RefusedError("You have no access to this plan: ask its hiring manager.")
    return Member.model_validate(dict(row))


def require(db: Connection, plan: str, who: str, *roles: Role) -> Member:
    """Somebody's place on a plan, if it is one of these roles.

    Raises:
        RefusedError: It is not.
    """
    member = member_of(db, plan, who)
    if member.role not in roles:
        allowed = " or ".join(role.replace("-", " ") for role in roles)
        raise RefusedError(f"Only the {allowed} of this plan may do this; you are its {_said(member.role)}.")
    return member


def _note(store: Store, db: Connection, who: str, act: tuple[str, str]) -> None:
    """One line of the audit log, about a plan's members."""
    row = {"act": "access", "plan": act[0], "candidate": None, "what": act[1]}
    db.execute(AUDIT.insert().values(id=new_id(), at=pack_time(store.now()), who=who, **row))


def _said(role: Role) -> str:
    return role.replace("-", " ")


def _keep_a_manager(db: Connection, plan: str, changed: str) -> None:
    others = select(func.count()).where(
        MEMBERS.c.plan == plan, MEMBERS.c.role == "hiring-manager", MEMBERS.c.who != changed
    )
    if not db.execute(others).scalar_one():
        raise RefusedError("A plan needs a hiring manager: name another one first.")
