"""Opening a case in a minute: who, what it is about, what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.learners.records import LearnerRow
from desktop.ui.code_book import CodeBook
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import SearchBox, TextArea, TextField

_DRAFT_MILLISECONDS = 1000


class NewForm(Adaptive, Card):
    """`opened_case(values)`, `searched(text)`, `draft_changed(content)`, `left()`."""

    opened_case = Signal(object)
    searched = Signal(str)
    draft_changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._learner: UUID | None = None
        self._restoring = False
        self.kind = ChoiceField()
        self._kind_row = FormRow(self.kind)
        self.search = SearchBox()
        self._found = QVBoxLayout()
        self._found.setSpacing(2)
        self.chosen = ThaiLabel("", "strong")
        self._other = Button("", "link", "x")
        self._other.clicked.connect(lambda: self.choose(None, ""))
        self.person = TextField()
        self._person_row = FormRow(self.person)
        self.summary = TextArea(4)
        self._summary_row = FormRow(self.summary)
        self.protected = QCheckBox()
        self._why = ThaiLabel("", "caption")
        self.save_button = Button("", "primary", "check")
        self.save_button.clicked.connect(self.save)
        self._cancel = Button("", "quiet")
        self._cancel.clicked.connect(self.left)
        self._who = ThaiLabel("", "field")
        foot = QHBoxLayout()
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        picked = QHBoxLayout()
        picked.addWidget(self.chosen, 1)
        picked.addWidget(self._other)
        self.body.addWidget(self._kind_row)
        self.body.addWidget(self._who)
        self.body.addLayout(picked)
        self.body.addWidget(self.search)
        self.body.addLayout(self._found)
        for part in (self._person_row, self._summary_row, self.protected, self._why):
            self.body.addWidget(part)
        self.body.addLayout(foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DRAFT_MILLISECONDS)
        self._pause.timeout.connect(self._send_draft)
        self.search.searched.connect(self.searched)
        for field in (self.person, self.summary):
            field.edited.connect(self._on_typed)
        self.kind.chosen.connect(self._on_typed)
        self.protected.toggled.connect(self._on_typed)
        self.choose(None, "")
        self.adapt()

    def show_codes(self, codes: CodeBook) -> None:
        """What a case can be about."""
        self.kind.set_choices(codes.choices("urgent_kinds"))

    def show_found(self, rows: Sequence[LearnerRow]) -> None:
        """People who may be meant."""
        clear_layout(self._found)
        for row in rows:
            name = f"{row.full_name} ({row.nickname})" if row.nickname else row.full_name
            button = Button(name, "link", "user")
            button.clicked.connect(lambda _on=False, row=row, name=name: self.choose(row.id, name))
            self._found.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def choose(self, learner_id: UUID | None, name: str) -> None:
        """It is about this learner, or about nobody who is known here."""
        self._learner = learner_id
        self.chosen.set_text(name)
        self.chosen.setVisible(learner_id is not None)
        self._other.setVisible(learner_id is not None)
        self.search.setVisible(learner_id is None)
        self._person_row.setVisible(learner_id is None)
        clear_layout(self._found)
        self._on_typed()

    def show_draft(self, content: Mapping[str, Any], name: str) -> None:
        """Bring back what was half written."""
        self._restoring = True
        self.kind.set_value(str(content.get("case_kind") or ""))
        self.person.set_value(str(content.get("person_note") or ""))
        self.summary.set_value(str(content.get("summary") or ""))
        self.protected.setChecked(bool(content.get("protected")))
        kept = content.get("learner_id")
        self.choose(UUID(str(kept)) if kept and name else None, name)
        self._restoring = False

    def clear(self) -> None:
        """Ready for the next."""
        self._pause.stop()
        self.show_draft({}, "")
        self.search.clear()
        for row in (self._kind_row, self._person_row, self._summary_row):
            row.set_error("")

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong, beside its field."""
        rows = {"case_kind": self._kind_row, "person_note": self._person_row}
        rows.get(name, self._summary_row).set_error(text)

    def save(self) -> None:
        """Open the case (Ctrl+S, Ctrl+Enter)."""
        for row in (self._kind_row, self._person_row, self._summary_row):
            row.set_error("")
        if not self.kind.value():
            self._kind_row.set_error(self.tr("เลือกว่าเป็นเรื่องอะไร"))
            self.kind.setFocus()
        elif self._learner is None and not self.person.value().strip():
            self._person_row.set_error(self.tr("เขียนว่าเป็นใคร เท่าที่รู้"))
            self.person.setFocus()
        else:
            self._pause.stop()
            self.opened_case.emit(self._content())

    def flush(self) -> None:
        """Keep what is half typed."""
        if self._pause.isActive():
            self._pause.stop()
            self._send_draft()

    def retranslate(self) -> None:
        self.set_title(self.tr("เปิดเรื่องเร่งด่วน"))
        self._kind_row.set_words(self.tr("เรื่องอะไร"))
        self._who.set_text(self.tr("ใคร (ค้นจากรายชื่อผู้เรียนรู้)"))
        self.search.setAccessibleName(self._who.typed)
        self._other.setText(self.tr("คนอื่น"))
        self._person_row.set_words(self.tr("หรือเขียนว่าเป็นใคร ถ้ายังไม่มีในรายชื่อ"))
        self.person.setPlaceholderText(self.tr("เช่น เด็กหญิงราวสิบขวบ พบที่ตลาดเช้า"))
        self._summary_row.set_words(self.tr("เกิดอะไรขึ้น ต้องทำอะไรก่อน"))
        self.protected.setText(self.tr("คุ้มครองเด็ก: ห้ามเปิดเผยตัวตนนอกหน่วยงาน"))
        self._why.set_text(
            self.tr("อ่านได้เฉพาะคุณและคนที่คุณเพิ่มชื่อ เนื้อหาไม่ไปอยู่ในการค้นหา รายการ ส่งออก หรืองานพิมพ์")
        )
        self.save_button.setText(self.tr("เปิดเรื่อง"))
        self.save_button.setToolTip("Ctrl+S")
        self._cancel.setText(self.tr("ยังไม่เปิด"))

    def _content(self) -> dict[str, Any]:
        return {
            "case_kind": self.kind.value(),
            "learner_id": self._learner.hex if self._learner else "",
            "person_note": "" if self._learner else self.person.value(),
            "summary": self.summary.value(),
            "protected": self.protected.isChecked(),
        }

    def _on_typed(self, *_value: object) -> None:
        if not self._restoring:
            self._pause.start()

    def _send_draft(self) -> None:
        content = self._content()
        typed = content["summary"].strip() or content["person_note"].strip()
        self.draft_changed.emit(content if typed else {})
