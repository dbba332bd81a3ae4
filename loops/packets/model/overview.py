"""What the overview for the hiring manager says."""

from typing import Annotated, Literal

from pydantic import Field

from loops.packets.model.settings import Look, Sitting
from loops.packets.model.shared import Fact, Identity, Spent, Step
from rubric.value import Minutes, Slug, Tier, Value


class Stage(Value):
    """One interview as a line of the overview; `covers` names what it looks at, `again` second looks."""

    number: int
    name: str
    interviewer: str
    role: str
    to_fill: bool
    minutes: Minutes
    opening: Minutes
    closing: Minutes
    sitting: Sitting
    covers: tuple[str, ...]
    again: tuple[str, ...]


class Cell(Value):
    """One interview's look at one competency."""

    stage: int
    look: Literal["first", "second"]
    minutes: Minutes


class Row(Value):
    """One competency of the matrix and of the graph."""

    competency: Slug
    name: str
    area: str
    tier: Tier
    weight: Annotated[float, Field(ge=0, le=1)]
    target: Step
    cells: tuple[Cell, ...]


class Ground(Value):
    """Why a competency is in the loop: the posting's own words."""

    competency: str
    tier: Tier
    target: Step
    quotes: tuple[str, ...]
    whys: tuple[str, ...]


class Load(Value):
    """What one person gives to this loop."""

    name: str
    role: str
    interviews: tuple[str, ...]
    minutes: Spent
    booked: int
    cap: int


class Left(Value):
    """Something the posting asks for that no interview looks at, and why; `tier` None where unknown."""

    name: str
    why: str
    tier: Tier | None = None


class Overview(Value):
    """The hiring manager's view of a loop."""

    kind: Literal["overview"] = "overview"
    identity: Identity
    look: Look
    role: str
    standing: str
    note: str = ""
    facts: tuple[Fact, ...]
    stages: tuple[Stage, ...]
    rows: tuple[Row, ...]
    edges: tuple[tuple[Slug, Slug], ...]
    grounds: tuple[Ground, ...]
    loads: tuple[Load, ...]
    aims: tuple[Fact, ...]
    rules: tuple[Fact, ...]
    open_points: tuple[str, ...]
    gaps: str
    left: tuple[Left, ...]
    versions: str
    notice: str
