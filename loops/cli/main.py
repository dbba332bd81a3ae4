"""Which command was asked for, and how a fault is told: one sentence and an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from rubric.value import InputError

DONE = 0
BAD_INPUT = 2
NO_LOOP = 3
WORK_LIMIT = 4

Run = Callable[[argparse.Namespace], int]


_KEEPING = (
    ("plans", (), "list the plans that the web app keeps, with their ids"),
    ("backup", ("file",), "write everything that is kept into one file"),
    ("restore", ("file",), "fill an empty store from a backup"),
    ("export", ("plan", "file"), "write one plan into a file"),
    ("import", ("file",), "keep the plan of a file as a new plan"),
    ("appoint", ("plan", "address"), "make somebody who signs in a plan's hiring manager"),
    ("tidy", (), "delete the data of candidates whose retention date has passed"),
)


class Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words of the command, and leave."""
        sys.stderr.write(f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help\n")
        sys.exit(BAD_INPUT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives back the exit code: 0 done, 2 bad input, 3 no loop, 4 work limit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    module, function = options.runs
    try:
        code = _run(options, getattr(import_module(module), function))
        sys.stdout.flush()
    except InputError as error:
        sys.stderr.write(f"{' '.join(str(error).split())}\n")
        return BAD_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; what was written before is kept.\n")
        return 130
    return code


def _run(options: argparse.Namespace, run: Run) -> int:
    """Run a command, with own content where it was asked for."""
    where = getattr(options, "own", None)
    if where is None:
        return run(options)
    with import_module("loops.cli.own").own_content(where):
        return run(options)


def _add_own(parser: argparse.ArgumentParser) -> None:
    """Let a command that reads a posting use own competencies and questions."""
    told = "own content: `kept` for what the web app keeps, or a folder"
    parser.add_argument("--own", metavar="kept|FOLDER", help=told)


def _add_look(parser: argparse.ArgumentParser) -> None:
    """Let a command take the settings of its papers."""
    parser.add_argument("--candidate", metavar="CODE", default="", help="a code for the candidate, no name")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    parser.add_argument("--variant", choices=("screen", "print"), default="screen", help="default: screen")
    parser.add_argument("--language", choices=("en", "de", "fr"), default="en", help="of the fixed text")
    parser.add_argument("--large-print", action="store_true", help="for the candidate's sheet")
    parser.add_argument("--law", metavar="PLACE", action="append", default=[], help="may be repeated")
    parser.add_argument("--footer", metavar="TEXT", default="", help="in place of ours")
    parser.add_argument("--font", metavar="FILE.ttf", help="for letters that Noto Sans lacks")


def _add_scorecard(commands: "argparse._SubParsersAction[Parser]") -> None:
    scorecard = commands.add_parser("scorecard", help="read returned packets")
    actions = scorecard.add_subparsers(title="actions", required=True, metavar="ACTION")
    read = actions.add_parser("read", help="show what returned packets hold, and what is wrong with them")
    read.add_argument("--plan", metavar="LOOP.json", help="the loop they should belong to")
    read.add_argument("--candidate", metavar="CODE", default="", help="the candidate they should be about")
    read.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    debrief = actions.add_parser("debrief", help="write the debrief packet of a candidate")
    debrief.add_argument("--plan", metavar="LOOP.json", required=True, help="the loop that was held")
    debrief.add_argument("--out", metavar="FILE.pdf", required=True, help="the file to write")
    _add_look(debrief)
    record = actions.add_parser("record", help="merge returned packets into one file for the record")
    record.add_argument("--out", metavar="FILE.pdf", required=True, help="the file to write")
    for action, name in ((read, "run"), (debrief, "run_debrief"), (record, "run_record")):
        action.add_argument("files", metavar="FILE", nargs="+", help="filled packets")
        action.add_argument("--returned", metavar="WHEN", default="", help="when they came in")
        action.set_defaults(runs=("loops.cli.scorecard", name))


def _add_audit(commands: "argparse._SubParsersAction[Parser]") -> None:
    audit = commands.add_parser("audit", help="look over a loop that you already run")
    audit.add_argument("loop", metavar="FILE", help="Greenhouse job stages (JSON), CSV or Markdown")
    audit.add_argument("--posting", metavar="FILE", required=True, help="what the loop is for")
    audit.add_argument("--rules", metavar="FILE", help="the limits that the loop should keep (YAML)")
    audit.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    audit.add_argument("--out", metavar="LOOP.json", help="write the plan with the fewest edits")
    _add_own(audit)
    audit.set_defaults(runs=("loops.cli.audit", "run"))


def _parser() -> Parser:
    parser = Parser(
        prog="python -m loops", description="From a job posting to an interview loop and its packets."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="show what a posting asks for")
    read.add_argument("posting", metavar="POSTING", help="the posting's file, or - for standard input")
    read.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    read.set_defaults(runs=("loops.cli.read", "run"))
    plan = commands.add_parser("plan", help="plan the loop and write loop.json and all PDFs")
    plan.add_argument("posting", metavar="POSTING", help="the posting's file, or - for standard input")
    plan.add_argument("--out", metavar="DIR", required=True, help="the folder to write to")
    plan.add_argument("--panel", metavar="FILE", help="who may interview (YAML); without it, roles to fill")
    plan.add_argument("--rules", metavar="FILE", help="the limits that the loop keeps (YAML)")
    plan.set_defaults(runs=("loops.cli.plan", "run"))
    packets = commands.add_parser("packets", help="write the PDFs of a loop.json")
    packets.add_argument("loop", metavar="LOOP.json", help="a loop that `plan` wrote")
    packets.add_argument("--out", metavar="DIR", required=True, help="the folder to write to")
    packets.set_defaults(runs=("loops.cli.packets", "run"))
    for command in (read, plan):
        _add_own(command)
    for command in (plan, packets):
        _add_look(command)
    _add_scorecard(commands)
    _add_audit(commands)
    schema = commands.add_parser("schema", help="print the JSON schema of a file that Loopwright reads")
    schema.add_argument("name", choices=("panel", "rules", "loop"))
    schema.set_defaults(runs=("loops.cli.schema", "run"))
    for name, words, about in _KEEPING:
        command = commands.add_parser(name, help=about)
        for word in words:
            command.add_argument(word, metavar=word.upper())
        command.set_defaults(runs=("loops.cli.keep", f"run_{name}"))
    return parser
