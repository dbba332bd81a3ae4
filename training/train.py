"""Learn the models of `rubric.requirements` from the training postings.

Run `python -m training.train`, with `--folds N` to measure by cross-validation first.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rubric.requirements import labels, maxent
from rubric.requirements.judge import surely_none
from rubric.requirements.sections import heading_features
from training.corpus import Sample, Unit, load_samples
from training.fit import fit_classes, fit_odds, save
from training.runs import add, examples, hits, line_of, lines_for, mixed_runs, plain_runs

DATA = Path(__file__).parents[1] / "rubric" / "requirements" / "data"
_WAYS = (("blank", "kept", " "), ("nothing", "kept", ""), ("small", "small", " "), ("lower", "lower", " "))

_JUDGED = ("not", "text", "req", "para")

Counts = dict[str, tuple[int, int, int]]


def label_examples(samples: Sequence[Sample]) -> tuple[list[list[str]], list[int]]:
    """Features and label of each unit that stands alone."""
    rows: list[list[str]] = []
    answers: list[int] = []
    for sample in samples:
        for unit in sample.units:
            if unit.tag in _JUDGED and unit.text:
                rows.append(labels.label_features(unit.text))
                answers.append(labels.LABELS.index(_label(unit)))
    return rows, answers


def prose_examples(samples: Sequence[Sample]) -> tuple[list[list[str]], list[int]]:
    """Features and label of each clause of the postings without lists, beside its neighbours.

    The units of the other postings are added alone: their words mean the same.
    """
    rows, answers = label_examples(samples)
    for sample in samples:
        if not sample.is_prose:
            continue
        units = _judged(sample)
        texts = [unit.text for unit in units]
        before = "start"
        for number, unit in enumerate(units):
            label = _label(unit)
            rows.append([*labels.prose_features(texts, number), f"before={before}"])
            answers.append(labels.LABELS.index(label))
            before = label
    return rows, answers


def _label(unit: Unit) -> str:
    return "none" if unit.tag in ("not", "text") else unit.section


def _judged(sample: Sample) -> list[Unit]:
    """The clauses that are judged together."""
    return [unit for unit in sample.units if unit.tag in _JUDGED and not surely_none(unit.text)]


def heading_examples(samples: Sequence[Sample]) -> tuple[list[list[str]], list[int]]:
    """Features and label of each heading: after the heading before it, as the first of all, and alone.

    Postings come in any order and with any part missing, so that what stands before tells only a little.
    """
    rows: list[list[str]] = []
    answers: list[int] = []
    for sample in samples:
        before = "start"
        for unit in sample.units:
            if unit.tag == "head":
                label = "none" if unit.section == "other" else unit.section
                own = heading_features(unit.text)
                rows += [[*own, f"before={before}"], [*own, "before=start"], own]
                answers += [labels.LABELS.index(label)] * 3
                before = label
    return rows, answers


def learn(samples: Sequence[Sample]) -> dict[str, dict]:
    """All models by name."""
    runs = plain_runs(samples) + mixed_runs(samples)
    return {
        "boundaries": fit_odds(*examples(lines_for(runs, lower=False), lower=False)),
        "boundaries-lower": fit_odds(*examples(lines_for(runs, lower=True), lower=True)),
        "labels": fit_classes(*label_examples(samples), labels.LABELS),
        "headings": fit_classes(*heading_examples(samples), labels.LABELS),
        "prose": fit_classes(*prose_examples(samples), labels.LABELS),
    }


def install(models: dict[str, dict]) -> None:
    """Write the models where the product reads them."""
    for name, model in models.items():
        save(model, DATA / f"{name}.json")
    maxent.load_model.cache_clear()
    maxent.load_odds.cache_clear()


def measure(samples: Sequence[Sample]) -> Counts:
    """Hits, found and true begins of each way to lose bullets; for labels right, all and all."""
    out: Counts = {}
    for run in plain_runs(samples):
        for name, case, glue in _WAYS:
            add(out, name, hits(line_of(run, case=case, glue=glue)))
    rows, answers = label_examples(samples)
    model = maxent.load_model("labels")
    for row, answer in zip(rows, answers, strict=True):
        scores = model.scores(row)
        add(out, "labels", (int(scores[answer] == max(scores)), 1, 1))
    for sample in samples:
        if sample.is_prose:
            units = _judged(sample)
            texts = [unit.text for unit in units]
            for unit, label in zip(units, labels.label_prose(texts, [{}] * len(texts)), strict=True):
                add(out, "prose", (int(label == _label(unit)), 1, 1))
    return out


def cross_validate(samples: Sequence[Sample], folds: int) -> Counts:
    """Train on the rest, measure on each fold, add up."""
    totals: Counts = {}
    for fold in range(folds):
        install(learn([s for n, s in enumerate(samples) if n % folds != fold]))
        for name, counts in measure([s for n, s in enumerate(samples) if n % folds == fold]).items():
            add(totals, name, counts)
    return totals


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--folds", type=int, default=0, help="measure over so many parts of the postings first"
    )
    samples = load_samples()
    if folds := parser.parse_args().folds:
        for name, (right, found, true) in cross_validate(samples, folds).items():
            precision, recall = right / max(1, found), right / max(1, true)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            sys.stdout.write(f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {true}\n")
    install(learn(samples))
    sys.stdout.write(f"Learned from {len(samples)} postings; models written to {DATA.name}.\n")


if __name__ == "__main__":
    main()
