"""Where a plan stands after edits, undos and redos: a pure reading of its revisions."""

from collections.abc import Iterable
from typing import NamedTuple

MAX_UNDO = 50


class Entry(NamedTuple):
    """One revision without its state."""

    number: int
    kind: str
    what: str


class Position(NamedTuple):
    """The edits behind the one shown, oldest first, and those that a redo would bring back, next one last."""

    done: tuple[Entry, ...]
    undone: tuple[Entry, ...]

    @property
    def undo_to(self) -> Entry | None:
        """The edit that would be shown after an undo; None where there is nothing to take back."""
        return self.done[-2] if len(self.done) > 1 else None

    @property
    def undo_what(self) -> str | None:
        """What an undo would take back, in the words of its revision."""
        return self.done[-1].what if len(self.done) > 1 else None

    @property
    def redo_what(self) -> str | None:
        """What a redo would do again."""
        return self.undone[-1].what if self.undone else None


def read_position(entries: Iterable[Entry]) -> Position:
    """Replay a plan's revisions in order; at most 50 edits can be taken back.

    >>> steps = [Entry(1, "edit", "a"), Entry(2, "edit", "b"), Entry(3, "undo", "c")]
    >>> read_position(steps).redo_what
    'b'
    """
    done: list[Entry] = []
    undone: list[Entry] = []
    for entry in entries:
        if entry.kind == "edit":
            done.append(entry)
            undone.clear()
        elif entry.kind == "undo":
            undone.append(done.pop())
        elif entry.kind == "redo":
            done.append(undone.pop())
        del done[: -MAX_UNDO - 1]
    return Position(tuple(done), tuple(undone))
