"""The sensitive part: covered until somebody asks, and each look is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.learner.codes import CodeBook
from desktop.ui.learner.profile_forms import PRIVATE
from desktop.ui.learner.record_form import RecordForm
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel


class PrivateCard(Adaptive, Card):
    """`asked` when it shall be shown; `edited(name, value)` once it is."""

    asked = Signal()
    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._allowed = True
        self.form = RecordForm("learner_private", PRIVATE)
        self.form.edited.connect(self.edited)
        self._why = ThaiLabel("", "muted")
        self.show_button = Button("", "secondary", "eye")
        self.show_button.clicked.connect(self.asked)
        self.hide_button = Button("", "quiet", "eye-off")
        self.hide_button.clicked.connect(lambda: self.mask(allowed=self._allowed))
        self.header.add_action(self.show_button)
        self.header.add_action(self.hide_button)
        self.body.addWidget(self._why)
        self.body.addWidget(self.form)
        self.mask(allowed=True)
        self.adapt()

    @property
    def shown(self) -> bool:
        """Whether the sensitive part can be read now."""
        return not self.form.isHidden()

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self.form.set_codes(codes)

    def mask(self, *, allowed: bool) -> None:
        """Cover it, and let go of what was shown."""
        self.form.flush()
        self._allowed = allowed
        self.form.hide()
        self.form.show_values({}, keep=False)
        self._why.show()
        self.show_button.setVisible(allowed)
        self.hide_button.hide()
        self.retranslate()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what was asked for."""
        self.form.show_values(values, keep=False)
        self.form.show()
        self._why.hide()
        self.show_button.hide()
        self.hide_button.show()
        self.form.field(self.form.names[0]).setFocus()

    def flush(self) -> None:
        """Send what is half typed."""
        if self.shown:
            self.form.flush()

    def retranslate(self) -> None:
        self.set_title(self.tr("ข้อมูลอ่อนไหว"))
        self.show_button.setText(self.tr("แสดงข้อมูลอ่อนไหว"))
        self.hide_button.setText(self.tr("ปิดไว้เหมือนเดิม"))
        self._why.set_text(
            self.tr("ความพิการ สุขภาพ ความเชื่อ ชาติพันธุ์ และเรื่องที่ต้องระวัง ปิดไว้ก่อน ทุกครั้งที่เปิดดูจะบันทึกว่าใครดู")
            if self._allowed
            else self.tr("บทบาทของคุณไม่เปิดดูข้อมูลส่วนนี้")
        )
