"""The loop as HTML tables: which interview covers which competency, and who holds it."""

from collections.abc import Callable
from html import escape

from loops.design.model import Interview, PlanFile

Say = Callable[..., str]


def matrix_html(file: PlanFile, say: Say, kind: Callable[[str], str] = str) -> str:
    """Competencies down, interviews across; each cell gives the minutes, empty where nothing is assessed.

    `kind` puts the name of a kind of interview into the language of the screens.
    """
    people = {person.id: person.name for person in file.problem.panel.interviewers}
    heads = "".join(
        _head(kind(each.name), people.get(each.interviewer, each.interviewer)) for each in file.interviews
    )
    rows = "".join(_row(file, cover.competency, say) for cover in file.coverage)
    return (
        f'<div class="lw-scroll" tabindex="0" role="region" aria-label="{escape(say("loop.matrix"))}">'
        f'<table class="lw-matrix"><caption class="lw-hidden">{escape(say("loop.matrix"))}</caption>'
        f'<thead><tr><th scope="col">{escape(say("loop.competency"))}</th>{heads}'
        f'<th scope="col">{escape(say("loop.looks"))}</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(file: PlanFile, competency: str, say: Say) -> str:
    cover = next(each for each in file.coverage if each.competency == competency)
    name = next((item.name for item in file.problem.rubric.items if item.id == competency), competency)
    cells = "".join(_cell(interview, competency, say) for interview in file.interviews)
    count = len(cover.assessors)
    looks = str(count) if count else say("loop.not_covered")
    mark = "lw-count" if count else "lw-gap" if cover.tier == "must" else "lw-open"
    told = f"{say(f'requirements.tier_{cover.tier}')} · {say('loop.level', level=cover.target)}"
    return (
        f'<tr><th scope="row">{escape(name)}<span>{escape(told)}</span></th>{cells}'
        f'<td class="{mark}">{escape(looks)}</td></tr>'
    )


def _head(interview: str, person: str) -> str:
    return f'<th scope="col">{escape(interview)}<span>{escape(person)}</span></th>'


def _cell(interview: Interview, competency: str, say: Say) -> str:
    minutes = sum(ask.minutes for ask in interview.items if ask.competency == competency)
    if not minutes:
        return '<td class="lw-none"><span class="lw-hidden">–</span></td>'
    return f'<td class="lw-covered">{escape(say("loop.minutes", n=minutes))}</td>'
