"""Another record, or several, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.text import search_key
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import SearchBox

_LEAST_LETTERS = 2


@dataclass(frozen=True)
class Found:
    """A record by its id, with its name, and what tells it from others of that name."""

    id: str
    name: str
    note: str = ""

    @property
    def shown(self) -> str:
        """Name and note."""
        return f"{self.name} ({self.note})" if self.note else self.name


class Finder(Protocol):
    """Looks for records off the window's thread, and answers when it can."""

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        """Show the few that a part of a name may mean."""

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        """Show what these are called; those not found are left out."""


class _Line(Button):
    """One of what was found; the arrows go on to the next and back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class RecordSearch(Adaptive, QWidget):
    """A search with what it finds below: `picked(Found)`.

    Enter takes what is called just as typed, or the only one there is, and goes into the list where
    there are several, as Down does. Whoever types faster than the answer comes is not asked twice.
    """

    picked = Signal(object)

    def __init__(self, icon: str = "user", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._finder: Finder | None = None
        self._left_out: frozenset[str] = frozenset()
        self._shown: list[Found] = []
        self._told, self._entered = "", ""  # answered so far; wanted by Enter before its answer
        self.box = SearchBox()
        self._nothing = ThaiLabel("", "caption")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        self._nothing.hide()
        self.setFocusProxy(self.box)
        self.box.searched.connect(self._on_searched)
        self.box.down_pressed.connect(self._into_list)
        self.box.returnPressed.connect(self._on_return)
        self.adapt()

    def set_finder(self, finder: Finder) -> None:
        """Who looks for what is typed."""
        self._finder = finder

    def leave_out(self, ids: Collection[str]) -> None:
        """Those who are not offered: chosen already, or the one who is asked about."""
        self._left_out = frozenset(ids)

    def clear(self) -> None:
        """Empty it, with nothing found."""
        self.box.clear()
        self._show([], "")

    def retranslate(self) -> None:
        self._nothing.set_text(self.tr("ไม่มีรายการที่ตรงกับที่พิมพ์"))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.set_words(name, self.tr("พิมพ์ชื่อเพื่อหา"))

    def _on_searched(self, text: str) -> None:
        typed = text.strip()
        if len(typed) < _LEAST_LETTERS:
            self._show([], "")
        elif self._finder is not None:
            self._finder.find(typed, lambda found: self._answered(typed, found))

    def _answered(self, typed: str, found: Sequence[Found]) -> None:
        # Answers to what stands there no more say nothing.
        if typed == self.box.text().strip():
            self._show([each for each in found if each.id not in self._left_out], typed)
            if self._entered == typed:
                self._take()

    def _show(self, found: Sequence[Found], typed: str) -> None:
        wanted = search_key(typed)
        self._told = typed
        self._shown = sorted(found, key=lambda each: _distance(each.name, wanted))
        clear_layout(self._list)
        for each in self._shown:
            button = _Line(each.shown, "link", self._icon)
            button.clicked.connect(partial(self._pick, each))
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._nothing.setVisible(bool(typed) and not found)

    def _into_list(self) -> None:
        item = self._list.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            give_keyboard(widget)

    def _on_return(self) -> None:
        self._entered = self.box.text().strip()
        if self._entered == self._told:
            self._take()

    def _take(self) -> None:
        self._entered = ""
        wanted = search_key(self.box.text())
        just = [each for each in self._shown if search_key(each.name) == wanted]
        found = just or self._shown
        if len(found) == 1:
            self._pick(found[0])
        else:
            self._into_list()

    def _pick(self, found: Found, _pressed: bool = False) -> None:
        self.clear()
        self.picked.emit(found)


class LinkField(Adaptive, QWidget):
    """One record: its name with a button to take another, or the search for it.

    `chosen(id)` by the person, "" when it is taken away.
    """

    chosen = Signal(str)

    def __init__(self, icon: str = "user", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder: Finder | None = None
        self._value = ""
        self.search = RecordSearch(icon)
        self.name = ThaiLabel("", "strong")
        self.other_button = Button("", "link", "x")
        self._picked = QWidget()
        row = QHBoxLayout(self._picked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.other_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picked)
        column.addWidget(self.search)
        self.search.picked.connect(self._on_picked)
        self.other_button.clicked.connect(self._on_other)
        self.set_value("")
        self.adapt()

    def value(self) -> str:
        """The id chosen, or ""."""
        return self._value

    def set_value(self, code: str, name: str = "") -> None:
        """Show a record; its name is asked for unless it is given."""
        self._value = code
        self.name.set_text(name)
        self._picked.setVisible(bool(code))
        self.search.setVisible(not code)
        self.setFocusProxy(self.other_button if code else self.search)
        self.search.clear()
        if code and not name and self._finder is not None:
            self._finder.name([code], self._named)

    def set_finder(self, finder: Finder) -> None:
        """Who looks for what is typed, and knows the names of ids."""
        self._finder = finder
        self.search.set_finder(finder)
        if self._value and not self.name.typed:
            finder.name([self._value], self._named)

    def retranslate(self) -> None:
        self.other_button.setText(self.tr("เลือกใหม่"))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)
        self.other_button.setAccessibleName(f"{name}: {self.tr('เลือกใหม่')}")

    def _named(self, names: Sequence[Found]) -> None:
        known = {each.id: each.shown for each in names}
        if not self.name.typed:
            self.name.set_text(known.get(self._value) or self.tr("ไม่พบรายการนี้แล้ว"))

    def _on_picked(self, found: Found) -> None:
        self.set_value(found.id, found.shown)
        self.other_button.setFocus()
        self.chosen.emit(found.id)

    def _on_other(self) -> None:
        self.set_value("")
        self.search.box.setFocus()
        self.chosen.emit("")


class LinksField(Adaptive, QWidget):
    """Several records as chips that take themselves away, and a search for more.

    `changed(ids)` by the person, a tuple in the order in which they were chosen.
    """

    changed = Signal(object)

    def __init__(self, icon: str = "user", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder: Finder | None = None
        self._names: dict[str, str] = {}
        self.chips: dict[str, Button] = {}
        self.search = RecordSearch(icon)
        self._chosen = QWidget()
        self._flow = FlowLayout(self._chosen, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chosen)
        column.addWidget(self.search)
        self.setFocusProxy(self.search)
        self.search.picked.connect(self._on_picked)
        self.adapt()

    def value(self) -> tuple[str, ...]:
        """The ids chosen."""
        return tuple(self._names)

    def set_value(self, codes: Sequence[str]) -> None:
        """Show these; the names that are not known yet are asked for."""
        self._names = {code: self._names.get(code, "") for code in codes}
        self._show()
        unknown = [code for code, name in self._names.items() if not name]
        if unknown and self._finder is not None:
            self._finder.name(unknown, self._named)

    def set_finder(self, finder: Finder) -> None:
        """Who looks for what is typed, and knows the names of ids."""
        self._finder = finder
        self.search.set_finder(finder)
        self.set_value(self.value())

    def retranslate(self) -> None:
        self._show()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)

    def _show(self) -> None:
        self.search.leave_out(self._names)
        clear_layout(self._flow)
        self.chips = {}
        for code, name in self._names.items():
            chip = Button(name or "…", "chip", "x")
            chip.setAccessibleName(self.tr("เอา {choice} ออก").replace("{choice}", name))
            chip.clicked.connect(partial(self._take_away, code))
            self._flow.addWidget(chip)
            self.chips[code] = chip
        self._chosen.setVisible(bool(self._names))

    def _named(self, names: Sequence[Found]) -> None:
        self._names.update((each.id, each.name) for each in names if each.id in self._names)
        self._show()

    def _on_picked(self, found: Found) -> None:
        self._names[found.id] = found.name
        self._show()
        self.search.box.setFocus()
        self.changed.emit(self.value())

    def _take_away(self, code: str, _pressed: bool = False) -> None:
        del self._names[code]
        self._show()
        self.search.box.setFocus()
        self.changed.emit(self.value())


def _distance(name: str, wanted: str) -> int:
    key = search_key(name)
    return 0 if key == wanted else 1 if key.startswith(wanted) else 2
