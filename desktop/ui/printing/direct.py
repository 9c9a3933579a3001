"""A finished PDF onto a printer of the system, page by page, as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import Cancelled, UserError
from desktop.progress import Progress
from desktop.reports.rendering import page_picture, page_sizes

_DOTS_PER_INCH = 300  # finer than the eye and most office printers; a page takes 35 MB so


def picture_of(path: Path, number: int, dots_per_point: float) -> QImage:
    """A page of a file, 0 the first. Raises UserError `file_missing`, `file_damaged`."""
    page = page_picture(path, number, dots_per_point)
    image = QImage(page.dots, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes are Python's, the picture is to outlive them


def print_file(path: Path, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that were chosen in the system's dialog; returns how many.

    Raises:
        UserError: `printer_refused`, `file_missing`, `file_damaged`.
        Cancelled: the person stopped it; what the printer has taken may still come out.
    """
    sizes = page_sizes(path)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(sizes), len(sizes))
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    pages = [*range(first - 1, last)] * copies
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for place, number in enumerate(pages):
            progress.step(place, len(pages), "pages_printing")
            crosswise = sizes[number].crosswise
            printer.setPageOrientation(
                QPageLayout.Orientation.Landscape if crosswise else QPageLayout.Orientation.Portrait
            )
            if not (printer.newPage() if place else painter.begin(printer)):
                raise UserError("printer_refused", printer=printer.printerName())
            _draw(painter, printer, path, number)
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(pages)


def _draw(painter: QPainter, printer: QPrinter, path: Path, number: int) -> None:
    image = picture_of(path, number, min(printer.resolution(), _DOTS_PER_INCH) / 72)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    share = min(paper.width() / image.width(), paper.height() / image.height())
    wide, high = image.width() * share, image.height() * share
    left, top = (paper.width() - wide) / 2, (paper.height() - high) / 2
    painter.drawImage(QRectF(left, top, wide, high), image)
