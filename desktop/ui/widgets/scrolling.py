"""Room for something tall: it scrolls up and down by itself, and is never cut at its side."""

from __future__ import annotations

from collections.abc import Hashable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.layouts import lay_out
from desktop.ui.widgets.showing import was_shown

_LOWEST = 96
_ROUND = 24  # pixels over and under what is brought into view


class Scrolling(QScrollArea):
    """Holds one widget; asks for its width, and for little of its height."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._asked = 0
        self._subject: Hashable = None
        self._revealed: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        inside.installEventFilter(self)

    def begin_for(self, subject: Hashable) -> None:
        """Go to the top where somebody or something else is shown than before."""
        if subject != self._subject:
            self._subject = subject
            self.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to who has the keyboard, or to what is said, and again while parts above it still
        find their room.

        Whoever turns the wheel since is left where they look.
        """
        self._revealed = widget
        self._show_revealed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._revealed = None
        super().wheelEvent(event)

    def settle(self) -> None:
        """Give what is inside its place now, before one scrolls to a part of it."""
        self._fit()
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        wide = inside.minimumSizeHint().width() if inside is not None else 0
        if inside is not None:
            wide = max(wide, inside.minimumWidth())
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), theme().px(_LOWEST))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and not was_shown(self):
            # Qt would measure, and so dress, all that is inside whenever a part above it is added
            # to another.
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            # After the parts inside have said what they need.
            self._later.start()
        elif watched is self.widget() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_revealed)
        return super().eventFilter(watched, event)

    def _show_revealed(self) -> None:
        shown = self._revealed
        if shown is not None and not shiboken6.isValid(shown):  # a row that was renewed since
            shown = self._revealed = None
        said = shown is not None and shown.focusPolicy() == Qt.FocusPolicy.NoFocus
        if shown is not None and (said or shown is QApplication.focusWidget()):
            self._show_whole(shown)

    def _show_whole(self, widget: QWidget) -> None:
        """Qt brings the line into view in which one types, and leaves the rest of a text below."""
        self.ensureWidgetVisible(widget, 0, _ROUND)
        inside, half = self.widget(), widget.height() // 2 + _ROUND
        if inside is not None and 2 * half <= self.viewport().height():
            middle = widget.mapTo(inside, widget.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, half)

    def _fit(self) -> None:
        """Words that wrap say their height only for a width: without it they would be squeezed."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        layout.invalidate()
        height = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            height = max(height, layout.totalHeightForWidth(self.viewport().width()))
        if height != inside.minimumHeight():
            inside.setMinimumHeight(height)
        lay_out(inside)
        wide = self.minimumSizeHint().width()
        if wide != self._asked:
            # What is scrolled does not tell of itself that it has become wider.
            self._asked = wide
            self.updateGeometry()
