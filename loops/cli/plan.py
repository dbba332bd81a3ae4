"""`plan`: a posting's file to loop.json, the PDFs, and the loop as a table."""

import argparse
import sys
from pathlib import Path

from loops.cli.files import make_folder, named, read_input, write_whole
from loops.cli.look import settings_of, tell_language
from loops.cli.packets import write_papers
from loops.cli.progress import Progress, hushed
from loops.cli.table import loop_table, no_loop_text
from loops.design.files import load_panel, load_rules, write_loop
from loops.design.model import NoLoop, Panel, PlanFile, Problem, Rules
from loops.design.problem import build_problem
from loops.design.solve import plan_loop
from rubric.catalogue.load import load_catalogue
from rubric.compose import compose_rubric
from rubric.graph import build_graph
from rubric.model import Rubric
from rubric.postings import read_posting
from rubric.postings.decode import MAX_BYTES
from rubric.requirements import find_requirements
from rubric.value import InputError

_CODES = {"clash": 3, "work": 4}


def run(options: argparse.Namespace) -> int:
    """Plan the loop and write everything; where there is none, loop.json says why and no PDF is written."""
    progress = Progress()
    settings = settings_of(options)
    folder = make_folder(options.out)
    try:
        progress.say("Reading the posting")
        rubric = read_rubric(options.posting)
        problem = _problem(rubric, options.panel, options.rules)
        progress.say("Planning the loop")
        with hushed():
            plan = plan_loop(problem)
        file = PlanFile.of(problem, plan)
        write_whole(folder / "loop.json", write_loop(file))
        if isinstance(plan, NoLoop):
            progress.done()
            sys.stderr.write(f"{no_loop_text(plan)}\n")
            return _CODES[plan.why]
        write_papers(file, folder, progress, settings)
        progress.done()
        sys.stdout.write(f"{loop_table(file)}\n")
        tell_language(options)
    finally:
        progress.done()
    return 0


def read_rubric(posting: str) -> Rubric:
    """The rubric of a posting's file; of a feed, its first posting's."""
    catalogue = load_catalogue()
    try:
        requirements = find_requirements(read_posting(read_input(posting, MAX_BYTES)))
    except InputError as error:
        raise named(posting, error) from error
    return compose_rubric(requirements, build_graph(requirements, catalogue), catalogue)


def _problem(rubric: Rubric, panel: str | None, rules: str | None) -> Problem:
    people: Panel | None = load_panel(Path(panel)) if panel else None
    limits: Rules | None = load_rules(Path(rules)) if rules else None
    return build_problem(rubric, people, limits)
