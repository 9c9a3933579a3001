"""Pictures from outside: decoded with limits, and made smaller before they are kept."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

# A decompression bomb says so in its header: larger pictures are not decoded at all.
MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 1600
_KEEP_AS_IT_IS = 900_000
_FORMATS = (b"jpeg", b"png", b"webp")


def safe_image(content: QByteArray, most: QSize) -> QImage:
    """The picture no larger than `most`, upright; a null image for what is none or too large."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return QImage()
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    reader.setAutoTransform(True)
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def made_smaller(content: bytes) -> bytes:
    """A large photo as a JPEG of at most 1600 pixels, without the place it was taken at.

    Small pictures and what is no picture come back as they are.
    """
    if len(content) <= _KEEP_AS_IT_IS:
        return content
    image = safe_image(QByteArray(content), QSize(_LONGEST_SIDE, _LONGEST_SIDE))
    if image.isNull():
        return content
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPEG", 85):  # type: ignore[call-overload]
        return content
    return bytes(buffer.data().data())
