"""Which competency of a rubric a question tells about, by the words that they share."""

from collections import Counter
from math import log

from loops.design.audit.generic import why_generic
from loops.design.audit.model import RunLoop, RunQuestion, Tie
from loops.design.likeness import likeness, words_of
from rubric.model import Item, Rubric

LEAST = 0.25
"""Share of a question's weighted words that a competency must know, and at least two of them; our choice."""


def tie_questions(run: RunLoop, rubric: Rubric) -> tuple[Tie, ...]:
    """The competency of every question of a loop, in the order of the loop."""
    words = {item.id: _words(item) for item in rubric.items}
    spread = Counter(word for known in words.values() for word in known)
    return tuple(
        _tie((number, place), question, rubric, (words, spread))
        for number, interview in enumerate(run.interviews)
        for place, question in enumerate(interview.questions)
    )


def _tie(
    where: tuple[int, int],
    question: RunQuestion,
    rubric: Rubric,
    known: tuple[dict[str, frozenset[str]], Counter[str]],
) -> Tie:
    competency, why = _best(question, rubric, *known)
    return Tie(interview=where[0], question=where[1], competency=competency, why=why)


def _best(
    question: RunQuestion, rubric: Rubric, words: dict[str, frozenset[str]], spread: Counter[str]
) -> tuple[str | None, str]:
    if question.competency:
        for item in rubric.items:
            if words_of(item.name) == words_of(question.competency):
                return item.id, f"The file ties it to {item.name}."
    if why := why_generic(question.text):
        return None, why
    for item in rubric.items:
        if any(likeness(question.text, each.ask) >= 0.6 for each in item.questions):
            return item.id, f"It is nearly a question of {item.name}."
    asked = words_of(question.text)
    weight = {word: log((1 + len(words)) / (1 + spread[word])) + 0.1 for word in asked}
    total = sum(weight.values()) or 1.0
    scores = [(sum(weight[w] for w in asked & words[item.id]) / total, item) for item in rubric.items]
    best, item = max(scores, key=lambda row: row[0])
    shared = sorted(asked & words[item.id], key=lambda word: (-weight[word], word))[:3]
    if best < LEAST or len(shared) < 2 or not any(spread[word] <= max(1, len(words) // 3) for word in shared):
        return None, "It shares no telling word with a competency."
    return item.id, f"It shares words with {item.name}: {', '.join(shared)}."


def _words(item: Item) -> frozenset[str]:
    texts = [item.name, item.means, *(anchor.seen for anchor in item.anchors)]
    texts += [line for each in item.questions for line in (each.ask, *each.probes, *each.look_for)]
    return frozenset(word for text in texts for word in words_of(text))
