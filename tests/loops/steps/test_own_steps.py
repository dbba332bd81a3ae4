"""Own content is laid over the catalogue for all plans, is used when mapping and composing, and is undone."""

import pytest

from loops import steps
from loops.store import Conflict, OwnContent, read_own, save_own
from rubric.catalogue.load import load_built_in, load_catalogue, use_catalogue
from rubric.catalogue.markdown import markdown_text
from rubric.value import InputError

POSTING = "Keeper\n\nRequirements\n- Trains falcons for flying displays\n- Runs falconry shows for guests\n"


@pytest.fixture(autouse=True)
def built_in_again():
    """Whatever a test lays over the catalogue is gone after it."""
    yield
    use_catalogue(None)


def falconry():
    """A competency of one's own, made from a built-in one."""
    entry = load_built_in().competencies["mentoring"]
    page = markdown_text(entry).replace("mentoring", "falconry").replace("# Mentoring", "# Falconry", 1)
    lines = [
        line if not line.startswith("- en:") else "- en: falconry; falcons" for line in page.splitlines()
    ]
    return "\n".join(line for line in lines if not line.startswith(("- de:", "- fr:", "- tools:"))).encode()


def test_own_content_is_used_when_a_posting_is_read_and_a_rubric_composed(store):
    own, unknown = steps.take_in_own(store, "ada", "falconry.md", falconry())
    plan = steps.start_plan(store, POSTING, None, "ada")

    assert unknown == ()
    assert [entry.id for entry in steps.own_competencies(own)] == ["falconry"]
    assert "falconry" in {link.competency for link in plan.state.graph.links}
    assert "falconry" in load_catalogue().competencies
    assert load_catalogue().version.endswith("+own")


def test_what_was_taken_in_is_removed_and_each_is_undone(store):
    steps.take_in_own(store, "ada", "falconry.md", falconry())
    steps.remove_own(store, "ada", "falconry")
    assert "falconry" not in load_catalogue().competencies
    steps.undo_own(store, "ada")
    assert "falconry" in load_catalogue().competencies
    steps.undo_own(store, "ada")
    assert load_catalogue() is load_built_in()


def test_the_content_is_there_again_after_a_restart(store):
    steps.take_in_own(store, "ada", "falconry.md", falconry())
    use_catalogue(None)
    steps.use_own(store)

    assert "falconry" in load_catalogue().competencies


def test_questions_come_in_as_csv_and_unknown_columns_are_told(store):
    head = b"id,competency_id,question,level,probes,look_for,red_flags,mood\n"
    cells = b"2|3,What did you say?|How did you see it helped?,Names the gap|Shows a check,Tells only,good"
    data = head + b"mentoring-own-1,mentoring,Tell me how you taught a colleague.," + cells + b"\n"
    own, unknown = steps.take_in_own(store, "ada", "ours.csv", data)

    assert unknown == ("mood",)
    asks = {question.id for question in load_catalogue().competencies["mentoring"].questions}
    assert "mentoring-own-1" in asks
    same, _ = steps.take_in_own(store, "ada", "ours.csv", data)
    assert same.number == own.number


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("ours.pdf", b"x", "CSV, Markdown"),
        ("ours.md", b"\xff\xfe\x00", "UTF-8"),
        ("ours.md", b"# no id", "title"),
        ("ours.yaml", b"id: [", "ours.yaml"),
        ("ours.yaml", b"id: falconry", "ours.yaml"),
        ("ours.csv", b"x" * 20_000_001, "20 MB"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence_and_changes_nothing(store, name, data, says):
    with pytest.raises(InputError, match=says):
        steps.take_in_own(store, "ada", name, data)
    assert read_own(store) == OwnContent()


def test_two_people_do_not_overwrite_each_other(store):
    save_own(store, OwnContent(), "ada", "First.", {})
    with pytest.raises(Conflict, match="Somebody else"):
        save_own(store, OwnContent(), "ben", "Second.", {})


def test_nothing_can_be_taken_back_or_removed_where_nothing_is(store):
    with pytest.raises(InputError, match="nothing to take back"):
        steps.undo_own(store, "ada")
    with pytest.raises(InputError, match="no such own competency"):
        steps.remove_own(store, "ada", "falconry")
