"""Own content on the command line: what the app keeps, or a folder's, and never unasked."""

import json

import pytest

from loops import steps
from loops.cli import main
from loops.store import open_store
from rubric.catalogue.load import load_built_in, load_catalogue, use_catalogue
from rubric.catalogue.markdown import markdown_text
from rubric.catalogue.write import yaml_text

POSTING = "Keeper\n\nRequirements\n- Trains falcons for flying displays\n- Runs falconry shows for guests\n"


@pytest.fixture
def posting(tmp_path, monkeypatch):
    """A posting's file, in a house whose database keeps nothing yet."""
    monkeypatch.delenv("LOOPWRIGHT_DATABASE_URL", raising=False)
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path / "data"))
    file = tmp_path / "keeper.txt"
    file.write_text(POSTING)
    return str(file)


@pytest.fixture
def falconry():
    """A competency of one's own, made from a built-in one."""
    entry = load_built_in().competencies["mentoring"]
    page = markdown_text(entry).replace("mentoring", "falconry").replace("# Mentoring", "# Falconry", 1)
    lines = [
        line if not line.startswith("- en:") else "- en: falconry; falcons" for line in page.splitlines()
    ]
    return "\n".join(line for line in lines if not line.startswith(("- de:", "- fr:", "- tools:")))


@pytest.fixture
def kept(posting, falconry):
    """The same house after its app took the competency in."""
    store = open_store()
    steps.take_in_own(store, "ada", "falconry.md", falconry.encode())
    store.close()
    use_catalogue(None)
    return posting


def in_loop(capsys, *words):
    """The competencies that `read` puts in the loop."""
    assert main(["read", *words, "--format", "json"]) == 0
    return {each["id"] for each in json.loads(capsys.readouterr().out)["competencies"] if each["in_loop"]}


def test_kept_content_is_used_where_it_is_asked_for_and_only_there(kept, capsys):
    assert "falconry" in in_loop(capsys, kept, "--own", "kept")
    assert load_catalogue() is load_built_in()
    assert "falconry" not in in_loop(capsys, kept)


def test_a_loop_is_planned_with_own_questions_and_its_papers_need_nothing_more(kept, tmp_path, capsys):
    folder = tmp_path / "loop"
    assert main(["plan", kept, "--out", str(folder), "--own", "kept"]) == 0
    assert "Falconry" in capsys.readouterr().out
    loop = json.loads((folder / "loop.json").read_text())
    asked = {name for held in loop["interviews"] for item in held["items"] for name in item["questions"]}
    assert any(name.startswith("falconry-") for name in asked)

    before = {path.name: path.read_bytes() for path in folder.rglob("*.pdf")}
    assert main(["packets", str(folder / "loop.json"), "--out", str(folder)]) == 0
    assert {path.name: path.read_bytes() for path in folder.rglob("*.pdf")} == before


def test_a_folder_does_the_same(posting, falconry, kept, tmp_path, capsys):
    store = open_store()
    entry = steps.own_competencies(steps.use_own(store))[0]
    store.close()
    use_catalogue(None)
    file = tmp_path / "house" / "competencies" / "own" / "falconry.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(yaml_text(entry))

    assert "falconry" in in_loop(capsys, posting, "--own", str(tmp_path / "house"))


def test_a_loop_in_use_is_audited_with_own_content(kept, tmp_path, capsys):
    loop = tmp_path / "today.md"
    loop.write_text("## Talk\n- How did you train your last falcon for a flying display?\n")
    assert main(["audit", str(loop), "--posting", kept, "--own", "kept"]) == 0
    assert "Falconry" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("where", "says"), [("kept", "No own content is kept in this database"), ("nowhere", "does not exist")]
)
def test_where_there_is_none_it_says_so_in_one_sentence(posting, capsys, where, says):
    assert main(["read", posting, "--own", where]) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.err.count("\n") == 1
    assert not told.out
    assert load_catalogue() is load_built_in()
