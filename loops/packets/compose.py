"""A plan and a team's settings to what each document says."""

from loops.design.model import Ask, Interview, PlanFile
from loops.packets.candidate import compose_candidate
from loops.packets.foot import notice
from loops.packets.language import format_name, in_english
from loops.packets.laws import lines_of
from loops.packets.model import (
    Asked,
    Beat,
    Colleague,
    Identity,
    InterviewPacket,
    Packets,
    Rung,
    Settings,
    Sitting,
    Topic,
)
from loops.packets.overview import compose_overview
from loops.packets.scale import anchored, points
from loops.packets.words import Words, words_of
from rubric.catalogue.model import Question
from rubric.model import Item
from rubric.value import InputError


class NoPacketsError(InputError):
    """There is no loop to make packets for."""


def compose_packets(plan: PlanFile, settings: Settings | None = None) -> Packets:
    """Put together what each document of a loop says: overview, candidate sheet, a packet an interview.

    Raises:
        NoPacketsError: the plan file holds no loop.
    """
    settings = settings or Settings()
    if not plan.interviews:
        raise NoPacketsError(
            "This plan holds no interview, so there are no packets; change the rules and plan again."
        )
    names = _file_names(plan.interviews)
    return Packets(
        overview=compose_overview(plan, settings),
        candidate=compose_candidate(plan, settings),
        interviews=tuple(
            (names[interview.id], compose_interview(plan, interview, settings))
            for interview in plan.interviews
        ),
    )


def _file_names(interviews: tuple[Interview, ...]) -> dict[str, str]:
    """A file's name by interview: the interviewer's id, with the interview's where they hold several."""
    people = [interview.interviewer for interview in interviews]
    return {
        each.id: each.interviewer if people.count(each.interviewer) == 1 else f"{each.interviewer}-{each.id}"
        for each in interviews
    }


def compose_interview(plan: PlanFile, interview: Interview, settings: Settings) -> InterviewPacket:
    """What one interviewer's packet for one interview says."""
    words = words_of(settings.look.language)
    topics = _topics(plan, interview, settings)
    return InterviewPacket(
        identity=Identity(
            plan=plan.plan,
            hash=plan.hash,
            interview=interview.id,
            interviewer=interview.interviewer,
            candidate=settings.candidate,
        ),
        look=settings.look,
        role=plan.problem.rubric.title or words("all.untitled"),
        name=format_name(plan, interview, words),
        interviewer=plan.problem.panel[interview.interviewer].name,
        minutes=interview.minutes,
        sitting=settings.sittings.get(interview.id, Sitting()),
        hand_back=words("packet.hand_back_by", hours=settings.hand_back_hours),
        beats=_beats(interview, topics, settings),
        topics=topics,
        others=_others(plan, interview, words),
        note=in_english(settings.look.language),
        adjustments=settings.adjustments,
        points=points(settings, len(topics[0].rungs) if topics else 4),
        laws=tuple(line for law in settings.laws for line in lines_of(law, settings.look.language)),
        legal_contact=settings.legal_contact,
        notice=notice(settings),
    )


def _topics(plan: PlanFile, interview: Interview, settings: Settings) -> tuple[Topic, ...]:
    topics: list[Topic] = []
    starts = interview.opening
    for ask in interview.items:
        topics.append(_topic(plan.problem.item(ask.competency), ask, starts, settings))
        starts += ask.minutes
    return tuple(topics)


def _topic(item: Item, ask: Ask, starts: int, settings: Settings) -> Topic:
    questions = {question.id: question for question in item.questions}
    return Topic(
        competency=item.id,
        name=item.name,
        means=item.means,
        tier=item.tier,
        target=item.target,
        look=ask.look,
        starts=starts,
        minutes=ask.minutes,
        quote=item.evidence[0].quote if item.evidence else "",
        questions=tuple(_asked(questions[each]) for each in ask.questions),
        rungs=tuple(
            Rung(level=anchor.level, word=point.word, seen=anchor.seen)
            for anchor, point in anchored(settings, item.anchors)
        ),
    )


def _asked(question: Question) -> Asked:
    return Asked(
        id=question.id,
        ask=question.ask,
        if_none=question.if_none or "",
        probes=question.probes,
        look_for=question.look_for,
        red_flags=question.red_flags,
    )


def _beats(interview: Interview, topics: tuple[Topic, ...], settings: Settings) -> tuple[Beat, ...]:
    """The minutes of an interview: opening, its competencies, and what is left for the close."""
    words = words_of(settings.look.language)
    opening = Beat(
        starts=0, minutes=interview.opening, what=words("packet.welcome"), note=words("packet.welcome_note")
    )
    asked = tuple(
        Beat(starts=topic.starts, minutes=topic.minutes, what=topic.name, topic=place)
        for place, topic in enumerate(topics, 1)
    )
    ends = topics[-1].starts + topics[-1].minutes if topics else interview.opening
    close = Beat(
        starts=ends,
        minutes=max(interview.minutes - ends, 0),
        what=words("packet.close"),
        note=words("packet.close_note"),
    )
    return tuple(beat for beat in (opening, *asked, close) if beat.minutes)


def _others(plan: PlanFile, interview: Interview, words: Words) -> tuple[Colleague, ...]:
    return tuple(
        Colleague(
            interview=format_name(plan, other, words),
            interviewer=plan.problem.panel[other.interviewer].name,
            covers=tuple(plan.problem.item(ask.competency).name for ask in other.items),
        )
        for other in plan.interviews
        if other.id != interview.id
    )
