"""A photo cut to a circle, or the first letter of the name on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.pictures import safe_image
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive

_LEADING_VOWELS = "เแโใไ"


class Portrait(Adaptive, QWidget):
    """The face of a learner; hostile pictures are refused and initials stand in."""

    def __init__(self, size: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._letter = ""
        self._image = QImage()
        self._bytes = b""
        self.adapt()

    @property
    def has_photo(self) -> bool:
        """Whether a picture is shown."""
        return not self._image.isNull()

    def show_person(self, name: str, photo: bytes) -> None:
        """Show the photo, or the initial of `name`."""
        start = next((n for n, letter in enumerate(name) if letter not in _LEADING_VOWELS), 0)
        self._letter = name[start : start + 1]
        if photo != self._bytes:
            self._bytes = photo
            side = self._size * 4
            self._image = safe_image(QByteArray(photo), QSize(side, side)) if photo else QImage()
        self.setAccessibleName(name)
        self.update()

    def redress(self) -> None:
        side = theme().px(self._size)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addEllipse(box)
        if self.has_photo:
            painter.setClipPath(path)
            side = min(self._image.width(), self._image.height())
            source = QRectF(
                (self._image.width() - side) / 2, (self._image.height() - side) / 2, side, side
            )
            painter.drawImage(box, self._image, source)
            painter.setClipping(False)
        else:
            painter.fillPath(path, look.colour("primary_soft"))
            painter.setPen(look.colour("on_primary_soft"))
            painter.setFont(look.font(self._size * 0.36, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.setPen(look.colour("border"))
        painter.drawPath(path)
        painter.end()
