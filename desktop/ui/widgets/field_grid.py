"""Lays fields out on twelve columns, and on fewer where they would not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import was_shown

COLUMNS = 12
_WIDER = (1, 2, 3, COLUMNS)


class FieldGrid(Adaptive, QWidget):
    """Each part spans some of twelve columns; where a line's least widths do not fit, all parts
    span twice, three times as many, or the whole. A part that is hidden keeps its place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[QWidget, int]] = []
        self._wider = 1
        self._asked = 0
        self._needed: dict[int, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.adapt()

    def add(self, part: QWidget, span: int) -> None:
        """Add a part after the last."""
        self._parts.append((part, span))
        self._place(self._wider)

    def clear(self) -> None:
        """Take every part out and let it go."""
        self._parts, self._needed = [], {}
        clear_layout(self._grid)

    def minimumSizeHint(self) -> QSize:
        least = max((part.minimumSizeHint().width() for part, _span in self._parts), default=0)
        # Not every layout asks how high it is at its width.
        high = self._grid.totalMinimumSize().height()
        if self._grid.hasHeightForWidth():
            high = max(high, self._grid.totalHeightForWidth(max(self.width(), least)))
        return QSize(least, high)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def redress(self) -> None:
        self._needed = {}
        self._fit()

    def retranslate(self) -> None:
        self._needed = {}

    def _fit(self) -> None:
        if not was_shown(self):
            return
        while True:
            wanted = next((w for w in _WIDER if self._needed.get(w, 0) <= self.width()), COLUMNS)
            if wanted != self._wider:
                self._place(wanted)
            needed = self._grid.minimumSize().width()
            if needed <= self.width() or wanted == COLUMNS:
                break
            # What a way of placing took is known only once it was tried.
            self._needed[wanted] = needed
        high = self.minimumSizeHint().height()
        if high != self._asked:
            self._asked = high
            self.updateGeometry()

    def _place(self, wider: int) -> None:
        self._wider = wider
        line, column = 0, 0
        for part, span in self._parts:
            wide = min(span * wider, COLUMNS)
            if column + wide > COLUMNS:
                line, column = line + 1, 0
            self._grid.removeWidget(part)
            self._grid.addWidget(part, line, column, 1, wide, Qt.AlignmentFlag.AlignTop)
            column += wide
