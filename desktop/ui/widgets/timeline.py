"""What happened to a person, newest first, never cut by a budget year or a school year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout


@dataclass(frozen=True)
class TimelineEvent:
    """One thing that happened; `when` as it is shown. `key` comes back when it is opened."""

    key: str
    when: str
    title: str
    detail: str = ""
    icon: str = "circle"
    role: str = "primary"
    group: str = ""


class _EventRow(QFrame):
    opened = Signal(str)

    def __init__(self, event: TimelineEvent, *, first: bool, last: bool) -> None:
        super().__init__()
        self._event, self._first, self._last = event, first, last
        self.setProperty("surface", "event")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{event.when} {event.title}")
        self.setAccessibleDescription(event.detail)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(event.when, "caption"))
        words.addWidget(ThaiLabel(event.title, "strong"))
        if event.detail:
            words.addWidget(ThaiLabel(event.detail, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(52), 6, 8, 10)
        row.addLayout(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = look.px(24), look.px(26), look.px(14)
        painter.setPen(QPen(look.colour("border_strong"), 1))
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, y - radius))
        if not self._last:
            painter.drawLine(QPointF(x, y + radius), QPointF(x, self.height()))
        colour = look.colour(self._event.role)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(look.colour("raised"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        half = look.px(8)
        box = self.rect()
        box.setRect(x - half, y - half, half * 2, half * 2)
        draw_icon(painter, self._event.icon, colour, box)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._event.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self._event.key)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Timeline(Adaptive, QWidget):
    """A column of events; put it into a scroll area. `opened` carries the key of an event."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[TimelineEvent, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.adapt()

    def show_events(self, events: Sequence[TimelineEvent]) -> None:
        """Show these, in this order; where `group` changes a heading is set."""
        self._events = tuple(events)
        self._fill()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("เส้นเวลา"))

    def redress(self) -> None:
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._column)
        group = ""
        for number, event in enumerate(self._events):
            opens = number == 0 or event.group != group
            after = self._events[number + 1 : number + 2]
            closes = not after or after[0].group != event.group
            if event.group != group:
                group = event.group
                heading = ThaiLabel(group, "section")
                heading.setContentsMargins(8, 8, 0, 4)
                self._column.addWidget(heading)
            row = _EventRow(event, first=opens, last=closes)
            row.opened.connect(self.opened)
            self._column.addWidget(row)
        self._column.addStretch(1)
