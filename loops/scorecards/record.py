"""The returned packets of a candidate as one file for the record: merged, with nothing left to fill in."""

import io
from collections.abc import Iterable

import pikepdf

from loops.packets.pdf.forms import Spot
from loops.packets.pdf.overlay import Typed, draw_overlay
from loops.packets.pdf.style import PAPERS
from loops.scorecards.filled import TROUBLE, UnreadableError, read_filled
from loops.scorecards.say import problem
from rubric.value import InputError

_TEXT_LIMIT = 20_000


class RecordError(InputError):
    """A file cannot be taken into the record; the message says which and why."""


def merge_returned(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Merge and flatten returned packets, in the order given; each file as it came is attached.

    Raises:
        RecordError: a file cannot be read.
    """
    out = io.BytesIO()
    with pikepdf.new() as record:
        for name, data in files:
            try:
                read_filled(data)
                _append(record, data)
            except UnreadableError as error:
                raise RecordError(f"{name}: {problem(error.fault).says}") from None
            except TROUBLE:
                raise RecordError(f"{name}: {problem('damaged').says}") from None
            record.attachments[name] = pikepdf.AttachedFileSpec(record, data, filename=name)
        record.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _append(record: pikepdf.Pdf, data: bytes) -> None:
    """Add the pages of one file with its answers drawn on them, without fields and without actions."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        typed = tuple(_typed(pdf))
        pdf.flatten_annotations("all")
        height = float(pdf.pages[0].mediabox[3])
        paper = min(PAPERS, key=lambda name: abs(PAPERS[name][1] - height))
        drawn = draw_overlay(typed, len(pdf.pages), paper)
        with pikepdf.open(io.BytesIO(drawn)) as overlay:
            for page, words in zip(pdf.pages, overlay.pages, strict=False):
                form = pdf.copy_foreign(words.as_form_xobject())
                page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/Typed"))
                page.contents_add(b"Q q /Typed Do Q", prepend=False)
                page.contents_add(b"q", prepend=True)
                for entry in ("/AA", "/Annots"):
                    if entry in page:
                        del page[entry]
            count = len(pdf.pages)
            record.pages.extend(pdf.pages)
            record.pages.extend(overlay.pages[count:])


def _typed(pdf: pikepdf.Pdf) -> list[Typed]:
    """What stands in the text fields, taken off the pages so that it is drawn once only."""
    found = []
    for number, page in enumerate(pdf.pages):
        kept = []
        for widget in page.get("/Annots", []):
            if widget.get("/FT") != "/Tx":
                kept.append(widget)
            elif (words := str(widget.get("/V", ""))).strip() and not int(widget.get("/F", 0)) & 2:
                found.append(Typed(number, _spot(widget), str(widget.get("/TU", "")), words[:_TEXT_LIMIT]))
        page.Annots = pikepdf.Array(kept)
    return found


def _spot(widget: pikepdf.Object) -> Spot:
    left, low, right, high = (float(edge) for edge in widget.Rect)  # pyright: ignore[reportGeneralTypeIssues]
    return Spot(min(left, right), min(low, high), abs(right - left), abs(high - low))
