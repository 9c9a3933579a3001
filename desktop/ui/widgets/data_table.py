"""A table of people or things: sorted, selected by many, with its empty and failed states."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.table_model import DataclassTableModel, Index, row_height

Row = TypeVar("Row")
_Cursor = QAbstractItemView.CursorAction

_FEW = 4  # rows that a table shows at the least
_NARROW = 270  # pixels at 100 %: with less a table stands alone, or its page scrolls
_LEAST = 160  # pixels at 100 % for a column that takes what is left, while there is room
_NAME = 130  # the same where there is none: names of most people still end within it
_GIVES = 0.7  # of its width is kept by a column that tells its words whole when pointed at


class _RowDelegate(QStyledItemDelegate):
    """Draws a line under and over the current row: where the keyboard is, beside the selection."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grey = index.data(Qt.ItemDataRole.BackgroundRole)
        if grey is not None:
            painter.fillRect(option.rect, grey)
        super().paint(painter, option, index)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex().row() == index.row():
            if not view.hasFocus():
                return
            painter.save()
            painter.setPen(QPen(theme().colour("focus"), 2))
            box = option.rect
            painter.drawLine(box.left(), box.top() + 1, box.right(), box.top() + 1)
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
            if view.property("cells") and view.currentIndex().column() == index.column():
                painter.drawRect(box.adjusted(1, 1, -1, -1))
            painter.restore()


