"""A user's folder is laid over the built-in catalogue: it adds, replaces and relates."""

import pytest

from rubric.catalogue.files import CatalogueError
from rubric.catalogue.load import load_catalogue
from rubric.catalogue.overlay import lay_over, load_with_own
from tests.rubric.catalogue.entries import catalogue, competency, folder, renamed

BASE = catalogue(competency(means="An older meaning of soup."), renamed("ordering"))


def test_own_competencies_replace_and_join(tmp_path):
    found = lay_over(BASE, folder(tmp_path, relations__own_yaml="- {of: ordering, kind: related, to: soup}"))
    assert list(found.competencies) == ["ordering", "soup"]
    assert found.competencies["soup"].means.startswith("Makes soups")
    assert found.area_of("ordering").competencies == ("ordering", "soup")
    assert found.relations[0].of == "ordering"
    assert found.hash.startswith(BASE.hash + "+")
    assert found.version == "1+own"


def test_the_shipped_catalogue_takes_an_own_area(tmp_path):
    found = load_with_own(folder(tmp_path))
    assert found.area_of("soup").name == "Kitchen"
    assert len(found.competencies) == len(load_catalogue().competencies) + 1
    assert load_with_own(None) is load_catalogue()


def test_what_does_not_meet_is_said(tmp_path):
    with pytest.raises(CatalogueError, match="does not exist"):
        load_with_own(tmp_path / "none")
    with pytest.raises(CatalogueError, match="unknown competencies: tea"):
        lay_over(BASE, folder(tmp_path, relations__own_yaml="- {of: tea, kind: related, to: soup}"))
