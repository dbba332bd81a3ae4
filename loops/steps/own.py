"""Own competencies and questions: taken in from files, removed, and taken back."""

from loops.store import OwnContent, Store, read_own, save_own
from rubric.catalogue.load import load_built_in, use_catalogue
from rubric.catalogue.model import Competency
from rubric.catalogue.overlay import lay_texts
from rubric.catalogue.own import add_content
from rubric.value import InputError


def use_own(store: Store) -> OwnContent:
    """Lay the own content that is kept over the built-in catalogue, for all plans of this process."""
    return _in_use(read_own(store))


def take_in_own(store: Store, who: str, name: str, data: bytes) -> tuple[OwnContent, tuple[str, ...]]:
    """Take in a file; gives back what is in use then, and the columns that were not used.

    Raises:
        InputError: The file cannot be used; nothing was changed.
    """
    seen = read_own(store)
    taken = add_content(seen.texts, name, data)
    if taken.texts == seen.texts:
        return seen, taken.unknown_columns
    count = len(taken.entries)
    what = f"Took in {name[:120]}: {count} competenc{'y' if count == 1 else 'ies'}."
    return _in_use(save_own(store, seen, who, what, taken.texts)), taken.unknown_columns


def remove_own(store: Store, who: str, competency: str) -> OwnContent:
    """Take an own competency out again; a built-in one of the same id shows once more."""
    seen = read_own(store)
    kept = {path: text for path, text in seen.texts.items() if not path.endswith(f"/{competency}.yaml")}
    if kept == seen.texts:
        raise InputError("There is no such own competency: nothing was changed.")
    return _in_use(save_own(store, seen, who, f"Removed {competency}.", kept))


def undo_own(store: Store, who: str) -> OwnContent:
    """Take the last change of the own content back; done twice, it is made again."""
    seen = read_own(store)
    if seen.number == 0:
        raise InputError("There is nothing to take back.")
    before = read_own(store, seen.number - 1) if seen.number > 1 else OwnContent()
    return _in_use(save_own(store, seen, who, f"Took back: {seen.what}"[:300], before.texts))


def own_competencies(own: OwnContent) -> tuple[Competency, ...]:
    """The competencies of the own content, by name."""
    catalogue = lay_texts(load_built_in(), own.texts)
    ids = [path.rsplit("/", 1)[1].removesuffix(".yaml") for path in own.texts]
    return tuple(sorted((catalogue.competencies[i] for i in ids), key=lambda entry: entry.name.casefold()))


def _in_use(own: OwnContent) -> OwnContent:
    use_catalogue(lay_texts(load_built_in(), own.texts) if own.texts else None)
    return own
