"""วันนี้: the lines by urgency at the left, the current one in full at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.duty.records import OnDuty
from desktop.services.today.records import TodayLine, TodayList
from desktop.ui import thai_time
from desktop.ui.duty.words import DutyWords, week_with
from desktop.ui.shell.feature import Features
from desktop.ui.shell.screens import Screen
from desktop.ui.today.aside import Aside
from desktop.ui.today.day_list import DayList
from desktop.ui.today.words import TodayWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import AT_A_GLANCE, FilterChips
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.states import StateStack


class TodayScreen(Screen):
    """Wishes carry the line: `done_requested`, `postpone_requested(line, day)`,
    `dismiss_requested(line, reason)`; `all_requested(code)` for everybody behind one reason.
    """

    entered = Signal(bool)
    done_requested = Signal(object)
    postpone_requested = Signal(object, object)
    dismiss_requested = Signal(object, str)
    all_requested = Signal(str)

    def __init__(self, today: Callable[[], date], features: Features) -> None:
        super().__init__()
        self._ask_today = today
        self._day = today()
        self._features = features
        self.words = TodayWords(features)
        self._list: TodayList | None = None
        self._nobody = self._receiving = False
        self._urgent = 0
        self.urgent_button = Button("", "secondary", "bell")
        self.urgent_button.clicked.connect(lambda: self.open_requested.emit("urgent", None))
        self.urgent_button.hide()
        self._duty: OnDuty | None = None
        self.duty_button = Button("", "secondary", "moon")
        self.duty_button.clicked.connect(self._open_duty)
        self.duty_button.hide()
        self._title = ThaiLabel("", "title", wrap=False)
        self._lead = ThaiLabel("", "muted", wrap=False)
        self.mine = Button("", "chip", "user")
        self.mine.setCheckable(True)
        self.chips = FilterChips(most=AT_A_GLANCE)
        self.lines = DayList(self._day, self.words)
        self.aside = Aside(self._day, self.words)
        self._beside = Scrolling(self.aside)
        self.more = Button("", "link")
        self.inside = QWidget()
        self.states = StateStack(self.inside)
        self._lay_out()
        self.mine.toggled.connect(self.entered)
        self.chips.changed.connect(lambda _codes: self._show_lines())
        self.lines.looked_at.connect(self._on_looked_at)
        self.lines.opened.connect(self._open)
        self.lines.installEventFilter(self)
        self.aside.installEventFilter(self)
        self.aside.open_wanted.connect(lambda: self._open(self.lines.current))
        self.aside.done_wanted.connect(self._done)
        self.aside.postponed.connect(self._postpone)
        self.aside.dismissed.connect(self._dismiss)
        self.more.clicked.connect(self._on_more)
        self.states.empty.started.connect(self._on_started)
        self.states.retried.connect(lambda: self.entered.emit(self.mine.isChecked()))
        self.adapt()

    def show_day(
        self,
        found: TodayList,
        *,
        nobody: bool,
        urgent: int = 0,
        receiving: bool = False,
        duty: OnDuty | None = None,
    ) -> None:
        """Show the lines; `nobody`: the centre has no learners yet; `urgent`: open cases;
        `receiving`: they are on their way to this laptop.
        """
        self._list, self._nobody, self._urgent = found, nobody, urgent
        self._duty = duty
        self._receiving = receiving
        self.retranslate()
        self._show_lines()
        if found.lines:
            self.states.show_content()
        else:
            self.states.show_empty()
        self.filled.emit()

    def show_failed(self, sentence: str) -> None:
        """The day could not be gathered."""
        self.states.show_failed(sentence)

    def first_focus(self) -> QWidget | None:
        return (
            self.lines if self.states.currentWidget() is self.inside else self.states.empty.button
        )

    def enter(self, argument: object) -> None:
        self._day = self._ask_today()
        self.lines.today = self._day
        if self._list is None:
            self.states.show_loading()
        self.entered.emit(self.mine.isChecked())

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.entered.emit(self.mine.isChecked())

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้รวมสิ่งที่รอคุณอยู่ พร้อมเหตุผล เรียงจากด่วนที่สุด\n"
            "ใช้ลูกศรขึ้นลงเลือก กด Enter เพื่อเปิดไปทำต่อ\n"
            "ทำแล้ว เลื่อนไปก่อน หรือไม่ต้องทำก็ได้ ทุกอย่างกดเลิกทำได้"
        )

    def retranslate(self) -> None:
        self._title.set_text(self.tr("วันนี้"))
        day = self.tr("วัน{weekday}ที่ {date}")
        weekday = (
            self.tr("จันทร์"), self.tr("อังคาร"), self.tr("พุธ"), self.tr("พฤหัสบดี"),
            self.tr("ศุกร์"), self.tr("เสาร์"), self.tr("อาทิตย์"),
        )[self._day.weekday()]  # fmt: skip
        lead = day.replace("{weekday}", weekday).replace("{date}", thai_time.shown_date(self._day))
        found = self._list
        if found is not None and found.lines:
            count = sum(found.counts.values())
            lead += " · " + self.tr("มี %n เรื่องรออยู่", "", count)
        if found is not None and found.postponed:
            lead += " · " + self.tr("เลื่อนไว้ %n เรื่อง", "", found.postponed)
        self._lead.set_text(lead)
        self.mine.setText(self.tr("เฉพาะคนที่ฉันดูแล"))
        counts = found.counts if found is not None else {}
        self.chips.set_choices([(code, self.words.kind(code)) for code in counts])
        self.chips.set_counts(counts)
        self.urgent_button.setText(self.tr("เร่งด่วน %n เรื่อง", "", self._urgent))
        self.urgent_button.setVisible(self._urgent > 0)
        duty = DutyWords().tonight(self._duty) if self._duty is not None else ""
        self.duty_button.setText(duty)
        self.duty_button.setVisible(bool(duty))
        self._word_empty()
        self._word_more()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and self._on_key(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    # Inside

    def _lay_out(self) -> None:
        buttons = FlowLayout(one_line=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        for button in (self.duty_button, self.urgent_button, self.mine):
            buttons.addWidget(button)
        head = Folding(8)
        head.add(words, 1)
        head.add(buttons, whole=True)
        across = QVBoxLayout(self.inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.chips)
        row = Folding()
        across.addWidget(row, 1)
        row.add(self.lines, 1)
        row.add_side(self._beside, 320)
        across.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.states, 1)

    def _show_lines(self) -> None:
        if self._list is None:
            return
        wanted = set(self.chips.value()) & set(self._list.counts)
        lines = [line for line in self._list.lines if not wanted or line.code in wanted]
        self.lines.show_lines(lines)
        self._word_more()

    def _word_empty(self) -> None:
        empty = self.states.empty
        if self._receiving:
            empty.set_icon("refresh-cw", "primary")
            empty.set_words(
                self.tr("กำลังรับข้อมูลของศูนย์จากจังหวัด"),
                self.tr("เรื่องที่รอคุณอยู่ขึ้นเองเมื่อรับมาถึง"),
                self.tr("ดูว่ารับถึงไหนแล้ว"),
            )
        elif self._nobody:
            empty.set_icon("sprout", "primary")
            empty.set_words(
                self.tr("เริ่มจากรายชื่อ"),
                self.tr("ยังไม่มีผู้เรียนรู้ในศูนย์ เพิ่มคนแรก หรือนำเข้าจากแฟ้มรายชื่อที่มีอยู่แล้ว"),
                self.tr("ไปหน้าผู้เรียนรู้"),
            )
        else:
            empty.set_icon("sun", "primary")
            empty.set_words(
                self.tr("วันนี้ไม่มีอะไรค้าง"),
                self.tr("ขอบคุณที่ดูแลกันมา จะพักสักหน่อย หรือแวะเยี่ยมใครสักคนก็ได้"),
                self.tr("ดูรายชื่อผู้เรียนรู้"),
            )

    def _word_more(self) -> None:
        code = self._crowded()
        self.more.setVisible(bool(code))
        if code and self._list is not None:
            text = self.tr("ดูรายชื่อทั้งหมดของ “{kind}” (%n เรื่อง)", "", self._list.counts[code])
            self.more.setText(text.replace("{kind}", self.words.kind(code)))

    def _crowded(self) -> str:
        """The one kind looked at that has more lines than are shown, or ""."""
        if self._list is None:
            return ""
        for code, count in self._list.counts.items():
            if sum(line.code == code for line in self._list.lines) < count:
                chosen = self.chips.value()
                if not chosen or code in chosen:
                    return code
        return ""

    def _on_more(self) -> None:
        code = self._crowded()
        if code:
            self.all_requested.emit(code)

    def _on_looked_at(self, line: TodayLine | None) -> None:
        self._beside.setVisible(line is not None)
        self.aside.show_line(line)
        self._beside.begin_for(line.line if line is not None else None)

    def _open_duty(self) -> None:
        if self._duty is not None:
            self.open_requested.emit(*week_with(self._duty.line.on))

    def _open(self, line: TodayLine | None) -> None:
        if line is None:
            return
        destination = self._features.opens_line(line)
        if destination is None:
            self.told.emit(self.words.cannot_open(line))
        else:
            self.open_requested.emit(*destination)

    def _done(self) -> None:
        if self.lines.current is not None:
            self.done_requested.emit(self.lines.current)

    def _postpone(self, day: object) -> None:
        if self.lines.current is not None:
            self.lines.setFocus()
            self.postpone_requested.emit(self.lines.current, day)

    def _dismiss(self, reason: str) -> None:
        if self.lines.current is not None:
            self.lines.setFocus()
            self.dismiss_requested.emit(self.lines.current, reason)

    def _on_started(self) -> None:
        self.open_requested.emit("sync" if self._receiving else "learners", None)

    def _on_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._done()
        elif control and event.key() == Qt.Key.Key_D:
            self.aside.ask("postpone")
        elif event.key() == Qt.Key.Key_Delete:
            self.aside.ask("dismiss")
        elif event.key() == Qt.Key.Key_Escape and self.aside.asking:
            self.aside.ask(self.aside.asking)
            self.lines.setFocus()
        else:
            return False
        return True
