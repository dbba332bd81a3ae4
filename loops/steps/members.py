"""Steps on the people of a plan: who has access, as what, and who they are on its panel."""

import re

from loops.store import Store, StoreError
from loops.store import members as kept
from loops.store.audit import audit_log
from loops.store.people import AuditEntry, Member, Role

ADDRESS = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,135}")


def list_members(store: Store, who: str, plan: str) -> tuple[Member, ...]:
    """Everybody with access to a plan, for one of them."""
    return kept.members(store, who, plan)


def set_member(store: Store, who: str, plan: str, given: tuple[str, Role], interviewer: str | None) -> Member:
    """Give somebody access to a plan by e-mail address and role; again, to change it.

    `interviewer` is who they are on the plan's panel: the interviews of that person are theirs to score.

    Raises:
        StoreError: It is no e-mail address, or nobody on the panel; RefusedError: `who` may not.
    """
    address, role = _address(given[0]), given[1]
    if interviewer is not None and interviewer not in interviewers(store, plan):
        raise StoreError(f"The panel of this plan has no {interviewer}; nobody was added.")
    member = Member(plan=plan, who=address, role=role, interviewer=interviewer)
    return kept.add_member(store, who, member)


def appoint(store: Store, who: str, plan: str, address: str) -> None:
    """Hand a plan of single-user mode to somebody who signs in; for the operator of the machine.

    Raises:
        StoreError: It is no e-mail address, or there is no such plan.
    """
    kept.appoint(store, who, plan, _address(address))


def _address(given: str) -> str:
    address = given.strip().lower()
    if not ADDRESS.fullmatch(address):
        raise StoreError("Give access to an e-mail address, such as ada@example.org; nobody was added.")
    return address


def remove_member(store: Store, who: str, plan: str, gone: str) -> None:
    """Take somebody's access away."""
    kept.remove_member(store, who, plan, gone)


def interviewers(store: Store, plan: str) -> dict[str, str]:
    """The people of a plan's loop, or of its panel where there is no loop yet: id to name."""
    state = store.load(plan).state
    panel = state.plan_file.problem.panel if state.plan_file else state.panel
    return {each.id: each.name for each in panel.interviewers} if panel else {}


def read_audit(store: Store, who: str, plan: str) -> tuple[AuditEntry, ...]:
    """What was read and changed on a plan's candidates and members, oldest first."""
    return audit_log(store, who, plan)
