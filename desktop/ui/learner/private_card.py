"""The sensitive part: covered until somebody asks, and each look is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.learner.profile_forms import PRIVATE
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

SHOWN_MILLISECONDS = 60_000


class PrivateCard(Adaptive, Card):
    """`asked` when it shall be shown; `edited(name, value)` once it is."""

    asked = Signal()
    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._allowed = True
        self._codes = CodeBook()
        self._form: RecordForm | None = None
        self._why = ThaiLabel("", "muted")
        # Somebody else may stand behind the chair by now.
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setInterval(SHOWN_MILLISECONDS)
        self._minute.timeout.connect(self._on_minute)
        self.show_button = Button("", "secondary", "eye")
        self.show_button.clicked.connect(self.asked)
        self.hide_button = Button("", "quiet", "eye-off")
        self.hide_button.clicked.connect(lambda: self.cover(allowed=self._allowed))
        self.header.add_action(self.show_button)
        self.header.add_action(self.hide_button)
        self.body.addWidget(self._why)
        self.cover(allowed=True)
        self.adapt()

    @property
    def shown(self) -> bool:
        """Whether the sensitive part can be read now."""
        return self._form is not None and not self._form.isHidden()

    @property
    def form(self) -> RecordForm:
        """The form, made when it is first asked for."""
        if self._form is None:
            self._form = RecordForm("learner_private", PRIVATE)
            self._form.set_codes(self._codes)
            self._form.edited.connect(self.edited)
            self._form.edited.connect(lambda _name, _value: self._minute.start())
            self.body.addWidget(self._form)
            self._form.hide()
        return self._form

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self._codes = codes
        if self._form is not None:
            self._form.set_codes(codes)

    def cover(self, *, allowed: bool) -> None:
        """Cover it, and let go of what was shown."""
        self._allowed = allowed
        self._minute.stop()
        if self._form is not None:
            self._form.flush()
            self._form.hide()
            self._form.show_values({}, keep=False)
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
        self._minute.start()

    def flush(self) -> None:
        """Send what is half typed."""
        if self.shown:
            self.form.flush()

    def _on_minute(self) -> None:
        # What is half typed is sent as it is covered.
        self.cover(allowed=self._allowed)

    def retranslate(self) -> None:
        self.set_title(self.tr("ข้อมูลอ่อนไหว"))
        self.show_button.setText(self.tr("แสดงข้อมูลอ่อนไหว"))
        self.hide_button.setText(self.tr("ปิดไว้เหมือนเดิม"))
        self._why.set_text(
            self.tr("ความพิการ สุขภาพ ความเชื่อ ชาติพันธุ์ และเรื่องที่ต้องระวัง ปิดไว้ก่อน ทุกครั้งที่เปิดดูจะบันทึกว่าใครดู")
            if self._allowed
            else self.tr("บทบาทของคุณไม่เปิดดูข้อมูลส่วนนี้")
        )
