"""`packets`: a loop.json, and nothing else, to all PDFs."""

import argparse
import sys
from pathlib import Path

from loops.cli.files import make_folder, named, read_input, write_whole
from loops.cli.look import settings_of, tell_language
from loops.cli.progress import Progress
from loops.cli.table import no_loop_text
from loops.design.files import MOST_BYTES, read_loop
from loops.design.model import NoLoop, PlanFile
from loops.packets import Settings
from loops.steps.papers import draw_papers
from rubric.value import InputError


def run(options: argparse.Namespace) -> int:
    """Write the PDFs of a loop file and print their names."""
    folder = make_folder(options.out)
    try:
        file = read_loop(read_input(options.loop, MOST_BYTES))
    except InputError as error:
        raise named(options.loop, error) from error
    result = file.result()
    if isinstance(result, NoLoop):
        sys.stderr.write(f"{no_loop_text(result)}\n")
        return 3 if result.why == "clash" else 4
    progress = Progress()
    try:
        names = write_papers(file, folder, progress, settings_of(options))
    except InputError as error:
        raise named(options.loop, error) from error
    finally:
        progress.done()
    sys.stdout.write("".join(f"{folder / name}\n" for name in names))
    tell_language(options)
    return 0


def write_papers(
    file: PlanFile, folder: Path, progress: Progress, settings: Settings | None = None
) -> list[str]:
    """Write each paper of a loop whole, and give back the names of the PDFs."""
    papers = draw_papers(
        file,
        settings,
        report=lambda name, number, count: progress.say(f"Drawing {name} ({number} of {count})"),
    )
    pdfs = [paper for paper in papers if paper.name.endswith(".pdf")]
    for paper in pdfs:
        write_whole(folder / paper.name, paper.data)
    names = [paper.name for paper in pdfs]
    left = sorted(
        path.name for path in (folder / "packets").glob("*.pdf") if f"packets/{path.name}" not in names
    )
    if left:
        progress.done()
        sys.stderr.write(f"Left in {folder / 'packets'} from an earlier run: {', '.join(left)}.\n")
    return names
