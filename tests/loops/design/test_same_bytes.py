"""The same input gives the same bytes: in other processes, with other seeds of hashing, on one core."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys, hashlib
from loops.design.files import write_loop
from loops.design.model import PlanFile
from loops.design.solve import plan_loop
from tests.loops.design.factories import item, problem
from tests.loops.design.test_large import big
tasks = (problem((item("sql"), item("care"), item("code", "should"))), big(aim="shortest", max_interviews=12),
    big(aim="best", max_minutes=300))
for task in tasks:
    sys.stdout.write(hashlib.sha256(write_loop(PlanFile.of(task, plan_loop(task)))).hexdigest() + " ")
"""


def planned(seed: str, cores: set[int]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.slow
def test_every_process_plans_the_same_loop_on_one_core_and_on_all():
    cores = os.sched_getaffinity(0)
    first = planned("1", {min(cores)})

    assert len(first.split()) == 3
    assert planned("2", cores) == first
