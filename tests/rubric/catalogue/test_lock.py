"""Released wording stays; new wording takes a new id; the lock is written and checked by the command line."""

import pytest

from rubric.catalogue.check import check_content
from rubric.catalogue.cli import run
from rubric.catalogue.files import CatalogueError, texts_of
from rubric.catalogue.load import built_in, load_catalogue
from rubric.catalogue.lock import LOCK, changed_wording, lock_text, read_lock, wordings
from tests.rubric.catalogue.entries import catalogue, competency, folder, yaml_of


def test_questions_and_anchors_of_what_is_no_draft_are_locked():
    assert set(wordings(catalogue(competency()))) == {
        "soup#anchors",
        "soup-burnt",
        "soup-praise",
        "soup-empty",
        "soup-taste",
    }
    assert wordings(catalogue(competency(status="draft"))) == {}


def test_the_lock_is_written_once_and_a_changed_word_is_found(tmp_path, capsys):
    folder(tmp_path)
    assert run(["lock", str(tmp_path)]) == 0
    assert "5 wordings are locked." in capsys.readouterr().out
    assert [fault.rule for fault in check_content(tmp_path)] == ["lonely"]

    file = tmp_path / "competencies" / "kitchen" / "soup.yaml"
    file.write_text(yaml_of().replace("that went wrong in service", "that burnt in service"))
    assert [fault.rule for fault in check_content(tmp_path)] == ["locked", "lonely"]
    before = (tmp_path / LOCK).read_text()
    assert run(["lock", str(tmp_path)]) == 1
    assert (tmp_path / LOCK).read_text() == before
    assert "soup-burnt was reworded" in capsys.readouterr().out

    (tmp_path / "exemptions.toml").write_text(
        '[locked]\nsoup = "A typing fault."\n[lonely]\nsoup = "Small."\n'
    )
    assert check_content(tmp_path) == []


def test_a_released_question_may_not_go():
    [fault] = changed_wording(catalogue(), {"soup-burnt": "0123456789ab"})
    assert fault.finding.why.startswith("soup-burnt is gone: retire it")


def test_a_line_that_is_no_lock_is_named():
    with pytest.raises(CatalogueError, match="an id and a hash: soup"):
        read_lock("soup\n")


def test_the_lock_reads_back():
    held = catalogue(competency())
    assert read_lock(lock_text(held, {})) == {name: digest for name, (_, digest) in wordings(held).items()}


def test_no_released_wording_of_the_shipped_catalogue_has_changed():
    locked = read_lock(texts_of(built_in()).get(LOCK, ""))
    assert list(changed_wording(load_catalogue(), locked)) == []
