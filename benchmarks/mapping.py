"""How well and how fast postings are mapped: `python -m benchmarks.mapping`.

Top-8 recall and what must not be named are measured by the scorer that lies beside the development postings,
outside of this repository (LOOPWRIGHT_SHARED, or `../shared` beside the checkout); without it only the speed
on the examples is shown. Linking to a taxonomy is measured by `benchmarks/linking_peers.py`.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rubric.catalogue.load import load_catalogue
from rubric.graph import CompetencyGraph, build_graph
from rubric.postings import read_posting
from rubric.requirements import Requirements, find_requirements

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("LOOPWRIGHT_SHARED", ROOT.parent / "shared"))


def main() -> None:
    started = time.perf_counter()
    catalogue = load_catalogue()
    print(f"catalogue: {len(catalogue.competencies)} competencies in {time.perf_counter() - started:.3f} s")
    _speed()
    if (SHARED / "data" / "postings").is_dir():
        _postings(SHARED / "data" / "postings")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _speed() -> None:
    files = sorted((ROOT / "examples").glob("*.txt"))
    read = [find_requirements(read_posting(file.read_bytes())) for file in files]
    for requirements in read:
        build_graph(requirements, load_catalogue())
    started, rounds = time.perf_counter(), 20
    for _ in range(rounds):
        for requirements in read:
            build_graph(requirements, load_catalogue())
    each = (time.perf_counter() - started) / rounds / len(read)
    print(f"mapping: {1 / each:.0f} postings a second, requirements already found")


def _postings(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as out:
        for file in sorted((folder / "postings").iterdir()):
            requirements = find_requirements(read_posting(file.read_bytes()))
            graph = build_graph(requirements, load_catalogue())
            Path(out, f"{file.stem}.json").write_text(json.dumps(_reading(requirements, graph)), "utf-8")
        scorer = [sys.executable, str(folder / "score.py"), out]
        print(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)


def _reading(requirements: Requirements, graph: CompetencyGraph) -> dict[str, object]:
    keys = {"text", "section", "kind", "years"}
    return {
        "title": requirements.title,
        "seniority": requirements.seniority,
        "requirements": [item.model_dump(include=keys) for item in requirements.items],
        "competencies": [node.model_dump(include={"name", "weight"}) for node in graph.nodes],
    }


if __name__ == "__main__":
    main()
