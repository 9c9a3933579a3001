"""Changes that were set aside: why, and what to do; shown only where there are some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.sync.ledger import SetAsideRow
from desktop.ui.record_names import kind_name
from desktop.ui.sync.words import SyncWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling

_SHOWN = 40


class SetAsideCard(Adaptive, Card):
    """`retry_wanted`; `open_requested("learner", id)` for whom a line is about."""

    retry_wanted = Signal()
    open_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._words = SyncWords()
        self._rows: tuple[SetAsideRow, ...] = ()
        self._lead = ThaiLabel("", "muted")
        self._inside = QWidget()
        self._inside.setProperty("surface", "scroll")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(8)
        self.retry_button = Button("", "secondary", "refresh-cw")
        self.body.addWidget(self._lead)
        self.body.addWidget(Scrolling(self._inside), 1)
        self.body.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.hide()
        self.adapt()

    def show_rows(self, rows: Sequence[SetAsideRow]) -> None:
        """Show these; nothing at all without any."""
        self._rows = tuple(rows)
        self.retranslate()
        self.setVisible(bool(rows))

    def shown(self) -> list[str]:
        """What is read, line by line."""
        return [label.typed for label in self._inside.findChildren(ThaiLabel) if label.typed]

    def retranslate(self) -> None:
        self.set_title(self.tr("พักไว้ %n รายการ", "", len(self._rows)))
        self._lead.set_text(self.tr("รับหรือส่งไม่ได้ แต่ไม่ขวางรายการอื่น และไม่มีอะไรหาย"))
        self.retry_button.setText(self.tr("ลองรับใหม่"))
        self.retry_button.setVisible(any(not row.own for row in self._rows))
        clear_layout(self._lines)
        for row in self._rows[:_SHOWN]:
            self._lines.addWidget(self._line(row))
        if len(self._rows) > _SHOWN:
            more = self.tr("และอีก %n รายการ", "", len(self._rows) - _SHOWN)
            self._lines.addWidget(ThaiLabel(more, "caption"))
        self._lines.addStretch(1)

    def _line(self, row: SetAsideRow) -> QWidget:
        why, what = self._words.set_aside(row.kind, row.reason, own=row.own)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = row.learner_name or kind_name(row.kind)
        if row.learner is not None:
            button = Button(head, "link")
            button.clicked.connect(
                lambda _on, learner=row.learner: self.open_requested.emit("learner", learner)
            )
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(ThaiLabel(head, "strong"))
        kind = kind_name(row.kind)
        column.addWidget(ThaiLabel(f"{kind}: {why}"))
        column.addWidget(ThaiLabel(what, "caption"))
        return line
