"""The photograph of a sheet as it comes: measured, opened, upright, grey.

Whatever lies in a watched folder is offered here: all is bounded before it is decoded.
"""

from __future__ import annotations

import io
import logging
from typing import Final

from PIL import Image, ImageOps

from desktop.errors import UserError
from desktop.pictures import NAMES, is_apples, measured, media_type_of

logger = logging.getLogger(__name__)

MOST_BYTES: Final = 40_000_000
_MOST_DOTS: Final = 30_000_000
"""Of what cannot be opened at a fraction of its size, as a JPEG can."""
_ENOUGH_DOTS: Final = 9_000_000
"""More tells nothing more of a pen's line, and costs memory."""
_THINNEST: Final = 1 / 4
_RED_GREEN: Final = (0.6, 0.4, 0.0, 0.0)
"""Blue ink is darkest where red is seen."""


def grey_picture(content: bytes) -> Image.Image:
    """Return a photograph upright and grey, of at most nine million dots.

    Args:
        content: JPEG, PNG, WebP or HEIC.

    Raises:
        UserError: `photo_unreadable`; `photo_too_many_dots` (`most`, in millions);
            `document_too_large` (`most`, in megabytes).
    """
    if len(content) > MOST_BYTES:
        raise UserError("document_too_large", most=MOST_BYTES // 1_000_000)
    try:
        opened = _apples(content) if is_apples(content) else _opened(content)
        upright = ImageOps.exif_transpose(opened)
        coloured = upright if upright.mode == "L" else upright.convert("RGB")
        grey = coloured if coloured.mode == "L" else coloured.convert("L", _RED_GREEN)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        logger.info("a photograph was refused: %s", type(error).__name__)
        raise UserError("photo_unreadable") from error
    if min(grey.size) < max(grey.size) * _THINNEST:
        raise UserError("photo_unreadable")  # a strip is no page, and would be stretched for it
    dots = grey.width * grey.height
    if dots > _ENOUGH_DOTS:
        share = (_ENOUGH_DOTS / dots) ** 0.5
        size = int(grey.width * share), int(grey.height * share)
        grey = grey.resize(size, Image.Resampling.BOX)
    return grey


def _opened(content: bytes) -> Image.Image:
    media_type = media_type_of(content)
    if not media_type:
        raise ValueError("no photograph")
    dots = measured(content)
    opened = Image.open(io.BytesIO(content), formats=[NAMES[media_type]])
    _bounded(opened, dots if media_type == "image/jpeg" else None)
    if opened.width * opened.height > _ENOUGH_DOTS:
        # Decoded at a half or a quarter, no smaller than asked for.
        share = (_ENOUGH_DOTS / (opened.width * opened.height)) ** 0.5
        opened.draft("RGB", (int(opened.width * share), int(opened.height * share)))
    opened.load()
    return opened


def _apples(content: bytes) -> Image.Image:
    import pi_heif  # type: ignore[import-untyped] # many never meet such a picture

    head = pi_heif.open_heif(content, convert_hdr_to_8bit=True)
    width, height = head.size
    if width * height > _MOST_DOTS:
        raise UserError("photo_too_many_dots", most=_MOST_DOTS // 1_000_000)
    upright: Image.Image = head.to_pillow()
    return upright


def _bounded(opened: Image.Image, measured_dots: int | None) -> None:
    """Refuse a picture whose second head says more than its first."""
    dots = opened.width * opened.height
    if measured_dots is None:
        if dots > _MOST_DOTS:
            raise UserError("photo_too_many_dots", most=_MOST_DOTS // 1_000_000)
    elif dots > measured_dots:
        raise ValueError("two heads")
