"""Projected dependability against published decision studies."""

import json
import os
from pathlib import Path

import pytest

from loops.design.measure import PRESETS, dependability, information, measure_of, quality, sem, told_by
from loops.design.model import Measure, Rules
from loops.design.solve import plan_loop
from tests.loops.design.factories import item, loop, problem, sitting

ROBERTS, HUFFCUTT = PRESETS["roberts-2014"], PRESETS["huffcutt-2013"]
CALGARY = Measure(name="Calgary", source="PubMed 22004317.", candidate=1, interviewer=1.0635, question=1.595)
SHARED = Path(os.environ.get("LOOPWRIGHT_SHARED", Path(__file__).parents[4] / "shared"))
STUDIES = SHARED / "data" / "psychometrics" / "dstudy_published_interviews.expected.json"


@pytest.mark.parametrize(
    ("looks", "phi"),
    [(1, 0.2814), (2, 0.4393), (4, 0.6104), (6, 0.7015), (8, 0.7581), (10, 0.7966), (12, 0.8246)],
)
def test_interviewers_with_one_question_each_as_roberts_published(looks, phi):
    assert dependability(looks * information(ROBERTS, 1)) == pytest.approx(phi, abs=5e-5)


@pytest.mark.parametrize(("stations", "raters", "phi"), [(7, 2, 0.79), (10, 1, 0.79), (8, 2, 0.81)])
def test_stations_with_raters_as_calgary_published(stations, raters, phi):
    assert dependability(stations * information(CALGARY, raters)) == pytest.approx(phi, abs=0.01)


@pytest.mark.parametrize(("assessors", "phi"), [(1, 0.44), (2, 0.611111), (4, 0.758621), (8, 0.862745)])
def test_separate_interviewers_as_spearman_and_brown_project_from_huffcutt(assessors, phi):
    assert dependability(assessors * information(HUFFCUTT, 4)) == pytest.approx(phi, abs=1e-6)


@pytest.mark.skipif(not STUDIES.exists(), reason="the shared data sets are not here")
def test_the_published_studies_in_the_shared_data():
    studies = json.loads(STUDIES.read_text("utf-8"))

    for looks, phi in studies["roberts_2014"]["recomputed_absolute"].items():
        assert dependability(int(looks) * information(ROBERTS, 1)) == pytest.approx(phi, abs=5e-5)
    for row in studies["calgary_vet"]["published"]:
        told = row["stations"] * information(CALGARY, row["raters"])
        assert dependability(told) == pytest.approx(row["G"], abs=studies["calgary_vet"]["tol"])


def test_the_error_is_in_points_and_absent_where_nothing_is_known():
    assert sem(ROBERTS, information(ROBERTS, 1)) == pytest.approx(1.2**0.5)
    assert sem(ROBERTS, 0.0) is None
    assert information(ROBERTS, 0) == 0


def test_a_format_that_shows_half_tells_half():
    assert information(ROBERTS, 2, 0.5) == pytest.approx(information(ROBERTS, 2) / 2)


def test_the_whole_is_weighted_by_importance():
    task = problem((item("sql", weight=0.75), item("care", weight=0.25)))
    one = (sitting(1, "ana", "sql-q1"),)

    assert quality(task, one) == pytest.approx(0.75 * 0.2814, abs=1e-4)
    assert told_by(task, one)["care"] == 0


def test_spreading_tells_more_than_doubling():
    task = problem((item("sql"),))
    spread = (sitting(1, "ana", "sql-q1"), sitting(2, "ben", "sql-q2", second="sql"))
    doubled = (sitting(1, "ana", "sql-q1", "sql-q2"),)

    assert quality(task, spread) > quality(task, doubled)


def test_own_variances_replace_the_presets_and_the_printed_figure_is_the_optimised_one():
    rules = Rules(measure=CALGARY, aim="best", max_minutes=135)
    task = problem((item("sql"), item("care")), rules)
    plan = plan_loop(task)

    assert measure_of(task) is CALGARY
    assert plan.kind == "loop"
    printed = sum(cover.dependability for cover in plan.coverage) / 2
    assert plan.aims[0].value == pytest.approx(printed, abs=2e-6)
    assert plan.aims[0].bound == pytest.approx(printed, abs=2e-6)
    assert quality(task, loop().interviews) == 0
