"""Pictures from outside: decoded with limits, to be shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.pictures import JPEG, MOST_DOTS, PNG, WEBP

_FORMATS = {b"jpeg": JPEG, b"png": PNG, b"webp": WEBP}


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
