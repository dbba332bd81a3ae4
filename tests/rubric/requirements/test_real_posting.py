"""The flow's own run-on posting comes out whole, with the right section for each requirement."""

from pathlib import Path

import pytest

from rubric.postings import read_posting
from rubric.requirements import Requirements, find_requirements

EXAMPLES = Path(__file__).parents[3] / "examples"


def found_in(name: str) -> Requirements:
    return find_requirements(read_posting((EXAMPLES / name).read_bytes()))


def texts(requirements: Requirements, section: str) -> list[str]:
    return [item.text for item in requirements.items if item.section == section]


def test_a_posting_that_lost_its_bullets_comes_apart_again():
    requirements = found_in("staff-infrastructure-engineer.txt")

    assert requirements.title == "Staff Infrastructure Engineer"
    assert requirements.seniority == "staff"
    assert texts(requirements, "responsibility") == [
        "Design, build and operate the container platform used by every product team",
        "Lead technical decisions that cut across infrastructure and backend teams and write them down",
        "Mentor senior engineers on their way to becoming technical leaders",
        "Take part in roadmap planning and prioritisation with product and finance",
        "Debug production issues across services, kernel and network",
        "Improve the automation, reliability and observability of shared services",
        "Find out what compute the product teams will need and plan capacity and cost for the year",
    ]
    assert len(texts(requirements, "minimum")) == 9
    assert len(texts(requirements, "preferred")) == 3
    assert [item.years for item in requirements.items if item.years] == [10, 3]


@pytest.mark.parametrize(
    ("name", "counts"),
    [("nurse-manager.txt", (8, 7, 2)), ("store-manager.txt", (8, 6, 2))],
)
def test_well_formed_postings_keep_every_bullet(name, counts):
    requirements = found_in(name)

    assert tuple(len(texts(requirements, s)) for s in ("responsibility", "minimum", "preferred")) == counts


def test_nothing_of_company_and_benefits_is_a_requirement():
    joined = "\n".join(item.text for item in found_in("staff-infrastructure-engineer.txt").items)

    assert "bakeries" not in joined
    assert "loaf of bread" not in joined
    assert "please apply" not in joined
