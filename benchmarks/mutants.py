"""Change the planner's rules one operator at a time and see which changes no test notices.

`python -m benchmarks.mutants [MODULE ...] [--every N] [--lines N ...]` tries every N-th
change (default 1) of the modules named (default: all listed here) in a copy of the tree, and prints the
survivors. Each change is tried in a fork of a process that has already loaded what is not changed: first
against the tests that stand nearest to the module, then against all others of `tests/loops/design`; the first
failure ends it. A change that makes the tests run far too long counts as noticed. Run by hand before a
release. `design_survivors.md` holds the survivors, with the reason why each may stay.
"""

import argparse
import ast
import contextlib
import importlib
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import hypothesis

ROOT = Path(__file__).parents[1]
TESTS = Path("tests", "loops", "design")
NEAR_THE_CHECKER = ("test_bad_loops", "test_boundaries", "test_rules")
NEAR_THE_PROGRAM = ("test_edges", "test_rules", "test_goals_and_shape", "test_replan")
NEAREST = {
    "verify": NEAR_THE_CHECKER,
    "verify_coverage": NEAR_THE_CHECKER,
    "verify_sittings": NEAR_THE_CHECKER,
    "verify_people": NEAR_THE_CHECKER,
    "verify_shape": NEAR_THE_CHECKER,
    "facts": (*NEAR_THE_CHECKER, "test_variables"),
    "constraints": NEAR_THE_PROGRAM,
    "staffing": NEAR_THE_PROGRAM,
    "shape": NEAR_THE_PROGRAM,
    "variables": ("test_variables", *NEAR_THE_PROGRAM),
    "measure": ("test_measure", "test_goals"),
    "objective": ("test_goals", "test_goals_and_shape", "test_replan", "test_measure"),
    "telling": ("test_goals", "test_rules", "test_goals_and_shape"),
    "model": ("test_files", "test_model"),
}
SLOW = "test_brute_force"
SEPARATE = "test_same_bytes"
"""Compares processes with each other, which are all changed alike."""
LOADED = ("pytest", "_pytest.assertion.rewrite", "numpy", "highspy", "pydantic", "networkx")
MOST_SECONDS = 120
"""Of processor time, for one change; all tests together take about a tenth of it."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
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
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWINS = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Place(NamedTuple):
    """Where a node stands in its parent; `typed` where it is part of an annotation."""

    parent: ast.AST
    field: str
    index: int
    node: ast.AST
    typed: bool


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every changed text of a module, with its line and what was changed."""
    count = sum(1 for _ in _changes(ast.parse(source)))
    for number in range(count):
        tree = ast.parse(source)
        place, new = list(_changes(tree))[number]
        line, was = getattr(place.node, "lineno", 0), ast.unparse(place.node)
        _put(place, new)
        yield line, f"{was}  ->  {ast.unparse(new)}", ast.unparse(ast.fix_missing_locations(tree))


def _changes(tree: ast.AST) -> Iterator[tuple[Place, ast.AST]]:
    for place in _places(tree):
        if new := _other(place):
            yield place, new


def _places(parent: ast.AST, typed: bool = False) -> Iterator[Place]:
    for field, value in ast.iter_fields(parent):
        inside = typed or field in ("annotation", "returns")
        for index, node in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(node, ast.AST):
                yield Place(parent, field, index, node, inside)
                yield from _places(node, inside)


def _put(place: Place, new: ast.AST) -> None:
    value = getattr(place.parent, place.field)
    if isinstance(value, list):
        value[place.index] = new
    else:
        setattr(place.parent, place.field, new)


