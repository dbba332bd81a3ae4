"""Papers in German and French say what of them is in English, and name the shipped formats."""

import pytest

from loops.design.files import load_formats
from loops.packets import Settings, compose_packets
from loops.packets.language import format_name
from loops.packets.model import Look
from loops.packets.words import words_of
from loops.packets.words.sentences import said_in
from rubric.catalogue.load import load_catalogue
from rubric.compose import compose_rubric
from rubric.graph import build_graph
from rubric.postings import read_posting
from rubric.requirements import find_requirements
from tests.loops.packets.factories import plan_file

POSTING = b"""Senior Backend Engineer
Requirements:
- Five years of Python
- You know PostgreSQL and can tune queries
- A degree in computer science
- You run on-call and write postmortems
Nice to have:
- Driving licence
- A positive attitude
"""


@pytest.mark.parametrize("language", ["de", "fr"])
def test_page_one_says_what_is_in_english(language):
    packets = compose_packets(plan_file(), Settings(look=Look.model_validate({"language": language})))
    said = words_of(language)("all.in_english")
    assert packets.overview.note == packets.interviews[0][1].note == said
    assert packets.candidate.note == words_of(language)("candidate.in_english")


def test_an_english_paper_has_nothing_to_say_of_it():
    packets = compose_packets(plan_file(), Settings())
    assert packets.overview.note == packets.candidate.note == ""


def test_every_shipped_format_has_a_name_and_a_teams_own_name_stays():
    file = plan_file()
    first = file.interviews[0]
    for each in load_formats():
        named = first.model_copy(update={"format": each.id, "name": each.name})
        assert format_name(file, named, words_of("en")) == each.name
        assert format_name(file, named, words_of("de")) != each.name
    own = first.model_copy(update={"format": "coding", "name": "Kitchen trial"})
    assert format_name(file, own, words_of("de")) == "Kitchen trial"


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_reason_of_a_reading_has_a_translation(language):
    requirements = find_requirements(read_posting(POSTING))
    rubric = compose_rubric(requirements, build_graph(requirements, load_catalogue()), load_catalogue())
    whys = [left.why for left in rubric.left_out]
    whys += [evidence.why for item in rubric.items for evidence in item.evidence]
    assert whys
    assert [why for why in whys if said_in(language, why) == why] == []
