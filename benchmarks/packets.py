"""Pages a processor second and kilobytes a packet, with the limit and two other engines in the same run.

    python benchmarks/packets.py [--rounds 9] [--workers]

The packet: three competencies, six pages, A4, 40-odd fields, tagged. The limit is a raw ReportLab canvas that
draws the same words line by line, without layout, fields or tags. Typst and WeasyPrint set the same words as
headings, paragraphs and boxes; they are measured where they are installed (`pip install typst weasyprint`).
Engines take turns within each round; figures are medians of processor time of this process (and, for
`--workers`, of wall time), after one round to warm up.
"""

import argparse
import html
import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from loops.packets import Press, Settings, compose_packets, render
from loops.packets.model import InterviewPacket
from tests.loops.packets.factories import plan_file

FONTS = Path(__file__).parent.parent / "loops" / "packets" / "fonts"


def packet() -> InterviewPacket:
    """The packet that is measured."""
    return compose_packets(plan_file(), Settings(candidate="4F2")).interviews[0][1]


def pages_of(data: bytes) -> list[list[str]]:
    """The lines of each page."""
    return [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(data)).pages]


def raw_canvas(pages: list[list[str]]) -> Callable[[], bytes]:
    """The limit: the same lines at fixed places, nothing else."""
    pdfmetrics.registerFont(TTFont("limit", str(FONTS / "NotoSans-Regular.ttf"), asciiReadable=0))

    def draw() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName="limit")
        for lines in pages:
            canvas.setFont("limit", 10)
            for number, line in enumerate(lines):
                canvas.drawString(51, 780 - 11 * number, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return draw


def typst_engine(pages: list[list[str]]) -> Callable[[], bytes] | None:
    """Typst on the same words, with tags for PDF/UA-1; it has no fields."""
    try:
        import typst
    except ImportError:
        return None
    escape = str.maketrans({c: f"\\{c}" for c in "\\#*_$@<>[]`=-+/~"})
    body = "\n#pagebreak()\n".join(
        f"= {lines[2].translate(escape)}\n#rect(width: 100%, height: 150pt)\n"
        + "\n\n".join(line.translate(escape) for line in lines)
        for lines in pages
    )
    source = '#set document(title: "Packet")\n#set page(paper: "a4", margin: 15mm)\n'
    source += f'#set text(font: "Noto Sans", size: 9pt, lang: "en")\n#set par(spacing: 4pt)\n{body}'
    fonts = [str(FONTS)]

    def draw() -> bytes:
        return typst.compile(source.encode(), font_paths=fonts, format="pdf", pdf_standards=["ua-1"])

    return draw


def weasyprint_engine(pages: list[list[str]]) -> Callable[[], bytes] | None:
    """WeasyPrint on the same words, tagged, with a text field a page."""
    try:
        import weasyprint
    except (ImportError, OSError):
        return None
    body = "".join(
        f"<section><h1>{html.escape(lines[2])}</h1><textarea></textarea>"
        + "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        + "</section>"
        for lines in pages
    )
    style = "section{break-after:page} p{margin:0;font:9pt 'Noto Sans'} textarea{width:100%;height:150pt}"
    text = (
        f"<html lang=en><title>Packet</title><style>@page{{size:A4;margin:15mm}}{style}</style>{body}</html>"
    )

    def draw() -> bytes:
        written = weasyprint.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True)
        return written or b""

    return draw


def measure(engines: dict[str, Callable[[], bytes]], rounds: int) -> dict[str, tuple[float, bytes]]:
    """Median processor seconds of each engine, its last file beside it."""
    spent: dict[str, list[float]] = {name: [] for name in engines}
    files = {name: draw() for name, draw in engines.items()}
    for _ in range(rounds):
        for name, draw in engines.items():
            start = time.process_time()
            files[name] = draw()
            spent[name].append(time.process_time() - start)
    return {name: (statistics.median(times), files[name]) for name, times in spent.items()}


def report(measured: dict[str, tuple[float, bytes]], limit: str) -> None:
    """A line for each engine."""
    best = 0.0
    for name, (seconds, data) in measured.items():
        pages = len(PdfReader(io.BytesIO(data)).pages)
        rate = pages / seconds
        best = rate if name == limit else best
        share = f"{rate / best:5.0%} of the limit" if best else ""
        size = len(data) / 1024
        print(
            f"{name:34} {seconds * 1000:7.1f} ms {rate:6.0f} pages/s {size:6.1f} KB {pages:3} pages  {share}"
        )


def workers(count: int, packets: int) -> float:
    """Pages a second of wall time with this many worker processes, each with its share of the packets."""
    one = packet()
    presses = [Press() for _ in range(count)]
    for press in presses:
        list(press.draw({"warm": one}))
    jobs = [
        {f"{n}": one.model_copy(update={"role": f"Role {n}"}) for n in range(packets) if n % count == place}
        for place in range(count)
    ]
    start = time.perf_counter()
    running = [press.draw(job) for press, job in zip(presses, jobs, strict=True)]
    done = 0
    first = [next(each) for each in running]
    for each in running:
        done += len(list(each))
    seconds = time.perf_counter() - start
    for press in presses:
        press.close()
    return (done + len(first)) * 6 / seconds


def first_document() -> float:
    """Seconds of a fresh process from start to its first packet."""
    code = "from benchmarks.packets import packet, render; render(packet())"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent.parent)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--workers", action="store_true")
    asked = parser.parse_args()
    one = packet()
    pages = pages_of(render(one))
    engines: dict[str, Callable[[], bytes] | None] = {
        "raw ReportLab canvas (the limit)": raw_canvas(pages),
        "Loopwright, fillable and tagged": lambda: render(one),
        "Typst, tagged, no fields": typst_engine(pages),
        "WeasyPrint, tagged": weasyprint_engine(pages),
    }
    there = {name: draw for name, draw in engines.items() if draw}
    report(measure(there, asked.rounds), "raw ReportLab canvas (the limit)")
    print(f"not installed: {', '.join(name for name, draw in engines.items() if not draw) or 'none'}")
    print(f"first packet of a fresh process: {first_document():.2f} s")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if asked.workers:
        one_worker, two = workers(1, 60), workers(2, 60)
        print(f"pages a second of wall time: one worker {one_worker:.0f}, two {two:.0f}")


if __name__ == "__main__":
    main()
