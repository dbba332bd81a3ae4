"""Everything that is kept of one plan, and what the store says about it."""

import hashlib
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from loops.design.model import Interview, NoLoop, Panel, Pin, PlanFile, Rules
from loops.packets.model import Settings
from rubric.graph.model import CompetencyGraph
from rubric.postings.model import Posting
from rubric.requirements.model import Requirements
from rubric.value import InputError, Level, Sentence, Share, Slug, Value


class StoreError(InputError):
    """What was asked of the store cannot be done; the message is one sentence to show."""


class Conflict(StoreError):  # noqa: N818 - it is an event that people meet
    """Somebody else changed the plan first; the message says who and what. Nothing was overwritten."""


class Confirmation(Value):
    """Somebody read a requirement and stands by it."""

    requirement: Slug
    who: str
    at: datetime


class CompetencyEdit(Value):
    """What a person changed on one competency; None keeps what was derived."""

    id: Slug
    in_loop: bool | None = None
    weight: Share | None = None
    level: Level | None = None
    name: Annotated[str, Field(min_length=2, max_length=80)] | None = None
    why: Sentence | None = None


class GraphEdits(Value):
    """All that people changed on the graph; it is applied again whenever the requirements change.

    `added` come from the catalogue. `merged` maps a competency to the one that took it in.
    """

    edits: tuple[CompetencyEdit, ...] = ()
    added: tuple[Slug, ...] = ()
    merged: tuple[tuple[Slug, Slug], ...] = ()

    def of(self, competency: str) -> CompetencyEdit:
        """The edit of one competency; an empty one where nothing was changed."""
        return next((e for e in self.edits if e.id == competency), CompetencyEdit(id=competency))


class MadeLoop(Value):
    """The planner's answer, a loop or why there is none, and the fingerprint of what it was made from."""

    file: PlanFile
    inputs: str


class PlanState(Value):
    """Everything of one plan at one moment.

    `found` and `derived` are what the product found; `requirements` and `graph` are the same with the
    changes that people made. `requirements` still holds those that are `dropped`; `asked` does not.
    `dismissed` findings of the posting's review are shown no more.
    `pins` are assignments that people demand or forbid; `held` interviews stay as they were held.
    """

    schema_version: Literal[1] = 1
    name: Annotated[str, Field(min_length=1, max_length=200)]
    source: str | None
    posting: Posting
    found: Requirements
    requirements: Requirements
    dropped: tuple[Slug, ...] = ()
    dismissed: tuple[Slug, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    derived: CompetencyGraph
    graph: CompetencyGraph
    graph_edits: GraphEdits = GraphEdits()
    panel: Panel | None = None
    rules: Rules = Rules()
    pins: tuple[Pin, ...] = ()
    held: tuple[Interview, ...] = ()
    made: MadeLoop | None = None
    papers: Settings = Settings()

    @property
    def asked(self) -> Requirements:
        """The requirements that were kept."""
        kept = tuple(item for item in self.requirements.items if item.id not in self.dropped)
        return self.requirements.model_copy(update={"items": kept})

    @property
    def inputs(self) -> str:
        """A fingerprint of all that a loop is made from."""
        parts = (self.asked, self.graph, self.panel, self.rules, *self.pins, *self.held)
        text = "\0".join(part.model_dump_json() if part is not None else "" for part in parts)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def loop_is_stale(self) -> bool:
        """Whether something changed since the loop was made."""
        return self.made is not None and self.made.inputs != self.inputs

    @property
    def plan_file(self) -> PlanFile | None:
        """The loop with all it was made from; None where there is none."""
        return self.made.file if self.made and self.made.file.status != "none" else None

    @property
    def no_loop(self) -> NoLoop | None:
        """Why there is no loop, where the planner said so."""
        result = self.made.file.result() if self.made else None
        return result if isinstance(result, NoLoop) else None


class Seen(Value):
    """Which revision of which plan a person had before them when they acted."""

    plan: str
    revision: int
    who: str


class Change(Value):
    """One entry of a plan's history: who did what, and when."""

    revision: int
    who: str
    at: datetime
    what: Sentence


class PlanCard(Value):
    """A plan in the list of plans; `changed` is when and `who` by whom it was changed last."""

    id: str
    name: str
    created: datetime
    changed: datetime
    who: str
    what: str
    archived: bool


class SavedPlan(Value):
    """A plan as it stands in the store. `undo` and `redo` say what each would take back or do again.

    `revision` counts everything done to the plan; `shown` is the edit whose state this is.
    """

    id: str
    revision: int
    shown: int
    state: PlanState
    created: datetime
    changed: datetime
    who: str
    archived: bool
    undo: str | None
    redo: str | None

    def seen_by(self, who: str) -> Seen:
        """What to hand to a step, so that nobody's change is overwritten unseen."""
        return Seen(plan=self.id, revision=self.revision, who=who)
