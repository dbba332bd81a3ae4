"""Learn the second opinion on wordings: `python -m training.wording [--folds N]`.

Learned from `wording/*.txt` (verdict or rule | text; where a verdict stands, the rule is the one that the
linter names), and from texts that are in order: the catalogue's questions and anchors, the duties of the
training postings. Full batches, no seed, no clock: the same texts give the same bytes.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from rubric.catalogue.lint.anchors import find_by_rules as find_in_steps
from rubric.catalogue.lint.meaning import IN_ORDER, Model, rules_of, shares_of
from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.questions import find_by_rules as find_in_question
from rubric.catalogue.lint.requirements import find_by_rules as find_in_requirement
from rubric.catalogue.lint.scale import Step
from rubric.catalogue.load import load_catalogue
from rubric.meaning.encoder import encode
from training.corpus import load_samples
from training.npz import write_npz

HERE = Path(__file__).parent
OUT = HERE.parent / "rubric" / "catalogue" / "lint" / "data" / "meaning.npz"
STEPS, RATE, SHRINK = 1000, 4.0, 1e-4
EVERY = 3
"""Of the catalogue's questions and the postings' duties, one of so many is learned from."""
PLAIN_WEIGHT = 0.5
"""How much a text of the catalogue or of a posting counts against a labelled one."""
KINDS: dict[str, Callable[[str], list[Finding]]] = {
    "questions": find_in_question,
    "requirements": find_in_requirement,
    "anchors": lambda text: find_in_steps([Step(1, text)]),
}


class Lesson(NamedTuple):
    """Vectors, what each should be called (“ok”, a rule, or a verdict where no rule knows it), weights."""

    vectors: np.ndarray
    names: list[str]
    weights: np.ndarray


def read_cases(path: Path) -> list[tuple[str, str]]:
    """Verdict or rule, and text, of each line."""
    lines = path.read_text("utf-8").splitlines()
    return [
        (line.split("|", 1)[0], line.split("|", 1)[1]) for line in lines if "|" in line and line[0] != "#"
    ]


def lesson_of(kind: str, cases: Sequence[tuple[str, str]], plain: Sequence[str]) -> Lesson:
    """Everything that a kind is learned from, labelled cases first."""
    names = [_name(kind, verdict, text) for verdict, text in cases]
    vectors = np.asarray(encode([*(text for _, text in cases), *plain]), dtype=np.float32)
    weights = np.array([1.0] * len(cases) + [PLAIN_WEIGHT] * len(plain))
    return Lesson(vectors, names + [IN_ORDER] * len(plain), weights)


def _name(kind: str, verdict: str, text: str) -> str:
    rules = rules_of(kind)
    if verdict == IN_ORDER or verdict in rules:
        return verdict
    told = [f.rule for f in KINDS[kind](text) if f.verdict == verdict and f.rule in rules]
    return told[0] if told else verdict


def plain_texts(kind: str) -> list[str]:
    """Texts that are in order: questions and anchors of the catalogue, duties of English postings."""
    entries = load_catalogue().competencies.values()
    if kind == "questions":
        return [question.ask for entry in entries for question in entry.questions][::EVERY]
    if kind == "anchors":
        return [anchor.seen for entry in entries for anchor in entry.anchors][::EVERY]
    return [
        unit.text
        for sample in load_samples()
        if sample.lang == "en"
        for unit in sample.units
        if unit.tag in ("req", "para")
        and unit.section == "responsibility"
        and not find_in_requirement(unit.text)
    ][::EVERY]


def learn(kind: str, lesson: Lesson) -> Model:
    """Fit twice: the first model names those that no rule knows, the second learns from all."""
    known = np.array([name not in ("block", "warn") for name in lesson.names])
    first = _fit(lesson, lesson.names, known)
    names = list(lesson.names)
    shares = shares_of(first, lesson.vectors)
    for at in np.flatnonzero(~known):
        order = np.argsort(-shares[at])
        names[at] = next(
            first.classes[c] for c in order if _verdict(kind, first.classes[c]) == lesson.names[at]
        )
    return _fit(lesson, names, np.ones(len(names), dtype=bool))


def _verdict(kind: str, name: str) -> str:
    return IN_ORDER if name == IN_ORDER else rules_of(kind)[name]["verdict"]


def _fit(lesson: Lesson, names: Sequence[str], use: np.ndarray) -> Model:
    """Softmax regression by gradient steps with momentum."""
    classes = tuple(sorted({name for name, used in zip(names, use, strict=True) if used}))
    x = np.hstack([lesson.vectors, np.ones((len(names), 1), np.float32)])[use]
    y = np.array([[float(name == each) for each in classes] for name in names], np.float32)[use]
    weight = (lesson.weights[use] / lesson.weights[use].sum()).astype(np.float32)
    model, pace = Model(classes, np.zeros((len(classes), x.shape[1]), np.float32), 0.0), 0.0
    for _ in range(STEPS):
        slope = (weight[:, None] * (shares_of(model, x[:, :-1]) - y)).T @ x
        slope[:, :-1] += SHRINK * model.weights[:, :-1]
        pace = 0.9 * pace - RATE * slope
        model = model._replace(weights=model.weights + pace)
    return model


def measure(kind: str, folds: int) -> str:
    """By cross-validation over the labelled cases: precision and recall of the rules, and of both."""
    cases = read_cases(HERE / "wording" / f"{kind}.txt")
    lesson = lesson_of(kind, cases, plain_texts(kind))
    shares = np.zeros(len(cases))
    for fold in range(folds):
        held = np.array([at % folds == fold and at < len(cases) for at in range(len(lesson.names))])
        rest = [at for at in range(len(held)) if not held[at]]
        part = Lesson(lesson.vectors[rest], [lesson.names[at] for at in rest], lesson.weights[rest])
        model = learn(kind, part)
        own = shares_of(model, lesson.vectors[held])[:, model.classes.index(IN_ORDER)]
        shares[np.flatnonzero(held)] = 1 - own
    bad = np.array([verdict != IN_ORDER for verdict, _ in cases])
    lines = []
    for least in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        said = shares >= least
        right = int((said & bad).sum())
        lines.append(f"{kind} {least}: precision {right / said.sum():.3f}, recall {right / bad.sum():.3f}")
    return "\n".join(lines)


def main() -> None:
    """Measure where asked to, then learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0, help="measure by cross-validation first")
    folds = parser.parse_args().folds
    arrays: dict[str, np.ndarray] = {}
    for kind in KINDS:
        if folds:
            sys.stdout.write(measure(kind, folds) + "\n")
        cases = read_cases(HERE / "wording" / f"{kind}.txt")
        model = learn(kind, lesson_of(kind, cases, plain_texts(kind)))
        scale = np.abs(model.weights).max(axis=1) / 32767
        arrays[f"{kind}.classes"] = np.array(model.classes)
        arrays[f"{kind}.scale"] = scale.astype(np.float32)
        arrays[f"{kind}.weights"] = np.rint(model.weights / scale[:, None]).astype(np.int16)
    OUT.write_bytes(write_npz(arrays))
    sys.stdout.write(f"{OUT.name}: {OUT.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
