"""Exchange on the command line: ESCO and CASE in and out, graphs, and linking sentences to labels."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import tee
from os import devnull
from pathlib import Path

from rubric.catalogue.overlay import load_with_own
from rubric.exchange.case import package_of
from rubric.exchange.framework import LARGEST, read_package
from rubric.exchange.jsonld import jsonld_of
from rubric.exchange.taxonomy import Taxonomy, read_taxonomy, write_taxonomy
from rubric.graph import CompetencyGraph, build_graph
from rubric.graph.diff import compare_graphs
from rubric.graph.graphml import graphml_of
from rubric.postings import read_posting
from rubric.requirements import Requirements, find_requirements
from rubric.value import InputError

_MOST = 1000
"""Labels for each line."""


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 where all is well, 2 where the input cannot be used.
    """
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except BrokenPipeError:
        sys.stdout = open(devnull, "w")  # noqa: SIM115, PTH123 - the reader left; nothing more is written
        return 0
    except OSError as error:
        sys.stderr.write(f"{error.filename}: the file cannot be read or written ({error.strerror}).\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rubric.exchange", description=__doc__)
    commands = parser.add_subparsers(required=True)
    esco = commands.add_parser("esco", help="read ESCO's skills_en.csv as your own taxonomy")
    esco.add_argument("file", type=Path)
    esco.add_argument("--out", type=Path, help="where to write the taxonomy (CSV)")
    esco.set_defaults(run=_esco)
    link = commands.add_parser("link", help="link each line of standard input to labels of a taxonomy")
    link.add_argument("--taxonomy", type=Path, required=True)
    link.add_argument("--top", type=_count, default=10, help="labels for each line, 1 to 1000")
    link.add_argument("--format", choices=("json", "text"), default="json")
    link.set_defaults(run=_link)
    case = commands.add_parser("case", help="write the catalogue as a 1EdTech CASE 1.1 package")
    case.add_argument("--own", type=Path, help="a folder of your own competencies to lay over it")
    case.add_argument("--compatible", action="store_true", help="with the links that older programs expect")
    case.add_argument("--base", type=_address, help="address of the server that will show the entries")
    case.set_defaults(run=_case)
    framework = commands.add_parser("framework", help="read a CASE package as your own taxonomy")
    framework.add_argument("file", type=Path)
    framework.add_argument("--out", type=Path, help="where to write the taxonomy (CSV)")
    framework.set_defaults(run=_framework)
    graph = commands.add_parser("graph", help="write the competency graph of a posting")
    graph.add_argument("posting", type=Path)
    graph.add_argument("--format", choices=("graphml", "json-ld"), default="graphml")
    graph.set_defaults(run=_graph)
    diff = commands.add_parser("diff", help="say what differs between two versions of a posting")
    diff.add_argument("old", type=Path)
    diff.add_argument("new", type=Path)
    diff.set_defaults(run=_diff)
    return parser


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= _MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no whole number from 1 to {_MOST}")


def _address(text: str) -> str:
    if re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[\w./~-]*)?", text, re.ASCII):
        return text
    raise argparse.ArgumentTypeError(f"{text} is no address that starts with http:// or https://")


def _esco(options: argparse.Namespace) -> None:
    taxonomy = read_taxonomy(options.file)
    names = sum(len(concept.alternatives) for concept in taxonomy.concepts)
    sys.stdout.write(f"{len(taxonomy.concepts)} labels with {names} other names were read.\n")
    if taxonomy.unknown_columns:
        sys.stdout.write(f"Columns not used: {', '.join(taxonomy.unknown_columns)}.\n")
    _keep(taxonomy, options.out)


def _framework(options: argparse.Namespace) -> None:
    with options.file.open("rb") as file:
        framework = read_package(file.read(LARGEST + 1))
    sys.stdout.write(
        f"{framework.title}: {len(framework.items)} items, {len(framework.ties)} associations, "
        f"{len(framework.criteria)} criteria were read.\n"
    )
    sys.stdout.write("".join(f"{remark}\n" for remark in framework.remarks))
    _keep(framework.as_taxonomy(), options.out)


def _keep(taxonomy: Taxonomy, out: Path | None) -> None:
    if out is not None:
        out.write_text(write_taxonomy(taxonomy), "utf-8")
        sys.stdout.write(f"Written to {out}.\n")


def _link(options: argparse.Namespace) -> None:
    from rubric.exchange.linking import Linker  # loads the encoder, which no other command needs

    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    linker = Linker(read_taxonomy(options.taxonomy))
    ahead, texts = tee(line.rstrip("\r\n") for line in sys.stdin)
    for text, matches in zip(texts, linker.link_all(ahead, options.top), strict=True):
        if options.format == "json":
            labels = [{"label": m.label, "score": m.score, "words": m.words} for m in matches]
            sys.stdout.write(json.dumps({"text": text, "labels": labels}, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(
                f"{text}\n" + "".join(f"  {m.score:.2f}  {m.label}  ({m.words})\n" for m in matches)
            )


def _case(options: argparse.Namespace) -> None:
    package = package_of(load_with_own(options.own), options.compatible, options.base)
    sys.stdout.write(json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def _diff(options: argparse.Namespace) -> None:
    changes = compare_graphs(_read_graph(options.old)[1], _read_graph(options.new)[1])
    for change in changes:
        sys.stdout.write(f"{change.name}: {change.what} {change.means}\n")
    if not changes:
        sys.stdout.write("Nothing changes for the loop.\n")


def _read_graph(posting: Path) -> tuple[Requirements, CompetencyGraph]:
    requirements = find_requirements(read_posting(posting.read_bytes()))
    return requirements, build_graph(requirements, load_with_own(None))


def _graph(options: argparse.Namespace) -> None:
    requirements, graph = _read_graph(options.posting)
    if options.format == "graphml":
        sys.stdout.write(graphml_of(graph))
    else:
        sys.stdout.write(
            json.dumps(jsonld_of(graph, requirements.title), ensure_ascii=False, indent=1) + "\n"
        )
