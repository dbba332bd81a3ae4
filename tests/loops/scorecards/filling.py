"""Filled packets, made by three programs that have nothing to do with the reader."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pikepdf
from pikepdf.form import Form
from pypdf import PdfReader, PdfWriter

from loops.packets import Settings, write_packets
from tests.loops.packets.factories import plan_file

NOTE = (
    "Łukasz said: “we had two ways” – Ελληνικά, кириллица, 日本語, 🙂 (in brackets) \\ back.\n"
    "Second line; 40 % fewer pages at night.\n"
) * 18
"""About 2,000 characters with everything that breaks fields."""

TEXTS = {
    "evidence:system-design": NOTE,
    "notes:operating-services:1": "One alert, (two) causes \\ three fixes.",
    "evidence:feedback-and-disagreement": "Was not reached.",
    "change": "A second case.",
    "date": "1 December 2026",
}
CHOICES = {
    "score:system-design": "3",
    "score:feedback-and-disagreement": "na",
    "recommendation": "strong-yes",
}
TICKS = ("ready:1", "asked:system-design-1", "probe:system-design-1:2")


def packet(candidate: str = "4F2") -> bytes:
    return write_packets(plan_file(), Settings(candidate=candidate))["packets/dana.pdf"]


def by_pypdf(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    values = {**TEXTS, **{n: f"/{v}" for n, v in CHOICES.items()}, **dict.fromkeys(TICKS, "/yes")}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pikepdf(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = Form(pdf)
        for name, text in TEXTS.items():
            form[name].value = text
        for name, value in CHOICES.items():
            group = form[name]
            group.value = pikepdf.Name(f"/{value}")
        for name in TICKS:
            form[name].checked = True
        pdf.save(out)
    return out.getvalue()


def by_mupdf(data: bytes, folder: Path) -> bytes:
    """MuPDF's own forms, through its script engine; buttons are pressed as a hand would."""
    (folder / "in.pdf").write_bytes(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        texts = {str(fields[name].TU): text for name, text in TEXTS.items()}
        presses = [str(fields[name].TU) for name in TICKS]
        for name, value in CHOICES.items():
            button = next(kid for kid in fields[name].Kids if f"/{value}" in kid.AP.N)
            presses.append(str(button.TU))
    script = (
        f"var texts = {json.dumps(texts)}, presses = {json.dumps(presses)}, doc = new PDFDocument('in.pdf');"
        "for (var p = 0; p < doc.countPages(); ++p) {"
        "  var page = doc.loadPage(p), widgets = page.getWidgets();"
        "  for (var i = 0; i < widgets.length; ++i) {"
        "    var label = widgets[i].getLabel(), place = presses.indexOf(label);"
        "    if (label in texts) { widgets[i].setTextValue(texts[label]); }"
        "    else if (place >= 0) { widgets[i].toggle(); presses.splice(place, 1); }"
        "    widgets[i].update(); } page.update(); }"
        "doc.save('out.pdf', '');"
    )
    (folder / "fill.js").write_text(script)
    subprocess.run(
        [str(shutil.which("mutool")), "run", "fill.js"], cwd=folder, check=True, capture_output=True
    )
    return (folder / "out.pdf").read_bytes()
