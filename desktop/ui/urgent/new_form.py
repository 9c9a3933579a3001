"""Opening a case in a minute: who, what it is about, what happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling


class CaseForm(EntryForm):
    """A case about a learner, or about somebody who is not in the list yet."""

    def __init__(self) -> None:
        super().__init__(
            "urgent_case",
            (
                FieldSpec("case_kind", 12),
                FieldSpec("learner_id", 12, search="user"),
                FieldSpec("person_note", 12, lines=1),
                FieldSpec("summary", 12, lines=4),
                FieldSpec("protected", 12, tick=True),
            ),
        )

    def values(self) -> dict[str, Any]:
        """Who is found in the list is not described besides."""
        values = super().values()
        return {**values, "person_note": None} if values["learner_id"] else values

    def about(self, learner_id: UUID) -> None:
        """It is about this learner, unless one about another is half written."""
        values = super().values()
        if values["learner_id"] in (None, learner_id) and not values["person_note"].strip():
            self.put("learner_id", learner_id)
            self.changed()
        else:
            self.show_problem("", self.tr("มีเรื่องที่เขียนค้างไว้ เปิดเรื่องนี้ก่อน หรือกด ยังไม่เปิด แล้วเริ่มใหม่"))

    def problems(self) -> dict[str, str]:
        found = super().problems()
        values = super().values()
        if not values["learner_id"] and not values["person_note"].strip():
            found["person_note"] = self.tr("เขียนว่าเป็นใคร เท่าที่รู้")
        return found

    def words(self) -> Mapping[str, Words]:
        return {
            "case_kind": Words(self.tr("เรื่องอะไร"), missing=self.tr("เลือกว่าเป็นเรื่องอะไร")),
            "learner_id": Words(self.tr("ใคร (ค้นจากรายชื่อผู้เรียนรู้)")),
            "person_note": Words(
                self.tr("หรือเขียนว่าเป็นใคร ถ้ายังไม่มีในรายชื่อ"),
                self.tr("เช่น เด็กหญิงราวสิบขวบ พบที่ตลาดเช้า"),
            ),
            "summary": Words(self.tr("เกิดอะไรขึ้น ต้องทำอะไรก่อน")),
            "protected": Words(self.tr("คุ้มครองเด็ก: ห้ามเปิดเผยตัวตนนอกหน่วยงาน")),
        }

    def changed(self) -> None:
        self.row("person_note").setVisible(not self.values()["learner_id"])


class NewForm(Adaptive, Card):
    """The form with its title and its promise; `left` when the case is not opened after all."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.form = CaseForm()
        self._why = ThaiLabel("", "caption")
        self._cancel = Button("", "quiet")
        self._cancel.clicked.connect(self._on_cancel)
        foot = QHBoxLayout()
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        foot.addWidget(self.form.save_button)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addWidget(self._why)
        column.addStretch(1)
        # The way to save stays in sight below what scrolls.
        scroll = Scrolling(inside)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(foot)
        self.adapt()

    def retranslate(self) -> None:
        self.set_title(self.tr("เปิดเรื่องเร่งด่วน"))
        self._why.set_text(
            self.tr("อ่านได้เฉพาะคุณและคนที่คุณเพิ่มชื่อ เนื้อหาไม่ไปอยู่ในการค้นหา รายการ ส่งออก หรืองานพิมพ์")
        )
        self.form.save_button.setText(self.tr("เปิดเรื่อง"))
        self._cancel.setText(self.tr("ยังไม่เปิด"))

    def _on_cancel(self) -> None:
        self.form.give_up()
        self.left.emit()
