"""The program's emblem in the sizes that systems ask for."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def draw(svg: Path, size: int) -> Image.Image:
    """Draw the emblem as a square of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


def png(svg: Path, size: int) -> bytes:
    """Return it as PNG."""
    held = io.BytesIO()
    draw(svg, size).save(held, "PNG", optimize=True)
    return held.getvalue()


def ico(svg: Path) -> bytes:
    """Return it as an icon of Windows, each size drawn for itself."""
    held = io.BytesIO()
    drawn = [draw(svg, size) for size in ICO_SIZES]
    drawn[-1].save(
        held,
        "ICO",
        sizes=[(size, size) for size in ICO_SIZES],
        append_images=drawn[:-1],
    )
    return held.getvalue()
