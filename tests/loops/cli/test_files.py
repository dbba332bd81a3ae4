"""Files are checked before they are read, and written whole or not at all."""

import io
import sys
from types import SimpleNamespace

import pytest

from loops.cli import main
from loops.cli.files import make_folder, named, read_input, write_whole
from rubric.value import InputError


def test_standard_input_is_read_up_to_the_limit(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"12345678")))
    assert read_input("-", 8) == b"12345678"

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"1" * 3_000_001)))
    with pytest.raises(InputError, match="Standard input has more than 3 MB"):
        read_input("-", 3_000_000)


@pytest.mark.parametrize(
    ("name", "says"),
    [("a\0b", "cannot be read"), ("x" * 300, "file name too long"), ("/proc/self/mem", "/proc/self/mem")],
)
def test_strange_names_get_their_sentence(name, says):
    with pytest.raises(InputError, match=says):
        read_input(name, 10)


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    kept = tmp_path / "kept.pdf"
    write_whole(kept, b"one")
    write_whole(kept, b"two")
    assert kept.read_bytes() == b"two"

    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(InputError, match=r"folder\.pdf cannot be written: is a directory"):
        write_whole(tmp_path / "folder.pdf", b"three")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf", "kept.pdf"]

    with pytest.raises(InputError, match="cannot be written: not a directory"):
        write_whole(kept / "below" / "more.pdf", b"four")


def test_a_folder_is_made_with_its_parents(tmp_path):
    assert make_folder(str(tmp_path / "a" / "b")) == tmp_path / "a" / "b"
    assert list((tmp_path / "a" / "b").iterdir()) == []
    with pytest.raises(InputError, match="cannot be written to"):
        make_folder("/proc/nothing")


def test_a_file_is_named_once():
    assert str(named("dir/a.txt", InputError("It is empty."))) == "dir/a.txt: It is empty."
    assert str(named("dir/a.txt", InputError("There is no file dir/a.txt."))) == "There is no file dir/a.txt."


def test_who_stops_a_command_is_told_what_was_kept(monkeypatch, capsys):
    def stop(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr("loops.cli.schema.run", stop)
    assert main(["schema", "panel"]) == 130
    assert capsys.readouterr().err == "Stopped; what was written before is kept.\n"
