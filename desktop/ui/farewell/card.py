"""What is to become of a record whose time is over: the choice, its reason, and a last look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout

from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField

ERASE, UNKNOWN, KEEP = "erase", "unknown", "keep"
_ICONS = {UNKNOWN: "users-round", ERASE: "trash-2", KEEP: "clock"}


class FarewellCard(Adaptive, Card):
    """`decided(what, reason)`; what is `erase`, `unknown` or `keep`.

    Args:
        choices: what can be decided, the first one chosen.
        also: a learner who is also known as a person: what is kept of them so may go too.
    """

    decided = Signal(str, str)

    def __init__(
        self, choices: Sequence[str] = (UNKNOWN, ERASE, KEEP), *, also: bool = False
    ) -> None:
        super().__init__()
        self._may_also = also
        self._name = ""
        self._why = ""
        self._part = False
        self._what = choices[0]
        self.about = ThaiLabel("", "muted")
        self._group = QButtonGroup(self)
        self.choices: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for what in choices:
            button = Button("", "chip", _ICONS[what])
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, what=what: self.choose(what))
            self._group.addButton(button)
            self.choices[what] = button
            row.addWidget(button)
        row.addStretch(1)
        self.consequence = ThaiLabel("")
        self.reason = TextField()
        self.reason_row = FormRow(self.reason, required=True)
        self.also, self.sure = QCheckBox(), QCheckBox()
        self.act = Button("", "danger", "trash-2")
        last = QHBoxLayout()
        last.addWidget(self.sure, 1)
        last.addWidget(self.act)
        self.body.addWidget(self.about)
        self.body.addLayout(row)
        self.body.addWidget(self.consequence)
        self.body.addWidget(self.reason_row)
        self.body.addWidget(self.also)
        self.body.addLayout(last)
        self.sure.toggled.connect(lambda _on: self._refresh())
        self.act.clicked.connect(self._on_act)
        self.reason.returnPressed.connect(self._on_act)
        self.choose(self._what)
        self.adapt()

    @property
    def what(self) -> str:
        """What is chosen."""
        return self._what

    def show_person(self, name: str, why: str, *, part: bool = False) -> None:
        """Whose record it is and why it is asked; `part`: only one part of it is due."""
        self._name, self._why, self._part = name, why, part
        self.reason.set_value("")
        self.reason_row.set_error("")
        self.sure.setChecked(False)
        if UNKNOWN in self.choices:
            self.choices[UNKNOWN].setVisible(not part)
        self.choose(ERASE if part else next(iter(self.choices)))
        self.retranslate()

    def choose(self, what: str) -> None:
        """Choose what is to become of it."""
        self._what = what
        self.choices[what].setChecked(True)
        self.sure.setChecked(False)
        self.reason_row.set_error("")
        self.retranslate()

    def show_problem(self, text: str) -> None:
        """Say what is amiss beside the reason; what was typed stays."""
        self.reason_row.set_error(text)
        self.reason.setFocus()

    def retranslate(self) -> None:
        self.set_title(self._name, "")
        self.about.set_text(self._why)
        self.about.setVisible(bool(self._why))
        words = {
            UNKNOWN: self.tr("ทำให้ไม่ระบุตัวตน"),
            ERASE: self.tr("ลบถาวร"),
            KEEP: self.tr("เก็บต่ออีกหนึ่งปี"),
        }
        for what, button in self.choices.items():
            button.setText(words[what])
            button.setAccessibleName(words[what])
        self.consequence.set_text(
            {
                UNKNOWN: self.tr("ชื่อ เลข ที่อยู่ รูป และบันทึกถูกทำลายทุกเครื่อง เหลือจำนวนนับที่ไม่บอกว่าเป็นใคร"),
                ERASE: self.tr("ทุกอย่างของคนนี้ถูกทำลายทุกเครื่องและที่จังหวัด จำนวนในรายงานลดลง กู้คืนไม่ได้")
                if not self._part
                else self.tr("เฉพาะส่วนนี้ถูกทำลายทุกเครื่องและที่จังหวัด ส่วนอื่นของคนนี้ยังอยู่ กู้คืนไม่ได้"),
                KEEP: self.tr("ระเบียนอยู่ต่อ โปรแกรมจะถามอีกครั้งในหนึ่งปี เหตุผลเก็บไว้ให้ผู้ตรวจดู"),
            }[self._what]
        )
        self.reason_row.set_words(
            self.tr("เหตุผล"),
            "" if self._what == KEEP else self.tr("เหตุผลนี้เก็บไว้ อย่าใส่ชื่อหรือเลขของคนนี้"),
        )
        self.also.setText(self.tr("ลบสิ่งที่เก็บไว้เมื่อเขาเป็นผู้ประสานงานหรือผู้ช่วยด้วย"))
        self.also.setVisible(self._may_also and self._what == ERASE)
        self.sure.setText(self.tr("เข้าใจว่าย้อนกลับไม่ได้"))
        self.sure.setVisible(self._what != KEEP)
        self.act.setText(words[self._what])
        self._refresh()

    def _refresh(self) -> None:
        restyle(self.act, kind="primary" if self._what == KEEP else "danger")
        self.act.setEnabled(self._what == KEEP or self.sure.isChecked())

    def _on_act(self) -> None:
        if not self.act.isEnabled():
            self.sure.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.reason.value().strip():
            self.show_problem(self.tr("บอกเหตุผลสั้น ๆ ก่อน"))
            return
        self.decided.emit(self._what, self.reason.value().strip())
