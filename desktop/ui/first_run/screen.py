"""First run: three ways to begin, then one short form."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.keys import check_new_passcode
from desktop.services.sign_in import Beginning, Joining
from desktop.ui import wording
from desktop.ui.first_run.area_picker import AreaPicker
from desktop.ui.shell.manual import FIRST_RUN
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import PasscodeField, TextField
from desktop.ui.widgets.way_fields import WayFields

Way = Literal["join", "new", "sample"]
_WAYS: tuple[tuple[Way, str], ...] = (("join", "link"), ("new", "house"), ("sample", "sprout"))


class FirstRunScreen(EntryFrame):
    """`begin_requested(Beginning)` and `join_requested(Joining)`, once what is needed is there."""

    manual_page = FIRST_RUN

    begin_requested = Signal(object)
    join_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._way: Way = "new"
        self._title = ThaiLabel("", "title")
        self._lead = ThaiLabel("", "muted")
        self._cards: dict[Way, Card] = {}
        self._texts: dict[Way, tuple[ThaiLabel, ThaiLabel]] = {}
        self._choosing = self._choices()
        self._form = self._make_form()
        self.pages = QWidget()
        pages = QVBoxLayout(self.pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self._choosing)
        pages.addWidget(self._form)
        self._form.hide()
        self.inside.addStretch(1)
        self.inside.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addSpacing(12)
        self.inside.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(2)
        self.adapt()

    def card(self, way: Way) -> Card:
        """The card of one way to begin."""
        return self._cards[way]

    @property
    def choosing(self) -> bool:
        """Whether the three ways are shown, and not a form."""
        return self._form.isHidden()

    def choose(self, way: Way) -> None:
        """Go on to the form of this way."""
        self._way = way
        self.banner.hide()
        for row, ways in self._needed.items():
            row.setVisible(way in ways)
            row.set_error("")
        self.way.setVisible(way == "join")
        self._turn_to(self._form)
        self.retranslate()
        {"join": self.url, "new": self.centre, "sample": self.user}[way].setFocus()

    def go_back(self) -> None:
        """Back to the three ways; what was typed stays."""
        if self.start_button.isEnabled():
            self._turn_to(self._choosing)
            self.retranslate()
            self._cards[self._way].setFocus()

    def show_refused(self, error: Exception) -> None:
        """Say why it did not begin; what was typed stays."""
        self._show_busy(False)
        self.banner.say(wording.sentence(error), "danger")
        code = error.code if isinstance(error, UserError) else ""
        if self.way.take_refusal(code, wording.sentence(error)):
            self.way.proxy.setFocus()
            return
        field = self.code if "code" in code else self.url if self._way == "join" else self.user
        field.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        titles = {
            "join": (self.tr("เข้าร่วมศูนย์ที่มีอยู่แล้ว"), self.tr("ใช้ที่อยู่และรหัสที่จังหวัดหรือผู้ดูแลศูนย์ให้มา")),
            "new": (
                self.tr("เริ่มศูนย์ใหม่"),
                self.tr("ใช้งานได้ทันทีโดยไม่ต้องมีอินเทอร์เน็ต เชื่อมกับจังหวัดทีหลังได้"),
            ),
            "sample": (
                self.tr("ลองกับข้อมูลตัวอย่าง"),
                self.tr("มีคนสมมติราว 60 คนให้ลองทำทุกอย่าง ไม่มีใครเป็นคนจริง"),
            ),
        }
        details = {
            "join": self.tr("เครื่องนี้เป็นอีกเครื่องหนึ่งของศูนย์ ข้อมูลเดิมจะตามมาเอง"),
            "new": self.tr("บอกชื่อศูนย์กับตำบล แล้วเริ่มบันทึกผู้เรียนรู้ได้เลย"),
            "sample": self.tr("เหมาะกับการฝึกใช้และอบรม ลบทิ้งได้เมื่อเลิกลอง"),
        }
        if self.choosing:
            self._title.set_text(self.tr("ยินดีต้อนรับ เริ่มอย่างไรดี"))
            self._lead.set_text(self.tr("เลือกหนึ่งทาง ใช้เวลาไม่ถึงสองนาที"))
        else:
            self._title.set_text(titles[self._way][0])
            self._lead.set_text(titles[self._way][1])
        for way, (head, text) in self._texts.items():
            head.set_text(titles[way][0])
            text.set_text(details[way])
            self._cards[way].setAccessibleName(titles[way][0])
            self._cards[way].setAccessibleDescription(details[way])
        self._url_row.set_words(self.tr("ที่อยู่ของศูนย์กลางจังหวัด"), self.tr("เช่น hub.example.go.th"))
        self._code_row.set_words(self.tr("รหัสเข้าร่วม"), self.tr("ใช้ได้ครั้งเดียว"))
        self._centre_row.set_words(self.tr("ชื่อศูนย์"))
        self._area_row.set_words(self.tr("ตำบลของศูนย์"))
        self._user_row.set_words(self.tr("ชื่อของคุณ"), self.tr("ชื่อที่เห็นตอนเข้าใช้งาน เช่น ครูดาว"))
        self._passcode_row.set_words(self.tr("ตั้งรหัสผ่าน"), wording.passcode_rule())
        self._again_row.set_words(self.tr("รหัสผ่านอีกครั้ง"))
        self.back_button.setText(self.tr("ย้อนกลับ"))
        self._word_start()

    def redress(self) -> None:
        super().redress()
        self.pages.setFixedWidth(theme().px(640))
        self._area_row.setMinimumHeight(theme().px(200))
        self._title.setFixedWidth(theme().px(640))
        self._lead.setFixedWidth(theme().px(640))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_form = not self.choosing
        if event.key() == Qt.Key.Key_Escape and on_form:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _choices(self) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for way, icon in _WAYS:
            card = Card(clickable=True)
            head, text = ThaiLabel("", "section", wrap=False), ThaiLabel("", "muted")
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(IconLabel(icon, "primary", 32))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(head)
            words.addWidget(text)
            row.addLayout(words, 1)
            row.addWidget(IconLabel("chevron-right", "muted", 20))
            card.body.addLayout(row)
            card.opened.connect(lambda way=way: self.choose(way))
            column.addWidget(card)
            self._cards[way], self._texts[way] = card, (head, text)
        self.setFocusProxy(self._cards["join"])
        return host

    def _make_form(self) -> QWidget:
        card = Card()
        self.banner = Banner()
        self.url, self.code, self.centre, self.user = (TextField() for _ in range(4))
        self.way = WayFields(self.url)
        self.area = AreaPicker()
        self.passcode, self.again = PasscodeField(), PasscodeField()
        self._url_row = FormRow(self.url, required=True)
        self._code_row = FormRow(self.code, required=True)
        self._centre_row = FormRow(self.centre, required=True)
        self._area_row = FormRow(self.area, required=True)
        self._user_row = FormRow(self.user, required=True)
        self._passcode_row = FormRow(self.passcode, required=True)
        self._again_row = FormRow(self.again, required=True)
        every: tuple[Way, ...] = ("join", "new", "sample")
        self._needed: dict[FormRow, tuple[Way, ...]] = {
            self._url_row: ("join",),
            self._code_row: ("join",),
            self._centre_row: ("new",),
            self._area_row: ("new",),
            self._user_row: every,
            self._passcode_row: every,
            self._again_row: every,
        }
        self.back_button = Button("", "quiet", "arrow-left")
        self.start_button = Button("", "primary", "check")
        body = card.body
        body.setSpacing(12)
        body.addWidget(self.banner)
        for row in (
            self._url_row,
            self._code_row,
            self._centre_row,
            self._area_row,
            self._user_row,
            self._passcode_row,
            self._again_row,
        ):
            body.addWidget(row)
            if row is self._code_row:
                body.addWidget(self.way)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.start_button)
        body.addLayout(foot)
        self.back_button.clicked.connect(self.go_back)
        self.start_button.clicked.connect(self._on_start)
        typed = (self.url, self.code, self.way.proxy, self.centre, self.user)
        for field in (*typed, self.passcode, self.again):
            field.returnPressed.connect(self._on_start)
        return card

    def _turn_to(self, page: QWidget) -> None:
        # Shown and hidden, not stacked: a stack is as tall as its tallest page.
        self._choosing.setVisible(page is self._choosing)
        self._form.setVisible(page is self._form)

    def _on_start(self) -> None:
        if not self.start_button.isEnabled() or not self._complete():
            return
        self._show_busy(True)
        user, passcode = self.user.value().strip(), self.passcode.value()
        if self._way == "join":
            url, code, proxy = (
                field.value().strip() for field in (self.url, self.code, self.way.proxy)
            )
            self.way.take_refusal("", "")
            unencrypted = self.way.unencrypted.value()
            self.join_requested.emit(Joining(url, code, user, passcode, proxy, unencrypted))
            return
        sample = self._way == "sample"
        name = self.tr("ศูนย์ตัวอย่าง") if sample else self.centre.value().strip()
        area = "" if sample else self.area.value()
        self.begin_requested.emit(Beginning(name, area, user, passcode, sample))

    def _complete(self) -> bool:
        """Mark everything that is missing; True when nothing is."""
        wrong: list[FormRow] = []

        def mark(row: FormRow, problem: str) -> None:
            row.set_error(problem if self._way in self._needed[row] else "")
            if row.problem:
                wrong.append(row)

        def need(value: str, words: str) -> str:
            return "" if value.strip() else words

        mark(self._url_row, need(self.url.value(), self.tr("ใส่ที่อยู่ที่ได้รับมา")))
        mark(self._code_row, need(self.code.value(), self.tr("ใส่รหัสที่ได้รับมา")))
        mark(self._centre_row, need(self.centre.value(), self.tr("ตั้งชื่อศูนย์ก่อน")))
        mark(self._area_row, need(self.area.value(), self.tr("เลือกตำบลของศูนย์ก่อน")))
        mark(self._user_row, need(self.user.value(), self.tr("บอกชื่อของคุณก่อน")))
        weak = self._weakness()
        mark(self._passcode_row, weak)
        differ = not weak and self.passcode.value() != self.again.value()
        mark(self._again_row, self.tr("สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่") if differ else "")
        if wrong:
            wrong[0].field.setFocus()
        return not wrong

    def _weakness(self) -> str:
        try:
            check_new_passcode(self.passcode.value(), self.user.value(), [self.centre.value()])
        except UserError as error:
            return wording.sentence(error)
        return ""

    def _show_busy(self, busy: bool) -> None:
        self.start_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self._word_start(busy)

    def _word_start(self, busy: bool = False) -> None:
        words = {
            "join": self.tr("เข้าร่วม"),
            "new": self.tr("เริ่มศูนย์"),
            "sample": self.tr("เริ่มลองใช้"),
        }
        self.start_button.setText(self.tr("กำลังเตรียมข้อมูล…") if busy else words[self._way])
