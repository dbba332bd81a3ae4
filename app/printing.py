"""Papers written beside the pages: one job for each loop and look, kept on disk by what they say."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from loops.packets.model import CandidateSheet, InterviewPacket, Overview
from loops.packets.press import Press
from loops.packets.render import content_hash
from rubric.value import InputError

Paper = InterviewPacket | Overview | CandidateSheet
State = Literal["writing", "done", "stopped", "failed"]


@dataclass
class Job:
    """Writing the papers that are not on disk yet, in a thread of its own, with the press's own process."""

    papers: Mapping[str, Paper]
    folder: Path
    state: State = "writing"
    done: int = 0
    at_hand: str = ""
    fault: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self, press: Press) -> None:
        """Draw what is missing, one paper after the other; a stop takes effect after the one at hand."""
        missing = {n: p for n, p in self.papers.items() if not path_of(self.folder, p).exists()}
        self.done = len(self.papers) - len(missing)
        names = [*missing, ""]
        self.at_hand = names[0]
        try:
            for drawn in press.draw(missing):
                save(path_of(self.folder, self.papers[drawn.name]), drawn.data)
                self.done += 1
                self.at_hand = names[names.index(drawn.name) + 1]
                if self._stop.is_set() and self.done < len(self.papers):
                    self.state = "stopped"
                    return
        except (InputError, OSError) as fault:
            self.fault = str(fault)
            self.state = "failed"
        else:
            self.state = "done"

    def stop(self) -> None:
        """Ask the job to end."""
        self._stop.set()


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{threading.get_ident()}.part")
    fresh.write_bytes(data)
    fresh.replace(path)


def path_of(folder: Path, paper: Paper) -> Path:
    """A paper's file is named after what it says, so that only what changed is written again."""
    return folder / f"{content_hash(paper)}.pdf"


def written(papers: Mapping[str, Paper], folder: Path) -> bool:
    """Whether all papers lie on disk."""
    return all(path_of(folder, paper).exists() for paper in papers.values())


class Printer:
    """All jobs of the process. Asking twice for the same papers gives the same job."""

    def __init__(self, folder: Path, press: Press) -> None:
        self.folder = folder
        self.press = press
        self._jobs: dict[tuple[str, ...], Job] = {}
        self._lock = threading.Lock()

    def write(self, papers: Mapping[str, Paper]) -> Job:
        """The job that writes these papers; a stopped, failed or finished one is begun anew."""
        key = tuple(content_hash(paper) for paper in papers.values())
        with self._lock:
            held = self._jobs.get(key)
            if held is not None and held.state == "writing":
                return held
            job = self._jobs[key] = Job(papers, self.folder)
            threading.Thread(target=job.run, args=(self.press,), daemon=True).start()
            return job
