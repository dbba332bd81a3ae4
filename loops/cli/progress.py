"""What a person at a terminal sees while they wait; a pipe sees nothing of it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    """One line on the terminal that is written over; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def say(self, what: str) -> None:
        """Show what is being done now."""
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{what} …")
            sys.stderr.flush()

    def done(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def hushed() -> Iterator[None]:
    """Keep what a library prints by itself out of the result: the solver greets on standard output."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
