"""Labels of postings name what exists, and what is expected is met one by one."""

from benchmarks.links import PARTS, interval, matched, measure, read_labels, read_samples
from rubric.catalogue.load import load_catalogue

CATALOGUE = load_catalogue()
SAMPLES = read_samples()


def test_labels_name_postings_requirements_and_competencies_that_exist():
    seen = set()
    for part in PARTS:
        for labels in read_labels(part):
            units = [unit for unit in SAMPLES[labels.posting].units if unit.tag in ("req", "para")]
            named = frozenset().union(*labels.top, labels.wrong, *labels.right.values())
            assert named <= CATALOGUE.competencies.keys()
            assert max(labels.right) <= len(units)
            assert 5 <= len(labels.top) <= 8
            seen.add(labels.posting)
    assert len(seen) == 124


def test_a_name_serves_one_expectation_only():
    wanted = (frozenset("ab"), frozenset("a"), frozenset("c"))
    assert matched(wanted, ["a", "b"]) == 2
    assert matched(wanted, ["a"]) == 1
    assert matched(wanted, []) == 0


def test_one_posting_is_counted():
    labels = next(held for held in read_labels("mending") if held.posting == "001-community-nurse")
    counts = measure(labels, SAMPLES[labels.posting])
    assert counts["labelled"] == len(labels.right)
    assert 0 < counts["recall"] <= 1_000_000
    assert counts["sure right"] <= counts["sure"]


def test_an_interval_holds_its_share():
    assert interval(0, 0) == "none"
    assert interval(9, 10).startswith("0.900 (0.60-0.98")
