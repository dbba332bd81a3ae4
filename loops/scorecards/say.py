"""Problems in words: what happened, what was kept, what to do."""

from typing import cast

from loops.scorecards.model import Fault, Problem

_SENTENCES: dict[str, str] = {
    "not-a-pdf": "This is not a PDF file; hand in the packet that was filled in.",
    "damaged": "This file is damaged and could not be read; send it again, or type the scores in.",
    "too-large": "This file is larger than a packet can be (5 MB, 40 pages), so it was not opened.",
    "locked": "This file is behind a password; hand it in without one, or type the scores in.",
    "not-ours": "This is not a packet of Loopwright, or a program has removed its marks; nothing was read.",
    "paper": "This packet has no fields to read (printed, scanned or flattened): type the scores in.",
    "another-plan": "This packet belongs to plan {found}, not to plan {plan}; it was not counted.",
    "another-version": "This packet belongs to another version of plan {plan}; look at it before it counts.",
    "unknown-interview": "The plan has no interview “{interview}”; the packet was not counted.",
    "unknown-competency": "“{competency}” is not part of this interview; its answer is kept, not counted.",
    "another-interviewer": "This packet was made for {found}, but the plan names {who} for this interview.",
    "another-candidate": "This packet is for candidate {found}, not for {code}; it was not counted.",
    "no-candidate": "The packet names no candidate; say whose it is.",
    "twice": "This packet came in more than once for this candidate; choose the one that counts.",
    "two-answers": "“{competency}” has two answers ({answers}); none was chosen: ask the interviewer.",
    "no-rating": "“{competency}” has no level and is not marked as not assessed.",
    "no-evidence": "“{competency}” has a level but no evidence.",
    "no-reason": "“{competency}” is marked as not assessed, but without a reason.",
    "no-recommendation": "There is no recommendation.",
    "not-a-level": "“{competency}” holds “{answers}”, which is no level; it counts as blank.",
    "cut": "“{field}” holds more than 20,000 characters; what lies beyond was left in the file.",
}


def problem(fault: str, about: str = "", **values: str) -> Problem:
    """The problem of a kind, said with its values; `about` is the competency's id."""
    says = _SENTENCES[fault].format(**values)
    return Problem(fault=cast("Fault", fault), says=says[:600], competency=about)
