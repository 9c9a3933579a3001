"""How a thing stands: the moves that may be made now, with their reason, and those made before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.moves import MoveLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import TextField


class MovesCard(Adaptive, Card):
    """`moved(code, reason)`; a move that needs its reason asks for it first.

    Args:
        moves: the code list of the moves, whose words the buttons bear.
    """

    moved = Signal(str, str)

    def __init__(self, moves: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._list = moves
        self._possible: Mapping[str, tuple[str, ...]] = {}
        self.reason = TextField()
        self._row = FormRow(self.reason)
        self.buttons: dict[str, Button] = {}
        place = QWidget()
        self._buttons, self._history = FlowLayout(place), QVBoxLayout()
        self.body.addWidget(self._row)
        self.body.addWidget(place)
        self.body.addLayout(self._history)
        self.adapt()

    def show_moves(
        self,
        possible: Mapping[str, tuple[str, ...]],
        lines: Sequence[MoveLine],
        codes: CodeBook,
    ) -> None:
        """Show what may be done, nothing to who may only look, and what was done, latest first."""
        self._possible = possible
        self._row.setVisible(bool(possible))
        clear_layout(self._buttons)
        clear_layout(self._history)
        self.buttons = {}
        for code in possible:
            button = Button(codes.label(self._list, code), "secondary", "arrow-right")
            button.clicked.connect(lambda _on=False, code=code: self._move(code))
            self.buttons[code] = button
            self._buttons.addWidget(button)
        for line in lines:
            values = line.move.values
            said = codes.label(self._list, values["move"])
            parts = [shown_iso(values["done_on"]), said, values["reason"] or values["note"] or ""]
            if not line.stands:
                parts.append(self.tr("(ถอนแล้ว)"))
            self._history.addWidget(ThaiLabel("  ·  ".join(part for part in parts if part), "body"))

    def retranslate(self) -> None:
        self.set_title(self.tr("ทำงานร่วมกัน"))
        self._row.set_words(self.tr("เหตุผลหรือสิ่งที่ตกลงกัน"))

    @property
    def problem(self) -> str:
        """Why the last move was not made."""
        return self._row.problem

    def refused(self, sentence: str) -> None:
        """Say why a move was not made."""
        self._row.set_error(sentence)

    def _move(self, code: str) -> None:
        reason = self.reason.value().strip()
        if "reason" in self._possible.get(code, ()) and not reason:
            self._row.set_error(self.tr("เขียนสั้น ๆ ว่าเพราะอะไร"))
            self.reason.setFocus()
            return
        self._row.set_error("")
        self.moved.emit(code, reason)
