"""Work beside the pages: in a thread of its own, with what it works on, and a stop."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from loops import steps
from loops.design.program import Limits
from loops.store import SavedPlan, Seen, Store
from rubric.value import InputError

MakeLoop = Callable[..., SavedPlan]


class Work:
    """Something that takes a while. `goal` is what is worked on, `fault` why nothing came of it.

    `found` grows while it runs: everything that was found until now.
    """

    def __init__(self, ask: Callable[[Limits], Iterable[Any]]) -> None:
        self.goal = ""
        self.fault = ""
        self.found: list[Any] = []
        self._stop = threading.Event()
        self._done = threading.Event()
        threading.Thread(target=self._run, args=(ask,), daemon=True).start()

    def stop(self) -> None:
        """Ask it to end with the best so far."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether somebody asked it to end."""
        return self._stop.is_set()

    def ended(self, seconds: float = 0) -> bool:
        """Whether it has ended, after waiting for at most so long."""
        return self._done.wait(seconds)

    def _run(self, ask: Callable[[Limits], Iterable[Any]]) -> None:
        try:
            for one in ask(Limits(stop=self._stop.is_set, progress=self._tell)):
                self.found.append(one)
        except InputError as fault:
            self.fault = str(fault)
        finally:
            self._done.set()

    def _tell(self, goal: str) -> None:
        self.goal = goal


class Planning(Work):
    """One loop being planned by a step that keeps it."""

    def __init__(self, store: Store, seen: Seen, step: MakeLoop = steps.make_loop, *args: object) -> None:
        self.seen = seen
        super().__init__(lambda limits: [step(store, seen, *args, limits=limits)])
