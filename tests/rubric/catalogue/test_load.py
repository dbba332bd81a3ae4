"""The catalogue's door is strict, names the file, and reads the compact form only while it is true."""

import pytest

from rubric.catalogue.compiled import compile_texts, read_compiled, stale_paths
from rubric.catalogue.files import COMPILED, CatalogueError, texts_of
from rubric.catalogue.load import built_in, load_catalogue, read_catalogue
from tests.rubric.catalogue.entries import folder, yaml_of


def test_reads_a_folder(tmp_path):
    texts = {"areas_toml": 'kitchen = "In the kitchen"\n', "VERSION": "2026.1\n"}

    found = read_catalogue(folder(tmp_path, **texts))

    assert list(found.competencies) == ["soup"]
    assert found.area_of("soup").name == "In the kitchen"
    assert found.version == "2026.1"


def test_an_area_without_a_written_name_is_named_after_its_folder(tmp_path):
    assert read_catalogue(folder(tmp_path)).area_of("soup").name == "Kitchen"


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        pytest.param("competencies__kitchen__tea_yaml", "id: [", "tea.yaml", id="no yaml"),
        pytest.param("competencies__kitchen__tea_yaml", "id: a\nid: b\n", "tea.yaml.*id", id="a key twice"),
        pytest.param("competencies__kitchen__tea_yaml", "id: tea\n", "tea.yaml.*name", id="fields missing"),
        pytest.param("competencies__kitchen__tea_yaml", yaml_of("cup"), "differs", id="another file name"),
        pytest.param("competencies__bar__soup_yaml", yaml_of(), "two areas", id="an id in two areas"),
        pytest.param("competencies__loose_yaml", yaml_of("loose"), "competencies/<area>", id="no area"),
        pytest.param("relations__a_yaml", "- {of: soup, kind: near, to: soup}", "a.yaml", id="odd relation"),
        pytest.param(
            "relations__a_yaml", "- {of: soup, kind: related, to: tea}", "unknown.*tea", id="no end"
        ),
        pytest.param("areas_toml", "kitchen", "areas.toml", id="no toml"),
        pytest.param("competencies__kitchen__tea_yaml", "? [a]\n: 1\n", "tea.yaml", id="a list as a key"),
        pytest.param("competencies__kitchen__tea_yaml", "id: 2026-01-01\n", "tea.yaml", id="a date"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(tmp_path, path, text, fault):
    with pytest.raises(CatalogueError, match=fault):
        read_catalogue(folder(tmp_path, **{path: text}))


def test_a_file_that_is_no_text_is_named(tmp_path):
    (folder(tmp_path) / "competencies" / "kitchen" / "tea.yaml").write_bytes(b"id: \xff")

    with pytest.raises(CatalogueError, match=r"tea\.yaml.*UTF-8"):
        read_catalogue(tmp_path)


def test_a_file_far_too_large_is_refused_before_it_is_parsed(tmp_path):
    (folder(tmp_path) / "competencies" / "kitchen" / "tea.yaml").write_bytes(b"a" * 500_000)

    with pytest.raises(CatalogueError, match="500,000 bytes"):
        read_catalogue(tmp_path)


def test_anchors_have_four_levels_and_questions_carry_their_competency(tmp_path):
    short = yaml_of("tea").replace("level: 4", "level: 3")
    with pytest.raises(CatalogueError, match="1, 2, 3 and 4"):
        read_catalogue(folder(tmp_path / "a", competencies__kitchen__tea_yaml=short))

    stray = yaml_of("tea").replace("id: tea-burnt", "id: burnt-tea")
    with pytest.raises(CatalogueError, match="burnt-tea"):
        read_catalogue(folder(tmp_path / "b", competencies__kitchen__tea_yaml=stray))


def test_question_ids_are_unique_over_all_areas(tmp_path):
    twin = yaml_of("soup-hot").replace("id: soup-hot-burnt", "id: soup-hot-x")
    hot = yaml_of().replace("id: soup-burnt", "id: soup-hot-x")
    (tmp_path / "competencies" / "bar").mkdir(parents=True)
    (tmp_path / "competencies" / "bar" / "soup-hot.yaml").write_text(twin)
    (tmp_path / "competencies" / "bar" / "soup.yaml").write_text(hot)

    with pytest.raises(CatalogueError, match="stand twice: soup-hot-x"):
        read_catalogue(tmp_path)


def test_the_compact_form_reads_the_same_and_an_edited_file_is_read_from_its_yaml(tmp_path):
    plain = read_catalogue(folder(tmp_path, relations__a_yaml=""))
    texts = texts_of(tmp_path)
    (tmp_path / COMPILED).write_text(compile_texts(texts, {}))

    assert stale_paths(texts, read_compiled(tmp_path)) == []
    assert read_catalogue(tmp_path) == plain

    file = tmp_path / "competencies" / "kitchen" / "soup.yaml"
    file.write_text(yaml_of().replace("Soup making", "Soup cooking"))
    assert read_catalogue(tmp_path).competencies["soup"].name == "Soup cooking"
    assert stale_paths(texts_of(tmp_path), read_compiled(tmp_path)) == ["competencies/kitchen/soup.yaml"]


@pytest.mark.slow
def test_the_compact_form_that_ships_is_up_to_date():
    """Out of date it is only slow; `make catalogue` writes it anew."""
    assert stale_paths(texts_of(built_in()), read_compiled(built_in())) == []


def test_the_catalogue_that_ships_loads():
    catalogue = load_catalogue()

    assert catalogue is load_catalogue()
    assert "incident-response" in catalogue.competencies
    assert hash(catalogue) == hash(catalogue.hash)
