"""`scorecard`: returned packets to scorecards, to the debrief packet, to one record."""

import argparse
import json
import sys
from pathlib import Path

from loops.cli.files import named, read_input, write_whole
from loops.cli.look import settings_of, tell_language
from loops.debrief import compose_debrief
from loops.design.files import MOST_BYTES, read_loop
from loops.design.model import PlanFile
from loops.packets import render
from loops.scorecards import Returned, merge_returned, read_scorecards
from rubric.value import InputError

_MOST = 64 * 1024 * 1024
"""What is taken from disk at all; what a packet may have is the reader's to say."""


def run(options: argparse.Namespace) -> int:
    """Print what the files hold; a file that cannot be read is told of like any other problem."""
    plan = _plan(options.plan) if options.plan else None
    returned = read_scorecards(_files(options), plan, options.candidate, options.returned)
    if options.format == "json":
        json.dump(
            [each.model_dump(mode="json") for each in returned], sys.stdout, ensure_ascii=False, indent=1
        )
        sys.stdout.write("\n")
    else:
        sys.stdout.write("\n".join(_text(each) for each in returned))
    return 0


def run_debrief(options: argparse.Namespace) -> int:
    """Write the debrief packet from returned packets, and tell what is wrong with them."""
    settings, plan = settings_of(options), _plan(options.plan)
    returned = read_scorecards(_files(options), plan, options.candidate, options.returned)
    debrief = compose_debrief(plan, returned, settings)
    write_whole(Path(options.out), render(debrief))
    tell_language(options)
    sys.stdout.write("".join(f"! {point}\n" for point in debrief.open_points) + f"{options.out}\n")
    return 0


def run_record(options: argparse.Namespace) -> int:
    """Write one file that holds all returned packets, with nothing left to fill in."""
    write_whole(Path(options.out), merge_returned(_files(options)))
    sys.stdout.write(f"{options.out}\n")
    return 0


def _files(options: argparse.Namespace) -> list[tuple[str, bytes]]:
    return [(Path(name).name, read_input(name, _MOST)) for name in options.files]


def _plan(name: str) -> PlanFile:
    try:
        return read_loop(read_input(name, MOST_BYTES))
    except InputError as error:
        raise named(name, error) from error


def _text(returned: Returned) -> str:
    """One file as lines for people."""
    lines = [returned.file]
    if card := returned.scorecard:
        code = f", candidate {card.candidate}" if card.candidate else ""
        lines[0] += f": {card.interviewer}, {card.interview}{code}"
        for rating in card.ratings:
            answer = rating.answer
            level = {"observed": getattr(answer, "level", ""), "not-observed": "not assessed", "blank": "–"}
            lines.append(f"  {rating.competency}: {level[answer.kind]}")
        lines.append(f"  recommendation: {card.recommendation or '–'}")
    lines += [f"  ! {problem.says}" for problem in returned.problems]
    return "\n".join(lines) + "\n"
