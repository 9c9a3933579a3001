"""Where one is in the import: four steps in a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

_GAP = 8


class StepStrip(Adaptive, QWidget):
    """Names the steps; the present one is strong, those done have a check.

    Where there is no room for all names, the signs of the others stand alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self._signs: list[IconLabel] = []
        self._labels: list[ThaiLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._between = [IconLabel("chevron-right", "muted", 16) for _step in range(3)]
        for number in range(4):
            if number:
                row.addWidget(self._between[number - 1])
            sign, label = IconLabel("circle", "muted", 18), ThaiLabel("", "muted", wrap=False)
            self._signs.append(sign)
            self._labels.append(label)
            row.addWidget(sign)
            row.addWidget(label)
        row.addStretch(1)
        self.adapt()

    def show_step(self, current: int) -> None:
        """Mark the step, from 0."""
        self._current = current
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._labels), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        shown = [self._labels[self._current]]
        return QSize(self._width(shown), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = self.width() >= self.sizeHint().width()
        for number, label in enumerate(self._labels):
            label.setVisible(whole or number == self._current)

    def _width(self, labels: Sequence[ThaiLabel]) -> int:
        parts = [*self._signs, *self._between, *labels]
        return sum(part.sizeHint().width() + _GAP for part in parts)

    def retranslate(self) -> None:
        words = (
            self.tr("เลือกแฟ้ม"),
            self.tr("ตรวจคอลัมน์"),
            self.tr("ตรวจรายชื่อ"),
            self.tr("เสร็จ"),
        )
        for number, (sign, label) in enumerate(zip(self._signs, self._labels, strict=True)):
            label.set_text(f"{number + 1}. {words[number]}")
            if number < self._current:
                sign.set_icon("circle-check", "success")
            elif number == self._current:
                sign.set_icon("circle-dot", "primary")
            else:
                sign.set_icon("circle", "muted")
            restyle(label, words="strong" if number == self._current else "muted")
        self.setAccessibleName(
            self.tr("ขั้นที่ {number} จาก 4: {step}")
            .replace("{number}", str(self._current + 1))
            .replace("{step}", words[self._current])
        )
        self._fit()
        self.updateGeometry()
