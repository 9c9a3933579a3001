"""What a list that is written to a file holds: which columns, and whether with numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.learner_columns import ALWAYS, NUMBERS, learner_columns
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.tick import Tick

_ACROSS = 3


@dataclass(frozen=True)
class ExportWish:
    """The wanted columns by key, None for all; whether numbers and telephones are among them."""

    columns: frozenset[str] | None = None
    numbers: bool = True


class ExportDialog(Adaptive, QDialog):
    """`chosen` carries an ExportWish once the person goes on to the file."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._title = ThaiLabel("", "section")
        self._always = ThaiLabel("", "caption")
        self.numbers = Tick()
        self.numbers.set_value(True)
        self.ticks: dict[str, Tick] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, column in enumerate(self._optional()):
            self.ticks[column] = tick = Tick()
            tick.set_value(True)
            grid.addWidget(tick, place // _ACROSS, place % _ACROSS)
        for place in range(_ACROSS):
            grid.setColumnStretch(place, 1)
        self.next_button = Button("", "primary", "file-spreadsheet")
        self.cancel_button = Button("", "quiet")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.next_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self._title)
        whole.addWidget(self.numbers)
        whole.addWidget(self._always)
        whole.addWidget(Scrolling(inside), 1)
        whole.addLayout(foot)
        self.next_button.clicked.connect(self._on_next)
        self.cancel_button.clicked.connect(self.reject)
        self.adapt()
        self.next_button.setFocus()

    def wish(self) -> ExportWish:
        """What is chosen now."""
        chosen = frozenset(key for key, tick in self.ticks.items() if tick.value())
        columns = None if len(chosen) == len(self.ticks) else chosen | NUMBERS
        return ExportWish(columns, self.numbers.value())

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("ส่งออกรายชื่อ"))
        self._title.set_text(self.tr("รายชื่อนี้มีอะไรบ้าง"))
        self.numbers.set_text(self.tr("มีเลขประจำตัว รหัส G และเบอร์โทร"))
        self._always.set_text(self.tr("มีรหัสผู้เรียนรู้และชื่อเสมอ เลือกคอลัมน์อื่น"))
        english = language().value == "en"
        for column in learner_columns():
            if column.key in self.ticks:
                words = column.header_en if english else column.header_th
                self.ticks[column.key].set_text(words)
        self.next_button.setText(self.tr("เลือกที่เก็บแฟ้ม"))
        self.cancel_button.setText(self.tr("ยกเลิก"))

    def redress(self) -> None:
        self.resize(theme().px(600), theme().px(420))

    @staticmethod
    def _optional() -> list[str]:
        keys = [column.key for column in learner_columns()]
        return [key for key in keys if key not in ALWAYS | NUMBERS]

    def _on_next(self) -> None:
        self.accept()
        self.chosen.emit(self.wish())
