"""One contestant of `benchmarks/linking_peers.py`, alone: `PYTHON linking_run.py WHO JOB`.

`JOB` is a JSON file: labels (a file), sentences, postings (texts), lines (of each posting), model. Only the
standard library is needed until the contestant is loaded, so that either interpreter can run this file. The
answer is one line of JSON: rankings, processor seconds, clock seconds to readiness, megabytes.
"""

import csv
import json
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

Job = dict[str, Any]
Found = dict[str, Any]
ROOT = Path(__file__).parents[1]


def main() -> None:
    who, file = sys.argv[1:]
    job: Job = json.loads(Path(file).read_text("utf-8"))
    out = sys.stdout
    sys.stdout = sys.stderr
    found = {"loopwright": run_loopwright, "esco-skill-extractor": run_peer}[who](job)
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out.write(json.dumps(found) + "\n")


def run_loopwright(job: Job) -> Found:
    sys.path.insert(0, str(ROOT))
    from rubric.exchange.linking import Linker
    from rubric.exchange.taxonomy import read_taxonomy

    linker = Linker(read_taxonomy(Path(job["labels"])))
    found = _ready(job)
    found["ranked"] = {}
    matches, found["sentence_seconds"] = _timed(lambda: list(linker.link_all(job["sentences"], 10)))
    found["ranked"]["loopwright"] = [[match.label for match in some] for some in matches]
    lines = [line for some in job["lines"] for line in some]
    _, found["posting_seconds"] = _timed(lambda: list(linker.link_all(lines, 10)))
    found["mapping_seconds"] = _mapping(job["postings"]) if job["postings"] else 0.0
    needed = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    own = sum(_megabytes(ROOT / part) for part in ("rubric", "loops", "app"))
    found["install_mb"] = {
        "everything": installed(needed) + own,
        "what linking needs": installed(["numpy", "pydantic"]) + _megabytes(ROOT / "rubric"),
    }
    return found


def _mapping(postings: list[str]) -> float:
    """Seconds from the texts of all postings to their competency graphs, the catalogue already loaded."""
    from rubric.catalogue.load import load_catalogue
    from rubric.graph import build_graph
    from rubric.postings import read_posting
    from rubric.requirements import find_requirements

    catalogue = load_catalogue()

    def all_of_them() -> list[Any]:
        return [build_graph(find_requirements(read_posting(text.encode())), catalogue) for text in postings]

    all_of_them()
    return _timed(all_of_them)[1]


def run_peer(job: Job) -> Found:
    """The package as a user calls it, then its own vectors used in two other ways."""
    import esco_skill_extractor as package

    if job["first"]:
        package.SkillExtractor.remove_embeddings()
    extractor = package.SkillExtractor(model=job["model"], device="cpu")
    found = _ready(job)
    found["packages"] = {
        name: distribution(name).version for name in (PEER, "torch", "sentence-transformers")
    }
    names = _labels_of(Path(package.__file__).parent / "data" / "skills.csv", Path(job["labels"]))
    texts = job["sentences"]
    found["ranked"] = {}
    if texts:
        answers, found["sentence_seconds"] = _timed(lambda: extractor.get_skills(texts))
        found["ranked"] = {
            "as shipped": [[names.get(each, each) for each in some] for some in answers],
            "its pieces, ten nearest": _ten_nearest(extractor, names, _pieces(extractor, texts)),
            "its encoder, whole sentence": _ten_nearest(extractor, names, [[text] for text in texts]),
        }
        _, found["posting_seconds"] = _timed(lambda: extractor.get_skills(job["postings"]))
    found["install_mb"] = {"everything": installed([PEER]) + _megabytes(Path(job["model"]))}
    return found


PEER = "esco-skill-extractor"


def _pieces(extractor: Any, texts: list[str]) -> list[list[str]]:  # noqa: ANN401 - the peer has no types
    return [pieces or [text] for pieces, text in zip(extractor._texts_to_tokens(texts), texts, strict=True)]


def _ten_nearest(extractor: Any, names: dict[str, str], parts: list[list[str]]) -> list[list[str]]:  # noqa: ANN401
    """Labels by the likest part of each text, without a threshold."""
    ranked = []
    for some in parts:
        vectors = extractor._model.encode(some, normalize_embeddings=True, convert_to_tensor=True)
        alike = (vectors @ extractor._skill_embeddings.T).max(dim=0).values
        ids = extractor._skill_ids[alike.topk(10).indices.cpu().numpy()]
        ranked.append([names.get(each, each) for each in ids])
    return ranked


def _labels_of(skills: Path, labels: Path) -> dict[str, str]:
    """Preferred labels by id: its file opens each description with the label, so the longest that fits."""
    known: dict[str, list[str]] = defaultdict(list)
    for line in labels.read_text("utf-8").splitlines():
        if words := line.split():
            known[words[0]].append(" ".join(words))
    found = {}
    with skills.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = " ".join(row["description"].split()) + " "
            fitting = [label for label in known[text.split()[0]] if text.startswith(f"{label} ")]
            if fitting:
                found[row["id"]] = max(fitting, key=len)
    return found


def _ready(job: Job) -> Found:
    return {"ready_seconds": time.process_time(), "ready_clock": time.time() - job["started"]}


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    done = act()
    return done, time.process_time() - start


def installed(names: list[str]) -> float:
    """Megabytes of these distributions and of all that they require and is installed."""
    files: dict[str, Any] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop().replace("_", "-").casefold()
        if name in files:
            continue
        try:
            held = distribution(name)
        except PackageNotFoundError:
            continue
        files[name] = [Path(str(held.locate_file(file))) for file in held.files or ()]
        needs = [need for need in held.requires or () if "extra ==" not in need]
        waiting += [found.group() for need in needs if (found := re.match(r"[\w.-]+", need))]
    sizes = {file: file.stat().st_size for some in files.values() for file in some if file.is_file()}
    return sum(sizes.values()) / 1e6


def _megabytes(folder: Path) -> float:
    files = (file for file in folder.rglob("*") if "__pycache__" not in file.parts)
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


if __name__ == "__main__":
    main()
