"""Steps on the candidates of a plan: who goes through which loop, their papers, links, and their deletion."""

from collections.abc import Mapping
from datetime import date, datetime

from loops.design.model import PlanFile
from loops.packets import Settings, compose_packets
from loops.packets.render import Drawable
from loops.steps.papers import Paper, Report, check_loop, draw_papers
from loops.store import Store, StoreError, retention
from loops.store import candidates as kept
from loops.store.links import link_secret, make_link, revoke_links
from loops.store.people import Candidate, Deletion


def add_candidate(store: Store, who: str, plan: str, code: str, keep_until: date | None = None) -> Candidate:
    """Let a candidate, known by a code, go through the plan's loop as it is now.

    Raises:
        StoreError: There is no fresh loop, the code is taken or no code, or `who` may not.
    """
    words = " ".join(code.split())
    if not kept.is_code(words):
        raise StoreError(
            "A candidate's code has up to 40 letters, digits, dots, dashes and blanks; use no names."
        )
    return kept.add_candidate(store, who, plan, words, keep_until)


def list_candidates(store: Store, who: str, plan: str) -> tuple[Candidate, ...]:
    """The candidates of a plan, by code."""
    return kept.candidates(store, who, plan)


def loop_of(store: Store, candidate: Candidate) -> PlanFile:
    """The loop that a candidate goes through, as it was when they were added.

    Raises:
        StoreError: It was made by an earlier version and cannot be read any more.
    """
    file = store.state_at(candidate.plan, candidate.revision).plan_file
    if file is None:
        raise StoreError("This candidate's loop cannot be read: add the candidate again to a new loop.")
    return file


def candidate_packets(store: Store, candidate: Candidate, report: Report | None = None) -> tuple[Paper, ...]:
    """All papers of a candidate's loop, with their code on each."""
    return draw_papers(loop_of(store, candidate), _marked(store, candidate), report)


def compose_candidate_papers(store: Store, candidate: Candidate) -> Mapping[str, Drawable]:
    """What each paper of a candidate's loop says, by file name, before it is drawn."""
    file = loop_of(store, candidate)
    check_loop(file)
    return compose_packets(file, _marked(store, candidate)).files()


def _marked(store: Store, candidate: Candidate) -> Settings:
    settings = store.state_at(candidate.plan, candidate.revision).papers
    return settings.model_copy(update={"candidate": candidate.code})


def link_for(store: Store, who: str, sitting: tuple[str, str], expires: datetime) -> str:
    """A signed token for an interviewer without an account; `sitting` is candidate's and interview's id."""
    return make_link(store, link_secret(), who, sitting, expires)


def end_links(store: Store, who: str, sitting: tuple[str, str]) -> int:
    """End all links of one interview of one candidate; gives back how many were open."""
    return revoke_links(store, who, sitting)


def set_keep_until(store: Store, who: str, candidate: str, day: date | None) -> Candidate:
    """Set the day after which a candidate's data is due to be deleted."""
    return kept.keep_until(store, who, candidate, day)


def set_hold(store: Store, who: str, candidate: str, reason: str | None) -> Candidate:
    """Keep a candidate's data for a legal reason, or end the hold."""
    return kept.hold(store, who, candidate, reason)


def delete_candidate(store: Store, who: str, candidate: str) -> Deletion:
    """Delete a candidate's data everywhere, with a record that holds nothing about them."""
    return retention.delete_candidate(store, who, candidate)
