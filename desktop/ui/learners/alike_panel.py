"""Who is in the register already and may be the person being typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PersonWords
from desktop.ui.record_names import code_name
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel, Tone

if TYPE_CHECKING:
    from desktop.services.learners.duplicates import Alike


class AlikePanel(Adaptive, Card):
    """`opened_person` carries the id of somebody whose page is wanted."""

    opened_person = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._found: tuple[Alike, ...] = ()
        self._today = date.min
        self._codes = CodeBook()
        self._people = QVBoxLayout()
        self._people.setSpacing(10)
        self._icon = IconLabel("user-check", "muted", 40)
        self._calm = ThaiLabel("", "muted")
        self.body.addWidget(self._icon)
        self.body.addWidget(self._calm)
        self.body.addLayout(self._people)
        self.body.addStretch(1)
        self._lines: list[QWidget] = []
        self.adapt()

    @property
    def names(self) -> list[str]:
        """Who is shown."""
        return [each.row.full_name for each in self._found]

    def show_alike(self, found: Sequence[Alike], codes: CodeBook, today: date) -> None:
        """Show these people, none for a quiet panel."""
        self._found, self._codes, self._today = tuple(found), codes, today
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(
            self.tr("อาจเป็นคนเดียวกัน") if self._found else self.tr("ตรวจชื่อซ้ำให้ขณะพิมพ์"),
            self.tr("ถ้าใช่ เปิดหน้าเดิมแล้วแก้ที่นั่น ไม่ต้องเพิ่มใหม่") if self._found else "",
        )
        self._icon.setVisible(not self._found)
        self._calm.setVisible(not self._found)
        self._calm.set_text(
            self.tr("พิมพ์ชื่อกับหมู่บ้าน ถ้ามีคนที่คล้ายกันอยู่แล้วจะแสดงที่นี่ คนคนเดียวจะได้ไม่ถูกบันทึกสองครั้ง")
        )
        for old in self._lines:
            self._people.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(each) for each in self._found]
        for line in self._lines:
            self._people.addWidget(line)

    def _line(self, alike: Alike) -> QWidget:
        words, row = PersonWords(), alike.row
        line = Card("", self)
        parts = (
            row.nickname,
            words.age(row.birth_date.age_on(self._today) if row.birth_date else None),
            words.village(row.village, row.village_name),
        )
        line.body.addWidget(ThaiLabel(row.full_name, "strong"))
        line.body.addWidget(ThaiLabel(" · ".join(part for part in parts if part), "muted"))
        if alike.carer:
            carer = self.tr("ผู้ดูแล: {name}").replace("{name}", alike.carer)
            line.body.addWidget(ThaiLabel(carer, "muted"))
        reasons = QWidget()
        flow = FlowLayout(reasons, 6)
        for reason in alike.reasons:
            tone: Tone = "danger" if reason == "number" else "warning"
            flow.addWidget(StatusPill(code_name("agreement", reason), tone))
        line.body.addWidget(reasons)
        open_button = Button(self.tr("เปิดหน้าของคนนี้"), "secondary", "arrow-right")
        open_button.setAccessibleName(self.tr("เปิดหน้าของ {name}").replace("{name}", row.full_name))
        open_button.clicked.connect(lambda _checked=False, who=row.id: self.opened_person.emit(who))
        line.body.addWidget(open_button)
        return line
