"""A problem written down as a program: what every solve starts from."""

from dataclasses import dataclass

from loops.design.model import Problem
from loops.design.program import Program
from loops.design.rulebook import Constraint, active
from loops.design.shape import SHAPE
from loops.design.variables import Variables, add_variables


@dataclass(frozen=True)
class Draft:
    """A program and what its columns mean."""

    program: Program
    at: Variables


def draft(problem: Problem, *without: Constraint) -> Draft:
    """The program of a problem with all rules that are switched on, but for those named."""
    program = Program()
    at = add_variables(problem, program)
    for rule in (*SHAPE, *active(problem.rules)):
        if rule in without:
            continue
        program.rule = rule.__name__
        rule(problem, program, at)
    return Draft(program, at)
