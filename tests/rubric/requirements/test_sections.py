"""What a section is: its heading, its content and its place tell together."""

import pytest

from rubric.postings import read_posting
from rubric.requirements import find_requirements
from rubric.requirements.sections import settle_sections

DUTIES = ("Answer calls from residents within an hour", "Write the monthly report", "Train two apprentices")
NEEDS = ("Three years of experience in a workshop", "A full driving licence", "Good knowledge of AutoCAD")
GIFTS = ("28 days of annual leave", "A pension of 8%", "Free parking and lunch")


def posting(*parts):
    text = "# Site Technician\n\n" + "\n".join(
        f"## {heading}\n\n" + "".join(f"- {item}\n" for item in items) for heading, items in parts
    )
    return read_posting(text)


def kinds(*parts):
    return [section.kind for section in settle_sections(posting(*parts)) if section.heading]


@pytest.mark.parametrize("heading", ["Essential functions", "Beyond the workshop door", "Your Tuesdays"])
def test_duties_under_an_unclear_heading_are_duties(heading):
    assert kinds((heading, DUTIES), ("Requirements", NEEDS)) == ["responsibility", "minimum"]


@pytest.mark.parametrize("heading", ["Package", "You'll get", "The sweet part"])
def test_gifts_under_an_unclear_heading_are_no_requirements(heading):
    found = find_requirements(posting(("Duties", DUTIES), ("Requirements", NEEDS), (heading, GIFTS)))

    assert [item.text for item in found.items] == [*DUTIES, *NEEDS]


def test_requirements_may_stand_before_duties():
    assert kinds(("Requirements", NEEDS), ("Duties", DUTIES)) == ["minimum", "responsibility"]


def test_a_section_without_heading_stays_what_it_is():
    one = read_posting("Technician wanted\n\nWe repair pumps. You will answer calls from residents.")

    assert settle_sections(one) == one.sections


def test_a_glued_heading_of_unknown_words_is_parted_from_its_list():
    text = "Site Technician\n\nOdds are youKnow AutoCAD by heart and have two years in a workshop\n"

    found = find_requirements(read_posting(text))

    assert found.items[0].text == "Know AutoCAD by heart and have two years in a workshop"
