"""Where sync stands, in words, with the one thing to do about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout

from desktop.services.sync.scheduler import LinkPhase, SchedulerState
from desktop.services.sync.service import SyncStatus
from desktop.ui import thai_time
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.way_fields import WayFields


class StatusCard(Adaptive, Card):
    """`send_wanted`, `stop_wanted`, `agreed` to many records being hidden, `metered_changed(by hand
    only)`.
    """

    send_wanted = Signal()
    stop_wanted = Signal()
    agreed = Signal()
    metered_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._status: SyncStatus | None = None
        self._state = SchedulerState(LinkPhase.WAITING)
        self._online: bool | None = None
        self._problem = ""
        self._sign = IconLabel("cloud-upload", "primary", 40)
        self._head = ThaiLabel("", "section")
        self._detail = ThaiLabel("", "muted")
        self._next = ThaiLabel("", "caption")
        self._next_look: datetime | None = None
        self._by_hand = False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.send_button = Button("", "primary", "send")
        self.stop_button = Button("", "secondary", "x")
        self.agree_button = Button("", "danger", "eye-off")
        self.metered = QCheckBox()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._detail)
        words.addWidget(self._next)
        words.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self.send_button)
        row.addWidget(self.stop_button)
        self.body.addLayout(row)
        self.body.addWidget(self.agree_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.metered, 0, Qt.AlignmentFlag.AlignLeft)
        self.send_button.clicked.connect(self.send_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.agree_button.clicked.connect(self.agreed)
        self.metered.toggled.connect(self._on_metered)
        self.metered.toggled.connect(self.metered_changed)
        self.adapt()

    @property
    def words(self) -> str:
        """The sentence shown, and the lines under it."""
        return f"{self._head.typed}\n{self._detail.typed}\n{self._next.typed}"

    def show_state(
        self, status: SyncStatus, state: SchedulerState, online: bool | None, problem: str
    ) -> None:
        """Show where sync stands; `problem` is a sentence for what a person must do."""
        self._status, self._state = status, state
        self._online, self._problem = online, problem
        self.retranslate()

    def show_next(self, when: datetime | None) -> None:
        """Show when it looks at the link again; None while it does."""
        self._next_look = when
        self._say_next()

    def show_metered(self, by_hand_only: bool) -> None:
        """Show the choice without telling of it."""
        self.metered.blockSignals(True)
        self.metered.setChecked(by_hand_only)
        self.metered.blockSignals(False)
        self._on_metered(by_hand_only)

    def retranslate(self) -> None:
        self.send_button.setText(self.tr("ส่งตอนนี้"))
        self.stop_button.setText(self.tr("หยุดไว้ก่อน"))
        self.metered.setText(self.tr("ใช้เน็ตแบบจำกัด: ส่งเฉพาะเมื่อกดส่งเอง"))
        status, state = self._status, self._state
        sending = state.phase is LinkPhase.SENDING
        self.send_button.setVisible(not sending)
        self.stop_button.setVisible(sending)
        refused = state.refused if state.phase is LinkPhase.REFUSED else None
        stopped = refused is not None and refused.code == "mass_deletion"
        self.agree_button.setVisible(stopped)
        if stopped and refused is not None:
            count = int(str(refused.values.get("deleting", 0)))
            self.agree_button.setText(self.tr("ถามจังหวัดแล้ว ให้ซ่อน %n รายการ", "", count))
        self._bar.setVisible(sending)
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)
        self._say_next()
        if status is None:
            return
        waiting = status.waiting
        if self._problem:
            self._say("triangle-alert", "warning", self.tr("ต้องให้คนช่วยดู"), self._problem)
        elif sending and state.total and state.receiving:
            text = self.tr("กำลังรับ {done} จาก {total} รายการ")
            text = text.replace("{done}", f"{state.done:,}").replace("{total}", f"{state.total:,}")
            self._say("cloud-upload", "primary", text, self.tr("ทำงานต่อได้ สิ่งที่รับแล้วใช้ได้ทันที"))
        elif sending and state.total:
            text = self.tr("กำลังส่ง {done} จาก {total} รายการ")
            text = text.replace("{done}", f"{state.done:,}").replace("{total}", f"{state.total:,}")
            self._say("cloud-upload", "primary", text, self._last(status))
        elif sending:
            self._say("cloud-upload", "primary", self.tr("กำลังคุยกับจังหวัด…"), self._last(status))
        elif waiting and self._online is False:
            text = self.tr("ออฟไลน์ รอส่ง %n รายการ", "", waiting)
            calm = self.tr("ทำงานต่อได้ตามปกติ เมื่อมีเครือข่ายจะส่งให้เอง")
            self._say("wifi-off", "muted", text, f"{calm}\n{self._last(status)}")
        elif waiting:
            self._say(
                "clock", "primary", self.tr("รอส่ง %n รายการ", "", waiting), self._last(status)
            )
        else:
            self._say("circle-check", "success", self.tr("ส่งถึงจังหวัดครบแล้ว"), self._last(status))

    def _on_metered(self, by_hand_only: bool) -> None:
        self._by_hand = by_hand_only
        self._say_next()

    def _say_next(self) -> None:
        parts = []
        if self._state.phase is LinkPhase.SENDING:
            pass
        elif self._online is None:
            parts.append(self.tr("กำลังตรวจเครือข่าย"))
        else:
            parts.append(
                self.tr("ติดต่อศูนย์จังหวัดได้") if self._online else self.tr("ติดต่อศูนย์จังหวัดไม่ได้ตอนนี้")
            )
        if parts and self._by_hand:
            parts.append(self.tr("ส่งเมื่อกดส่งเองเท่านั้น"))
        elif parts and self._next_look is not None:
            when = thai_time.shown_clock(self._next_look)
            parts.append(self.tr("ตรวจครั้งต่อไป {time}").replace("{time}", when))
        self._next.set_text(" · ".join(parts))
        self._next.setVisible(bool(parts))

    def _say(self, sign: str, role: str, head: str, detail: str) -> None:
        self._sign.set_icon(sign, role)
        self._head.set_text(head)
        self._detail.set_text(detail)
        self.setAccessibleName(head)

    def _last(self, status: SyncStatus) -> str:
        if status.last_sync is None:
            return self.tr("ยังไม่เคยส่งถึงจังหวัด")
        text = self.tr("ส่งถึงจังหวัดล่าสุด {time}")
        text = text.replace("{time}", thai_time.shown_moment(status.last_sync))
        if status.receipt:
            text += " · " + self.tr("ใบรับ {receipt}").replace("{receipt}", status.receipt)
        return text


_ABOUT_THE_ADDRESS = frozenset(
    {
        "hub_bad_address", "hub_plain_address", "hub_not_encrypted", "hub_not_a_hub",
        "hub_untrusted_hub", "hub_outdated",
    }
)  # fmt: skip


class EnrolCard(Adaptive, Card):
    """`enrol_wanted(url, code, proxy, unencrypted)`: until this laptop has joined a hub."""

    enrol_wanted = Signal(str, str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel("link", "primary", 40)
        self._head = ThaiLabel("", "section")
        self._text = ThaiLabel("", "muted")
        self.url, self.code = TextField(), TextField()
        self.url_row, self.code_row = FormRow(self.url), FormRow(self.code)
        self.way = WayFields(self.url)
        self.button = Button("", "primary", "link")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._text)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._sign)
        top.addLayout(words, 1)
        top.addWidget(self.button)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addWidget(self.url_row, 3)
        fields.addWidget(self.code_row, 2)
        for row in (self.url_row, self.code_row):
            fields.setAlignment(row, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addSpacing(8)
        self.body.addLayout(fields)
        self.body.addWidget(self.way)
        for field in (self.url, self.code, self.way.proxy):
            field.returnPressed.connect(self._on_wanted)
        self.button.clicked.connect(self._on_wanted)
        self.adapt()

    def show_busy(self, busy: bool) -> None:
        """The hub is being asked, or no more."""
        self.button.setEnabled(not busy)
        self.button.setText(self.tr("กำลังเชื่อม…") if busy else self.tr("เชื่อมกับจังหวัด"))

    def show_refused(self, code: str, sentence: str) -> None:
        """Say why it did not join, at what can be mended; what was typed stays."""
        self.show_busy(False)
        if self.way.take_refusal(code, sentence):
            self.way.proxy.setFocus()
            return
        (self.url_row if code in _ABOUT_THE_ADDRESS else self.code_row).set_error(sentence)

    def retranslate(self) -> None:
        self._head.set_text(self.tr("ยังไม่ได้เชื่อมกับจังหวัด"))
        self._text.set_text(
            self.tr("ข้อมูลทั้งหมดอยู่ในเครื่องนี้อย่างปลอดภัย เมื่อได้ที่อยู่และรหัสจากจังหวัด ใส่ที่นี่ครั้งเดียวพอ")
        )
        self.url_row.set_words(self.tr("ที่อยู่ของศูนย์กลางจังหวัด"), self.tr("เช่น hub.example.go.th"))
        self.code_row.set_words(self.tr("รหัสเข้าร่วม"), self.tr("ใช้ได้ครั้งเดียว"))
        self.show_busy(not self.button.isEnabled())

    def _on_wanted(self) -> None:
        url, code = self.url.value().strip(), self.code.value().strip()
        self.url_row.set_error("" if url else self.tr("ใส่ที่อยู่ที่ได้รับมา"))
        self.code_row.set_error("" if code else self.tr("ใส่รหัสที่ได้รับมา"))
        if url and code and self.button.isEnabled():
            self.show_busy(True)
            self.way.take_refusal("", "")
            unencrypted = self.way.unencrypted.value()
            self.enrol_wanted.emit(url, code, self.way.proxy.value().strip(), unencrypted)


class RevokedCard(Adaptive, Card):
    """Shown where the hub has shut this laptop out: what is safe, and what to do.

    `stick_wanted`, `retry_wanted`.
    """

    stick_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0
        self._sign = IconLabel("triangle-alert", "warning", 40)
        self._head = ThaiLabel("", "section")
        self._text = ThaiLabel("")
        self.stick_button = Button("", "primary", "usb")
        self.retry_button = Button("", "secondary", "refresh-cw")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._head)
        words.addWidget(self._text)
        buttons = QHBoxLayout()
        buttons.addWidget(self.stick_button)
        buttons.addWidget(self.retry_button)
        buttons.addStretch(1)
        words.addSpacing(4)
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.stick_button.clicked.connect(self.stick_wanted)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.adapt()

    @property
    def words(self) -> str:
        """What is said."""
        return f"{self._head.typed}\n{self._text.typed}"

    def show_waiting(self, count: int) -> None:
        """How many changes the province has not confirmed."""
        self._waiting = count
        self.retranslate()

    def retranslate(self) -> None:
        self._head.set_text(self.tr("จังหวัดยกเลิกสิทธิ์เครื่องนี้แล้ว"))
        kept = self.tr("งานที่ยังไม่ส่ง %n รายการยังอยู่ครบในเครื่องนี้ ไม่มีอะไรถูกลบ", "", self._waiting)
        first = self.tr("1. โทรหาศูนย์จังหวัด บอกว่าเครื่องอยู่กับใคร")
        second = self.tr("2. เขียนงานค้างลงแฟลชไดรฟ์ นำไปให้จังหวัด จังหวัดเก็บแยกไว้ ตรวจแล้วรับเข้าได้")
        third = self.tr("3. ระหว่างนี้เปิดดูและพิมพ์ได้ งานใหม่ให้ทำที่เครื่องอื่นก่อน")
        self._text.set_text("\n".join((kept, first, second, third)))
        self.stick_button.setText(self.tr("เขียนงานค้างลงแฟลชไดรฟ์"))
        self.retry_button.setText(self.tr("ลองส่งอีกครั้ง"))
        self.setAccessibleName(self._head.typed)
