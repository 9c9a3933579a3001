"""A table of counts by two things, in which each number opens what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout, lay_out

_NARROWEST = 280


@dataclass(frozen=True)
class CrossCell:
    """A count and what it opens; None opens nothing. `said` stands in its place, where given."""

    count: int
    opens: object = None
    said: str = ""


CrossLine = tuple[str, Sequence[CrossCell | str]]
"""The name of a line, and its cells; a word stands where there is no number to tell."""


class _Sideways(QScrollArea):
    """Room for what is wider than the window: it is as high as that, and scrolls to its side."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        inside.installEventFilter(self)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_NARROWEST), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; nothing here does so up and down

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Headings that wrap say their height only for a width."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        layout.invalidate()
        least = layout.totalMinimumSize()
        wide = max(self.viewport().width(), least.width())
        height = max(least.height(), layout.totalHeightForWidth(wide))
        if least.width() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        lay_out(inside)


class CrossTable(Card):
    """`opened(what)` of a number. The last column and the last line are sums."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self.body.addWidget(_Sideways(inside))
        self.body.addStretch(1)
        self.numbers: list[Button] = []

    def show_table(
        self, title: str, note: str, columns: Sequence[str], lines: Sequence[CrossLine]
    ) -> None:
        """Show the table with its sums; the headings are those of the cells."""
        self.set_title(title, note)
        at = next((each.accessibleName() for each in self.numbers if each.hasFocus()), "")
        clear_layout(self._grid)
        self.numbers = []
        for place, word in enumerate(columns, 1):
            head = ThaiLabel(word, "field")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 2)
        self._grid.setColumnStretch(0, 3)
        for row, (name, cells) in enumerate(lines, 1):
            sums = row == len(lines)
            label = ThaiLabel(name, "strong" if sums else "body")
            self._grid.addWidget(label, row, 0)
            for place, cell in enumerate(cells, 1):
                said = f"{name} · {columns[place - 1]}"
                self._add(cell, row, place, said, strong=sums or place == len(cells))
        # What was looked at keeps the keyboard, though its number may be another now.
        place_of = at.rpartition(": ")[0]
        for button in self.numbers:
            if at and button.accessibleName().rpartition(": ")[0] == place_of:
                button.setFocus()

    def _add(self, cell: CrossCell | str, row: int, place: int, said: str, *, strong: bool) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        if isinstance(cell, str) or not cell.count:
            word = cell if isinstance(cell, str) else "–"
            self._grid.addWidget(ThaiLabel(word, "muted", wrap=False), row, place, middle)
            return
        if cell.opens is None:
            text = ThaiLabel(f"{cell.count:,}", "strong", wrap=False)
            self._grid.addWidget(text, row, place, middle)
            return
        word = cell.said or f"{cell.count:,}"
        button = Button(word, "quiet" if strong else "link")
        button.setAccessibleName(f"{said}: {word}")
        button.setToolTip(said)
        button.clicked.connect(lambda _on=False, opens=cell.opens: self.opened.emit(opens))
        self.numbers.append(button)
        self._grid.addWidget(button, row, place, middle)
        button.show()  # at once: until the layout does it, it cannot take the keyboard
