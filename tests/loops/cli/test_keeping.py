"""Backup, restore, export and import work from the command line, with one sentence where they cannot."""

import getpass
from datetime import date

import pytest

from loops.cli import main
from loops.store import TeamStore, open_store
from loops.store.candidates import add_candidate, candidates


@pytest.fixture
def kept(tmp_path, monkeypatch, store, plan):
    """The environment of a store that holds one plan."""
    monkeypatch.delenv("LOOPWRIGHT_DATABASE_URL", raising=False)
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path / "data"))
    return plan


def test_plans_are_listed_with_their_ids(kept, capsys):
    assert main(["plans"]) == 0
    assert capsys.readouterr().out.startswith(f"{kept.id}  20")


def test_a_backup_comes_back_in_another_folder(kept, tmp_path, monkeypatch, capsys):
    file = str(tmp_path / "backup.gz")
    assert main(["backup", file]) == 0
    assert capsys.readouterr().out == f"Backed up 1 plan with 1 revision to {file}.\n"

    assert main(["restore", file]) == 2
    assert "empty store only" in capsys.readouterr().err

    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path / "other"))
    assert main(["restore", file]) == 0
    assert "Restored 1 plan with 1 revision" in capsys.readouterr().out
    again = open_store()
    assert again.load(kept.id) == kept
    again.close()


def test_a_plan_goes_out_and_comes_in(kept, tmp_path, capsys):
    file = str(tmp_path / "plan.json")
    assert main(["export", kept.id, file]) == 0
    assert main(["import", file]) == 0

    assert "Imported Staff Infrastructure Engineer as the plan " in capsys.readouterr().out
    store = open_store()
    assert len(store.cards()) == 2
    store.close()


@pytest.mark.parametrize("command", ["restore", "import"])
def test_a_wrong_file_gets_one_sentence(kept, tmp_path, capsys, command):
    file = tmp_path / "poem.txt"
    file.write_text("The sea is blue.")

    assert main([command, str(file)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{file}: This ")
    assert told.count("\n") == 1


def test_tidying_deletes_who_is_due(kept, store, planned, capsys):
    made = store.save(kept.seen_by("Ada"), planned, "Planned the loop.")
    for code, day in (("C-1", date(2020, 1, 1)), ("C-2", date(2999, 1, 1)), ("C-3", None)):
        add_candidate(store, "Ada", made.id, code, day)

    assert main(["tidy"]) == 0
    assert capsys.readouterr().out == "Deleted the data of 1 candidate.\n"
    assert [left.code for left in candidates(store, "Ada", made.id)] == ["C-2", "C-3"]


def test_who_imported_is_told_even_where_the_system_has_no_name(kept, tmp_path, monkeypatch):
    file = str(tmp_path / "plan.json")
    assert main(["export", kept.id, file]) == 0
    monkeypatch.setattr(getpass, "getuser", lambda: {}["no name"])
    assert main(["import", file]) == 0

    store = open_store()
    assert {card.who for card in store.cards()} == {"Ada", "command line"}
    store.close()


def test_an_unknown_plan_gets_one_sentence(kept, tmp_path, capsys):
    assert main(["export", "nothing", str(tmp_path / "plan.json")]) == 2
    assert "There is no such plan" in capsys.readouterr().err
    assert not (tmp_path / "plan.json").exists()


def test_a_plan_of_one_person_is_handed_to_somebody_who_signs_in(kept, capsys, store):
    assert main(["appoint", kept.id, "Ada@Example.org"]) == 0
    assert capsys.readouterr().out == "Ada@Example.org is a hiring manager of the plan now.\n"
    assert TeamStore(store, "ada@example.org").load(kept.id) == kept

    assert main(["appoint", kept.id, "Ada"]) == 2
    assert "e-mail address" in capsys.readouterr().err
    assert main(["appoint", "nothing", "ada@example.org"]) == 2
    assert "no such plan" in capsys.readouterr().err
