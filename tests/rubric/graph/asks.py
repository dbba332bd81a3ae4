"""Requirements and a small catalogue of three worlds, for tests of the graph."""

from rubric.catalogue.model import Area, Catalogue, Competency, Relation
from rubric.requirements.model import Requirement, Requirements
from rubric.value import Span
from tests.rubric.catalogue.entries import renamed

ENTRIES = {
    "queues": ("infrastructure", "Queue engineering", ["queue*", "message broker*"], ["=Kafka", "RabbitMQ"]),
    "caches": ("infrastructure", "Cache engineering", ["cach*", "eviction"], ["Redis"]),
    "python": ("coding", "Python programming", ["Python"], ["pytest"]),
    "go": ("coding", "Go programming", ["=Go"], []),
    "mentoring": ("leadership", "Mentoring", ["mentor*", "help* … grow"], []),
    "hiring": ("leadership", "Hiring and interviewing", ["hiring"], []),
    "cocktails": ("hospitality", "Bar and beverage", ["barman", "shake*"], []),
}
RELATIONS = (
    ("queues", "builds-on", "caches"),
    ("caches", "builds-on", "python"),
    ("queues", "related", "go"),
)


def entry(name: str) -> Competency:
    _, label, terms, tools = ENTRIES[name]
    targets = {"junior": 1, "senior": 3, "staff": 4}
    return renamed(
        name,
        name=label,
        terms={"en": terms, "de": ["Warteschlange*"] if name == "queues" else []},
        tools=tools,
        not_terms=["queue at the till"] if name == "queues" else [],
        targets=targets,
    )


def small_catalogue() -> Catalogue:
    areas: dict[str, list[str]] = {}
    for name, (area, *_) in ENTRIES.items():
        areas.setdefault(area, []).append(name)
    return Catalogue(
        version="1",
        hash="graph-tests",
        areas=tuple(
            Area(id=area, name=area.capitalize(), competencies=tuple(ids)) for area, ids in areas.items()
        ),
        competencies={name: entry(name) for name in sorted(ENTRIES)},
        relations=tuple(Relation(of=of, kind=kind, to=to) for of, kind, to in RELATIONS),
    )


def need(text: str, number: int = 1, **changes) -> Requirement:
    held = {
        "id": f"r{number}",
        "text": text,
        "span": Span(start=0, end=len(text)),
        "section": "minimum",
        "kind": "skill",
        "tier": "must",
        "assess_by": "interview",
        "assess_why": "It shows in talk.",
    }
    return Requirement.model_validate(held | changes)


def needs(*texts: str, title: str | None = None, seniority: str | None = None, **changes) -> Requirements:
    items = tuple(need(text, n + 1, **changes) for n, text in enumerate(texts))
    return Requirements(title=title, seniority=seniority, language="en", items=items)