class _View(Adaptive, QTableView):
    opened = Signal()
    typing_wanted = Signal()
    menu_wanted = Signal(QPoint)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        # One fixed height for all: Qt then never measures 100,000 rows.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setStretchLastSection(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.adapt()

    def redress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setFixedHeight(theme().px(38))
        self.setIconSize(QSize(theme().px(16), theme().px(16)))

    def minimumSizeHint(self) -> QSize:
        """The headings and some rows: with less the page scrolls."""
        least = self.horizontalHeader().height() + _FEW * row_height()
        return QSize(theme().px(_NARROW), least)

    def retranslate(self) -> None:
        model = self.model()
        if isinstance(model, DataclassTableModel):
            model.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Home and End go to the first and the last row, where one does not go by cells."""
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: self.model().rowCount() - 1}
        if action in ends and not self.property("cells"):
            return self.model().index(ends[action], self.currentIndex().column())
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.typing_wanted.emit()
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the mouse alone: systems tell of the key a second time."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(event.globalPos())


class DataTable(StateStack, Generic[Row]):
    """The table of a screen.

    `row_opened(id)` by Enter or double-click, `current_changed(id or None)` for a quick look,
    `selection_changed(tuple of ids)`. Show rows through `model`, then call `show_table()`.

    With `cells` the arrow keys go from cell to cell too; `typing_wanted(id, key of the column)` by
    F2. `menu_wanted(place)` by the right button, the menu key or Shift+F10, somebody being selected
    then; `columns_wanted(place)` by the right button over the headings.
    """

    row_opened = Signal(object)
    typing_wanted = Signal(object, str)
    current_changed = Signal(object)
    selection_changed = Signal(object)
    menu_wanted = Signal(QPoint)
    columns_wanted = Signal(QPoint)

    def __init__(
        self,
        model: DataclassTableModel[Row],
        parent: QWidget | None = None,
        *,
        cells: bool = False,
    ) -> None:
        self.view = _View()
        self.view.setProperty("cells", cells)
        self.model = model
        self._left_out: set[str] = set()
        super().__init__(self.view, parent)
        model.setParent(self)
        self.view.setModel(model)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().setSortIndicatorClearable(False)
        self.view.opened.connect(self._on_opened)
        self.view.typing_wanted.connect(self._on_typing_wanted)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.columns_wanted.emit(header.mapToGlobal(place))
        )
        self.view.resized.connect(self._spread)
        self.view.doubleClicked.connect(lambda _index: self._on_opened())
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(self._on_current)
        selection.selectionChanged.connect(self._on_selected)
        model.modelReset.connect(self._on_reset)
        self._selected: tuple[Hashable, ...] = ()
        self._keeping: tuple[Hashable | None, int, tuple[Hashable, ...]] = (None, 0, ())
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self._spread()

    def show_table(self) -> None:
        """Show the rows, or the empty state when there are none."""
        if self.model.rowCount():
            self.show_content()
        else:
            self.show_empty()

    def set_name(self, name: str) -> None:
        """What the table lists, for a screen reader."""
        self.view.setAccessibleName(name)

    def selected_ids(self) -> tuple[Hashable, ...]:
        """The ids selected, in the order shown."""
        chosen = self.view.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        places = sorted(
            {place for part in ranges for place in range(part.top(), part.bottom() + 1)}
        )
        return tuple(self.model.id_at(place) for place in places)

    def current_id(self) -> Hashable | None:
        """The id of the row that has the keyboard."""
        index = self.view.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else None

    def current_key(self) -> str:
        """The column that has the keyboard, "" for none."""
        index = self.view.currentIndex()
        return self.model.columns[index.column()].key if index.isValid() else ""

    def go_to(self, row_id: Hashable, key: str = "") -> bool:
        """Select a row and bring it into view, a cell of it with the key of a column.

        False when it is not in the table.
        """
        place = self.model.place_of(row_id)
        if place < 0:
            return False
        self.view.selectRow(place)
        column = next((n for n, each in enumerate(self.model.columns) if each.key == key), -1)
        if column >= 0:
            flags = self.view.selectionModel().SelectionFlag
            self.view.selectionModel().setCurrentIndex(
                self.model.index(place, column), flags.NoUpdate
            )
        self.view.scrollTo(self.model.index(place, max(column, 0)))
        return True

    def select_ids(self, ids: Sequence[Hashable]) -> None:
        """Select these rows and no others."""
        chosen = QItemSelection()
        last = len(self.model.columns) - 1
        for place in (self.model.place_of(known) for known in ids):
            if place >= 0:
                chosen.select(self.model.index(place, 0), self.model.index(place, last))
        flags = self.view.selectionModel().SelectionFlag
        self.view.selectionModel().select(chosen, flags.ClearAndSelect)

    def show_columns(self, keys: Collection[str]) -> None:
        """Show these columns and leave the others out."""
        self._left_out = {each.key for each in self.model.columns} - set(keys)
        self._spread()

    def redress(self) -> None:
        super().redress()
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "model"):
            self.model.retranslate()

    def _spread(self) -> None:
        """Give each column its width, and what is left to those that ask for the rest.

        Where there is no room for all, columns that can be spared go first; then those whose words
        are told whole when pointed at become narrower.
        """
        look, room = theme(), self.view.viewport().width()
        wide = {
            number: look.px(column.width or _LEAST)
            for number, column in enumerate(self.model.columns)
            if column.key not in self._left_out
        }
        columns = self.model.columns
        while sum(wide.values()) > room:
            last = max(wide, key=lambda number: columns[number].spare, default=-1)
            if last < 0 or not columns[last].spare:
                break
            del wide[last]
        for number in range(len(columns)):
            if self.view.isColumnHidden(number) is (number in wide):
                self.view.setColumnHidden(number, number not in wide)
        greedy = [number for number in wide if not columns[number].width]
        over = sum(wide.values()) - room
        if over > 0 and len(greedy) < len(wide):
            # Names give way last.
            for part in (wide.keys() - greedy, greedy):
                gives = {number: wide[number] - self._narrowest(number) for number in part}
                share = min(max(over, 0) / max(sum(gives.values()), 1), 1.0)
                wide |= {n: wide[n] - math.ceil(give * share) for n, give in gives.items()}
                over = sum(wide.values()) - room
        elif greedy:
            left = room - sum(wide[number] for number in wide if number not in greedy)
            wide |= dict.fromkeys(greedy, left // len(greedy))
        for number, pixels in wide.items():
            self.view.horizontalHeader().resizeSection(number, pixels)

    def _narrowest(self, number: int) -> int:
        """What a column keeps where there is no room: its heading, and most of its words."""
        column, look = self.model.columns[number], theme()
        if not column.width:
            return look.px(_NAME)
        if column.hint is None:
            return look.px(column.width)
        heading = self.view.horizontalHeader().sectionSizeHint(number)
        return min(look.px(column.width), max(heading, look.px(round(column.width * _GIVES))))

    def _on_opened(self) -> None:
        current = self.current_id()
        if current is not None:
            self.row_opened.emit(current)

    def _on_typing_wanted(self) -> None:
        current = self.current_id()
        if current is not None:
            self.typing_wanted.emit(current, self.current_key())

    def _on_menu_wanted(self, place: QPoint) -> None:
        current = self.current_id()
        if not self.selected_ids() and current is not None:
            self.select_ids([current])
        if self.selected_ids():
            self.menu_wanted.emit(place)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.model.id_at(current.row()) if current.isValid() else None)

    def _on_selected(self, *_changes: Any) -> None:
        chosen = self.selected_ids()
        if chosen != self._selected:
            self._selected = chosen
            self.selection_changed.emit(chosen)

    def _on_about_to_reset(self) -> None:
        column = max(self.view.currentIndex().column(), 0)
        self._keeping = (self.current_id(), column, self.selected_ids())

    def _on_reset(self) -> None:
        # A reload after someone else's change must not take the person's place away.
        current, column, chosen = self._keeping
        place = self.model.place_of(current) if current is not None else -1
        if place >= 0:
            flags = self.view.selectionModel().SelectionFlag
            self.view.selectionModel().setCurrentIndex(
                self.model.index(place, column), flags.NoUpdate
            )
        self.select_ids(chosen)
        self._on_selected()
        self._spread()
