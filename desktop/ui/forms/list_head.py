"""Over the table of a list: what it lists and how many, search, filters, buttons, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.choices import AT_A_GLANCE, FilterChips
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.text_fields import SearchBox


@dataclass(frozen=True)
class Empty:
    """What a table without rows says: an icon, a title, a sentence, the word of its button."""

    icon: str
    title: str
    text: str = ""
    action: str = ""


class ListHead(QWidget):
    """`asked` when the list shall be read: other letters, other chips, a retry, filters taken
    away (`cleared` comes before it, for filters of the screen's own). `begun` by the button of a
    list in which there is nothing at all.

    Ctrl+F goes to the search, Down or Enter from it into the table; whoever types a letter in the
    table goes on searching.
    """

    asked = Signal()
    cleared = Signal()
    begun = Signal()

    def __init__(
        self, screen: QWidget, table: DataTable[Any], *, search: bool = True, chips: bool = True
    ) -> None:
        """`search`, `chips`: whether this list has them."""
        super().__init__(screen)
        self._table = table
        self._narrowed = False
        self._read = True
        self._open_once_read = False
        self._meant: Hashable | None = None
        self._meant_by = ""
        self.heading = ThaiLabel("", "title", wrap=False)
        self.count = ThaiLabel("", "muted", wrap=False)
        self.search = SearchBox()
        self.chips = FilterChips(most=AT_A_GLANCE)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.heading)
        words.addWidget(self.count)
        words.addSpacing(8)
        words.addWidget(self.search, 1)
        words.addStretch(0 if search else 1)
        self._actions = FlowLayout(gap=12, one_line=True)
        top = Folding(12)
        top.add(words, 1)
        top.add(self._actions, whole=True)
        self._filters = QHBoxLayout()
        self._filters.setSpacing(12)
        self._filters.addWidget(self.chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(top)
        if chips:
            column.addLayout(self._filters)
        show_if(self.search, search)
        show_if(self.chips, chips)
        self.search.searched.connect(self._on_searched)
        self.search.down_pressed.connect(self._into_table)
        self.search.returnPressed.connect(self._on_return)
        self.chips.changed.connect(lambda _codes: self.asked.emit())
        table.retried.connect(self.asked)
        table.empty.started.connect(self._on_empty_pressed)
        table.model.modelReset.connect(self._on_read)
        table.view.installEventFilter(self)
        find = QShortcut(QKeySequence("Ctrl+F"), screen)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.focus_search)

    @property
    def text(self) -> str:
        """What is searched, without spaces around it."""
        return self.search.text().strip()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right, beside the search."""
        self._actions.addWidget(widget)

    def add_filter(self, widget: QWidget) -> None:
        """Put a filter of the screen's own before the chips."""
        place = self._filters.count() - 1
        self._filters.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignTop)

    def mean(self, find: Callable[[str], Hashable | None]) -> None:
        """Say, before rows are shown, which of them what is searched means; Enter opens it.

        Asked once for what is searched: whoever has moved on is not taken back by later rows.
        """
        if self.text != self._meant_by:
            self._meant_by, self._meant = self.text, find(self.text)

    def go_to_meant(self) -> None:
        """Go to the row that is meant, unless several are selected."""
        meant, self._meant = self._meant, None
        if meant is not None and len(self._table.selected_ids()) <= 1:
            self._table.go_to(meant)

    def set_words(self, heading: str, count: str, search: str = "") -> None:
        """The heading, how many there are, and what can be searched."""
        self.heading.set_text(heading)
        if count != self.count.typed and self.isVisible():
            announce(self, count)
        self.count.set_text(count)
        self._table.set_name(heading)
        if search:
            self.search.set_words(search)

    def word_empty(self, *, narrowed: bool, nothing: Empty, none_found: Empty) -> None:
        """What the table says without rows: where something was asked for, or nothing at all."""
        self._narrowed = narrowed
        said = none_found if narrowed else nothing
        self._table.empty.set_icon(said.icon)
        self._table.empty.set_words(said.title, said.text, said.action)

    def set_text(self, text: str) -> None:
        """Show what is searched, and ask nothing."""
        with QSignalBlocker(self.search):
            self.search.setText(text)

    def clear(self) -> None:
        """Take the search and all filters away, and ask for the whole list."""
        self.set_text("")
        self.chips.set_value(())
        self.cleared.emit()
        self.asked.emit()

    def focus_search(self) -> None:
        """Put the keyboard into the search, over what stands in it."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter typed in the table belongs to the search."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self.search.isHidden()
            and not event.modifiers()
            & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            and event.text().strip()
            and event.text().isprintable()
        ):
            self.search.setFocus()
            self.search.setText(event.text())
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self) -> None:
        self._read, self._open_once_read, self._meant = False, False, None
        self.asked.emit()

    def _on_read(self) -> None:
        self._read = True
        if self._open_once_read and self._meant is not None:
            self._open_once_read = False
            self._table.row_opened.emit(self._meant)
        elif self._open_once_read:
            self._on_return()

    def _into_table(self) -> None:
        if self._table.model.rowCount():
            if not self._table.selected_ids():
                self._table.view.selectRow(0)
            self._table.view.setFocus()

    def _on_return(self) -> None:
        # Whoever is quicker than the list means what will be found, not what still stands there.
        self._open_once_read = not self._read
        if self._read and self._table.model.rowCount():
            current = self._table.current_id()
            self._table.row_opened.emit(
                current if current is not None else self._table.model.id_at(0)
            )

    def _on_empty_pressed(self) -> None:
        if self._narrowed:
            self.clear()
        else:
            self.begun.emit()
