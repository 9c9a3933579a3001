"""Typing in the place of one cell of a roster, over the table that shows its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QFrame, QVBoxLayout, QWidget

from desktop.exchange.rows import CellPlace
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField


@dataclass(frozen=True)
class EditedCell:
    """A cell to type in: where it stands, its name and heading, what it says and said."""

    place: CellPlace
    name: str
    heading: str
    text: str
    in_file: str
    offered: Sequence[str] = ()


class CellEditor(Adaptive, QFrame):
    """`kept(place, text)` by Enter or by going elsewhere; Esc changes nothing.

    `typed(place, text)` follows while somebody types, so that a power cut takes nothing, with None
    by Esc; `closed` when the keyboard is to go back to the table.
    """

    kept = Signal(object, str)
    typed = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setProperty("surface", "card")
        self._cell: EditedCell | None = None
        self._told = False
        self._name = ThaiLabel("", "caption", wrap=False)
        self.field = TextField()
        self._hint = ThaiLabel("", "caption", wrap=False)
        self.restore = Button("", "link", "undo-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for part in (self._name, self.field, self._hint, self.restore):
            column.addWidget(part)
        self.field.returnPressed.connect(self._on_enter)
        self.field.autosave.connect(self._on_paused)
        self.restore.clicked.connect(self._on_restore)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.hide()
        self.adapt()

    @property
    def place(self) -> CellPlace | None:
        """The cell that is typed in."""
        return None if self._cell is None else self._cell.place

    def open(self, cell: EditedCell, over: QRect) -> None:
        """Begin to type in a cell; the editor lies over it, inside its parent."""
        self._cell, self._told = cell, False
        self.field.set_value(cell.text)
        completer = QCompleter(list(cell.offered), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer if cell.offered else None)  # type: ignore[arg-type]
        self.retranslate()
        self.setFixedWidth(max(over.width(), theme().px(290)))
        self.adjustSize()
        room = self._page.rect()
        left = min(over.left(), room.right() - self.width())
        self.move(max(left, 0), max(min(over.top(), room.bottom() - self.height()), 0))
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def finish(self) -> None:
        """Keep what was typed, because the person has gone elsewhere."""
        if self._cell is not None:
            self._keep(self.field.value())

    def retranslate(self) -> None:
        cell = self._cell
        if cell is None:
            return
        self._name.set_text(f"{cell.heading} · {cell.name}")
        self._hint.set_text(self.tr("Enter ใช้ค่านี้ · Esc ไม่แก้"))
        self.field.setAccessibleName(f"{cell.heading} {cell.name}")
        back = self.tr("ใช้ค่าในแฟ้ม “{text}”").replace("{text}", _short(cell.in_file))
        self.restore.setText(back)
        self.restore.setVisible(cell.text != cell.in_file)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            cell, self._cell = self._cell, None
            self.hide()
            if cell is not None:
                self._take_back(cell)
            self.closed.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _keep(self, text: str) -> None:
        cell, self._cell = self._cell, None
        self.hide()
        if cell is not None and text != cell.text:
            self.kept.emit(cell.place, text)
        elif cell is not None:
            self._take_back(cell)

    def _take_back(self, cell: EditedCell) -> None:
        """Forget what was told of the typing."""
        if self._told:
            self.typed.emit(cell.place, None)

    def _on_enter(self) -> None:
        if self._cell is not None:
            self._keep(self.field.value())
            self.closed.emit()

    def _on_restore(self) -> None:
        if self._cell is not None:
            self._keep(self._cell.in_file)
            self.closed.emit()

    def _on_paused(self, text: str) -> None:
        if self._cell is not None:
            self._told = True
            self.typed.emit(self._cell.place, text)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._cell is None or now is None or now is self or self.isAncestorOf(now):
            return
        if QApplication.activePopupWidget() is None:
            self.finish()


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"
