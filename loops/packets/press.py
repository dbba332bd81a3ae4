"""Drawing outside the asking process: one warm worker, progress, cancel, and nothing drawn twice."""

import base64
import json
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple

from loops.packets.render import Drawable, content_hash
from rubric.value import InputError

_STOPPED = {"error": "The process that draws the packets has stopped; please try again."}


class PressError(InputError):
    """A document could not be drawn; the message says why."""


class Drawn(NamedTuple):
    """A finished file, and how far its job has come."""

    name: str
    data: bytes
    done: int
    total: int


class Press:
    """A worker process that starts when first needed, and again if it has died.

    `keep` files stay in memory by what they say, so that an unchanged document is not drawn again.
    """

    def __init__(self, keep: int = 200) -> None:
        self._keep = keep
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()
        self._numbers = count(1)
        self._jobs: dict[int, tuple[subprocess.Popen[str], SimpleQueue[dict[str, Any]]]] = {}
        self._worker: subprocess.Popen[str] | None = None

    def draw(self, documents: Mapping[str, Drawable]) -> Iterator[Drawn]:
        """Draw documents, yielding each file as it is done; closing the iterator cancels the rest.

        Raises:
            PressError: a document cannot be drawn, or the worker has died over it.
        """
        hashes = {name: content_hash(document) for name, document in documents.items()}
        done, total = 0, len(documents)
        missing = []
        for name in documents:
            data = self._recall(hashes[name])
            if data is None:
                missing.append(name)
                continue
            done += 1
            yield Drawn(name, data, done, total)
        if missing:
            for name, data in self._ask({name: documents[name] for name in missing}):
                self._remember(hashes[name], data)
                done += 1
                yield Drawn(name, data, done, total)

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.communicate(timeout=10)

    def _recall(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _remember(self, key: str, data: bytes) -> None:
        with self._lock:
            self._kept[key] = data
            while len(self._kept) > self._keep:
                self._kept.popitem(last=False)

    def _ask(self, documents: Mapping[str, Drawable]) -> Iterator[tuple[str, bytes]]:
        """Send a job to the worker and wait for its files."""
        job, answers = next(self._numbers), SimpleQueue[dict[str, Any]]()
        worker = self._running()
        self._jobs[job] = worker, answers
        try:
            for name, document in documents.items():
                line = {"job": job, "name": name, "document": document.model_dump(mode="json")}
                self._send(worker, line)
            if worker.poll() is not None:
                answers.put(_STOPPED)
            for _ in documents:
                said = answers.get()
                if "error" in said:
                    raise PressError(said["error"])
                yield said["name"], base64.b64decode(said["data"])
        finally:
            del self._jobs[job]
            self._send(worker, {"cancel": job})

    def _send(self, worker: "subprocess.Popen[str]", line: dict[str, Any]) -> None:
        """Write one line; a worker that has died is noticed by its listener."""
        with self._lock, suppress(OSError, ValueError):
            if worker.stdin is not None:
                worker.stdin.write(json.dumps(line) + "\n")
                worker.stdin.flush()

    def _running(self) -> "subprocess.Popen[str]":
        with self._lock:
            if self._worker is None or self._worker.poll() is not None:
                self._worker = subprocess.Popen(
                    [sys.executable, "-m", "loops.packets.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                )
                Thread(target=self._listen, args=(self._worker,), daemon=True).start()
            return self._worker

    def _listen(self, worker: "subprocess.Popen[str]") -> None:
        """Hand each answer to the job it belongs to; a dead worker fails the jobs that wait for it."""
        for line in worker.stdout or ():
            said = json.loads(line)
            if said["job"] in self._jobs:
                self._jobs[said["job"]][1].put(said)
        for asked, answers in list(self._jobs.values()):
            if asked is worker:
                answers.put(_STOPPED)
