"""What people call an interview: its format and who holds it, not its id."""

from loops.design.model import Interview, Problem


def called(problem: Problem, interview: Interview) -> str:
    """The interview's name in a sentence; its format alone where its lead is not on the panel."""
    names = {person.id: person.name for person in problem.panel.interviewers}
    lead = names.get(interview.interviewer)
    return f"{interview.name} with {lead}" if lead else interview.name
