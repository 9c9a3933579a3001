"""The lines of the day: headings by urgency, and under each its lines, drawn and not built."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.services.today.records import TodayLine
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme
from desktop.ui.today.words import TodayWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.table_model import Index

_LINE = Qt.ItemDataRole.UserRole + 1
_HEAD = Qt.ItemDataRole.UserRole + 2
_SIGN_ROLES = (("danger_soft", "on_danger_soft"), ("warning_soft", "on_warning_soft"))
_QUIET_SIGN = ("primary_soft", "on_primary_soft")


class _Drawing(QStyledItemDelegate):
    """A heading, or a line: sign, name, why, and the day at the right."""

    def __init__(self, parent: DayList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().px(64 if index.data(_LINE) is not None else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = index.data(_LINE)
        if isinstance(line, TodayLine):
            self._paint_line(painter, option, line, index)
        else:
            self._paint_head(painter, QRect(option.rect), str(index.data(_HEAD)))
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, words: str) -> None:
        look = theme()
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour("muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(look.px(12), 0, 0, -look.px(4)), flags, words)

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: TodayLine, index: Index
    ) -> None:
        look = theme()
        box = QRect(option.rect).adjusted(look.px(3), look.px(2), -look.px(3), -look.px(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setBrush(look.colour("primary_soft" if chosen else "hover"))
            focused = chosen and self._list.hasFocus()
            painter.setPen(QPen(look.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(8), look.px(8))
        else:
            painter.setPen(look.colour("border"))
            painter.drawLine(
                box.left() + look.px(60), box.bottom() + look.px(2),
                box.right() - look.px(12), box.bottom() + look.px(2),
            )  # fmt: skip
        soft, ink = _SIGN_ROLES[line.urgency] if line.urgency < 2 else _QUIET_SIGN
        side = look.px(36)
        sign = QRect(box.left() + look.px(12), box.center().y() - side // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("raised" if chosen and soft == "primary_soft" else soft))
        painter.drawEllipse(sign)
        inner = look.px(9)
        draw_icon(
            painter, self._list.words.icon(line), look.colour(ink),
            sign.adjusted(inner, inner, -inner, -inner),
        )  # fmt: skip
        text = look.colour("on_primary_soft" if chosen else "text")
        quiet = text if chosen else look.colour("muted")
        words = box.adjusted(look.px(60), look.px(3), -look.px(12), -look.px(3))
        due = self._list.words.due(line, self._list.today)
        painter.setFont(look.font(10.5, bold=line.urgency < 2))
        taken = 0
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if due:
            taken = painter.fontMetrics().horizontalAdvance(due) + look.px(12)
            late = line.urgency < 2 and not chosen
            painter.setPen(look.colour("warning") if late else quiet)
            painter.drawText(words, right, due)
        upper = QRect(words.left(), words.top(), words.width() - taken, words.height() // 2)
        lower = upper.translated(0, upper.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(12, bold=True))
        painter.setPen(text)
        who = self._list.words.who(line)
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(upper, left, painter.fontMetrics().elidedText(who, cut, upper.width()))
        painter.setFont(look.font(10.5))
        painter.setPen(quiet)
        why = self._list.words.why(line, self._list.today)
        painter.drawText(lower, left, painter.fontMetrics().elidedText(why, cut, lower.width()))


class DayList(Adaptive, QListView):
    """`opened(line)` by Enter or double-click, `looked_at(line or None)` as the current changes."""

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self, today: date, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.words = words
        self._lines: tuple[TodayLine, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Drawing(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)
        self.adapt()

    @property
    def current(self) -> TodayLine | None:
        """The line that has the keyboard."""
        found = self.currentIndex().data(_LINE)
        return found if isinstance(found, TodayLine) else None

    @property
    def lines(self) -> tuple[TodayLine, ...]:
        """The lines in their order."""
        return self._lines

    def shown(self) -> list[str]:
        """What stands in the list, headings and lines, for a screen reader and for tests."""
        return [
            str(self._model.item(place).data(Qt.ItemDataRole.AccessibleTextRole))
            for place in range(self._model.rowCount())
        ]

    def show_lines(self, lines: Sequence[TodayLine]) -> None:
        """Show these; the keyboard stays on its line, or on the one that took its place."""
        before = self.currentIndex().row()
        kept = self.current.line if self.current else ""
        self._lines = tuple(lines)
        self._fill()
        place = self._row_of(kept)
        if place < 0:
            place = self._nearest(before)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, 0))
        else:
            self.looked_at.emit(None)

    def choose(self, line: str) -> None:
        """Put the keyboard on a line."""
        row = self._row_of(line)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("เรื่องที่ต้องทำ"))
        kept = self.current
        self._fill()
        if kept is not None:
            self.choose(kept.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_opened()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        # Each line that goes would make the next one current, and the panel be filled for it.
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
        urgency = -1
        for line in self._lines:
            if line.urgency != urgency:
                urgency = line.urgency
                head = QStandardItem()
                head.setData(self.words.group(urgency), _HEAD)
                head.setData(self.words.group(urgency), Qt.ItemDataRole.AccessibleTextRole)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._model.appendRow(head)
            item = QStandardItem()
            item.setData(line, _LINE)
            parts = (
                self.words.who(line),
                self.words.why(line, self.today),
                self.words.due(line, self.today),
            )
            said = " · ".join(part for part in parts if part)
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)

    def _line_at(self, row: int) -> TodayLine | None:
        item = self._model.item(row)
        found = item.data(_LINE) if item is not None else None
        return found if isinstance(found, TodayLine) else None

    def _row_of(self, line: str) -> int:
        for row in range(self._model.rowCount()):
            found = self._line_at(row)
            if found is not None and found.line == line:
                return row
        return -1

    def _nearest(self, row: int) -> int:
        count = self._model.rowCount()
        after = range(max(row, 0), count)
        before = range(min(row, count) - 1, -1, -1)
        return next((r for r in (*after, *before) if self._line_at(r) is not None), -1)

    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.looked_at.emit(self.current)

    def _on_opened(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)
