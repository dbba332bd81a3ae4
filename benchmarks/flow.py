"""From a posting's text to all packets: each stage in a warm process, the whole as a fresh command.

    python benchmarks/flow.py [POSTING] [--runs N]

Wall time depends on what else the machine does; processor time hardly does. Goals on two cores: the first
packet within 3 s and all packets within 8 s of machine time.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from loops.cli.progress import hushed
from loops.design.model import PlanFile
from loops.design.problem import build_problem
from loops.design.solve import plan_loop
from loops.packets import compose_packets, render
from rubric.catalogue.load import load_catalogue
from rubric.compose import compose_rubric
from rubric.graph import build_graph
from rubric.postings import read_posting
from rubric.requirements import find_requirements

ROOT = Path(__file__).parents[1]
MODULES = ("loops.cli.main", "loops.cli.read", "loops.cli.plan", "loops.steps")
Made = TypeVar("Made")


class Took(NamedTuple):
    """Seconds by the clock and seconds of processor time."""

    wall: float
    processor: float


class Clock:
    """Runs an act and notes how long it took."""

    def __init__(self) -> None:
        self.stages: dict[str, Took] = {}

    def __call__(self, stage: str, act: Callable[[], Made]) -> Made:
        """What the act gives back."""
        wall, processor = time.perf_counter(), time.process_time()
        result = act()
        self.stages[stage] = Took(time.perf_counter() - wall, time.process_time() - processor)
        return result

    def total(self, *but: str) -> Took:
        """All stages but those named."""
        those = [took for stage, took in self.stages.items() if stage not in but]
        return Took(sum(took.wall for took in those), sum(took.processor for took in those))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posting", nargs="?", default=ROOT / "examples" / "staff-infrastructure-engineer.txt")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    posting = Path(options.posting).resolve()
    print(f"{posting.name}, {options.runs} runs, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    warm(posting.read_bytes(), options.runs)
    fresh(posting, options.runs)
    start_up(options.runs)


def warm(text: bytes, runs: int) -> None:
    """Each stage in one process that has done it once before."""
    flows = [one_flow(text) for _ in range(runs + 1)]
    print(f"First time, same process         {flows[0]['all packets'].wall:8.3f} s")
    print("\nWarm process, median              wall s  processor s")
    for stage in flows[0]:
        say(stage, [flow[stage] for flow in flows[1:]])
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def one_flow(text: bytes) -> dict[str, Took]:
    """The whole flow once: the time of each stage, to the first packet, and to all."""
    catalogue = load_catalogue()
    clock = Clock()
    posting = clock("read_posting", lambda: read_posting(text))
    requirements = clock("find_requirements", lambda: find_requirements(posting))
    graph = clock("build_graph", lambda: build_graph(requirements, catalogue))
    rubric = clock("compose_rubric", lambda: compose_rubric(requirements, graph, catalogue))
    problem = build_problem(rubric)
    with hushed():
        file = clock("plan_loop", lambda: PlanFile.of(problem, plan_loop(problem)))
    documents = clock("compose_packets", lambda: compose_packets(file).files())
    first = next(name for name in documents if name.startswith("packets/"))
    clock("render, first packet", lambda: render(documents[first]))
    rest = "render, all other papers"
    clock(rest, lambda: [render(document) for name, document in documents.items() if name != first])
    return {**clock.stages, "first packet": clock.total(rest), "all packets": clock.total()}


def fresh(posting: Path, runs: int) -> None:
    """The commands as a person starts them."""
    print("\nFresh command, median             wall s  processor s   peak MB")
    with tempfile.TemporaryDirectory() as out:
        for words in (["read", str(posting)], ["plan", str(posting), "--out", out]):
            took = [command([sys.executable, "-m", "loops", *words]) for _ in range(runs)]
            memory = statistics.median(peak for _, peak in took)
            say(words[0], [each for each, _ in took], f"  {memory:8.0f}")


def start_up(runs: int) -> None:
    """What it costs to import each door, over a Python that does nothing."""
    print("\nImports over an empty Python      wall s  processor s")
    empty = [command([sys.executable, "-c", "pass"])[0] for _ in range(runs)]
    for module in MODULES:
        took = [command([sys.executable, "-c", f"import {module}"])[0] for _ in range(runs)]
        bare = middle(empty)
        say(module, [Took(each.wall - bare.wall, each.processor - bare.processor) for each in took])


LAUNCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
"""A small process in between: the peak memory of a child counts that of its parent before it starts."""


def command(words: Sequence[str]) -> tuple[Took, float]:
    """How long a command took, with its children, and its peak memory in MB."""
    launched = [sys.executable, "-c", LAUNCH, *words]
    said = subprocess.run(launched, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    code, wall, processor, memory = json.loads(said)
    if code:
        raise SystemExit(f"{' '.join(words)} ended with {code}")
    return Took(wall, processor), memory


def middle(took: Sequence[Took]) -> Took:
    """The median of each."""
    return Took(
        statistics.median(each.wall for each in took), statistics.median(each.processor for each in took)
    )


def say(name: str, took: Sequence[Took], more: str = "") -> None:
    """One row of a table."""
    print(f"  {name:<30} {middle(took).wall:8.3f}     {middle(took).processor:8.3f}{more}")


if __name__ == "__main__":
    main()
