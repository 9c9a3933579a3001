"""A QR code: dark on white in every theme, with the quiet edge that readers need."""

from __future__ import annotations

from math import floor

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive

_QUIET = 4
_SIZE = 168


class QrCode(Adaptive, QWidget):
    """Shows one text; nothing without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.adapt()

    @property
    def text(self) -> str:
        """What a reader finds in it."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show this text; at the second level of repair, one module in seven may be lost."""
        self._text = text
        code = segno.make(text, error="m", micro=False) if text else None
        self._rows = tuple(bytes(row) for row in code.matrix) if code is not None else ()
        self.setAccessibleName(self.tr("คิวอาร์โค้ดของ {text}").replace("{text}", text))
        self.update()

    def redress(self) -> None:
        self.setFixedSize(theme().px(_SIZE), theme().px(_SIZE))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_SIZE), theme().px(_SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        whole = min(self.width(), self.height())
        # Whole pixels: a reader sees edges that are not smeared.
        step = max(1, floor(whole / (len(self._rows) + 2 * _QUIET)))
        side = step * (len(self._rows) + 2 * _QUIET)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.fillRect(QRectF(left, top, side, side), Qt.GlobalColor.white)
        for line, row in enumerate(self._rows):
            for column, dark in enumerate(row):
                if dark:
                    x, y = left + (column + _QUIET) * step, top + (line + _QUIET) * step
                    painter.fillRect(QRectF(x, y, step, step), Qt.GlobalColor.black)
        painter.end()
