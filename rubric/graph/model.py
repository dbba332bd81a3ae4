"""The competencies a posting asks for, each link with its reason."""

from typing import Annotated, Literal

from pydantic import Field

from rubric.value import Level, Sentence, Slug, Span, Tier, Value

Sure = Literal["sure", "likely", "guess"]


class Link(Value):
    """Why one requirement asks for one competency, and the words that say so.

    `words` is what the posting's text holds at `span`, inside the requirement. `share` is how much of the
    requirement is about this competency: 1 for the one that it names first of all, less for those beside it
    and for options any one of which is enough.
    """

    requirement: Slug
    competency: Slug
    words: str
    span: Span
    rule: Literal["term", "tool", "phrase", "word", "meaning", "person"]
    sure: Sure
    share: Annotated[float, Field(gt=0, le=1)] = 1.0
    why: Sentence


class Node(Value):
    """One competency of the role. `weight` is its importance for planning, not for scoring.

    `asked` is false where no requirement names the competency: the title or the rank of the role does.
    """

    id: Slug
    name: str
    area: str
    weight: Annotated[float, Field(ge=0, le=1)]
    tier: Tier
    level: Level
    evidence: tuple[Slug, ...]
    in_loop: bool
    asked: bool = True
    why: Sentence


class Edge(Value):
    """A relation between two competencies that are both in the graph."""

    of: Slug
    kind: Literal["builds-on", "related"]
    to: Slug


class CompetencyGraph(Value):
    """Nodes in falling order of weight; `in_loop` marks those proposed for interviews."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    edges: tuple[Edge, ...]
