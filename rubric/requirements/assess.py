"""How a requirement can be assessed, and why that way."""

from rubric.postings.lexicon import load_patterns, lowered
from rubric.requirements.model import AssessBy, Kind

_SHORT = 14
"""Longer requirements say what the person does, and not only how they are."""

_BY_KIND: dict[Kind, tuple[AssessBy, str]] = {
    "education": (
        "resume",
        "A degree or training is checked on the résumé and its certificate, not in a talk.",
    ),
    "certification": (
        "resume",
        "A licence or certificate is checked by its number or on paper, not in a talk.",
    ),
    "clearance": (
        "screening",
        "Clearance and background checks are done by the office in charge, after a question at screening.",
    ),
    "logistics": (
        "screening",
        "Time, place and travel are settled by one question before any interview.",
    ),
    "language": ("screening", "Fluency shows in the first call; a test can confirm it."),
    "experience_years": (
        "resume",
        "Years can be counted on the résumé; what was learned in them is for the interview.",
    ),
}


def assess_by(text: str, kind: Kind, *, tools_only: bool = False) -> tuple[AssessBy, str]:
    """The method that can test a requirement, with the reason in one sentence.

    Args:
        text: The words of the requirement.
        kind: What it asks for; all but a skill decide by themselves.
        tools_only: Whether it asks for nothing but the use of a product.
    """
    return _BY_KIND[kind] if kind != "skill" else _skill(lowered(text), tools_only=tools_only)


def _skill(low: str, *, tools_only: bool) -> tuple[AssessBy, str]:
    patterns = load_patterns("rubric.requirements", "assess")
    short = len(low.split()) <= _SHORT
    if short and patterns["vague"].search(low):
        return (
            "not-testable",
            "As written it names an attitude and no behaviour: say what the person does in this job.",
        )
    if short and patterns["reference"].search(low):
        return "reference", "Only people who worked with the candidate can tell: ask at the reference check."
    if tools_only:
        return (
            "screening",
            "Having used a product is one question at screening; its use in depth is for the interview.",
        )
    if patterns["work"].search(low):
        return "work-sample", "The work itself can be shown in a short sample."
    return "interview", "What the person did and how shows in questions about past work."
