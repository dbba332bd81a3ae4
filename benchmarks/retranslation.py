"""Retranslation: do anchors and questions go home to their competency when a reader sees them without it?

    python benchmarks/retranslation.py make OUT [--seed 1] [--anchors 200] [--questions 200]
    python benchmarks/retranslation.py score OUT ANSWERS.csv [ANSWERS.csv ...]

`make` writes `competencies.csv` (what may be answered), `items.csv` (the shuffled texts, by number) and
`key.csv`. A reader who has not seen the catalogue writes `number,competency` for each item without the
key. `score` prints the share that went home, by kind, and every miss. Limit: 80 % of anchors, 90 % of
questions (Smith & Kendall 1963; a common threshold for keeping an item is 60 to 80 % of readers).
"""

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rubric.catalogue.load import load_catalogue


def sheets(seed: int, anchors: int, questions: int) -> tuple[list[list[str]], list[list[str]]]:
    """The competencies (id, name, meaning) and the drawn items (kind, text, home), shuffled by `seed`."""
    catalogue = load_catalogue()
    entries = list(catalogue.competencies.values())
    every_anchor = [["anchor", a.seen, e.id] for e in entries for a in e.anchors]
    every_question = [["question", q.ask, e.id] for e in entries for q in e.questions]
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    items = [
        *draw.sample(every_anchor, min(anchors, len(every_anchor))),
        *draw.sample(every_question, min(questions, len(every_question))),
    ]
    draw.shuffle(items)
    return [[e.id, e.name, e.means] for e in entries], items


def make(out: Path, seed: int, anchors: int, questions: int) -> None:
    """Write the three sheets."""
    out.mkdir(parents=True, exist_ok=True)
    competencies, items = sheets(seed, anchors, questions)
    write(out / "competencies.csv", [["competency", "name", "means"], *competencies])
    numbered = list(enumerate(items, 1))
    write(out / "items.csv", [["number", "kind", "text"], *([str(n), i[0], i[1]] for n, i in numbered)])
    write(out / "key.csv", [["number", "competency"], *([str(n), i[2]] for n, i in numbered)])
    print(f"{len(items)} items and {len(competencies)} competencies in {out}")


def score(out: Path, answers: Iterable[Path]) -> None:
    """Print what went home."""
    key = {row["number"]: row["competency"] for row in read(out / "key.csv")}
    items = {row["number"]: row for row in read(out / "items.csv")}
    home: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in (row for path in answers for row in read(path)):
        number, given = row["number"].strip(), row["competency"].strip()
        if number not in key:
            continue
        kind = items[number]["kind"]
        asked[kind] += 1
        if given == key[number]:
            home[kind] += 1
        else:
            print(f"{number:>4} {kind:8} {key[number]} -> {given}: {items[number]['text']}")
    for kind in sorted(asked):
        print(f"{kind}s home: {home[kind]} of {asked[kind]} ({home[kind] / asked[kind]:.1%})")


def write(path: Path, rows: Iterable[list[str]]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("do", choices=["make", "score"])
    parser.add_argument("out", type=Path)
    parser.add_argument("answers", type=Path, nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anchors", type=int, default=200)
    parser.add_argument("--questions", type=int, default=200)
    given = parser.parse_args()
    if given.do == "make":
        make(given.out, given.seed, given.anchors, given.questions)
    else:
        score(given.out, given.answers)


if __name__ == "__main__":
    main()
