"""A loop as a table of text."""

import textwrap
from collections.abc import Sequence

from loops.design.model import Interview, NoLoop, PlanFile
from rubric.value import Tier

_COVERS = 60


def loop_table(file: PlanFile) -> str:
    """Interviews with minutes, who, and what each covers; then whether the plan is proven."""
    names = {item.id: item.name for item in file.problem.rubric.items}
    people = {person.id: person.name for person in file.problem.panel.interviewers}
    rows = [("", "Interview", "Min", "Who", "Covers")]
    for number, interview in enumerate(file.interviews, 1):
        rows += _rows(number, interview, people, names)
    total = sum(interview.minutes for interview in file.interviews)
    count = len(file.interviews)
    proof = "proven: no loop that keeps the rules is shorter" if file.status == "proven" else _gap(file)
    return "\n".join(
        [
            file.problem.rubric.title or "Untitled posting",
            "",
            *_aligned(rows),
            "",
            f"{count} interview{'s' * (count != 1)}, {total} minutes; {proof}.",
            *_left_out(file, names),
        ]
    )


def no_loop_text(answer: NoLoop) -> str:
    """Why there is no loop: the rules that clash in their own sentences, and what would help."""
    if answer.why == "work":
        return "No loop was found within the work limit, and none was shown to be impossible: loosen a rule."
    lines = ["No loop keeps all of these rules together:", *(f"- {sentence}" for sentence in answer.clash)]
    if answer.relaxations:
        lines += ["A loop becomes possible with any of these changes:"]
        lines += [f"- {change.sentence} {change.cost}" for change in answer.relaxations]
    else:
        lines += ["No single change of a rule makes a loop possible: loosen two of them, or the panel."]
    return "\n".join(lines)


_TIERS: tuple[tuple[Tier | None, str], ...] = (
    ("must", "Must-haves not assessed"),
    ("should", "Should-haves not assessed"),
    ("nice", "Nice-to-haves not assessed"),
    (None, "Not assessed"),
)


def _left_out(file: PlanFile, names: dict[str, str]) -> list[str]:
    """How many must-haves are assessed; then what is not, together where rank and reason are the same."""
    reasons: dict[tuple[Tier | None, str], list[str]] = {}
    for each in file.left_out:
        reasons.setdefault((each.tier, each.why), []).append(names.get(each.competency, each.competency))
    told = [
        f"{head}: {'; '.join(those)}. {why}"
        for tier, head in _TIERS
        for (of, why), those in reasons.items()
        if of == tier
    ]
    lines = [line for one in told for line in textwrap.wrap(one, 108, subsequent_indent="  ")]
    return [_musts(file), *lines]


def _musts(file: PlanFile) -> str:
    seen = sum(cover.tier == "must" and bool(cover.assessors) for cover in file.coverage)
    missed = sum(each.tier == "must" for each in file.left_out)
    return f"{seen} of {seen + missed} must-haves are assessed{f'; {missed} left out' if missed else ''}."


def _rows(
    number: int, interview: Interview, people: dict[str, str], names: dict[str, str]
) -> list[tuple[str, ...]]:
    covers = ", ".join(names[item.competency] for item in interview.items) or "nothing scored"
    wrapped = textwrap.wrap(covers, _COVERS)
    who = people[interview.interviewer]
    first = (str(number), interview.name, str(interview.minutes), who, wrapped[0])
    return [first, *(("", "", "", "", more) for more in wrapped[1:])]


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    right = (0, 2)
    lines = []
    for row in rows:
        cells = [row[c].rjust(widths[c]) if c in right else row[c].ljust(widths[c]) for c in range(4)]
        lines.append("  ".join([*cells, row[4]]).rstrip())
    return lines


def _gap(file: PlanFile) -> str:
    share = f", at most {file.gap:.1%} from the shortest" if file.gap is not None else ""
    return f"found within the work limit, not proven{share}"
