"""What an administrator learns of cases that do not name them: that they exist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.urgent.records import UrgentShadow
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout


class UnseenCard(Adaptive, Card):
    """`handed_over(case id, user id)` for a case whose people have all left."""

    handed_over = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shadows: Sequence[UrgentShadow] = ()
        self._people: list[tuple[str, str]] = []
        self._why = ThaiLabel("", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addWidget(self._why)
        self.body.addLayout(self._rows)
        self.hide()
        self.adapt()

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Who could be named."""
        self._people = list(people)

    def show_shadows(self, shadows: Sequence[UrgentShadow]) -> None:
        """Cases that do not name who looks."""
        self._shadows = shadows
        self.setVisible(bool(shadows))
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("มีเรื่องที่ไม่มีชื่อคุณ %n เรื่อง", "", len(self._shadows)))
        self._why.set_text(self.tr("คุณรู้เพียงว่ามีอยู่ คนที่มีชื่อในเรื่องเท่านั้นที่อ่านได้"))
        clear_layout(self._rows)
        for shadow in self._shadows:
            if not shadow.orphaned:
                continue
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            said = self.tr("ผ่านมา %n วัน ทุกคนที่มีชื่อไม่อยู่แล้ว ให้ใครรับต่อ", "", shadow.days)
            row.addWidget(ThaiLabel(said), 1)
            people = ChoiceField(self._people)
            give = Button(self.tr("มอบเรื่อง"), "secondary")
            give.clicked.connect(
                lambda _on=False, shadow=shadow, people=people: self._give(shadow, people.value())
            )
            row.addWidget(people, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(give)
            self._rows.addWidget(line)

    def _give(self, shadow: UrgentShadow, user: str) -> None:
        if user:
            self.handed_over.emit(shadow.id, user)
