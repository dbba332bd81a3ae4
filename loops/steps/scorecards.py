"""Steps on scorecards: take in what came back, type it in, and look at it, blind until one's own is in."""

import json
from collections.abc import Mapping, Sequence
from typing import Literal

from loops.packets.model import InterviewPacket
from loops.scorecards import Returned, Scorecard, read_scorecards, type_scorecard
from loops.steps.candidates import compose_candidate_papers, loop_of
from loops.store import Store, StoreError, reopening
from loops.store.candidates import find_candidate
from loops.store.links import Opened, keep_by_link, link_secret, open_link
from loops.store.people import Candidate, KeptScorecard
from loops.store.people import Returned as Progress
from loops.store.scorecards import keep_scorecard, returned, scorecards_for
from rubric.value import Value


class TakenIn(Value):
    """What became of a file or form: kept and complete, kept for now, or not kept, and what is to say."""

    file: str
    interview: str | None
    state: Literal["complete", "begun", "not-kept"]
    says: tuple[str, ...]


def take_in_scorecards(
    store: Store, who: str, candidate: str, files: Sequence[tuple[str, bytes]]
) -> tuple[TakenIn, ...]:
    """Keep returned packets, given by name and bytes; a faultless one is complete, faults are said."""
    found = find_candidate(store, who, candidate)
    plan = loop_of(store, found)
    read = read_scorecards(files, plan, found.code, f"{store.now():%Y-%m-%d %H:%M} UTC")
    return tuple(_keep(store, who, found, each) for each in read)


def type_in_scorecard(
    store: Store, who: str, sitting: tuple[str, str], answers: Mapping[str, str], complete: bool
) -> TakenIn:
    """Keep what an interviewer typed; it is complete when they say so and nothing is missing."""
    found = find_candidate(store, who, sitting[0])
    typed = _typed(store, found, sitting[1], answers)
    return _keep(store, who, found, typed, complete)


def read_link(store: Store, token: str, again: bool = False) -> Opened:
    """The interview that a link opens, and what was typed there so far; `again` where it is open already."""
    return open_link(store, link_secret(), token, again)


def type_in_by_link(store: Store, token: str, answers: Mapping[str, str], complete: bool) -> TakenIn:
    """Keep what somebody typed who came by a link; the same rules as with an account."""
    secret = link_secret()
    opened = open_link(store, secret, token, again=True)
    typed = _typed(store, opened.candidate, opened.interview, answers)
    done = complete and not typed.problems
    if typed.scorecard is not None:
        keep_by_link(store, secret, token, typed.scorecard.model_dump(mode="json"), done)
    return _taken(typed, done)


def paper_of_link(store: Store, opened: Opened) -> InterviewPacket:
    """What the packet of the interview that a link opened says, with the candidate's code on it."""
    papers = compose_candidate_papers(store, opened.candidate)
    return next(
        each
        for each in papers.values()
        if isinstance(each, InterviewPacket) and each.identity.interview == opened.interview
    )


def typed_so_far(kept: KeptScorecard | None) -> Scorecard | None:
    """What was kept of a scorecard, to go on with it."""
    return None if kept is None else Scorecard.model_validate_json(json.dumps(kept.body))


def reopen_scorecard(store: Store, who: str, sitting: tuple[str, str], reason: str) -> None:
    """Let an interviewer change a scorecard that was marked complete; the reason is kept."""
    reopening.reopen_scorecard(store, who, sitting, reason)


def scorecard_progress(store: Store, who: str, candidate: str) -> tuple[Progress, ...]:
    """Which scorecards are in; no rating is among it."""
    return returned(store, who, candidate)


def visible_scorecards(store: Store, who: str, candidate: str) -> tuple[Scorecard, ...]:
    """The scorecards that somebody may see: the store's query holds the blind rule."""
    seen = scorecards_for(store, who, candidate)
    return tuple(Scorecard.model_validate_json(json.dumps(each.body)) for each in seen)


def _typed(store: Store, candidate: Candidate, interview: str, answers: Mapping[str, str]) -> Returned:
    at = f"{store.now():%Y-%m-%d %H:%M} UTC"
    return type_scorecard(loop_of(store, candidate), interview, candidate.code, answers, at)


def _keep(store: Store, who: str, candidate: Candidate, read: Returned, complete: bool = True) -> TakenIn:
    card = read.scorecard
    if card is None or any(problem.fault == "twice" for problem in read.problems):
        return _taken(read, None)
    done = complete and not read.problems
    try:
        keep_scorecard(store, who, (candidate.id, card.interview), card.model_dump(mode="json"), done)
    except StoreError as error:
        return _taken(read, None, str(error))
    return _taken(read, done)


def _taken(read: Returned, done: bool | None, *more: str) -> TakenIn:
    """`done` is None where nothing was kept."""
    return TakenIn(
        file=read.file,
        interview=read.scorecard.interview if read.scorecard else None,
        state="not-kept" if done is None else "complete" if done else "begun",
        says=(*(problem.says for problem in read.problems), *more),
    )
