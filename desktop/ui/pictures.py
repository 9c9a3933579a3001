"""Pictures from outside: decoded with limits, to be shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from desktop.errors import UserError
from desktop.pictures import JPEG, MOST_DOTS, PNG, WEBP
from desktop.reports.rendering import first_page

PDF = "application/pdf"

_FORMATS = {b"jpeg": JPEG, b"png": PNG, b"webp": WEBP}


def picture_of_document(content: bytes, media_type: str, side: int) -> QImage:
    """A photo, or the first page of a PDF, no larger than `side`; null for what cannot be drawn.

    Takes its time: for a job, not for the thread of the window.
    """
    if media_type != PDF:
        return safe_image(QByteArray(content), QSize(side, side))
    try:
        page = first_page(content, side)
    except UserError:
        return QImage()  # damaged, or with a passcode of its own
    image = QImage(page.dots, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes are Python's, the picture is to outlive them


def png_of(image: QImage) -> bytes:
    """A picture as the bytes of a PNG; takes its time."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def safe_image(content: QByteArray, most: QSize) -> QImage:
    """The picture no larger than `most`, upright; a null image for what is none or too large."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    media_type = _FORMATS.get(bytes(reader.format().data()), "")
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_DOTS.get(media_type, 0):
        return QImage()
    reader.setAutoTransform(True)
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
