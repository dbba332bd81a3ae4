"""How papers are set, and what a team adds to a plan for them."""

from typing import Annotated, Literal

from pydantic import Field

from rubric.catalogue.model import Language
from rubric.value import Slug, Value

Law = Literal["us-federal", "us-california", "us-new-york-city", "eu", "uk"]
"""The jurisdictions whose lines can stand on the fair-and-lawful page."""


class Look(Value):
    """How a document is set.

    `screen` has fields to fill in, `print` has ruled paper in their place. `logo` is a PNG or JPEG
    file in base64, small on page one; `font` the path of a TrueType file for letters that Noto Sans
    lacks.
    """

    paper: Literal["a4", "letter"] = "a4"
    variant: Literal["screen", "print"] = "screen"
    language: Language = "en"
    large_print: bool = False
    footer: Annotated[str, Field(max_length=160)] = ""
    logo: Annotated[str, Field(max_length=1_400_000)] = ""
    font: str | None = None


class Sitting(Value):
    """When and where one interview takes place, in the words people are to read; empty where open."""

    when: Annotated[str, Field(max_length=120)] = ""
    where: Annotated[str, Field(max_length=160)] = ""


class Settings(Value):
    """What a team adds to a plan for its papers. `sittings` are by interview."""

    look: Look = Look()
    candidate: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9._ -]*$")] = ""
    day: Annotated[str, Field(max_length=60)] = ""
    sittings: dict[Slug, Sitting] = Field(default_factory=dict)
    hand_back_hours: Annotated[int, Field(ge=1, le=240)] = 24
    adjustments: Annotated[str, Field(max_length=400)] = ""
    contact: Annotated[str, Field(max_length=120)] = ""
    adjustments_contact: Annotated[str, Field(max_length=120)] = ""
    legal_contact: Annotated[str, Field(max_length=120)] = ""
    answer_by: Annotated[str, Field(max_length=80)] = ""
    retention: Annotated[str, Field(max_length=120)] = ""
    laws: tuple[Law, ...] = ()
    scale: Annotated[tuple[Annotated[str, Field(min_length=2, max_length=24)], ...], Field(max_length=7)] = ()
