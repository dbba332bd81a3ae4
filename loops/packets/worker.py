"""A process of its own that draws documents, kept warm: `python -m loops.packets.worker`.

One JSON object a line. In: `{"job": 1, "name": "overview.pdf", "document": {…}}` asks for a file,
`{"cancel": 1}` drops what is left of a job. Out: `{"job": 1, "name": …, "data": base64}`, or `"error"` with a
sentence in its place. Jobs take turns, document by document. The process ends when its input does, and so
with the process that started it.
"""

import base64
import json
import sys
from collections import OrderedDict, deque
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from pydantic import TypeAdapter

from loops.packets.model import Document
from loops.packets.render import render
from rubric.value import InputError

_DOCUMENT: TypeAdapter[Any] = TypeAdapter(Document)

Asked = dict[str, Any]


class Jobs:
    """What is still to be drawn, by job; jobs take turns."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[int, deque[Asked]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, asked: Asked) -> None:
        """Add a document to its job, or drop a job."""
        if "cancel" in asked:
            self._waiting.pop(asked["cancel"], None)
        else:
            self._waiting.setdefault(asked["job"], deque()).append(asked)

    def next(self) -> Asked:
        """The next document of the job whose turn it is."""
        job, waiting = self._waiting.popitem(last=False)
        asked = waiting.popleft()
        if waiting:
            self._waiting[job] = waiting
        return asked


def answer(asked: Asked) -> Asked:
    """Draw one document; a text that cannot be drawn is an answer too."""
    said = {"job": asked["job"], "name": asked["name"]}
    try:
        data = render(_DOCUMENT.validate_python(asked["document"]))
    except InputError as error:
        return {**said, "error": str(error)}
    return {**said, "data": base64.b64encode(data).decode("ascii")}


def serve(source: IO[str], sink: IO[str]) -> None:
    """Draw what `source` asks for until it ends."""
    arrived: SimpleQueue[Asked | None] = SimpleQueue()
    Thread(target=_listen, args=(source, arrived), daemon=True).start()
    jobs = Jobs()
    while True:
        while not arrived.empty() or not jobs:
            asked = arrived.get()
            if asked is None:
                return
            jobs.take(asked)
        sink.write(json.dumps(answer(jobs.next())) + "\n")
        sink.flush()


def _listen(source: IO[str], arrived: "SimpleQueue[Asked | None]") -> None:
    for line in source:
        arrived.put(json.loads(line))
    arrived.put(None)


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
