"""`--own`: the house's own competencies and questions laid over the catalogue while one command runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loops import steps
from loops.store import StoreError, open_store
from rubric.catalogue.load import use_catalogue
from rubric.catalogue.overlay import load_with_own

KEPT = "kept"
"""The word for the content that the web app keeps; anything else names a folder."""


@contextmanager
def own_content(where: str | None) -> Iterator[None]:
    """Work with own content from the store or a folder; None works with the catalogue as it ships.

    Raises:
        InputError: The store keeps none, or the folder is missing or one of its files is wrong.
    """
    if where is None:
        yield
        return
    try:
        if where == KEPT:
            _use_kept()
        else:
            use_catalogue(load_with_own(Path(where)))
        yield
    finally:
        use_catalogue(None)


def _use_kept() -> None:
    store = open_store()
    try:
        if not steps.use_own(store).texts:
            raise StoreError(
                "No own content is kept in this database: take some in on the page Catalogue, or check "
                "LOOPWRIGHT_DATA and LOOPWRIGHT_DATABASE_URL."
            )
    finally:
        store.close()
