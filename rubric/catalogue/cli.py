"""The catalogue's command line: check, count, lint, build."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rubric.catalogue.bank import bank_csv
from rubric.catalogue.check import check_content
from rubric.catalogue.compiled import compile_texts, read_compiled
from rubric.catalogue.files import COMPILED, texts_of
from rubric.catalogue.lint.rows import COLUMNS, lint_rows
from rubric.catalogue.load import built_in, read_catalogue
from rubric.catalogue.lock import LOCK, changed_wording, lock_text, read_lock
from rubric.catalogue.markdown import markdown_text
from rubric.catalogue.model import Catalogue
from rubric.catalogue.own import take_in
from rubric.value import InputError


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 where all is well, 1 where the content has faults, 2 where the input cannot be used.
    """
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rubric.catalogue", description=__doc__)
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="print every fault of the content, file by file")
    check.add_argument("path", nargs="?", type=Path, default=Path(str(built_in())))
    check.set_defaults(run=_check)
    count = commands.add_parser("count", help="print how much the catalogue holds")
    count.add_argument("path", nargs="?", type=Path, default=Path(str(built_in())))
    count.add_argument("--format", choices=("text", "json"), default="text")
    count.set_defaults(run=_count)
    lint = commands.add_parser("lint", help="judge the rows of a CSV file, one JSON line for each")
    lint.add_argument("--kind", choices=tuple(COLUMNS), required=True)
    lint.add_argument("--format", choices=("json", "text"), default="json")
    lint.add_argument("file", type=Path)
    lint.set_defaults(run=_lint)
    build = commands.add_parser("build", help="write the compact form of the content, which loads fast")
    build.add_argument("path", nargs="?", type=Path, default=Path(str(built_in())))
    build.set_defaults(run=_build)
    export = commands.add_parser("export", help="write the questions as CSV, or the competencies as Markdown")
    export.add_argument("path", nargs="?", type=Path, default=Path(str(built_in())))
    export.add_argument("--format", choices=("csv", "markdown"), default="csv")
    export.set_defaults(run=_export)
    take = commands.add_parser(
        "import", help="read questions (CSV) or a competency (Markdown) into your folder"
    )
    take.add_argument("file", type=Path)
    take.add_argument("--into", type=Path, required=True, help="your own folder of competencies")
    take.set_defaults(run=_import)
    lock = commands.add_parser("lock", help="lock the wording of all questions and anchors for a release")
    lock.add_argument("path", nargs="?", type=Path, default=Path(str(built_in())))
    lock.set_defaults(run=_lock)
    return parser


def _check(options: argparse.Namespace) -> int:
    faults = check_content(options.path)
    path = None
    for fault in faults:
        if fault.path != path:
            path = fault.path
            sys.stdout.write(f"{path}\n")
        sys.stdout.write(f"  {fault.verdict:5}  {fault.rule}: {fault.why}\n")
    grave = [fault for fault in faults if fault.verdict != "info"]
    sys.stdout.write(f"{len(grave)} faults, {len(faults) - len(grave)} remarks.\n")
    return 1 if grave else 0


def _count(options: argparse.Namespace) -> int:
    count = count_content(read_catalogue(options.path))
    if options.format == "json":
        sys.stdout.write(json.dumps(count) + "\n")
        return 0
    for area, number in count["areas"].items():
        sys.stdout.write(f"{number:5}  {area}\n")
    sys.stdout.write(
        f"{count['competencies']} competencies, {count['anchors']} anchors, {count['questions']} questions.\n"
    )
    return 0


def count_content(catalogue: Catalogue) -> dict[str, Any]:
    """How many competencies, anchors and questions there are, and how many competencies in each area."""
    entries = catalogue.competencies.values()
    return {
        "competencies": len(entries),
        "areas": {area.id: len(area.competencies) for area in catalogue.areas},
        "anchors": sum(len(entry.anchors) for entry in entries),
        "questions": sum(len(entry.questions) for entry in entries),
    }


def _lint(options: argparse.Namespace) -> int:
    rulings = lint_rows(options.file, options.kind)
    for ruling in rulings:
        if options.format == "json":
            sys.stdout.write(ruling.model_dump_json() + "\n")
        else:
            rules = ", ".join(ruling.rules)
            sys.stdout.write(
                f"{ruling.verdict:5}  {ruling.text}\n" + (f"       {rules}: {ruling.why}\n" if rules else "")
            )
    return 1 if any(ruling.verdict == "block" for ruling in rulings) else 0


def _export(options: argparse.Namespace) -> int:
    catalogue = read_catalogue(options.path)
    if options.format == "csv":
        sys.stdout.write(bank_csv(catalogue))
    else:
        sys.stdout.write("\n".join(markdown_text(entry) for entry in catalogue.competencies.values()))
    return 0


def _import(options: argparse.Namespace) -> int:
    for line in take_in(options.file, options.into):
        sys.stdout.write(f"{line}\n")
    return 0


def _lock(options: argparse.Namespace) -> int:
    catalogue = read_catalogue(options.path)
    locked = read_lock(texts_of(options.path).get(LOCK, ""))
    faults = list(changed_wording(catalogue, locked))
    for fault in faults:
        sys.stdout.write(f"{fault.place}: {fault.finding.why}\n")
    text = lock_text(catalogue, locked)
    (options.path / LOCK).write_text(text, "utf-8")
    sys.stdout.write(f"{len(text.splitlines()) - 1} wordings are locked.\n")
    return 1 if faults else 0


def _build(options: argparse.Namespace) -> int:
    read_catalogue(options.path)
    lines = compile_texts(texts_of(options.path), read_compiled(options.path))
    (options.path / COMPILED).write_text(lines, "utf-8")
    sys.stdout.write(f"{len(lines.splitlines())} files written to {options.path / COMPILED}.\n")
    return 0
