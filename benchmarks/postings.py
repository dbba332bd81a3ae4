"""How well postings are read: `python benchmarks/postings.py POSTINGS GOLD`, two folders.

A posting and its labels have one name and different endings. Without folders, the project's own training
postings are read in every shape, by cross-validation: each part by models that did not learn from it. With
`--unseen NAME`, a set is read that nothing was learned from: `unseen` and `looked`, whose errors were looked
at, or `held`, which is only counted.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rubric.postings import read_posting
from rubric.requirements import NoRequirementError, find_requirements
from training.corpus import APART, Sample, load_samples
from training.render import documents
from training.score import match, score, table
from training.train import install, learn


def read(content: bytes | str) -> dict:
    """What was found in one posting, in the form of the labels."""
    posting = read_posting(content)
    try:
        found = find_requirements(posting)
    except NoRequirementError:
        return {"title": posting.title, "seniority": None, "requirements": []}
    items = [item.model_dump() for item in found.items]
    return {"title": found.title, "seniority": found.seniority, "requirements": items}


def folder_table(postings: Path, golds: Path, show: str | None) -> str:
    """The table of a folder of postings."""
    groups: dict[str, Counter] = defaultdict(Counter)
    for path in sorted(golds.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        content = next(p for p in sorted(postings.iterdir()) if p.stem == path.stem).read_bytes()
        found = read(content)
        groups[gold.get("group", "all")] += score(gold, found)
        if show in (path.stem, "all"):
            print(path.stem, *differences(gold, found), sep="\n")
    return table(groups)


def differences(gold: dict, found: dict) -> list[str]:
    """What was missed and what was found wrongly."""
    golds = [need["text"] for need in gold["requirements"]]
    texts = [item["text"] for item in found["requirements"]]
    pairs = match(golds, texts, 0.9)
    hit, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    out = [f"  missed {text}" for i, text in enumerate(golds) if i not in hit]
    out += [f"  wrong  {text}" for j, text in enumerate(texts) if j not in taken]
    for i, j in pairs:
        need, item = gold["requirements"][i], found["requirements"][j]
        out += [
            f"  {key} {item[key]}, should be {need[key]}: {need['text'][:80]}"
            for key in ("section", "kind", "years")
            if item[key] not in (need.get(f"{key}_accept") or [need[key]])
        ]
    return out


def own_table(folds: int, show: str | None) -> str:
    """The table of the training postings, each read by models that never saw it."""
    samples = load_samples()
    groups: dict[str, Counter] = defaultdict(Counter)
    for fold in range(folds):
        install(learn([sample for n, sample in enumerate(samples) if n % folds != fold]))
        _read_shapes(samples[fold::folds], groups, show)
    install(learn(samples))
    return table(groups)


def unseen_table(name: str, show: str | None) -> str:
    """The table of one set of postings that are kept apart."""
    groups: dict[str, Counter] = defaultdict(Counter)
    _read_shapes(load_samples(APART[name]), groups, show)
    return table(groups)


def _read_shapes(samples: Sequence[Sample], groups: dict[str, Counter], show: str | None) -> None:
    for sample in samples:
        for shape, text, gold in documents(sample):
            found = read(text)
            groups[shape] += score(gold, found)
            if show == shape:
                print(sample.name, *differences(gold, found), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("postings", type=Path, nargs="?")
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument(
        "--show", help="the name of one posting or shape (or all) whose differences are listed"
    )
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument(
        "--unseen", nargs="?", const="unseen", choices=sorted(APART), help="read a set that is kept apart"
    )
    given = parser.parse_args()
    if given.postings and given.gold:
        print(folder_table(given.postings, given.gold, given.show))
    elif given.unseen:
        print(unseen_table(given.unseen, given.show))
    else:
        print(own_table(given.folds, given.show))


if __name__ == "__main__":
    main()
