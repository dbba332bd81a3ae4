"""What a list of interviews says, counted in plain Python for the checker; it knows no solver."""

from collections.abc import Iterator
from dataclasses import dataclass

from loops.design.model import Ask, Format, Interview, Interviewer, Problem
from rubric.catalogue.model import Question
from rubric.model import Item
from rubric.value import Tier


@dataclass(frozen=True)
class Facts:
    """A problem and the interviews that are said to solve it."""

    problem: Problem
    interviews: tuple[Interview, ...]

    @property
    def new(self) -> tuple[Interview, ...]:
        """The interviews that have not been held yet; only these can break a rule about people."""
        return tuple(each for each in self.interviews if each not in self.problem.held)

    def kind(self, interview: Interview) -> Format | None:
        """The interview's format."""
        return next((each for each in self.problem.formats if each.id == interview.format), None)

    def lead(self, interview: Interview) -> Interviewer | None:
        """Who holds the interview."""
        people = self.problem.panel.interviewers
        return next((each for each in people if each.id == interview.interviewer), None)

    def item(self, competency: str) -> Item | None:
        """The rubric's item of a competency that the rules keep in the loop."""
        if competency in self.problem.rules.leave_out:
            return None
        return next((each for each in self.problem.rubric.items if each.id == competency), None)

    def items(self, tier: Tier) -> Iterator[Item]:
        """The items of a tier that the rules keep in the loop."""
        for each in self.problem.rubric.items:
            if each.tier == tier and self.item(each.id):
                yield each

    def question(self, name: str) -> Question | None:
        """A question of the rubric."""
        return next((q for item in self.problem.rubric.items for q in item.questions if q.id == name), None)

    def looks(self, competency: str) -> list[tuple[Interview, Ask]]:
        """Each interview that assesses a competency, with what it asks."""
        return [(each, ask) for each in self.interviews for ask in each.items if ask.competency == competency]

    def assessors(self, competency: str) -> set[str]:
        """The different interviewers who assess a competency."""
        return {each.interviewer for each, _ in self.looks(competency)}

    def asked(self) -> list[str]:
        """Every question of the loop, in order."""
        return [name for each in self.interviews for ask in each.items for name in ask.questions]

    def minutes(self, name: str) -> int:
        """The minutes that the plan gives a question."""
        every = self.problem.rules.minutes_per_question
        question = self.question(name)
        return every if every is not None else question.minutes if question else 0
