"""ลงเวลา: the register of one meeting, by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.roles import Right
from desktop.services.sessions.register_records import Register, RegisterLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.keyed_screen import KeyedScreen, acts_of
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.sessions.register_table import RegisterTable
from desktop.ui.sessions.words import CODES, MARKS, SESSION, SIGNATURES, SessionWords
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.words import state_tone
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.text_fields import TextField

_COURSE = "course"
_READS = frozenset(
    {
        "session", "session_move", "attendance", "enrolment", "enrolment_move", "course",
        "learner", "person",
    }
)  # fmt: skip


class RegisterScreen(KeyedScreen):
    """`wanted(meeting)`, `marked(enrolment, code)`, `all_wanted()`, `walked_in(name)`.

    `later_wanted()` to count those who came into the course later from this day on.
    `paper_wanted(Paper)`, and `photograph_wanted()` to read marks from one.
    """

    reads = _READS
    marked = Signal(object, str)
    all_wanted = Signal()
    walked_in = Signal(str)
    later_wanted = Signal()
    paper_wanted = Signal(object)
    photograph_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._may, self._may_print = Right.WRITE in rights, Right.PRINT in rights
        self.register: Register | None = None
        self.codes = CodeBook()
        self._keys: Mapping[str, str] = {}
        self.heading, self.when = ThaiLabel("", "title", wrap=False), ThaiLabel("", "muted")
        self.state = StatusPill("", "neutral", "circle")
        self.counts, self.legend = ThaiLabel("", "strong"), ThaiLabel("", "caption")
        self.later = ThaiLabel("", "body", wrap=False)
        self.later_button = Button("", "secondary", "user-plus")
        self.all_button = Button("", "primary", "check")
        self.page_button = Button("", "secondary", "pencil")
        self.course_button = Button("", "link", "graduation-cap")
        self.photograph_button = Button("", "secondary", "camera")
        self.print_button = Button("", "secondary", "printer")
        self.menu = QMenu(self.print_button)
        self.print_button.setMenu(self.menu)
        self.done_bar = DoneBar()
        self.table = RegisterTable()
        self.table.may_mark = self._may
        self.name = TextField()
        self._name_row = FormRow(self.name)
        self._lay_out()
        self.table.marked.connect(self._mark)
        self.table.current_changed.connect(lambda _known: self._show_foot())
        self.all_button.clicked.connect(self.all_wanted)
        self.later_button.clicked.connect(self.later_wanted)
        self.page_button.clicked.connect(lambda: self.open_requested.emit(SESSION, self.known))
        self.course_button.clicked.connect(self._open_course)
        self.photograph_button.clicked.connect(self.photograph_wanted)
        self.name.returnPressed.connect(self._walk_in)
        self.adapt()

    def show_register(
        self,
        register: Register,
        codes: CodeBook,
        keys: Mapping[str, str],
        marks: Mapping[str, str],
    ) -> None:
        """Show the register; marks that are not stored yet stay as they were pressed."""
        first = self.register is None or self.register.meeting.id != register.meeting.id
        lines = [
            replace(line, code=self._unsaved.get(line.enrolment_id, line.code))
            for line in register.lines
        ]
        self.register = replace(register, lines=tuple(lines))
        self.codes, self._keys = codes, keys
        self.table.show_lines(lines, codes, keys, marks)
        self.banner.dismiss()
        self.retranslate()
        self.title_changed.emit()
        if first:
            self.filled.emit()

    def stored(self, marks: Mapping[UUID, str]) -> None:
        """These marks are stored now."""
        for known, code in marks.items():
            self._settle(known, code)

    def refused(self, marks: Mapping[UUID, str], text: str) -> None:
        """These marks were not taken, and why."""
        self.stored(marks)
        self.banner.say(text, "danger")

    def title(self) -> str:
        return self.register.meeting.name if self.register else ""

    def first_focus(self) -> QWidget | None:
        if self.table.model.rowCount():
            return self.table.view
        if not self.later_button.isHidden():
            return self.later_button
        return self.page_button if self._name_row.isHidden() else self.name

    def help_text(self) -> str:
        return self.tr(
            "กดเลข 1 ถึง 9 ลงเวลาคนที่อยู่ที่แถบ แล้วไปคนถัดไปเอง Enter ข้ามไป 0 หรือ Delete ถอนที่ลงไว้\n"
            "ทุกการกดเก็บทันที ลงใหม่ทับได้ ที่ลงล่าสุดนับ คนที่ไม่ได้ลงคือยังไม่ได้ลง ไม่ใช่ขาด\n"
            "ทุกคนมา ลงให้คนที่ยังไม่ได้ลง แล้วแก้เฉพาะคนที่ไม่มา กดคืนได้ทั้งหมด\n"
            "ลงบนกระดาษก่อนก็ได้ พิมพ์ใบกาช่อง แล้วอ่านจากภาพถ่ายของใบ"
        )

    def retranslate(self) -> None:
        self.all_button.setText(self.tr("ทุกคนมา"))
        self.page_button.setText(self.tr("บันทึกกิจกรรม งด หรือแก้วันเวลา"))
        self._name_row.set_words(self.tr("คนที่เพิ่งมา พิมพ์ชื่อหรือชื่อเล่นแล้วกด Enter"))
        self.table.set_name(self.tr("รายชื่อผู้เรียนรู้"))
        self.table.empty.set_words(
            self.tr("ยังไม่มีชื่อในใบนี้"), self.tr("เพิ่มชื่อที่หน้ากิจกรรม หรือพิมพ์ชื่อคนที่มาด้านล่าง")
        )
        register = self.register
        can = self._may and register is not None and register.meeting.state != "cancelled"
        self.table.may_mark = can
        self._name_row.setVisible(can)
        later = len(register.later) if register is not None else 0
        self.later.set_text(self.tr("เข้ากิจกรรมหลังวันนี้ %n คน จึงยังไม่อยู่ในใบนี้", "", later))
        self.later_button.setText(self.tr("ให้นับตั้งแต่วันนี้"))
        self.later.setVisible(bool(later))
        self.later_button.setVisible(can and bool(later))
        self._offer_papers(can)
        if register is None:
            self.all_button.setVisible(False)
            return
        row = register.meeting
        self.heading.set_text(row.name)
        self.course_button.setText(self.tr("หน้ากิจกรรม"))
        self.when.set_text(
            " · ".join(filter(None, (SessionWords().when(row), row.topic, row.place)))
        )
        state = self.codes.label("session_states", row.state)
        self.state.set_state(state, *state_tone(row.state))
        self.counts.set_text(SessionWords().counts(register, self.codes))
        keys = [
            f"{key} {self.codes.label(CODES, code)}" for key, code in sorted(self._keys.items())
        ]
        self.legend.set_text(" · ".join(keys))
        self.legend.setVisible(can)
        free = [line for line in register.lines if not line.code and not line.restricted]
        self.all_button.setVisible(can and bool(free))
        self._show_foot()

    def _offer_papers(self, can: bool) -> None:
        """Paper out, and its marks back in; nothing of a meeting that was called off."""
        register = self.register
        planned = register is not None and register.meeting.state != "cancelled"
        self.photograph_button.setText(self.tr("อ่านจากภาพถ่าย"))
        self.photograph_button.setVisible(can and register is not None and bool(register.lines))
        self.print_button.setText(self.tr("พิมพ์ใบลงเวลา"))
        self.print_button.setVisible(planned and self._may_print)
        self.menu.clear()
        for paper in (SIGNATURES, MARKS):
            act = self.menu.addAction(paper.name())
            act.triggered.connect(lambda _on=False, one=paper: self.paper_wanted.emit(one))

    def _mark(self, line: RegisterLine, code: str) -> None:
        if line.restricted:
            self.banner.say(SessionWords().foot(line), "warning")
            return
        self._unsaved[line.enrolment_id] = code
        self.table.put(line.enrolment_id, code)
        if self.register is not None:
            lines = [
                replace(each, code=code) if each.enrolment_id == line.enrolment_id else each
                for each in self.register.lines
            ]
            self.register = replace(self.register, lines=tuple(lines))
            self.counts.set_text(SessionWords().counts(self.register, self.codes))
        self.marked.emit(line.enrolment_id, code)
        self.table.go_on()

    def _show_foot(self) -> None:
        line = self.table.line()
        self.foot.set_text(SessionWords().foot(line) if line is not None else "")

    def _walk_in(self) -> None:
        name = self.name.value().strip()
        if name:
            self.name.set_value("")
            self.walked_in.emit(name)

    def _open_course(self) -> None:
        if self.register is not None:
            self.open_requested.emit(_COURSE, self.register.meeting.course_id)

    def tour(self) -> list[tuple[str, Action]]:
        return [("all", self.all_button.click)] if self.all_button.isVisible() else []

    def _lay_out(self) -> None:
        acts = acts_of(
            self.state, self.all_button, self.photograph_button, self.print_button,
            self.page_button, self.course_button,
        )  # fmt: skip
        late = acts_of(self.later, self.later_button)
        heads = (self.heading, self.when, self.banner, acts, self.done_bar)
        above = (*heads, self.counts, self.legend, late)
        self._lay_under(above, self.table, [self._name_row])
