"""Finds the codes of a page in a photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import zxingcpp
from PIL import Image, ImageFilter

from desktop.errors import UserError
from desktop.paper_marks.geometry import perspective
from desktop.paper_marks.layout import QR, Point, qr_corner
from desktop.paper_marks.page_codes import PageCode, read_code

_LEAST_CODES: Final = 2
_SMALL_PICTURE: Final = 2000
_DOTS_A_MM: Final = 10
_SHARPENED: Final = ImageFilter.UnsharpMask(3, 250, 0)
"""Against a lens out of focus, or a hand that moved."""
_Quad = list[Point]


@dataclass(frozen=True, slots=True)
class Found:
    """A page's code and where its corners lie in the photograph, in dots."""

    code: PageCode
    corners: dict[int, _Quad]


def find_page(grey: Image.Image) -> Found:
    """Find the page that a photograph shows.

    Raises:
        UserError: `sheet_no_codes` if none of ours is seen, `sheet_few_codes` if only one of the
            four is, `sheet_two_pages` if two pages lie in the picture.
    """
    found = _all_codes(grey)
    if not found:
        raise UserError("sheet_no_codes")
    seen = sorted(found.items(), key=lambda item: len(item[1]), reverse=True)
    if len(seen) > 1 and len(seen[1][1]) >= _LEAST_CODES:
        raise UserError("sheet_two_pages")
    code, corners = seen[0]
    if len(corners) < 4:
        corners |= _looked_for(grey, code, corners)
    if len(corners) < _LEAST_CODES:
        raise UserError("sheet_few_codes")
    return Found(code, corners)


def _all_codes(grey: Image.Image) -> dict[PageCode, dict[int, _Quad]]:
    """Look at the picture as it is, then larger, smaller and sharpened, until four are seen."""
    found: dict[PageCode, dict[int, _Quad]] = {}
    scales = (1.0, 2.0, 0.5) if max(grey.size) < _SMALL_PICTURE else (1.0, 0.5, 0.3)
    looks = [*((scale, False) for scale in scales), (1.0, True), (0.7, True)]
    for scale, sharpened in looks:
        looked_at = grey.filter(_SHARPENED) if sharpened else grey
        if scale != 1:
            size = int(grey.width * scale), int(grey.height * scale)
            how = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
            looked_at = looked_at.resize(size, how)
        for code, corner, quad in _seen(looked_at):
            known = found.setdefault(code, {})
            known.setdefault(corner, [(x / scale, y / scale) for x, y in quad])
        if any(len(corners) == 4 for corners in found.values()):
            break
    return found


def _looked_for(grey: Image.Image, code: PageCode, corners: dict[int, _Quad]) -> dict[int, _Quad]:
    """Look again, drawn large, where the missing codes must be."""
    more: dict[int, _Quad] = {}
    on_paper = [point for corner in corners for point in qr_corner(corner)]
    lead = perspective(on_paper, [point for quad in corners.values() for point in quad])
    wider = 5.0 if len(corners) > 2 else 14.0  # two lie on one side, and say little of the other
    side = int((QR + 2 * wider) * _DOTS_A_MM)
    square: _Quad = [(0, 0), (side, 0), (side, side), (0, side)]
    for corner in set(range(4)) - set(corners):
        where = [lead(*point) for point in qr_corner(corner, wider)]
        ends = [value for point in where for value in point]
        if min(ends) < -max(grey.size) or max(ends) > 2 * max(grey.size):
            continue
        cut = perspective(square, where)
        drawn = grey.transform(
            (side, side),
            Image.Transform.PERSPECTIVE,
            cut.numbers,
            Image.Resampling.BICUBIC,
            fillcolor=255,
        )
        for seen, at, quad in _seen(drawn) or _seen(drawn.filter(_SHARPENED)):
            if seen == code and at == corner:
                more[corner] = [cut(*point) for point in quad]
    return more


def _seen(grey: Image.Image) -> list[tuple[PageCode, int, _Quad]]:
    seen = []
    only = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    read = zxingcpp.read_barcodes(grey, formats=only, try_invert=False)
    for each in read:
        known = read_code(each.text)
        if known is not None:
            at = each.position
            ends = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            seen.append((*known, [(end.x + 0.5, end.y + 0.5) for end in ends]))
    return seen
