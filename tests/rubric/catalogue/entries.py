"""A small competency, its file and its folder, for tests that spoil one thing about it."""

from pathlib import Path

from rubric.catalogue.model import Anchor, Area, Catalogue, Competency, Question, Relation, Targets

ASKS = {
    "soup-burnt": ("past", "Tell me about a soup that went wrong in service. What did you do first?"),
    "soup-praise": ("past", "Describe a broth that guests came back for. How had you made it?"),
    "soup-empty": ("situation", "The stock is gone at seven and forty covers are booked. What happens next?"),
    "soup-taste": ("technical", "Talk me through seasoning a cold consommé and a hot one."),
}


def question(name: str = "soup-burnt", **changes) -> Question:
    kind, ask = ASKS.get(name, ("past", "Tell me about a pan that you had to throw away."))
    held = {
        "id": name,
        "kind": kind,
        "minutes": 8,
        "ask": ask,
        "probes": ("What came next?", "What did you taste?"),
        "look_for": ("A cause that was checked.",),
        "red_flags": ("Blames the oven.",),
        "separates": (1, 2, 3, 4),
    }
    return Question.model_validate(held | changes)


SEEN = (
    "Heats what the label says and serves it untasted.",
    "Tastes twice and corrects the salt before the pass.",
    "Builds the stock from bones and names what each step gives.",
    "Writes the recipe down, costs it, and trains two cooks to make it alike.",
)


def competency(entry: str = "soup", *seen: str, **changes) -> Competency:
    held = {
        "id": entry,
        "name": "Soup making",
        "means": "Makes soups that taste the same every day.",
        "status": "reviewed",
        "source": "Written for this test, 2026.",
        "terms": {"en": ["soup*", "broth"], "de": ["Suppe*"]},
        "tools": ["Thermomix"],
        "targets": Targets(junior=1, senior=3),
        "anchors": tuple(Anchor(level=n + 1, seen=text) for n, text in enumerate(seen or SEEN)),
        "questions": tuple(question(i) for i in ASKS),
    }
    return Competency.model_validate(held | changes)


def renamed(entry: str, **changes) -> Competency:
    """A second competency that shares nothing with the first but its shape."""
    asks = (
        "Tell me about the sharpest knife you ever owned and why you gave it away.",
        "When did an order of crates arrive short, and whom did you ring?",
        "Two waiters claim the same table. How do you settle it within a minute?",
        "Sketch how you would lay out a walk-in cooler for eleven suppliers.",
    )
    seen = (
        "Waits until the supervisor points at the next crate.",
        "Counts deliveries against the note and reports gaps.",
        "Rings suppliers before noon and moves orders around gaps.",
        "Changes the ordering rhythm so gaps stop, with figures.",
    )
    kinds = ("past", "past", "situation", "technical")
    questions = tuple(
        question(f"{entry}-{n}", ask=ask, kind=kind)
        for n, (ask, kind) in enumerate(zip(asks, kinds, strict=True))
    )
    held = {"name": entry.capitalize(), "questions": questions, "terms": {"en": [entry]}, "tools": ()}
    return competency(entry, *seen, **(held | changes))


def catalogue(*entries: Competency, relations: tuple[tuple[str, str, str], ...] = ()) -> Catalogue:
    return Catalogue(
        version="1",
        hash="-".join(entry.id for entry in entries),
        areas=(Area(id="kitchen", name="Kitchen", competencies=tuple(entry.id for entry in entries)),),
        competencies={entry.id: entry for entry in entries},
        relations=tuple(Relation(of=of, kind=kind, to=to) for of, kind, to in relations),
    )


YAML = """\
id: soup
name: Soup making
means: Makes soups that taste the same every day.
status: reviewed
source: Written for this test, 2026.
terms:
  en: [soup*, broth]
  de: [Suppe*]
tools: [Thermomix]
targets: {junior: 1, senior: 3}
anchors:
"""


def yaml_of(name: str = "soup", text: str = YAML) -> str:
    lines = text.replace("id: soup", f"id: {name}")
    lines += "".join(f"  - level: {n + 1}\n    seen: {seen}\n" for n, seen in enumerate(SEEN))
    lines += "questions:\n"
    for key, (kind, ask) in ASKS.items():
        lines += (
            f"  - id: {key.replace('soup', name)}\n    kind: {kind}\n    minutes: 8\n    ask: {ask}\n"
            "    probes: [What came next?, What did you taste?]\n    look_for: [A cause that was checked.]\n"
            "    red_flags: [Blames the oven.]\n    separates: [1, 2, 3, 4]\n"
        )
    return lines


def folder(root: Path, **texts: str) -> Path:
    """A catalogue's folder with one competency, and further files by path (`__` stands for a slash)."""
    place = root / "competencies" / "kitchen"
    place.mkdir(parents=True)
    (place / "soup.yaml").write_text(yaml_of(), "utf-8")
    for name, text in texts.items():
        file = root / name.replace("__", "/").replace("_yaml", ".yaml").replace("_toml", ".toml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root
