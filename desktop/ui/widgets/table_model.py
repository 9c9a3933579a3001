"""A table model over frozen rows: all at hand, or known by id and fetched as they are seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.ui.icons import icon
from desktop.ui.theme import theme

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_PAGE = 100
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: `title()` in the language of the moment, `text(row)` for the cell.

    `sort_key` orders rows that are all at hand (None: cannot be sorted by); it is given Thai in
    sort-key form, never raw. `icon(row)` is `(name, role)` or None. `width` in pixels at 100 %;
    0 takes what is left. Where there is no room for all, columns with `spare` are left out, the
    largest first: what stands on the page of a record too. Then those with a `hint`, the words told
    when the cell is pointed at, become narrower.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    width: int = 120
    numeric: bool = False
    icon: Callable[[Row], tuple[str, str] | None] | None = None
    hint: Callable[[Row], str] | None = field(default=None)
    spare: int = 0
    dim: Callable[[Row], bool] | None = None


class DataclassTableModel(QAbstractTableModel, Generic[Row]):
    """Rows by `set_rows`, or ids by `set_ids` and their rows by `put_rows`.

    With ids, `rows_wanted` carries a tuple of the ids that came into view; a table of 100,000
    rows holds only those looked at. `order_wanted(key, ascending)` asks for ids in another order.
    """

    rows_wanted = Signal(object)
    order_wanted = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        row_id: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._row_id = row_id
        self._ids: list[Hashable] = []
        self._places: dict[Hashable, int] = {}
        self._rows: dict[Hashable, Row] = {}
        self._lazy = False
        self._asked: set[int] = set()
        self._unsent: list[int] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, all at hand."""
        self._reset([self._row_id(row) for row in rows], lazy=False)
        self._rows = {self._row_id(row): row for row in rows}
        self.endResetModel()

    def set_ids(self, ids: Sequence[Hashable]) -> None:
        """Show rows of these ids, in this order, asking for them as they come into view."""
        kept = self._rows
        self._reset(ids, lazy=True)
        # Rows already known are shown at once instead of blinking; they are asked for again.
        self._rows = {known: kept[known] for known in self._ids if known in kept}
        self.endResetModel()

    def put_rows(self, rows: Sequence[Row]) -> None:
        """Rows that were asked for, or that changed; ids no longer shown are passed over."""
        for row in rows:
            known = self._row_id(row)
            place = self._places.get(known)
            if place is not None:
                self._rows[known] = row
                self.dataChanged.emit(
                    self.index(place, 0), self.index(place, len(self.columns) - 1)
                )

    def id_at(self, place: int) -> Hashable:
        """The id of a row; IndexError outside the table."""
        return self._ids[place]

    def place_of(self, row_id: Hashable) -> int:
        """Where a row stands, or -1."""
        return self._places.get(row_id, -1)

    def row_of(self, row_id: Hashable | None) -> Row | None:
        """The row of an id, or None: not in the table, not fetched, or no id."""
        place = self.place_of(row_id)
        return self.row_at(place) if place >= 0 else None

    def row_at(self, place: int) -> Row | None:
        """The row, or None while it is not fetched."""
        return self._rows.get(self._ids[place])

    @property
    def ids(self) -> list[Hashable]:
        """All ids in the order shown."""
        return list(self._ids)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and column.dim is not None:
            known = self.row_at(index.row())
            dim = known is not None and column.dim(known)
            return theme().colour("hover") if dim else None
        if role not in _SHOWN:
            return None
        row = self._row_or_ask(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DecorationRole:
            drawn = column.icon(row) if column.icon is not None else None
            return None if drawn is None else icon(*drawn)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint(row) if column.hint is not None else None
        return column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].numeric
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        wanted = self.columns[column]
        ascending = order == Qt.SortOrder.AscendingOrder
        if self._lazy:
            self.order_wanted.emit(wanted.key, ascending)
        elif wanted.sort_key is not None:
            key = wanted.sort_key
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            were = [(self._ids[index.row()], index.column()) for index in held]
            self._ids.sort(key=lambda known: key(self._rows[known]), reverse=not ascending)
            self._places = {known: place for place, known in enumerate(self._ids)}
            self.changePersistentIndexList(
                held, [self.index(self._places[known], number) for known, number in were]
            )
            self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Say the titles and cells again, in another language."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1)
            )

    def _reset(self, ids: Sequence[Hashable], *, lazy: bool) -> None:
        self.beginResetModel()
        self._ids = list(ids)
        self._places = {known: place for place, known in enumerate(self._ids)}
        self._rows = {}
        self._lazy = lazy
        self._asked.clear()
        self._unsent.clear()

    def _row_or_ask(self, place: int) -> Row | None:
        page = place // _PAGE
        if self._lazy and page not in self._asked:
            self._asked.add(page)
            # Many cells ask while one frame is painted: collect, then ask once.
            if not self._unsent:
                QTimer.singleShot(0, self, self._send)
            self._unsent.append(page)
        return self._rows.get(self._ids[place])

    def _send(self) -> None:
        pages, self._unsent = self._unsent, []
        wanted = [known for page in pages for known in self._ids[page * _PAGE : (page + 1) * _PAGE]]
        if wanted:
            self.rows_wanted.emit(tuple(wanted))


_SHOWN = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def row_height() -> int:
    """Pixels of one table row at the size in force: room for stacked Thai marks."""
    return theme().px(38)
