"""How well postings of many trades are mapped: `python -m benchmarks.links [PART …] [--show]`.

Sixty of the invented postings under `training/postings`, and sixty-four under `training/mapping/postings`
that nothing is learned from, were labelled by reading them, before anything was mapped: the competencies
that a hiring manager expects among the eight proposed, those that would be wrong, and for each requirement
all that it can be said to ask for. The parts called mending are looked at; of those held only the totals
are shown.
"""

import math
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from rubric.catalogue.load import load_catalogue
from rubric.graph import CompetencyGraph, build_graph
from rubric.postings import read_posting
from rubric.requirements import Requirements, find_requirements
from training.corpus import Sample, load_samples
from training.render import documents
from training.score import LOOSE, match

FOLDER = Path(__file__).parents[1] / "training" / "mapping"
POSTINGS = FOLDER / "postings"
PARTS = ("mending", "held", "mending-2", "held-2", "mending-3")
TOP = 8


class Labels(NamedTuple):
    """What a reader said of one posting; each of `top` names all competencies that would serve.

    `shape` is how the posting is written out (see `training.render`), the first that suits it where empty.
    """

    posting: str
    shape: str
    top: tuple[frozenset[str], ...]
    wrong: frozenset[str]
    right: dict[int, frozenset[str]]


def read_samples() -> dict[str, Sample]:
    """All labelled postings by their names."""
    return {sample.name: sample for sample in [*load_samples(), *load_samples(POSTINGS)]}


def read_labels(part: str) -> list[Labels]:
    """The labels of one part, posting by posting."""
    return [_labels(block) for block in (FOLDER / f"{part}.txt").read_text("utf-8").split("\n\n")]


def _labels(block: str) -> Labels:
    rows = {key: words for key, *words in (line.split() for line in block.strip().splitlines())}
    return Labels(
        rows["posting"][0],
        rows.get("shape", [""])[0],
        tuple(frozenset(words.split("|")) for words in rows["top"]),
        frozenset(rows["not"]),
        {int(key): frozenset(words) for key, words in rows.items() if key.isdigit()},
    )


def measure(labels: Labels, sample: Sample, show: bool = False) -> Counter[str]:
    """Counts of one posting: expected, met, wrong ones, and links by how sure they are."""
    requirements = find_requirements(read_posting(written_out(labels, sample).encode()))
    graph = build_graph(requirements, load_catalogue())
    named = [node.id for node in graph.nodes][:TOP]
    met = matched(labels.top, named)
    counts = Counter(postings=1, wrong=len(labels.wrong), named=len(labels.wrong & set(named)))
    counts["recall"] = round(1_000_000 * met / len(labels.top))
    if show:
        missed = ["|".join(sorted(one)) for one in labels.top if not one & set(named)]
        print(f"\n{labels.posting}: missed {missed}, wrong {sorted(labels.wrong & set(named))}\n  {named}")
    return counts + _links(labels, sample, requirements, graph, show)


def written_out(labels: Labels, sample: Sample) -> str:
    """The posting's text in the shape that its labels name."""
    return next(text for shape, text, _ in documents(sample) if labels.shape in ("", shape))


def matched(wanted: tuple[frozenset[str], ...], named: list[str]) -> int:
    """How many of the wanted are named, each name serving one of them at most (augmenting paths)."""
    served: dict[str, int] = {}

    def serve(number: int, seen: set[str]) -> bool:
        for name in named:
            if name in wanted[number] and name not in seen:
                seen.add(name)
                if name not in served or serve(served[name], seen):
                    served[name] = number
                    return True
        return False

    return sum(serve(number, set()) for number in range(len(wanted)))


def _links(
    labels: Labels, sample: Sample, requirements: Requirements, graph: CompetencyGraph, show: bool
) -> Counter[str]:
    units = [unit.text for unit in sample.units if unit.tag in ("req", "para")]
    pairs = match(units, [item.text for item in requirements.items], LOOSE)
    right = {requirements.items[j].id: labels.right[i + 1] for i, j in pairs if i + 1 in labels.right}
    counts: Counter[str] = Counter(labelled=len(right))
    counts["reached"] = sum(
        any(link.requirement == need and link.competency in good for link in graph.links)
        for need, good in right.items()
    )
    texts = {item.id: item.text for item in requirements.items}
    for link in graph.links:
        if link.requirement in right:
            hit = link.competency in right[link.requirement]
            counts[link.sure] += 1
            counts[f"{link.sure} right"] += hit
            if show and not hit:
                print(f"    {link.sure}: {link.competency} by “{link.words}” in “{texts[link.requirement]}”")
    return counts


def interval(right: int, all_: int) -> str:
    """A share with its 95 % interval (Wilson 1927)."""
    if not all_:
        return "none"
    share, z = right / all_, 1.96
    middle = (share + z * z / (2 * all_)) / (1 + z * z / all_)
    half = z * math.sqrt(share * (1 - share) / all_ + z * z / (4 * all_**2)) / (1 + z * z / all_)
    return f"{share:.3f} ({max(0, middle - half):.2f}-{middle + half:.2f}, n {all_})"


def main() -> None:
    """Print the totals of the parts asked for; `--show` lists the errors of those for mending alone."""
    samples = read_samples()
    for part in [part for part in PARTS if part in sys.argv] or PARTS:
        show = "--show" in sys.argv and part.startswith("mending")
        total: Counter[str] = Counter()
        for labels in read_labels(part):
            total += measure(labels, samples[labels.posting], show)
        recall = total["recall"] / 1_000_000 / total["postings"]
        print(f"{part}: {total['postings']} postings, recall in the top eight {recall:.3f}")
        print(f"  must not be named {interval(total['named'], total['wrong'])}")
        print(f"  requirements with a right link {interval(total['reached'], total['labelled'])}")
        for sure in ("sure", "likely", "guess"):
            print(f"  {sure:6} {interval(total[f'{sure} right'], total[sure])}")


if __name__ == "__main__":
    main()
