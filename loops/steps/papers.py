"""Steps on the papers of a plan: how they look, their bytes, and all of them in one ZIP."""

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import NamedTuple

from loops.design.files import write_loop
from loops.design.finish import coverage_of, fingerprint
from loops.design.model import Loop, PlanFile
from loops.design.verify import verify
from loops.packets import Settings, compose_packets, render
from loops.steps.editing import edit_plan
from loops.steps.requirement_edits import EditError
from loops.store import PlanState, SavedPlan, Seen, Store

Report = Callable[[str, int, int], None]
"""Told before each paper is drawn: its file's name, its number from 1, and how many there are."""


class Paper(NamedTuple):
    """One file of a loop: overview.pdf, candidate.pdf, packets/<interviewer>.pdf or loop.json."""

    name: str
    data: bytes


def set_papers(store: Store, seen: Seen, settings: Settings) -> SavedPlan:
    """Say how the papers look: page size, language, print or screen, contacts and laws."""
    return edit_plan(
        store,
        seen,
        lambda state: state.model_copy(update={"papers": settings}),
        lambda _: "Changed how the papers look.",
    )


def make_packets(state: PlanState, report: Report | None = None) -> tuple[Paper, ...]:
    """All files of a plan's loop; the same plan gives the same bytes.

    Raises:
        EditError: There is no loop, or it is older than the last change to what it was made from.
    """
    if state.plan_file is None:
        raise EditError("There is no loop yet, so there are no packets: plan the loop first.")
    if state.loop_is_stale:
        raise EditError(
            "The plan was changed after its loop was made: plan the loop again, then make packets."
        )
    return draw_papers(state.plan_file, state.papers, report)


def draw_papers(
    file: PlanFile, settings: Settings | None = None, report: Report | None = None
) -> tuple[Paper, ...]:
    """The files of a loop, each interview's packet last; loop.json is the first.

    Raises:
        InputError: The file holds no loop, or was changed after it was planned, or breaks its own rules,
            or a text has letters that no typeface has.
    """
    check_loop(file)
    documents = compose_packets(file, settings).files()
    papers = [Paper("loop.json", write_loop(file))]
    for number, (name, document) in enumerate(documents.items(), 1):
        if report:
            report(name, number, len(documents))
        papers.append(Paper(name, render(document)))
    return tuple(papers)


def check_loop(file: PlanFile) -> None:
    """See with eyes that know no solver that a loop is what was planned and keeps its rules.

    Raises:
        EditError: It is not, or does not.
    """
    loop = file.result()
    if not isinstance(loop, Loop):
        return
    if faults := verify(file.problem, loop):
        raise EditError(f"This loop breaks its own rules, so no packet was made: {faults[0]}")
    same = fingerprint(file.problem, file.interviews) == file.hash
    if not same or coverage_of(file.problem, file.interviews) != file.coverage:
        raise EditError(
            "This loop was changed or damaged after it was planned (its fingerprint differs), so "
            "no packet was made: plan it again."
        )


def zip_packets(papers: Iterable[Paper]) -> bytes:
    """All papers in one ZIP; the same papers give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for paper in papers:
            entry = zipfile.ZipInfo(paper.name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, paper.data, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
