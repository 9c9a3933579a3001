"""A few views of one list, of which one is shown: chips with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.ui.widgets.buttons import Button


class OneChip(QWidget):
    """`chosen(code)` when another view is picked; arrows and Tab go from chip to chip."""

    chosen = Signal(str)

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__()
        self._codes = tuple(codes)
        self._labels: Mapping[str, str] = {}
        self._counts: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, _code in enumerate(self._codes):
            chip = Button("", "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._codes[place]))

    def value(self) -> str:
        """The view that is shown."""
        return self._codes[max(self._group.checkedId(), 0)]

    def set_value(self, code: str) -> None:
        """Show another view without telling of it."""
        self._group.button(self._codes.index(code)).setChecked(True)

    def set_words(self, labels: Mapping[str, str]) -> None:
        """Word the chips."""
        self._labels = labels
        self._show()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many lines each view has."""
        self._counts = counts
        self._show()

    def chip(self, code: str) -> Button:
        """The chip of a view."""
        button = self._group.button(self._codes.index(code))
        assert isinstance(button, Button)
        return button

    def _show(self) -> None:
        for number, code in enumerate(self._codes):
            text = self._labels.get(code, "")
            if code in self._counts:
                text = f"{text} ({self._counts[code]:,})"
            self._group.button(number).setText(text)
