"""Returned scorecards to the debrief packet: evidence first, levels side by side, nothing averaged away."""

from statistics import median

from loops.design.model import Interview, PlanFile
from loops.packets.foot import notice
from loops.packets.language import format_name, in_english
from loops.packets.model import Beat, DebriefPacket, Identity, Question, Settings, View, Voice
from loops.packets.scale import points
from loops.packets.words import Words, words_of
from loops.scorecards.model import NotObserved, Observed, Rating, Returned, Scorecard
from rubric.model import Item

APART = 2
"""Levels that differ by this much are talked about; two of four levels is half the scale."""

_AGENDA = (("read", 5), ("round", 15), ("differ", 10), ("decide", 5))


def compose_debrief(plan: PlanFile, returned: tuple[Returned, ...], settings: Settings) -> DebriefPacket:
    """What the debrief of one candidate says.

    Args:
        plan: The loop.
        returned: What came in; of two scorecards for one interview neither is taken, and that is said.
        settings: The look, the candidate's code and the retention.
    """
    words = words_of(settings.look.language)
    cards = _cards(plan, returned)
    voices = tuple(
        _voice(plan, number, each, cards.get(each.id), words)
        for number, each in enumerate(plan.interviews, 1)
    )
    questions = [_question(plan, item, cards) for item in plan.problem.rubric.items]
    asked = [question for question in questions if question.views]
    return DebriefPacket(
        identity=Identity(plan=plan.plan, hash=plan.hash, candidate=settings.candidate),
        look=settings.look,
        role=plan.problem.rubric.title or words("all.untitled"),
        note=in_english(settings.look.language),
        beats=_beats(words),
        voices=voices,
        questions=tuple(sorted(asked, key=lambda question: -(question.spread or 0))),
        points=points(settings, len(plan.problem.rubric.items[0].anchors)),
        open_points=_open_points(plan, returned, cards, words),
        retention=settings.retention or words("all.retention"),
        notice=notice(settings),
    )


def _cards(plan: PlanFile, returned: tuple[Returned, ...]) -> dict[str, Scorecard]:
    """The one scorecard of each interview; where two came in, none until somebody chooses."""
    found = [each.scorecard for each in returned if each.scorecard]
    ids = [card.interview for card in found]
    known = {interview.id for interview in plan.interviews}
    return {
        card.interview: card for card in found if ids.count(card.interview) == 1 and card.interview in known
    }


def _voice(plan: PlanFile, number: int, interview: Interview, card: Scorecard | None, words: Words) -> Voice:
    advice = card.recommendation if card else None
    return Voice(
        number=number,
        name=format_name(plan, interview, words),
        interviewer=plan.problem.panel[interview.interviewer].name,
        returned=card.returned if card else "",
        recommendation=words(f"sheet.{advice}") if advice else "",
        here=card is not None,
    )


def _beats(words: Words) -> tuple[Beat, ...]:
    starts = [sum(minutes for _, minutes in _AGENDA[:place]) for place in range(len(_AGENDA))]
    return tuple(
        Beat(starts=start, minutes=minutes, what=words(f"debrief.{key}"), note=words(f"debrief.{key}_note"))
        for start, (key, minutes) in zip(starts, _AGENDA, strict=True)
    )


def _question(plan: PlanFile, item: Item, cards: dict[str, Scorecard]) -> Question:
    views = tuple(
        _view(number, item.id, cards.get(interview.id))
        for number, interview in enumerate(plan.interviews, 1)
        if any(ask.competency == item.id for ask in interview.items)
    )
    levels = [view.level for view in views if view.level is not None]
    spread = max(levels) - min(levels) if len(levels) > 1 else None
    return Question(
        competency=item.id,
        name=item.name,
        tier=item.tier,
        target=item.target,
        views=views,
        median=median(levels) if levels else None,
        spread=spread,
        contested=spread is not None and spread >= APART,
    )


def _view(number: int, competency: str, card: Scorecard | None) -> View:
    """What one interview says of a competency; what is missing is said to be missing."""
    if card is None:
        return View(who=number, state="missing")
    rating = next((each for each in card.ratings if each.competency == competency), None)
    return _seen(number, rating) if rating else View(who=number, state="blank")


def _seen(number: int, rating: Rating) -> View:
    match rating.answer:
        case Observed(level=level, evidence=words):
            return View(who=number, state="level", level=level, words=words)
        case NotObserved(why=words):
            return View(who=number, state="not-assessed", words=words)
        case blank:
            return View(who=number, state="blank", words=blank.evidence)


def _open_points(
    plan: PlanFile, returned: tuple[Returned, ...], cards: dict[str, Scorecard], words: Words
) -> tuple[str, ...]:
    """Scorecards that are missing, then what is wrong with those that came in."""
    names = {each.id: plan.problem.panel[each.interviewer].name for each in plan.interviews}
    missing = [
        words("debrief.no_score", name=format_name(plan, each, words), interviewer=names[each.id])
        for each in plan.interviews
        if each.id not in cards
    ]
    wrong = [
        words("debrief.problem", interviewer=_whose(each, names), says=problem.says)
        for each in returned
        for problem in each.problems
    ]
    return (*missing, *wrong)


def _whose(returned: Returned, names: dict[str, str]) -> str:
    card = returned.scorecard
    return names.get(card.interview, returned.file) if card else returned.file
