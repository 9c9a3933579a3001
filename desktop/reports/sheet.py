"""The sheet of paper: a ReportLab canvas that draws shaped text and embeds its fonts once."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop.durable_files import draft_beside, refused
from desktop.errors import UserError
from desktop.reports.line_breaking import thai_breaker
from desktop.reports.text import Ink, Line, Style, lay_lines, line_operators, measure, word
from desktop.reports.typeface import typeface
from sync.own_files import open_own

log = logging.getLogger(__name__)

_WORD = re.compile(r"\S+\s*|\s+")

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (A4[1], A4[0])
Colour = tuple[float, float, float]
SMALLEST = 9.0
"""Points: smaller print is not read by old eyes in a house with one lamp."""
_LONGEST = 1600  # dots a side: as kept photographs have at most
_LARGEST_PICTURE = 40_000_000  # dots; a logo or a photo is far below

rl_config.useA85 = 0  # binary streams: a fifth smaller, and every reader of today takes them


class _Embedding:
    """Stands where ReportLab keeps its own fonts; adds ours when the file is written."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def addObjects(self, document: Any) -> None:
        """Embed the glyphs of every face in use."""
        for face, codes in sorted(self._ink.codes.items()):
            typeface(face).embed(document, codes)


class _BareCanvas(Canvas):
    """A canvas that brings in no font of its own: ours sets its fonts itself."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Sheet:
    """Draws on pages measured in points from the top left corner of the paper."""

    def __init__(
        self, title: str, author: str, size: tuple[float, float] = A4, language: str = "th"
    ) -> None:
        self.width, self.height = size
        self.ink = Ink()
        self._buffer = io.BytesIO()
        self._canvas: Any = _BareCanvas(self._buffer, pagesize=size, pageCompression=1)
        document: Any = getattr(self._canvas, "_doc")  # noqa: B009 - the stubs leave it out
        document.delayedFonts.append(_Embedding(self.ink))
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Tambon Rianru")
        self._canvas.setSubject(title)
        document.Catalog.Lang = pdfdoc.PDFString("th-TH" if language == "th" else "en-GB")
        self._pictures: dict[int, ImageReader | None] = {}
        self._marks = 0
        self.pages = 1
        self.unprintable = ""
        """Letters that stand as boxes here, told at the foot of each page."""

    # Pages and outline

    def new_page(self, size: tuple[float, float] | None = None) -> None:
        """Finish this page and begin the next, of another size if one is given."""
        self._canvas.showPage()
        if size is not None and size != (self.width, self.height):
            self.width, self.height = size
            self._canvas.setPageSize(size)
        self.pages += 1

    def bookmark(self, title: str, level: int) -> None:
        """Put this page into the outline at `level` (0 outermost)."""
        self._marks += 1
        key = f"m{self._marks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed=level > 0)
        self._canvas.showOutline()

    def finished(self) -> bytes:
        """End the last page and return the document."""
        self._canvas.save()
        return self._buffer.getvalue()

    # Text

    def line(self, line: Line, style: Style, x: float, top: float, width: float) -> None:
        """Draw one laid line in a strip of `width`; `top` is the upper edge of its leading."""
        if not line.words:
            return
        if style.align == "right":
            x += width - line.width
        elif style.align == "centre":
            x += (width - line.width) / 2
        self.ink.note(line.words)
        baseline = self.height - top - baseline_offset(style)
        self._canvas._code.append(line_operators(line, style, x, baseline))

    def words(self, text: str, style: Style, x: float, top: float, width: float = 0.0) -> float:
        """Draw text on one line without breaking it; return its width in points."""
        if not text:
            return 0.0
        pieces = tuple(word(part, style.face, style.size) for part in _WORD.findall(text))
        wide = sum(piece.width for piece in pieces[:-1]) + pieces[-1].visible
        self.line(Line(pieces, wide), style, x, top, width)
        return wide

    def fitted(self, text: str, style: Style, x: float, top: float, width: float) -> None:
        """Draw one line, smaller where it would be too wide; cut with … at 70 % or 9 points."""
        smaller = style
        least = min(style.size, max(style.size * 0.7, SMALLEST))
        while measure(text, smaller) > width and smaller.size > least:
            smaller = smaller.at(size=max(round(smaller.size - 0.5, 2), least))
        if measure(text, smaller) > width:
            lines = lay_lines(text, smaller, width - smaller.size, thai_breaker())
            text = lines[0].text.rstrip() + "…"
        shift = (style.size - smaller.size) * 0.3
        self.words(text, smaller, x, top + shift, width)

    # Shapes

    def operators(self, drawn: str) -> None:
        """Add ready PDF operators, coordinates from the lower left corner."""
        self._canvas._code.append(f"q {drawn} Q")

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        weight: float = 0.6,
        radius: float = 0.0,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a box, rounded if `radius` is given."""
        bottom = self.height - top - height
        path = f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
        if radius:
            path = _rounded(x, bottom, width, height, min(radius, width / 2, height / 2))
        self._paint(path, fill, stroke, weight, dash)

    def rule(
        self,
        x1: float,
        top1: float,
        x2: float,
        top2: float,
        colour: Colour,
        weight: float = 0.6,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a straight line."""
        start, end = self.height - top1, self.height - top2
        path = f"{x1:.2f} {start:.2f} m {x2:.2f} {end:.2f} l"
        self._paint(path, None, colour, weight, dash)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        weight: float = 1.0,
        dash: tuple[float, float] | None = None,
        opacity: float = 1.0,
    ) -> None:
        """Draw a closed figure; `opacity` applies to its filling."""
        corners = " l ".join(f"{x:.2f} {self.height - top:.2f}" for x, top in points[1:])
        first_x, first_top = points[0]
        path = f"{first_x:.2f} {self.height - first_top:.2f} m {corners} l h"
        if opacity < 1:
            self._canvas.setFillAlpha(opacity)
        self._paint(path, fill, stroke, weight, dash)
        if opacity < 1:
            self._canvas.setFillAlpha(1)

    def circle(
        self,
        x: float,
        top: float,
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        weight: float = 0.8,
    ) -> None:
        """Draw a circle round a point."""
        bottom = self.height - top - radius
        path = _rounded(x - radius, bottom, 2 * radius, 2 * radius, radius)
        self._paint(path, fill, stroke, weight, None)

    def _paint(
        self,
        path: str,
        fill: Colour | None,
        stroke: Colour | None,
        weight: float,
        dash: tuple[float, float] | None,
    ) -> None:
        """Fill and stroke a path; each time with all it needs, so that order never matters."""
        parts: list[str] = []
        if fill is not None:
            parts.append("{:.3g} {:.3g} {:.3g} rg".format(*fill))
        if stroke is not None:
            parts.append("{:.3g} {:.3g} {:.3g} RG".format(*stroke))
            dots = "{:g} {:g}".format(*dash) if dash else ""
            parts.append(f"{weight:g} w [{dots}] 0 d")
        end = ("n", "f", "S", "B")[(fill is not None) + 2 * (stroke is not None)]
        self._canvas._code.append(f"{' '.join(parts)} {path} {end}")

    def picture(
        self, data: bytes, x: float, top: float, width: float, height: float
    ) -> tuple[float, float, float, float] | None:
        """Draw a picture as large as fits in the box; where it lies, None if it cannot be read.

        Returns:
            x, top, width and height.
        """
        key = hash(data)
        if key not in self._pictures:
            self._pictures[key] = _readable(data)
        image = self._pictures[key]
        if image is None:
            return None
        wide, high = image.getSize()
        scale = min(width / wide, height / high)
        left, over = x + (width - wide * scale) / 2, top + (height - high * scale) / 2
        across, deep = wide * scale, high * scale
        self._canvas.drawImage(image, left, self.height - over - deep, across, deep, mask="auto")
        return left, over, across, deep


def _rounded(x: float, bottom: float, width: float, height: float, radius: float) -> str:
    """Return the path of a box with round corners; a circle, if the radius is half of both."""
    held = radius * 0.4477  # a quarter circle's handle ends so far from the corner
    left, low, right, high = x, bottom, x + width, bottom + height
    points = (
        (left + radius, low), (right - radius, low),
        (right - held, low), (right, low + held), (right, low + radius),
        (right, high - radius),
        (right, high - held), (right - held, high), (right - radius, high),
        (left + radius, high),
        (left + held, high), (left, high - held), (left, high - radius),
        (left, low + radius),
        (left, low + held), (left + held, low), (left + radius, low),
    )  # fmt: skip
    spots = [f"{across:.2f} {up:.2f}" for across, up in points]
    steps = [f"{spots[0]} m {spots[1]} l"]
    for index in (2, 6, 10):
        steps.append(f"{' '.join(spots[index : index + 3])} c {spots[index + 3]} l")
    return f"{' '.join(steps)} {' '.join(spots[14:17])} c h"


def baseline_offset(style: Style) -> float:
    """Return how far below the upper edge of its leading a line of text stands."""
    return style.leading / 2 + style.size * 0.36


def _readable(data: bytes) -> ImageReader | None:
    """Open a picture from outside; a broken or huge one is left out, and logged."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _LARGEST_PICTURE:
                log.warning("picture left out: %d x %d dots", image.width, image.height)
                return None
            if image.format == "JPEG" and max(image.size) <= _LONGEST and image.mode == "RGB":
                image.load()
                return ImageReader(io.BytesIO(data))  # stands in the file as it is
            image.thumbnail((_LONGEST, _LONGEST))
            kept = image.convert("RGBA" if "A" in image.getbands() else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        log.warning("picture left out: %s", type(error).__name__)
        return None
    return ImageReader(kept)


def write_beside(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then renamed.

    Raises:
        desktop.errors.UserError: `paper_cannot_write` if the folder refuses the file,
            `file_name_too_long`.
        desktop.errors.StorageError: `disk_full` if there is no room.
    """
    part = draft_beside(path)
    try:
        with open_own(part, "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        otherwise = UserError("paper_cannot_write", path=str(path), reason=error.strerror)
        raise refused(error, path, otherwise) from error


Drawing = Callable[[Sheet, float, float, float], None]
"""Draws at x, top, width."""
