"""How fast postings are read: postings a second on one core, and how the cost grows with their length.

`python benchmarks/postings_speed.py [FOLDER]`: the typical postings are those of the folder, else the
project's examples. Times are processor time of one process, so that a busy machine disturbs them less.
"""

import sys
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from rubric.postings import read_posting  # noqa: E402
from rubric.requirements import NoRequirementError, find_requirements  # noqa: E402
from training.corpus import load_samples  # noqa: E402
from training.render import documents  # noqa: E402

LENGTHS = (250, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
MANY = 1_000


def seconds_for(content: bytes | str) -> float:
    """Processor seconds from the file's content to its requirements."""
    start = process_time()
    with suppress(NoRequirementError):
        find_requirements(read_posting(content))
    return process_time() - start


def of_length(shapes: list[str], words: int, start: int) -> str:
    """A posting of so many words, made of whole ones after another."""
    parts: list[str] = []
    at, count = start, 0
    while count < words:
        parts.append(shapes[at % len(shapes)])
        count += len(parts[-1].split())
        at += 1
    return " ".join(" ".join(parts).split(" ")[: words + words // 5])


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples"
    typical = [
        path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".md", ".html", ".json")
    ]
    for content in typical:
        seconds_for(content)
    times = [seconds_for(content) for _ in range(20) for content in typical]
    print(f"typical postings: {len(times) / sum(times):.0f} a second (median {1000 * median(times):.2f} ms)")

    shapes = [
        text
        for sample in load_samples()
        for shape, text, _ in documents(sample)
        if shape in ("runon", "markdown", "prose")
    ]
    print(f"{'words':>8} {'ms':>8} {'us a word':>10}")
    for words in LENGTHS:
        text = of_length(shapes, words, words)
        best = min(seconds_for(text) for _ in range(3))
        print(f"{len(text.split()):8} {1000 * best:8.1f} {1e6 * best / len(text.split()):10.1f}")

    slowest = max(
        (seconds_for(text), len(text.split()))
        for n in range(MANY)
        for text in [of_length(shapes, 200 + (n * n * 7919) % (200 if n % 50 else 19_800), n)]
    )
    print(f"slowest of {MANY} postings: {1000 * slowest[0]:.0f} ms for {slowest[1]} words")


if __name__ == "__main__":
    main()
