"""The photograph of a sheet as it comes: measured, opened, upright, grey.

Whatever lies in a watched folder is offered here: all is bounded before it is decoded.
"""

from __future__ import annotations

from typing import Final

from PIL import Image

from desktop.errors import UserError
from desktop.pictures import JPEG, measured, media_type_of, upright

MOST_BYTES: Final = 40_000_000
_MOST_DOTS: Final = 30_000_000
"""Of what cannot be opened at a fraction of its size, as a JPEG can."""
_LONGEST: Final = 3500
"""More tells nothing more of a pen's line, and costs memory."""
_THINNEST: Final = 1 / 4
_RED_GREEN: Final = (0.6, 0.4, 0.0, 0.0)
"""Blue ink is darkest where red is seen."""


def grey_picture(content: bytes) -> Image.Image:
    """Return a photograph upright and grey, its longer side of at most 3,500 dots.

    Args:
        content: JPEG, PNG, WebP or HEIC.

    Raises:
        UserError: `photo_unreadable`, `photo_heic`; `photo_too_many_dots` (`most`, in millions);
            `document_too_large` (`most`, in megabytes).
    """
    if len(content) > MOST_BYTES:
        raise UserError("document_too_large", most=MOST_BYTES // 1_000_000)
    if not (media_type := media_type_of(content)):
        raise UserError("photo_unreadable")
    if measured(content) > _MOST_DOTS and media_type != JPEG:
        raise UserError("photo_too_many_dots", most=_MOST_DOTS // 1_000_000)
    picture = upright(content, _LONGEST)
    if min(picture.size) < max(picture.size) * _THINNEST:
        raise UserError("photo_unreadable")  # a strip is no page, and would be stretched for it
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("L", _RED_GREEN)
