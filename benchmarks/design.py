"""Measure the planner on the frozen problems: `python -m benchmarks.design [NUMBER ...]`.

`python -m benchmarks.design growth` lets competencies, formats and people grow one after the other.
For each problem: first fit, greedy, and the planner's best loop in the same run, with the proven bound,
the seconds and the memory. A value is the weighted mean dependability; peers may break rules, which
are counted by the planner's independent checker.
"""

import resource
import sys
import time
from statistics import mean

from benchmarks.design_instances import FROZEN, GROWTH, Size, made_problem
from benchmarks.design_peers import first_fit, greedy
from loops.design.measure import quality
from loops.design.model import Interview, Loop, Problem
from loops.design.solve import plan_loop
from loops.design.verify import verify


def measure(size: Size) -> tuple[float, bool] | None:
    """Print a problem's row; ours over greedy, and whether greedy broke no rule."""
    problem = made_problem(size)
    cells: list[str] = []
    values: list[float] = []
    legal = False
    for peer in (first_fit, greedy):
        begun = time.process_time()
        interviews = peer(problem)
        took = time.process_time() - begun
        values.append(quality(problem, interviews))
        faults = broken(problem, interviews)
        legal = not faults
        cells.append(f"{values[-1]:.4f} ({faults}) {took:.2f}")
    begun = time.process_time()
    plan = plan_loop(problem, explain=False)
    took = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if not isinstance(plan, Loop):
        print(
            f"| {size.name} | {' | '.join(cells)} | no loop: {plan.why} | | | {took:.1f} | {memory} |",
            flush=True,
        )
        return None
    aim = plan.aims[0]
    bound = aim.bound if aim.bound is not None else aim.value
    faults = len(verify(problem, plan))
    gap = 100 * (bound - aim.value) / aim.value
    ratio = aim.value / values[1]
    row = f"{aim.value:.4f} ({faults}) | {bound:.4f} | {gap:.2f} % | {ratio:.2f} | {took:.1f} | {memory}"
    print(f"| {size.name} | {' | '.join(cells)} | {row} |", flush=True)
    return ratio, legal


def broken(problem: Problem, interviews: tuple[Interview, ...]) -> int:
    """How many faults the checker finds."""
    made = Loop(plan="0", hash="0", status="found", gap=None, aims=(), interviews=interviews, coverage=())
    return len(verify(problem, made))


def main() -> None:
    heads = ("problem", "first fit (faults) s", "greedy (faults) s", "ours (faults)", "bound", "gap")
    print(f"| {' | '.join((*heads, 'ratio', 's', 'MB'))} |")
    print("|---|---|---|---|---|---|---|---|---|")
    growth = sys.argv[1:] == ["growth"]
    chosen = GROWTH if growth else [FROZEN[int(number)] for number in sys.argv[1:]] or FROZEN
    rows = [row for size in chosen if (row := measure(size)) is not None]
    for name, ratios in (
        ("greedy", [r for r, _ in rows]),
        ("greedy without a fault", [r for r, ok in rows if ok]),
    ):
        if ratios:
            print(f"\nours/{name}: mean {mean(ratios):.3f}, least {min(ratios):.2f}, {len(ratios)} loops")


if __name__ == "__main__":
    main()
