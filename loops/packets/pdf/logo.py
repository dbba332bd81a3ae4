"""A team's own mark, small in the corner of page one."""

import base64
import io

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from loops.packets.pdf.sheet import Sheet
from loops.packets.pdf.style import LEFT, TOP
from rubric.value import InputError

WIDEST, TALLEST = 96, 30
"""The room for a logo, in points."""

MOST_PIXELS = 4_000_000


class LogoError(InputError):
    """The logo is not a picture that can be used."""


def place_logo(sheet: Sheet, encoded: str) -> None:
    """Put a PNG or JPEG file, given in base64, in the upper right corner of page one.

    Raises:
        LogoError: it is neither, or it has more than four million pixels.
    """
    try:
        data = base64.b64decode(encoded, validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
        if width * height > MOST_PIXELS:
            raise LogoError("The logo is larger than four million pixels; give a smaller picture.")
        image = ImageReader(io.BytesIO(data))
    except (ValueError, OSError, UnidentifiedImageError):
        raise LogoError("The logo is not a PNG or JPEG picture; choose another file, or none.") from None
    scale = min(WIDEST / width, TALLEST / height)
    wide, high = width * scale, height * scale
    sheet.picture = image, sheet.width - LEFT - wide, sheet.height - TOP - 22 - high, wide, high
