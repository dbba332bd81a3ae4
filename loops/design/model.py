"""What a loop is made from, and the loop that comes back."""

from typing import Annotated, Literal, Self

from pydantic import Field, JsonValue, model_validator

from loops.design.interview import Ask, Interview, Pin
from loops.design.panel import Format, Interviewer, Panel, Training
from loops.design.rules import Measure, Rules
from rubric.model import Item, Rubric
from rubric.value import Level, Minutes, Sentence, Share, Slug, Tier, Value

__all__ = ["Ask", "Format", "Interview", "Interviewer", "Measure", "Panel", "Pin", "Rules", "Training"]


class Problem(Value):
    """All that the planner is given.

    `held` interviews have taken place and stay as they are. `before` is the loop in use, from
    which a new plan differs as little as it can; empty where there is none.
    """

    rubric: Rubric
    panel: Panel
    rules: Rules
    formats: tuple[Format, ...]
    pins: tuple[Pin, ...] = ()
    held: tuple[Interview, ...] = ()
    before: tuple[Interview, ...] = ()

    def item(self, competency: str) -> Item:
        """The rubric's item of a competency; KeyError where there is none."""
        for item in self.rubric.items:
            if item.id == competency:
                return item
        raise KeyError(competency)

    def format(self, wanted: str) -> Format:
        """The format of an id; KeyError where there is none."""
        for each in self.formats:
            if each.id == wanted:
                return each
        raise KeyError(wanted)


class Aim(Value):
    """One of the goals of the plan, in the order in which they count.

    `bound` is the best value that any plan could have, where it is known.
    """

    name: str
    value: float
    unit: str
    bound: float | None = None
    proven: bool = False


class Cover(Value):
    """How often and by whom a competency is assessed, and how far its score can be trusted.

    `dependability` is the projected share of true differences in the score (absolute form);
    `sem` its standard error in points of the scale, None where nobody assesses it.
    """

    competency: Slug
    tier: Tier
    target: Level
    assessors: tuple[Slug, ...]
    questions: Annotated[int, Field(ge=0)]
    minutes: Minutes
    dependability: Share
    sem: float | None


class Missing(Value):
    """Something the posting asks for that no interview of the loop assesses, and why.

    `tier` is None where another means than an interview checks it, and in files from before it was kept.
    """

    competency: str
    why: Sentence
    tier: Tier | None = None


class Loop(Value):
    """A plan that keeps every rule; `proven` means that no plan is better in the first aim.

    `gap` is the relative distance to the proven bound of the first aim, 0 when proven. `plan` is
    a short id and `hash` the fingerprint of all that the plan was made from and what it says.
    """

    kind: Literal["loop"] = "loop"
    plan: str
    hash: str
    status: Literal["proven", "found"]
    gap: Annotated[float, Field(ge=0)] | None
    aims: tuple[Aim, ...]
    interviews: tuple[Interview, ...]
    coverage: tuple[Cover, ...]
    left_out: tuple[Missing, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether no plan is better in the first aim."""
        return self.status == "proven"


class Relaxation(Value):
    """One change of the rules that makes a loop possible, and what it costs.

    `change` holds the rules' fields with their new values; `loops.design.explain.relax` applies it.
    """

    sentence: Sentence
    change: dict[str, JsonValue]
    cost: Sentence


class NoLoop(Value):
    """There is no plan: the rules clash (with their sentences), or the work limit was reached."""

    kind: Literal["no-loop"] = "no-loop"
    plan: str
    hash: str
    why: Literal["clash", "work"]
    clash: tuple[Sentence, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()


Plan = Annotated[Loop | NoLoop, Field(discriminator="kind")]


class PlanFile(Value):
    """What `loop.json` holds: the plan and all it was made from, so that packets need nothing else."""

    schema_version: Literal[1] = 1
    plan: str
    hash: str
    status: Literal["proven", "found", "none"]
    why: Literal["clash", "work"] | None = None
    gap: Annotated[float, Field(ge=0)] | None
    aims: tuple[Aim, ...]
    interviews: tuple[Interview, ...]
    coverage: tuple[Cover, ...]
    clash: tuple[Sentence, ...]
    relaxations: tuple[Relaxation, ...]
    left_out: tuple[Missing, ...]
    problem: Problem

    @model_validator(mode="after")
    def _no_loop_says_why(self) -> Self:
        if (self.status == "none") != (self.why is not None):
            raise ValueError("why stands in a plan file exactly when its status is none")
        return self

    @classmethod
    def of(cls, problem: Problem, plan: Loop | NoLoop) -> Self:
        """The file of a plan."""
        found = plan if isinstance(plan, Loop) else None
        clash = plan if isinstance(plan, NoLoop) else None
        return cls(
            plan=plan.plan,
            hash=plan.hash,
            status=found.status if found else "none",
            why=clash.why if clash else None,
            gap=found.gap if found else None,
            aims=found.aims if found else (),
            interviews=found.interviews if found else (),
            coverage=found.coverage if found else (),
            clash=clash.clash if clash else (),
            relaxations=clash.relaxations if clash else (),
            left_out=found.left_out if found else (),
            problem=problem,
        )

    def result(self) -> Loop | NoLoop:
        """The plan that this file holds."""
        if self.status == "none":
            return NoLoop(
                plan=self.plan,
                hash=self.hash,
                why=self.why or "work",
                clash=self.clash,
                relaxations=self.relaxations,
            )
        return Loop(
            plan=self.plan,
            hash=self.hash,
            status=self.status,
            gap=self.gap,
            aims=self.aims,
            interviews=self.interviews,
            coverage=self.coverage,
            left_out=self.left_out,
        )
