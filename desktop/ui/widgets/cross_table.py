"""A table of counts by two things, in which each number opens what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout


@dataclass(frozen=True)
class CrossCell:
    """A count and what it opens; None opens nothing."""

    count: int
    opens: object = None


CrossLine = tuple[str, Sequence[CrossCell | str]]
"""The name of a line, and its cells; a word stands where there is no number to tell."""


class CrossTable(Card):
    """`opened(what)` of a number. The last column and the last line are sums."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.numbers: list[Button] = []

    def show_table(
        self, title: str, note: str, columns: Sequence[str], lines: Sequence[CrossLine]
    ) -> None:
        """Show the table with its sums; the headings are those of the cells."""
        self.set_title(title, note)
        at = next((each.accessibleName() for each in self.numbers if each.hasFocus()), "")
        clear_layout(self._grid)
        self.numbers = []
        for place, word in enumerate(columns, 1):
            head = ThaiLabel(word, "field")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 2)
        self._grid.setColumnStretch(0, 3)
        for row, (name, cells) in enumerate(lines, 1):
            sums = row == len(lines)
            label = ThaiLabel(name, "strong" if sums else "body", wrap=False)
            self._grid.addWidget(label, row, 0)
            for place, cell in enumerate(cells, 1):
                said = f"{name} · {columns[place - 1]}"
                self._add(cell, row, place, said, strong=sums or place == len(cells))
        # What was looked at keeps the keyboard, though its number may be another now.
        place_of = at.rpartition(": ")[0]
        for button in self.numbers:
            if at and button.accessibleName().rpartition(": ")[0] == place_of:
                button.setFocus()

    def _add(self, cell: CrossCell | str, row: int, place: int, said: str, *, strong: bool) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        if isinstance(cell, str) or not cell.count:
            word = cell if isinstance(cell, str) else "–"
            self._grid.addWidget(ThaiLabel(word, "muted", wrap=False), row, place, middle)
            return
        if cell.opens is None:
            text = ThaiLabel(f"{cell.count:,}", "strong", wrap=False)
            self._grid.addWidget(text, row, place, middle)
            return
        button = Button(f"{cell.count:,}", "quiet" if strong else "link")
        button.setAccessibleName(f"{said}: {cell.count:,}")
        button.clicked.connect(lambda _on=False, opens=cell.opens: self.opened.emit(opens))
        self.numbers.append(button)
        self._grid.addWidget(button, row, place, middle)
        button.show()  # at once: until the layout does it, it cannot take the keyboard
