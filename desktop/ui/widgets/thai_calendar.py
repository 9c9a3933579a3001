"""A month of the Thai calendar to pick a day from, years in พ.ศ."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.models.dates import be_year
from desktop.ui.thai_time import month_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from resources.clock import today

_CELL = QSize(40, 34)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class _Days(Adaptive, QWidget):
    """Six weeks of days, Sunday first; arrows move, Page Up and Down change the month."""

    picked = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = today()
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.adapt()

    def retranslate(self) -> None:
        self._names = [
            self.tr("อา."), self.tr("จ."), self.tr("อ."), self.tr("พ."),
            self.tr("พฤ."), self.tr("ศ."), self.tr("ส."),
        ]  # fmt: skip
        self.setAccessibleName(self.tr("วันในเดือน"))
        self._tell()

    def redress(self) -> None:
        self.setFixedSize(self._cell().width() * 7, self._cell().height() * 7)
        self.update()

    def show_day(self, day: date) -> None:
        """Mark `day` and show its month."""
        self.current = day
        self._tell()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(self.current + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._move(month_later(self.current, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._day_at(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self._cell()
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(look.font(10.5, bold=True))
        painter.setPen(look.colour("muted"))
        for column, name in enumerate(self._names):
            painter.drawText(
                QRectF(column * cell.width(), 0, cell.width(), cell.height()), centre, name
            )
        painter.setFont(look.font(12))
        for number, day in enumerate(self._shown()):
            box = QRectF(
                number % 7 * cell.width(),
                (number // 7 + 1) * cell.height(),
                cell.width(),
                cell.height(),
            ).adjusted(2, 2, -2, -2)
            chosen = day == self.current
            if chosen or day == self._hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("primary" if chosen else "hover"))
                painter.drawRoundedRect(box, 6, 6)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            if chosen and self.hasFocus():
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 7, 7)
            elif day == today():
                painter.setPen(QPen(look.colour("primary"), 1))
                painter.drawRoundedRect(box, 6, 6)
            inside = day.month == self.current.month
            role = "on_primary" if chosen else "text" if inside else "muted"
            painter.setPen(look.colour(role))
            painter.drawText(box, centre, str(day.day) if inside or chosen else f"·{day.day}")
        painter.end()

    def _move(self, day: date) -> None:
        self.show_day(day)
        self.moved.emit(day)

    def _shown(self) -> list[date]:
        first = self.current.replace(day=1)
        start = first - timedelta(days=(first.weekday() + 1) % 7)
        return [start + timedelta(days=number) for number in range(42)]

    def _day_at(self, place: QPointF) -> date | None:
        cell = self._cell()
        column, row = int(place.x() // cell.width()), int(place.y() // cell.height()) - 1
        if not (0 <= column < 7 and 0 <= row < 6):
            return None
        return self._shown()[row * 7 + column]

    def _cell(self) -> QSize:
        return QSize(theme().px(_CELL.width()), theme().px(_CELL.height()))

    def _tell(self) -> None:
        day = self.current
        self.setAccessibleDescription(
            f"{day.day} {month_name(day.month)} {be_year(day.year, day.month)}"
        )


class ThaiCalendar(Adaptive, QFrame):
    """Pops up under a date field; `picked` carries the day."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "card")
        self._before = IconButton("chevron-left")
        self._after = IconButton("chevron-right")
        self._month = QComboBox()
        self._year = QSpinBox()
        self._year.setRange(2400, 2699)
        self._days = _Days(self)
        self._today = Button("", "quiet", "calendar-days")
        head = QHBoxLayout()
        head.setSpacing(4)
        for part in (self._before, self._month, self._year, self._after):
            head.addWidget(part, 1 if part in (self._month, self._year) else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addLayout(head)
        column.addWidget(self._days, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._today, 0, Qt.AlignmentFlag.AlignHCenter)
        self._before.clicked.connect(lambda: self.show_day(month_later(self._days.current, -1)))
        self._after.clicked.connect(lambda: self.show_day(month_later(self._days.current, 1)))
        self._month.activated.connect(self._on_month_or_year)
        self._year.valueChanged.connect(self._on_month_or_year)
        self._days.moved.connect(self.show_day)
        self._days.picked.connect(self.picked)
        self._today.clicked.connect(lambda: self.picked.emit(today()))
        self.adapt()
        self.show_day(today())

    @property
    def day(self) -> date:
        """The day that is marked."""
        return self._days.current

    def show_day(self, day: date) -> None:
        """Mark `day`."""
        self._days.show_day(day)
        self._year.blockSignals(True)
        self._month.setCurrentIndex(day.month - 1)
        self._year.setValue(day.year + 543)
        self._year.blockSignals(False)

    def open_at(self, below: QWidget) -> None:
        """Show under `below` and take the keyboard."""
        self.adjustSize()
        place = below.mapToGlobal(below.rect().bottomLeft())
        room = below.screen().availableGeometry()
        place.setX(min(place.x(), room.right() - self.width()))
        if place.y() + self.height() > room.bottom():
            place.setY(below.mapToGlobal(below.rect().topLeft()).y() - self.height())
        self.move(place)
        self.show()
        self._days.setFocus()

    def retranslate(self) -> None:
        shown = max(self._month.currentIndex(), 0)
        self._month.clear()
        self._month.addItems([month_name(number) for number in range(1, 13)])
        self._month.setCurrentIndex(shown)
        self._month.setAccessibleName(self.tr("เดือน"))
        self._year.setAccessibleName(self.tr("ปี พ.ศ."))
        self._before.set_name(self.tr("เดือนก่อน"), "PgUp")
        self._after.set_name(self.tr("เดือนถัดไป"), "PgDown")
        self._today.setText(self.tr("วันนี้"))
        self.setAccessibleName(self.tr("ปฏิทิน"))

    def _on_month_or_year(self) -> None:
        year, month = self._year.value() - 543, self._month.currentIndex() + 1
        day = min(self._days.current.day, calendar.monthrange(year, month)[1])
        self.show_day(date(year, month, day))


def month_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
