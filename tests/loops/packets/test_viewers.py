"""Other programs open the files, see the same words, and fill them in as a hand would."""

import ctypes
import io
import shutil
import subprocess
import unicodedata

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from loops.packets import Look, Settings, write_packets
from loops.scorecards import Observed, read_scorecard
from tests.loops.packets.factories import large_plan, plan_file
from tests.loops.scorecards.filling import packet

FILES = write_packets(large_plan(), Settings(look=Look(language="fr"), candidate="4F2", laws=("eu",)))
TYPED = {"packets/c.pdf": "Κωνσταντίνος Παπαδόπουλος"}
"""What stands in a field from the start; PDFium leaves fields out of a page's text."""


def letters(text: str) -> list[str]:
    """The letters of a file in any order: programs differ in what they read first."""
    plain = unicodedata.normalize("NFKC", text).replace("\x02", "-")
    return sorted("".join(plain.split()))


def by_poppler(path) -> str:
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout


def by_mupdf(path) -> str:
    return subprocess.run(
        ["mutool", "draw", "-F", "text", path], capture_output=True, text=True, check=True
    ).stdout


def by_pdfium(path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("mutool")), reason="needs Poppler and MuPDF"
)
@pytest.mark.parametrize("name", ["overview.pdf", "candidate.pdf", "packets/c.pdf"])
def test_three_programs_see_the_same_words(name, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(FILES[name])
    seen = [letters(read(str(path))) for read in (by_poppler, by_mupdf, by_pdfium)]
    assert len(seen[0]) > 1_000
    assert seen[0] == seen[1] == sorted(seen[2] + letters(TYPED.get(name, "")))


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
@pytest.mark.parametrize("name", FILES)
def test_qpdf_finds_no_fault(name, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(FILES[name])
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


class Hand:
    """A hand at PDFium, the engine of Chrome's viewer: it clicks and types on pages."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pypdfium2.PdfDocument(data)
        self.pdf.init_forms()
        self.form = self.pdf.formenv.raw

    def spots(self, page: int) -> dict[str, tuple[float, float]]:
        """The middle of each field of a page, by what it is called aloud."""
        found = {}
        with pikepdf.open(io.BytesIO(self.data())) as pdf:
            for widget in pdf.pages[page].get("/Annots", []):
                box = [float(edge) for edge in widget.Rect]
                found[str(widget.get("/TU", ""))] = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return found

    def data(self) -> bytes:
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()

    def click(self, page, x: float, y: float) -> None:
        pdfium.FORM_OnMouseMove(self.form, page.raw, 0, ctypes.c_double(x), ctypes.c_double(y))
        pdfium.FORM_OnLButtonDown(self.form, page.raw, 0, ctypes.c_double(x), ctypes.c_double(y))
        pdfium.FORM_OnLButtonUp(self.form, page.raw, 0, ctypes.c_double(x), ctypes.c_double(y))

    def type(self, page, text: str) -> None:
        for char in text:
            pdfium.FORM_OnChar(self.form, page.raw, ord(char), 0)

    def fill(self, page_number: int, clicks: tuple[str, ...], texts: dict[str, str]) -> None:
        spots = self.spots(page_number)
        page = self.pdf[page_number]
        pdfium.FORM_OnAfterLoadPage(page.raw, self.form)
        for name in clicks:
            self.click(page, *spots[name])
        for name, text in texts.items():
            self.click(page, *spots[name])
            self.type(page, text)
        pdfium.FORM_ForceToKillFocus(self.form)


def test_what_a_hand_types_in_pdfium_comes_back():
    hand = Hand(packet())
    typed = "Saw the queue grow to 40,000 (twice) – Łukasz: “ναι, да”."
    hand.fill(1, ("System design: level 3, Shown",), {})
    hand.fill(4, ("Strong yes",), {"Evidence for System design, or why it was not assessed": typed})
    returned = read_scorecard(hand.data(), "dana.pdf", plan_file(), "4F2")
    assert returned.scorecard is not None
    assert returned.scorecard.ratings[0].answer == Observed(level=3, evidence=typed)
    assert returned.scorecard.recommendation == "strong-yes"
    assert [p.fault for p in returned.problems] == ["no-rating", "no-rating"]


def test_a_wrong_click_can_be_mended():
    hand = Hand(packet())
    hand.fill(1, ("System design: level 3, Shown",), {})
    hand.fill(4, ("System design: level 2, Partly shown",), {})
    returned = read_scorecard(hand.data(), "dana.pdf", plan_file())
    assert returned.values["score:system-design"] == ("2",)
