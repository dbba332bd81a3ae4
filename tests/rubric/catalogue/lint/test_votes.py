"""Weights and experts' votes are checked against the published formulas and limits."""

import pytest

from rubric.catalogue.lint.votes import a_wg, r_wg, votes, weights


@pytest.mark.parametrize(
    ("shares", "musts", "fault"),
    [
        pytest.param({"a": 0.5, "b": 0.5}, ["a"], None, id="sound"),
        pytest.param({"a": 0.5, "b": 0.4}, [], "add up to 0.90", id="sum"),
        pytest.param({"a": 1.0}, ["b"], "b is a must-have", id="a must of nothing"),
        pytest.param({"a": 0.6, "b": 0.4}, [], "a weighs 60%", id="too heavy"),
        pytest.param({"a": 1.0}, [], None, id="one alone"),
    ],
)
def test_weights(shares, musts, fault):
    found = [finding.why for finding in weights(shares, musts)]
    assert (fault is None) == (not found)
    assert fault is None or any(fault in why for why in found)


@pytest.mark.parametrize(
    ("hits", "levels", "faults"),
    [
        pytest.param(9, [3, 3, 3, 3], 0, id="sound"),
        pytest.param(7, [3, 3], 1, id="between"),
        pytest.param(5, [3], 1, id="not put back"),
        pytest.param(9, [1, 2, 3, 4], 1, id="no agreement"),
    ],
)
def test_votes(hits, levels, faults):
    assert len(list(votes("Names a cause", hits, 10, levels))) == faults


def test_a_spread_of_one_and_a_half_is_worse_than_chance_on_five_points():
    """A deviation of 1.5, often quoted, was set on nine points (r_wg .66); on five it is -.13."""
    uniform = (5**2 - 1) / 12
    assert 1 - 1.5**2 / uniform == pytest.approx(-0.125)
    assert r_wg([1, 1, 4, 4], 4) < 0
    assert r_wg([3], 4) is None


def test_a_wg_is_one_for_full_agreement_and_undefined_at_the_ends():
    assert a_wg([3, 3, 3, 3], 4) == 1
    assert a_wg([4, 4, 4, 4], 4) is None
    assert a_wg([3], 4) is None