def _other(place: Place) -> ast.AST | None:  # noqa: C901
    """What stands in a node's place in a mutant; None where nothing is changed."""
    match place.node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return ast.Constant(value + 1)
        case ast.Compare(left, [first, *more], others):
            return ast.Compare(left, [COMPARISONS[type(first)](), *more], others)
        case ast.BoolOp(op, values):
            return ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.BinOp(left, op, right) if not place.typed and type(op) in ARITHMETIC:
            return ast.BinOp(left, ARITHMETIC[type(op)](), right)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            return operand
        case ast.Call(ast.Name(name), arguments, named) if name in TWINS:
            return ast.Call(ast.Name(TWINS[name]), arguments, named)
        case ast.Expr(value) if not isinstance(value, ast.Constant):
            return ast.Pass()
        case ast.expr() as asked if place.field in ("test", "ifs"):
            return ast.UnaryOp(ast.Not(), asked)
    return None


def warm_up(folder: Path) -> None:
    """Load all that no mutant changes, so that each fork starts at once."""
    os.chdir(folder)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(folder))
    for name in LOADED:
        importlib.import_module(name)
    importlib.import_module("rubric.catalogue.load").load_catalogue()
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("once", derandomize=True, database=None, phases=phases)
    hypothesis.settings.load_profile("once")


def passes(tests: list[str]) -> bool:
    """Whether all these test files pass in a fork of this process."""
    child = os.fork()
    if not child:
        os._exit(_run_tests(tests))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run_tests(tests: list[str]) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    signal.alarm(10 * MOST_SECONDS)
    options = ["-q", "-x", "--noconftest", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"]
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        with contextlib.redirect_stdout(nowhere):
            try:
                return int(sys.modules["pytest"].main([*options, *tests]))
            except BaseException:  # noqa: BLE001
                return 1


def rounds(module: str, asked: argparse.Namespace) -> list[list[str]]:
    """The test files for a module's mutants, nearest first."""
    if asked.tests:
        return [[str(TESTS / f"{name}.py") for name in asked.tests]]
    near = [str(TESTS / f"{name}.py") for name in NEAREST[module]]
    if asked.near:
        return [near]
    every = [str(path) for path in sorted(TESTS.rglob("test_*.py")) if path.stem not in (SLOW, SEPARATE)]
    return [near, [*(path for path in every if path not in near), str(TESTS / f"{SLOW}.py")]]


def asked_for() -> argparse.Namespace:
    """What the command line names."""
    parser = argparse.ArgumentParser(description="Which changes to the planner's rules does no test notice?")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(NEAREST)}")
    parser.add_argument("--every", type=int, default=1, help="try only every N-th change")
    parser.add_argument("--lines", type=int, nargs="+", help="try only changes of these lines")
    parser.add_argument("--tests", nargs="+", default=[], help="run only these files of tests/loops/design")
    parser.add_argument("--near", action="store_true", help="run only the tests nearest to each module")
    return parser.parse_args()


def survivors(path: Path, asked: argparse.Namespace) -> tuple[int, list[str]]:
    """How many changes of a module were tried, and those that no test noticed."""
    source = path.read_text("utf-8")
    tried, found = 0, list[str]()
    for line, change, text in list(mutants(source))[:: asked.every]:
        if asked.lines and line not in asked.lines:
            continue
        path.write_text(text, "utf-8")
        tried += 1
        if all(passes(tests) for tests in rounds(path.stem, asked)):
            found.append(f"{path.name}:{line}  {change}")
            print(found[-1], flush=True)
    path.write_text(source, "utf-8")
    return tried, found


def main() -> None:
    asked = asked_for()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("loops", "rubric", "tests", "docs", "examples"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        warm_up(folder)
        modules = asked.modules or list(NEAREST)
        if not all(passes(tests) for tests in rounds(modules[0], asked)):
            sys.exit("The tests fail before anything was changed.")
        sys.dont_write_bytecode = True  # two mutants of one second and one size would share their bytecode
        for module in modules:
            tried, found = survivors(folder / "loops" / "design" / f"{module}.py", asked)
            print(f"{module}: {tried} tried, {len(found)} survive", flush=True)


if __name__ == "__main__":
    main()
