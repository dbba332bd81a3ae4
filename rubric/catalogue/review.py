"""The second ring of checking: whether a catalogue makes sense. One finder for each rule."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import combinations

from rubric.catalogue.lint.anchors import find_by_rules as find_in_steps
from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.questions import find_by_rules
from rubric.catalogue.lint.scale import Step
from rubric.catalogue.lint.words import alike, content_words
from rubric.catalogue.model import Catalogue, Competency
from rubric.value import Value

NEAR_QUESTION = 0.6
"""Share of common words above which two questions count as the same."""
OVERLAP = 0.5
"""Share of common words above which the anchors of two competencies overlap (R13)."""


class Complaint(Value):
    """A finding about one competency; `place` is its id."""

    place: str
    finding: Finding


Finder = Callable[[Catalogue], Iterator[Complaint]]
Exemptions = Mapping[str, Mapping[str, str]]
"""Rule to entry to the reason why the rule does not hold for that entry."""


def review_catalogue(catalogue: Catalogue, excused: Exemptions, finders: Sequence[Finder]) -> list[Complaint]:
    """All complaints of some finders that no exemption answers, by competency and rule."""
    found = [complaint for finder in finders for complaint in finder(catalogue)]
    kept = [item for item in found if item.place not in excused.get(item.finding.rule, {})]
    return sorted(kept, key=lambda item: (item.place, item.finding.rule, item.finding.why))


def _complaint(place: str, rule: str, why: str) -> Complaint:
    return Complaint(place=place, finding=Finding(rule=rule, verdict="warn", why=why))


def _reviewed(catalogue: Catalogue) -> list[Competency]:
    return [entry for entry in catalogue.competencies.values() if entry.status == "reviewed"]


def cycles(catalogue: Catalogue) -> Iterator[Complaint]:
    """What a competency builds on never leads back to it."""
    needs: dict[str, set[str]] = {}
    for relation in catalogue.relations:
        if relation.kind == "builds-on":
            needs.setdefault(relation.of, set()).add(relation.to)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        yield _complaint(ring[0], "cycle", f"These build on one another: {' → '.join(reversed(ring))}.")


def lonely(catalogue: Catalogue) -> Iterator[Complaint]:
    """Every reviewed competency is related to another."""
    held = {end for relation in catalogue.relations for end in (relation.of, relation.to)}
    for entry in _reviewed(catalogue):
        if entry.id not in held:
            yield _complaint(entry.id, "lonely", "No relation names this competency.")


def kinds(catalogue: Catalogue) -> Iterator[Complaint]:
    """Every reviewed competency has two questions about the past and one situation."""
    for entry in _reviewed(catalogue):
        count = Counter(question.kind for question in entry.questions)
        if count["past"] < 2 or count["situation"] < 1:
            yield _complaint(
                entry.id,
                "kinds",
                f"It has {count['past']} questions about the past (two are needed) "
                f"and {count['situation']} situations (one is needed).",
            )


def twin_questions(catalogue: Catalogue) -> Iterator[Complaint]:
    """No two questions of the whole bank are nearly the same."""
    bank = [(entry.id, question) for entry in catalogue.competencies.values() for question in entry.questions]
    words = {question.id: content_words(question.ask) for _, question in bank}
    for first, second in _sharing(words):
        if alike(words[first], words[second]) >= NEAR_QUESTION:
            place = next(entry for entry, question in bank if question.id == second)
            yield _complaint(place, "twin-questions", f"{second} asks nearly the same as {first}.")


def _sharing(words: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that share three words or more: only those can be alike."""
    holders: dict[str, list[str]] = {}
    for place, held in words.items():
        for word in set(held):
            holders.setdefault(word, []).append(place)
    shared: Counter[tuple[str, str]] = Counter()
    for places in holders.values():
        if len(places) <= 60:
            shared.update(combinations(places, 2))
    yield from (pair for pair, number in sorted(shared.items()) if number >= 3)


def overlap(catalogue: Catalogue) -> Iterator[Complaint]:
    """R13: The anchors of two competencies do not say the same."""
    words = {
        entry.id: content_words(" ".join(anchor.seen for anchor in entry.anchors))
        for entry in catalogue.competencies.values()
    }
    for first, second in _sharing(words):
        if alike(words[first], words[second]) > OVERLAP:
            yield _complaint(
                second, "overlap", f"Its anchors share most of their words with those of {first}."
            )


def anchors(catalogue: Catalogue) -> Iterator[Complaint]:
    """Anchors are seen, distinct, rising and fair (R1 to R14)."""
    for entry in catalogue.competencies.values():
        steps = [Step(anchor.level, anchor.seen) for anchor in entry.anchors]
        for finding in find_in_steps(steps):
            yield Complaint(place=entry.id, finding=finding)


def questions(catalogue: Catalogue) -> Iterator[Complaint]:
    """Questions ask one thing, openly, and probes keep clear of what the law protects."""
    for entry in catalogue.competencies.values():
        for question in entry.questions:
            for text in (question.ask, *question.probes):
                for finding in find_by_rules(text):
                    if text == question.ask or finding.verdict == "block":
                        why = f"{question.id}: {finding.why}"
                        yield Complaint(place=entry.id, finding=finding.model_copy(update={"why": why}))


def separating(catalogue: Catalogue) -> Iterator[Complaint]:
    """The questions of a competency tell every level from the next."""
    for entry in _reviewed(catalogue):
        held = {level for question in entry.questions for level in question.separates}
        if missing := sorted({1, 2, 3, 4} - held):
            levels = ", ".join(map(str, missing))
            why = f"No question separates level{'s' if len(missing) > 1 else ''} {levels}."
            yield Complaint(place=entry.id, finding=Finding(rule="separates", verdict="info", why=why))


def hurried(catalogue: Catalogue) -> Iterator[Complaint]:
    """A question has a minute for each probe and three for the answer."""
    for entry in catalogue.competencies.values():
        for question in entry.questions:
            probes = len(question.probes)
            if question.minutes < 3 + probes:
                why = f"{question.id}: {question.minutes} minutes do not hold an answer and {probes} probes."
                yield _complaint(entry.id, "minutes", why)


OF_ONE: tuple[Finder, ...] = (kinds, anchors, questions, separating, hurried)
"""Rules that look at one competency at a time."""

OF_ALL: tuple[Finder, ...] = (cycles, lonely, twin_questions, overlap)
"""Rules that need the whole catalogue."""

FINDERS = OF_ONE + OF_ALL
