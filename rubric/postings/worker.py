"""PDF and Word files are read in a process of their own, within limits that no file can pass.

The parent calls `lines_in_worker`; the worker reads the file from its standard input and writes the lines.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from rubric.postings.decode import PostingError
from rubric.postings.lines import Line

MAX_SECONDS = 2
MAX_MEMORY = 300_000_000
_WAIT = 20
"""Seconds until a worker that waits without computing is given up."""
_ROOT = Path(__file__).parents[2]


def lines_in_worker(kind: str, content: bytes) -> list[Line]:
    """The lines of a `pdf` or `docx` file.

    Raises:
        PostingError: The file cannot be read, or takes more than 2 seconds or 300 MB.
    """
    command = [sys.executable, "-m", "rubric.postings.worker", kind]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the file goes to its standard input
            command, input=content, capture_output=True, timeout=_WAIT, cwd=_ROOT, check=False
        )
    except subprocess.TimeoutExpired:
        raise PostingError(_too_much()) from None
    if done.returncode or not done.stdout:
        raise PostingError(_too_much())
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise PostingError(answer["error"])
    return [Line(text, line_kind, depth, gap) for text, line_kind, depth, gap in answer["lines"]]


def _too_much() -> str:
    return (
        f"This file takes more than {MAX_SECONDS} seconds or {MAX_MEMORY // 1_000_000} MB to read: "
        "save the posting alone, or paste its text."
    )


def answer_for(kind: str, content: bytes) -> Mapping[str, object]:
    """What the worker writes: the lines, or the sentence that says why there are none."""
    try:
        return {"lines": _reader(kind)(content)}
    except PostingError as error:
        return {"error": str(error)}


def _reader(kind: str) -> Callable[[bytes], list[Line]]:
    if kind not in ("pdf", "docx"):
        raise ValueError(f"no reader for {kind} files")
    if kind == "pdf":
        from rubric.postings.pdf import pdf_lines

        return pdf_lines
    from rubric.postings.docx import docx_lines

    return docx_lines


def _limit() -> None:
    """Bind this process; where the system has no such limits, the parent's patience is the only one."""
    try:
        import resource
    except ImportError:
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    for what, most in (
        (resource.RLIMIT_CPU, int(used) + 1 + MAX_SECONDS),
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def main() -> None:
    """Read the file from standard input and write the answer as JSON."""
    content = sys.stdin.buffer.read()
    _reader(sys.argv[1])
    _limit()
    sys.stdout.write(json.dumps(answer_for(sys.argv[1], content)))


if __name__ == "__main__":
    main()
