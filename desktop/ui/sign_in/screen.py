"""Sign-in: pick a name, type the passcode."""

from __future__ import annotations

import math
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.sign_in.name_chips import NameChips, Person
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import PasscodeField
from desktop.ui.wording_progress import doing


class SignInScreen(EntryFrame):
    """`sign_in_requested(user id, passcode)`, `forgotten`: the way in with the recovery words;
    `restore_wanted`: a backup is to be put back;
    `person_chosen(user id)`. The passcode leaves the field when it was right.
    """

    sign_in_requested = Signal(object, str)
    person_chosen = Signal(object)
    forgotten = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._locked = False
        self._layout_typed = ""
        self._caps = False
        self._busy = False
        self._greeting = ThaiLabel("", "title")
        self._lead = ThaiLabel("", "muted")
        self._pick = ThaiLabel("", "field")
        self.names = NameChips()
        self.names.picked.connect(self.choose)
        self.passcode = PasscodeField()
        self.row = FormRow(self.passcode)
        self._hint_icon = IconLabel("keyboard", "muted", 16)
        self._hint = ThaiLabel("", "caption")
        self.enter_button = Button("", "primary", "door-open")
        self.forgotten_button = Button("", "link", "key-round")
        self.restore_button = Button("", "link", "history")
        self._wait_until = QDeadlineTimer()
        self._ticking = QTimer(self)
        self._ticking.setInterval(250)
        self._ticking.timeout.connect(self._on_tick)
        self._card = Card()
        self._card.installEventFilter(self)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_card)
        self.banner = Banner()
        hint = QHBoxLayout()
        hint.setSpacing(6)
        hint.addWidget(self._hint_icon)
        hint.addWidget(self._hint, 1)
        body = self._card.body
        body.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._greeting)
        head.addWidget(self._lead)
        body.addLayout(head)
        body.addWidget(self.banner)
        body.addWidget(self._pick)
        body.addWidget(self.names)
        body.addWidget(self.row)
        body.addLayout(hint)
        body.addWidget(self.enter_button)
        links = QHBoxLayout()
        links.addWidget(self.forgotten_button)
        links.addStretch(1)
        links.addWidget(self.restore_button)
        body.addLayout(links)
        self.inside.addStretch(2)
        self.inside.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(3)
        self.passcode.returnPressed.connect(self._ask)
        self.enter_button.clicked.connect(self._ask)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.passcode.textChanged.connect(self._on_text)
        self.passcode.installEventFilter(self)
        self.setFocusProxy(self.passcode)
        self.adapt()

    def show_people(
        self, people: Sequence[Person], last: UUID | None, *, locked: bool = False
    ) -> None:
        """Offer these names, `last` chosen; `locked` says that work is waiting behind."""
        self._locked = locked
        self.names.show_people(people, last)
        self.passcode.clear()
        self.banner.hide()
        self._end_wait()
        self.show_busy(False)
        self.retranslate()
        if self.chosen is not None:
            self.person_chosen.emit(self.chosen)

    @property
    def chosen(self) -> UUID | None:
        """Whose passcode is asked."""
        return self.names.chosen

    def choose(self, user_id: UUID) -> None:
        """Ask the passcode of this person."""
        self.names.choose(user_id)
        self.row.set_error("")
        self.passcode.clear()
        self._end_wait()
        self.retranslate()
        self.passcode.setFocus()
        self.person_chosen.emit(user_id)

    @property
    def waiting_seconds(self) -> int:
        """How long the chosen person has to wait after wrong passcodes; 0 for not at all."""
        if not self._ticking.isActive():
            return 0
        return math.ceil(max(self._wait_until.remainingTime(), 0) / 1000)

    def show_waiting(self, seconds: int) -> None:
        """Count down until the next try; nothing else is shut, and nothing is lost."""
        if seconds <= 0:
            self._end_wait()
            return
        self.passcode.clear()
        self._wait_until = QDeadlineTimer(seconds * 1000)
        self._ticking.start()
        self.show_busy(False)
        self._on_tick()
        self.forgotten_button.setFocus()

    def show_busy(self, busy: bool) -> None:
        """The passcode is being tried, or no more."""
        waits = self._ticking.isActive()
        self._busy = busy
        self.passcode.setReadOnly(busy or waits)
        self.enter_button.setEnabled(not busy and not waits)
        self.enter_button.setText(self.tr("กำลังเปิด…") if busy else self.tr("เข้าใช้งาน"))

    def show_step(self, _done: int, _total: int, code: str) -> None:
        """Say what takes long while it opens: the file is brought to a new version, say."""
        words = doing(code)
        if self._busy and words:
            self.enter_button.setText(f"{words}…")

    def say(self, sentence: str) -> None:
        """Tell something that happened, above the field, until the next sign-in."""
        self.banner.say(sentence, "success")

    def show_refused(self, sentence: str) -> None:
        """Say beside the field why it did not open; the passcode can be typed anew at once."""
        self.show_busy(False)
        self.row.set_error(sentence)
        self.passcode.selectAll()
        self.passcode.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        name = self.names.name
        greeting = self.tr("สวัสดี {name}").replace("{name}", name) if name else self.tr("สวัสดี")
        self._greeting.set_text(greeting)
        self._lead.set_text(
            self.tr("หน้าจอล็อกอยู่ งานที่ทำค้างไว้ยังอยู่ครบ")
            if self._locked
            else self.tr("ใส่รหัสผ่านเพื่อเปิดงานของศูนย์")
        )
        self._pick.set_text(self.tr("ใครใช้เครื่องอยู่"))
        for part in (self._pick, self.names):
            part.setVisible(self.names.several)
        self.row.set_words(self.tr("รหัสผ่าน"))
        self.forgotten_button.setText(self.tr("ลืมรหัสผ่าน"))
        self.restore_button.setText(self.tr("กู้คืนจากสำเนา"))
        self.forgotten_button.setToolTip(
            self.tr("ให้ผู้ดูแลของศูนย์ตั้งให้ใหม่ที่ ตั้งค่า › ผู้ใช้และรหัสผ่าน หรือใช้ใบกู้คืน")
        )
        self.show_busy(self._busy)
        if self._ticking.isActive():
            self._on_tick()
        self._show_hint()

    def redress(self) -> None:
        super().redress()
        self._card.setFixedWidth(theme().px(460))

    def _fit_card(self) -> None:
        """A sentence that wraps needs its lines: the column reckons with its own, greater width."""
        layout = self._card.layout()
        if layout is not None:
            self._card.setMinimumHeight(layout.totalHeightForWidth(self._card.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._card and event.type() == QEvent.Type.LayoutRequest:
            self._fitting.start()
        if watched is self.passcode and isinstance(event, QKeyEvent):
            letter = event.text()
            if event.type() == QEvent.Type.KeyPress and len(letter) == 1 and letter.isalpha():
                thai = "฀" <= letter <= "๿"
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._layout_typed = "th" if thai else "en"
                self._caps = not thai and letter.isupper() != shifted
                self._show_hint()
        return super().eventFilter(watched, event)

    def _on_text(self, _text: str) -> None:
        if not self._ticking.isActive():
            self.row.set_error("")

    def _on_tick(self) -> None:
        seconds = self.waiting_seconds
        if not seconds:
            self._end_wait()
            self.passcode.setFocus()
            return
        minutes, rest = divmod(seconds, 60)
        clock = f"{minutes}:{rest:02d}"
        text = self.tr("ใส่รหัสผิดหลายครั้ง พักสักครู่ ลองใหม่ได้ในอีก {time} นาที ข้อมูลอยู่ครบ ไม่มีอะไรถูกลบ")
        self.row.set_error(text.replace("{time}", clock))

    def _end_wait(self) -> None:
        if self._ticking.isActive():
            self._ticking.stop()
            self.row.set_error("")
            self.show_busy(False)

    def _show_hint(self) -> None:
        if self._caps:
            words, sign, role = self.tr("Caps Lock เปิดอยู่"), "triangle-alert", "warning"
        elif self._layout_typed == "th":
            words, sign, role = self.tr("แป้นพิมพ์เป็นภาษาไทย"), "keyboard", "muted"
        elif self._layout_typed == "en":
            words, sign, role = self.tr("แป้นพิมพ์เป็นภาษาอังกฤษ"), "keyboard", "muted"
        else:
            words = self.tr("กดปุ่มรูปตาเพื่อดูรหัสที่พิมพ์")
            sign, role = "keyboard", "muted"
        self._hint.set_text(words)
        self._hint_icon.set_icon(sign, role)

    def _ask(self) -> None:
        if self.passcode.isReadOnly():
            return
        self.banner.hide()
        if self.chosen is None or not self.passcode.value():
            self.row.set_error(self.tr("พิมพ์รหัสผ่านก่อน"))
            self.passcode.setFocus()
            return
        self.show_busy(True)
        self.sign_in_requested.emit(self.chosen, self.passcode.value())
