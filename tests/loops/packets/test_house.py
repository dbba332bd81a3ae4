"""What a team adds to its papers: logo, footer, typeface, words of the scale, a password."""

import base64
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from loops.design.panel import Interviewer
from loops.packets import Look, Settings, compose_packets, protect, render, write_packets
from loops.packets.pdf.faces import FontError
from loops.packets.pdf.logo import LogoError
from loops.packets.scale import ScaleError
from tests.loops.packets.factories import plan_file


def picture(width: int = 60, height: int = 20, kind: str = "PNG") -> str:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (0, 0, 0)).save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def sheet(look: Look) -> bytes:
    return render(compose_packets(plan_file(), Settings(look=look)).candidate)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_stands_on_page_one_only(kind):
    pages = PdfReader(io.BytesIO(sheet(Look(logo=picture(kind=kind), large_print=True)))).pages
    assert len(pages) > 1
    assert [len(page.images) for page in pages[:2]] == [1, 0]


@pytest.mark.parametrize(
    ("logo", "says"),
    [
        pytest.param(base64.b64encode(b"GIF89a nothing").decode(), "not a PNG or JPEG", id="another format"),
        pytest.param("no base64!", "not a PNG or JPEG", id="no file"),
        pytest.param(picture(2001, 2000), "four million", id="too large"),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused(logo, says):
    with pytest.raises(LogoError, match=says):
        sheet(Look(logo=logo))


def test_the_teams_own_footer_stands_in_place_of_ours():
    data = write_packets(plan_file(), Settings(look=Look(footer="Acme, internal")))["packets/dana.pdf"]
    text = PdfReader(io.BytesIO(data)).pages[2].extract_text()
    assert "Acme, internal" in text
    assert "Confidential" not in text


def test_a_font_that_is_no_font_is_refused(tmp_path):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    with pytest.raises(FontError, match=r"broken\.ttf cannot be used"):
        render(
            compose_packets(plan_file(), Settings(look=Look(font=str(broken)))).candidate.model_copy(
                update={"role": "工"}
            )
        )


def test_signs_without_a_shape_are_shown_as_an_empty_box():
    drawn = render(
        compose_packets(plan_file()).candidate.model_copy(update={"role": "Rocket \N{ROCKET} engineer"})
    )
    assert (
        "Rocket \N{WHITE VERTICAL RECTANGLE} engineer" in PdfReader(io.BytesIO(drawn)).pages[0].extract_text()
    )


def test_the_scale_takes_words_of_ones_own():
    own = ("Absent", "Emerging", "Able", "Leading")
    data = write_packets(plan_file(), Settings(scale=own))["packets/dana.pdf"]
    text = PdfReader(io.BytesIO(data)).pages[1].extract_text()
    assert all(word in text for word in own)


def test_a_scale_with_too_few_words_is_refused():
    with pytest.raises(ScaleError, match="4 levels, but 3 words"):
        compose_packets(plan_file(), Settings(scale=("Low", "Middle", "High")))


def test_a_password_locks_the_file():
    locked = protect(sheet(Look()), "geheim")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pikepdf.open(io.BytesIO(locked), password="geheim") as pdf:
        assert pdf.encryption.bits == 256


DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@pytest.mark.skipif(not DEJAVU.exists(), reason="needs Debian's fonts-dejavu-core")
def test_a_face_of_ones_own_draws_letters_that_ours_lacks_even_in_fields():
    plan = plan_file(
        people=(
            Interviewer(id="dana", name="Արամ Խաչատրյան"),
            Interviewer(id="lukasz", name="Łukasz Żółć"),
        )
    )
    with pytest.raises(FontError, match="no shape for “Ա”"):
        write_packets(plan)
    data = write_packets(plan, Settings(look=Look(font=str(DEJAVU))))["packets/dana.pdf"]
    read = PdfReader(io.BytesIO(data))
    assert "Արամ Խաչատրյան" in read.pages[0].extract_text()
    assert (read.get_fields() or {})["name"]["/V"] == "Արամ Խաչատրյան"
