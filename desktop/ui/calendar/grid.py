"""The days of a month or a week: boxes that are drawn, walked by the arrow keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.services.calendars.records import Meeting
from desktop.ui.calendar.words import CalendarWords, weekday
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.thai_calendar import month_later

Index = QModelIndex | QPersistentModelIndex
_DAY: Final = Qt.ItemDataRole.UserRole + 1
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STEPS: Final = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
}  # fmt: skip
_INKS: Final = {
    "planned": ("primary_soft", "on_primary_soft", "circle"),
    "held": ("success_soft", "on_success_soft", "circle-check"),
    "cancelled": ("sunken", "muted", "x"),
}
_NO_INDEX: Final = QModelIndex()


def sunday(day: date) -> date:
    """The Sunday that a day's week begins with."""
    return day - timedelta((day.weekday() + 1) % 7)


def shown_from(day: date, *, week: bool) -> tuple[date, int]:
    """The first day that is shown around a day, and how many are."""
    if week:
        return sunday(day), 7
    first = sunday(day.replace(day=1))
    last = month_later(day.replace(day=1), 1) - timedelta(1)
    return first, ((last - first).days // 7 + 1) * 7


class _Days(QAbstractTableModel):
    def __init__(self, words: CalendarWords) -> None:
        super().__init__()
        self.words = words
        self.first, self.count, self.narrow = date(2000, 1, 2), 7, False
        self.meetings: dict[date, list[Meeting]] = defaultdict(list)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self.count // 7

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 7

    def day_at(self, index: Index) -> date:
        return self.first + timedelta(index.row() * 7 + index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if role == _DAY:
            return day
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(day, self.meetings.get(day, ()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday(self.first + timedelta(section), short=self.narrow)
        return None


class _Drawing(QStyledItemDelegate):
    def __init__(self, parent: CalendarGrid) -> None:
        super().__init__(parent)
        self._grid = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(60), theme().px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, grid, box = theme(), self._grid, QRect(option.rect)
        day = index.data(_DAY)
        inside = not grid.month or day.month == grid.month
        here = grid.currentIndex() == index
        painter.fillRect(box, look.colour("raised" if inside else "sunken"))
        frame = box.adjusted(1, 1, -2, -2)
        if here:
            focused = grid.hasFocus()
            painter.setPen(
                QPen(look.colour("focus" if focused else "primary"), 3 if focused else 2)
            )
            painter.drawRoundedRect(frame, look.px(6), look.px(6))
        self._number(painter, box, day, inside=inside)
        self._lines(painter, box, day)
        painter.restore()

    def _number(self, painter: QPainter, box: QRect, day: date, *, inside: bool) -> None:
        look = theme()
        today = day == self._grid.today
        painter.setFont(look.font(11, bold=today or inside))
        disc = QRect(box.left() + look.px(4), box.top() + look.px(3), look.px(26), look.px(20))
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(disc, look.px(8), look.px(8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.colour("on_primary" if today else "text" if inside else "muted"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _lines(self, painter: QPainter, box: QRect, day: date) -> None:
        look, meetings = theme(), self._grid.on(day)
        room = box.adjusted(look.px(5), look.px(24), -look.px(5), -look.px(3))
        high = look.px(20)
        shown = meetings[: max(0, room.height() // high)]
        line = QRect(room.left(), room.top(), room.width(), high)
        for each in shown:
            self._line(painter, line, each)
            line.translate(0, high)
        if len(shown) < len(meetings):
            beside = QRect(box.left(), box.top() + look.px(3), box.width() - look.px(6), high)
            painter.setFont(look.font(10, bold=True))
            painter.setPen(look.colour("primary"))
            painter.drawText(beside, _RIGHT, f"+{len(meetings) - len(shown)}")

    def _line(self, painter: QPainter, line: QRect, meeting: Meeting) -> None:
        look = theme()
        soft, ink, sign = _INKS.get(meeting.state, _INKS["planned"])
        if meeting.hard:
            soft, ink, sign = "warning_soft", "on_warning_soft", "triangle-alert"
        pill = line.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(soft))
        painter.drawRoundedRect(pill, look.px(4), look.px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = look.px(12)
        place = QRect(pill.left() + look.px(3), pill.center().y() - side // 2, side, side)
        draw_icon(painter, sign, look.colour(ink), place)
        font = look.font(10)
        font.setStrikeOut(meeting.state == "cancelled")
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        words = pill.adjusted(side + look.px(7), 0, -look.px(2), 0)
        cut = painter.fontMetrics().elidedText(
            self._grid.words.line(meeting), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _LEFT, cut)


class CalendarGrid(Adaptive, QTableView):
    """`moved(day)` as the keyboard goes from day to day, `opened(day)` by Enter or a double-click,
    `new_wanted(day)` by N.
    """

    moved = Signal(object)
    opened = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = self.day = today
        self.week = False
        self.words = CalendarWords(self)
        self._model = _Days(self.words)
        self.setModel(self._model)
        self.setItemDelegate(_Drawing(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.day))
        self.adapt()
        self.show_day(today)

    @property
    def month(self) -> int:
        """The month whose days stand out; 0 where all do."""
        return 0 if self.week else self.day.month

    def on(self, day: date) -> list[Meeting]:
        """The sessions of a day."""
        return self._model.meetings.get(day, [])

    def show_meetings(self, meetings: Iterable[Meeting]) -> None:
        """Draw these, over what was drawn."""
        found: dict[date, list[Meeting]] = defaultdict(list)
        for each in meetings:
            found[date.fromisoformat(each.on)].append(each)
        self._model.meetings = found
        self._tell()
        self.viewport().update()

    def show_day(self, day: date, *, week: bool | None = None) -> None:
        """Go to a day; its month, or its week, is what is drawn."""
        if week is not None:
            self.week = week
        self.day = day
        first, count = shown_from(day, week=self.week)
        model = self._model
        if (model.first, model.count) != (first, count):
            model.beginResetModel()
            model.first, model.count = first, count
            model.endResetModel()
        away = (day - first).days
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(model.index(away // 7, away % 7))
        self._tell()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.moved.emit(self.day + timedelta(_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.moved.emit(month_later(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.moved.emit(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day)
        elif key == Qt.Key.Key_N:
            self.new_wanted.emit(self.day)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._model.narrow = self.viewport().width() // 7 < theme().px(104)
        super().resizeEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("วันของปฏิทิน"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)
        self._tell()
        self.viewport().update()

    def redress(self) -> None:
        self.horizontalHeader().setFixedHeight(theme().px(32))
        self.setMinimumHeight(theme().px(190))
        self.viewport().update()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words.spoken(self.day, self.on(self.day)))

    def _on_current(self, index: Index, _before: Index) -> None:
        if index.isValid():
            self.moved.emit(self._model.day_at(index))
