"""The debrief's grid as HTML: levels side by side, the widest disagreement first."""

from collections.abc import Callable, Sequence
from html import escape

from loops.design.model import PlanFile
from loops.scorecards import NotObserved, Observed, Scorecard
from rubric.model import Item

Say = Callable[..., str]


def grid_html(file: PlanFile, cards: Sequence[Scorecard], say: Say, kind: Callable[[str], str] = str) -> str:
    """Competencies down, interviews across; each cell gives the level, or says that there is none.

    `kind` puts the name of a kind of interview into the language of the screens.
    """
    people = file.problem.panel
    held = {card.interview: card for card in cards}
    interviews = [each for each in file.interviews if each.id in held]
    heads = "".join(_head(kind(each.name), people[each.interviewer].name) for each in interviews)
    items = sorted(file.problem.rubric.items, key=lambda item: -(spread(item.id, cards) or 0))
    rows = "".join(_row(item, [held[each.id] for each in interviews], say) for item in items)
    label = escape(say("debrief.grid"))
    last = escape(say("debrief.spread"))
    return (
        f'<div class="lw-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="lw-matrix"><caption class="lw-hidden">{label}</caption>'
        f'<thead><tr><th scope="col">{escape(say("loop.competency"))}</th>{heads}'
        f'<th scope="col">{last}</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _head(interview: str, person: str) -> str:
    return f'<th scope="col">{escape(interview)}<span>{escape(person)}</span></th>'


def levels_of(competency: str, cards: Sequence[Scorecard]) -> list[int]:
    """The levels that were given for a competency; what was not observed is not among them."""
    answers = [r.answer for card in cards for r in card.ratings if r.competency == competency]
    return [answer.level for answer in answers if isinstance(answer, Observed)]


def spread(competency: str, cards: Sequence[Scorecard]) -> int | None:
    """How far the levels lie apart; None where fewer than two were given."""
    levels = levels_of(competency, cards)
    return max(levels) - min(levels) if len(levels) > 1 else None


def _row(item: Item, cards: Sequence[Scorecard], say: Say) -> str:
    told = f"{say(f'requirements.tier_{item.tier}')} · {say('loop.level', level=item.target)}"
    cells = "".join(_cell(item.id, card, say) for card in cards)
    apart = spread(item.id, cards)
    mark = "lw-gap" if apart and apart > 1 else "lw-count"
    return (
        f'<tr><th scope="row">{escape(item.name)}<span>{escape(told)}</span></th>{cells}'
        f'<td class="{mark}">{"–" if apart is None else apart}</td></tr>'
    )


def _cell(competency: str, card: Scorecard, say: Say) -> str:
    answer = next((r.answer for r in card.ratings if r.competency == competency), None)
    if answer is None:
        return '<td class="lw-none"><span class="lw-hidden">–</span></td>'
    if isinstance(answer, Observed):
        return f'<td class="lw-covered">{answer.level}</td>'
    name = "debrief.not_observed" if isinstance(answer, NotObserved) else "debrief.blank"
    return f"<td>{escape(say(name))}</td>"
