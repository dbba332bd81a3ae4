"""Change the planner's rules one operator at a time and see which changes no test notices.

`python -m benchmarks.mutants [MODULE ...] [--every N] [--tests NAME ...]` tries every N-th mutant (default 1)
of the modules named (default: all listed here) in a copy of the tree against the test files named, and
prints the survivors. Run by hand before a release. Each mutant is tried in a fork of a process that
has already loaded what is not changed. `design_survivors.md` holds those that were looked at and accepted.
"""

import argparse
import ast
import contextlib
import importlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = (
    "verify",
    "verify_people",
    "verify_shape",
    "constraints",
    "staffing",
    "shape",
    "measure",
    "objective",
    "telling",
    "model",
)
TESTS = (
    "test_rules",
    "test_bad_loops",
    "test_boundaries",
    "test_goals_and_shape",
    "test_measure",
    "test_replan",
    "test_files",
    "test_what_if",
    "test_cautions",
    "test_made_case",
    "test_brute_force",
)
LOADED = ("pytest", "_pytest.assertion.rewrite", "numpy", "highspy", "pydantic", "hypothesis", "networkx")
MOST_SECONDS = 300
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every changed text of a module, with its line and what was changed."""
    places = [node for node in ast.walk(ast.parse(source)) if _can_change(node)]
    for number in range(len(places)):
        tree = ast.parse(source)
        node = [each for each in ast.walk(tree) if _can_change(each)][number]
        was = ast.unparse(node)
        _change(node)
        yield node.lineno, f"{was}  ->  {ast.unparse(node)}", ast.unparse(tree)


def _can_change(node: ast.AST) -> bool:
    number = isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    return isinstance(node, ast.Compare | ast.BoolOp) or (number and not isinstance(node.value, bool))


def _change(node: ast.AST) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPS[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.Constant):
        node.value += 1


def warm_up(folder: Path) -> None:
    """Load all that no mutant changes, so that each fork starts at once."""
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    for name in LOADED:
        importlib.import_module(name)
    importlib.import_module("rubric.catalogue.load").load_catalogue()


def survives(tests: list[str]) -> bool:
    """Whether all tests pass, one file after the other, in a fork of this process."""
    child = os.fork()
    if not child:
        os._exit(_run_tests(tests))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run_tests(names: list[str]) -> int:
    signal.alarm(MOST_SECONDS)
    tests = [f"tests/loops/design/{name}.py" for name in names]
    options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly"]
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        try:
            return int(sys.modules["pytest"].main([*options, *tests]))
        except BaseException:  # noqa: BLE001
            return 1


def asked_for() -> argparse.Namespace:
    """What the command line names."""
    parser = argparse.ArgumentParser(description="Which changes to the planner's rules does no test notice?")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--every", type=int, default=1, help="try only every N-th change")
    parser.add_argument("--tests", nargs="+", default=list(TESTS), help="test files of tests/loops/design")
    return parser.parse_args()


def main() -> None:
    asked = asked_for()
    tried, survivors = 0, list[str]()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("loops", "rubric", "tests", "docs", "examples"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        warm_up(folder)
        if not survives(asked.tests):
            sys.exit("The tests fail before anything was changed.")
        for module in asked.modules or MODULES:
            path = folder / "loops" / "design" / f"{module}.py"
            source = path.read_text("utf-8")
            for line, change, text in list(mutants(source))[:: asked.every]:
                path.write_text(text, "utf-8")
                tried += 1
                if survives(asked.tests):
                    survivors.append(f"{module}.py:{line}  {change}")
                    print(survivors[-1], flush=True)
            path.write_text(source, "utf-8")
            print(f"{module}: done, {tried} tried so far", flush=True)
    print(f"{tried} mutants, {len(survivors)} survivors")


if __name__ == "__main__":
    main()
