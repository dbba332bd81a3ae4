"""Hostile postings of every format: no crash, no hang, no memory beyond 300 MB.

`python benchmarks/postings_fuzz.py [--count 20000]` mutates good files of each format (bytes flipped, parts
cut, repeated or joined with parts of others) and reads each. What is refused has to have its sentence.
"""

import argparse
import io
import json
import logging
import random
import resource
import sys
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from rubric.postings import PostingError, read_postings  # noqa: E402
from rubric.postings.docx import docx_lines  # noqa: E402
from rubric.postings.pdf import pdf_lines  # noqa: E402
from rubric.requirements import NoRequirementError, find_requirements  # noqa: E402
from tests.rubric.postings.documents import docx, paragraph, pdf  # noqa: E402
from training.corpus import load_samples  # noqa: E402
from training.render import documents  # noqa: E402

PIECES = (
    b"<div>", b"</li>", b"<!--", b"&amp;lt;", b"**", b"[x](", b"- ", b"#", b"\n\n", b"```", b"{", b"[[",
    b"\\u0000", b"\xff\xfe", b"/", b" or ", b"<b class=x>",
    b"Requirements", b"requirementsYou", b"((", b"aA" * 40, b"\xc3", b"|", b"<b>", b"1. ", b"; ", b"$1",
    b"12+ years ", b"endobj", b"stream\n",
)  # fmt: skip

_INSIDE = 0.6
"""The share of DOCX and PDF files that are damaged within; bytes changed anywhere are mostly noticed."""


def seeds() -> dict[str, list[bytes]]:
    """Good files of each format."""
    samples = load_samples()[:24]
    shapes: dict[str, list[bytes]] = {}
    for sample in samples:
        for shape, text, _ in documents(sample):
            kind = shape if shape in ("markdown", "html") else "plain"
            shapes.setdefault(kind, []).append(text.encode())
    pages = [content.decode() for content in shapes["html"][:8]]
    job = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Nurse", "description": pages[0]}
    linked = (
        f'<html><script type="application/ld+json">{json.dumps({"@graph": [job]})}</script><p>x</p><p>y</p>'
    )
    shapes["linked data"] = [linked.encode(), json.dumps([job, job]).encode()]
    shapes["greenhouse"] = [
        json.dumps({"jobs": [{"title": "Nurse", "content": page} for page in pages]}).encode()
    ]
    lists = [{"text": "Requirements", "content": "<li>Five years of nursing</li>"}]
    shapes["lever"] = [json.dumps([{"text": "Nurse", "description": pages[1], "lists": lists}]).encode()]
    shapes["ashby"] = [json.dumps({"jobs": [{"title": "Nurse", "descriptionHtml": pages[2]}]}).encode()]
    words = [text.decode().replace("&", "and").replace("<", "").split("\n") for text in shapes["plain"][:4]]
    shapes["docx"] = [docx("".join(map(paragraph, one))) for one in words]
    shapes["pdf"] = [pdf(*(("BodyText", line) for line in one)) for one in words]
    return shapes


def mutate(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A file with one to six parts changed."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 400)]
            case 2:
                data[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 3, 50, 2_000))
            case 3:
                other = chance.choice(others)
                start = chance.randrange(len(other))
                data[at:at] = other[start : start + 600]
            case 4:
                data[at:at] = data[max(0, at - 300) : at] * chance.randint(1, 40)
            case _:
                data[at:at] = bytes(chance.randrange(256) for _ in range(40))
    return bytes(data)


def mutate_inside(content: bytes, kind: str, chance: random.Random) -> bytes:
    """A file damaged within: marks of a DOCX in another order and number, a few bytes of a PDF."""
    if kind == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        marks = parts[name].split(b"><")
        chosen = [mark for mark in marks for _ in range(chance.choice((1,) * 60 + (0, 2, 900)))]
        parts[name] = b"><".join(chosen)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return out.getvalue()
    at, size = chance.randrange(8, len(content)), chance.randint(1, 12)
    return content[:at] + bytes(chance.randrange(256) for _ in range(size)) + content[at + size :]


def read(kind: str, content: bytes) -> str:
    """What became of a file: read, refused, or without requirements."""
    try:
        if kind in ("pdf", "docx"):
            {"pdf": pdf_lines, "docx": docx_lines}[kind](content)
            return "read"
        for posting in read_postings(content):
            find_requirements(posting)
    except PostingError as error:
        return "refused" if str(error).endswith(".") else "CRASHED"
    except NoRequirementError:
        return "nothing found"
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--only", help="one format")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    chance = random.Random(3)  # noqa: S311 - a fixed shuffle, no secret
    for kind, files in seeds().items():
        if given.only not in (None, kind):
            continue
        outcomes: Counter = Counter()
        slowest = 0.0
        for _ in range(given.count):
            good = chance.choice(files)
            inside = kind in ("docx", "pdf") and chance.random() < _INSIDE
            content = mutate_inside(good, kind, chance) if inside else mutate(good, files, chance)
            start = process_time()
            try:
                outcomes[read(kind, content)] += 1
            except Exception:  # noqa: BLE001 - any of them is what is looked for
                outcomes["CRASHED"] += 1
                if outcomes["CRASHED"] < 4:
                    traceback.print_exc()
            took = process_time() - start
            slowest = max(slowest, took)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = ", ".join(f"{count} {name}" for name, count in outcomes.most_common())
        print(
            f"{kind:12} {told}; slowest {slowest:.2f} s, peak {peak:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
