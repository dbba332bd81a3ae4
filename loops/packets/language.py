"""What of a document is in its own language, and what is not."""

from loops.design.files import load_formats
from loops.design.model import Interview, Interviewer, PlanFile
from loops.packets.words import Words, words_of

TO_BE_NAMED = "to be named"
"""What the planner writes for the role of somebody who is still to be found."""


def in_english(language: str, part: str = "all") -> str:
    """The line on page one that says what is in English; empty on an English document."""
    return "" if language == "en" else words_of(language)(f"{part}.in_english")


def format_name(plan: PlanFile, interview: Interview, words: Words) -> str:
    """The name of an interview in the document's language; a name of a team's own stays as it is."""
    shipped = {each.id: each.name for each in load_formats()}
    key = f"formats.{interview.format}"
    if shipped.get(interview.format) != interview.name or key not in words.keys():  # noqa: SIM118
        return interview.name
    return words(key)


def role_name(person: Interviewer, words: Words) -> str:
    """The role of a person; of a role still to fill, the planner's own words in the document's language."""
    return words("all.to_be_named") if person.role == TO_BE_NAMED else person.role
