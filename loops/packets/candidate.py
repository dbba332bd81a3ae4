"""A plan to the sheet that the candidate reads beforehand."""

from loops.design.model import Interview, PlanFile
from loops.packets.language import format_name, in_english
from loops.packets.model import CandidateSheet, Identity, Settings, Sitting, Talk
from loops.packets.words import words_of


def compose_candidate(plan: PlanFile, settings: Settings) -> CandidateSheet:
    """What the candidate is told: the day, who, about what, their rights; no question, no anchor."""
    words = words_of(settings.look.language)
    kept = settings.retention or words("candidate.retention")
    return CandidateSheet(
        identity=Identity(plan=plan.plan, hash=plan.hash, candidate=settings.candidate),
        look=settings.look,
        role=plan.problem.rubric.title or words("all.untitled"),
        day=settings.day,
        minutes=sum(interview.minutes for interview in plan.interviews),
        talks=tuple(_talk(plan, interview, settings) for interview in plan.interviews),
        note=in_english(settings.look.language, "candidate"),
        contact=settings.contact,
        adjustments_contact=settings.adjustments_contact
        or settings.contact
        or words("candidate.adjust_contact"),
        answer_by=settings.answer_by or words("candidate.next_when"),
        retention=kept,
        notice=settings.look.footer,
    )


def _talk(plan: PlanFile, interview: Interview, settings: Settings) -> Talk:
    """One interview in plain words: the person by first name and role, the topics by what they mean."""
    words = words_of(settings.look.language)
    person = plan.problem.panel[interview.interviewer]
    first = person.name.split()[0]
    who = f"{first}, {person.role}" if person.role else first
    return Talk(
        name=format_name(plan, interview, words),
        who=words("candidate.a_colleague") if person.to_fill else who,
        minutes=interview.minutes,
        sitting=settings.sittings.get(interview.id, Sitting()),
        topics=tuple(plan.problem.item(ask.competency).name for ask in interview.items),
    )
