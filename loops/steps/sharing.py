"""A link that shows a plan and changes nothing: signed, good until its day, and ended one by one."""

from datetime import date

from loops.store import SavedPlan, Store, shares
from loops.store.links import link_secret
from loops.store.shares import Share


def share_plan(store: Store, who: str, plan: str, until: date) -> str:
    """A token with which anybody can read a plan up to and on a day; it holds no candidate's data.

    Raises:
        StoreError: There is no such plan; RefusedError: Who asks may not change it.
    """
    return shares.make_share(store, link_secret(), who, plan, until)


def list_shares(store: Store, plan: str) -> tuple[Share, ...]:
    """The links that still open a plan, oldest first."""
    return shares.open_shares(store, plan)


def end_share(store: Store, plan: str, link: str) -> None:
    """Have one link open its plan no longer."""
    shares.end_share(store, plan, link)


def read_shared(store: Store, token: str) -> SavedPlan:
    """The plan that a token shows, as it stands.

    Raises:
        RefusedError: The token was changed or ended, or its day has passed; the sentence is the same for all.
    """
    return shares.read_share(store, link_secret(), token)
