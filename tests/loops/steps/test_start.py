"""A posting becomes a plan, or one sentence says why not and nothing is kept."""

import pytest

from loops import steps
from rubric.value import InputError


@pytest.mark.parametrize("sample", steps.SAMPLES)
def test_every_sample_starts_a_plan(store, sample):
    saved = steps.start_sample(store, sample, "Ada")

    assert len(saved.state.asked.items) >= 15
    assert saved.state.source == f"{sample}.txt"
    assert saved.undo is None


@pytest.mark.parametrize(
    ("posting", "language"),
    [
        ("Koch\n\nIhre Aufgaben\n- Sie kochen für 80 Gäste am Tag\n- Sie planen die Speisekarte", "de"),
        ("Cook\n\nWhat you will do\n- You cook for 80 guests a day\n- You plan the menu", "en"),
    ],
)
def test_papers_speak_the_language_of_the_posting_at_first(store, posting, language):
    saved = steps.start_plan(store, posting, "cook.txt", "Ada")

    assert saved.state.papers.look.language == language


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"\x00\x01\x02\x89PNG" * 30, "binary", id="binary"),
        pytest.param(b"x" * 5_000_001, "up to 5 MB", id="too large"),
        pytest.param("The sea is blue. The sea is wide.", "No requirement", id="asks for nothing"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_and_not_kept(store, data, says):
    with pytest.raises(InputError, match=says):
        steps.start_plan(store, data, "posting.txt", "Ada")

    assert steps.list_plans(store) == ()


def test_an_unknown_sample_is_named(store):
    with pytest.raises(InputError, match="no sample posting poet"):
        steps.start_sample(store, "poet", "Ada")


def test_a_posting_without_a_title_is_called_after_its_file(store):
    text = "Requirements:\n\n- Mentor engineers in the team\n- Lead technical decisions across teams\n"
    saved = steps.start_plan(store, text, "platform-lead.md", "Ada")

    assert saved.state.name == "platform-lead"
