"""The meetings of a course, on its page: each opens its register; one or a series is added."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.services.sessions.records import Proposed, SessionRow
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.record_names import field_name, kinds_name
from desktop.ui.sessions.words import COURSE_REGISTER, REGISTER, SESSION, SessionWords
from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_MOST = 200


class MeetingsCard(Adaptive, Card):
    """`opened_one(id)`; `added(day, how many, values)`; `records_wanted()`: on paper."""

    opened_one = Signal(object)
    added = Signal(object, int, object)
    records_wanted = Signal()

    def __init__(self, rights: Collection[Right], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._may, self._may_print = Right.WRITE in rights, Right.PRINT in rights
        self._rows: Sequence[SessionRow] = ()
        self._codes = CodeBook()
        self.day = ThaiDateField(partial=False, future=True)
        self.count = NumberField("count", least=1, most=_MOST)
        self.from_time, self.to_time = TextField(), TextField()
        self.add_button = Button("", "secondary", "plus")
        self.problem, self.note = ThaiLabel("", "error"), ThaiLabel("", "caption")
        self.register_button = Button("", "secondary", "check")
        self.lines: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._adding = QWidget()
        column = QVBoxLayout(self._adding)
        column.setContentsMargins(0, 0, 0, 0)
        self._fields = [
            FormRow(each) for each in (self.day, self.from_time, self.to_time, self.count)
        ]
        beside = QWidget()
        flow = FlowLayout(beside, 12)
        for row in self._fields[1:]:
            row.setFixedWidth(150)
            flow.addWidget(row)
        column.addWidget(self._fields[0])
        column.addWidget(beside)
        for part in (self.problem, self.note):
            column.addWidget(part)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.print_button = Button("", "secondary", "printer")
        self.body.addLayout(self._list)
        self.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.register_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._adding)
        self.problem.hide()
        self.add_button.clicked.connect(self._add)
        self.print_button.clicked.connect(self.records_wanted)
        for field in (self.from_time, self.to_time, self.count):
            field.returnPressed.connect(self._add)
        self.adapt()

    def show_meetings(self, rows: Sequence[SessionRow], codes: CodeBook) -> None:
        """Show the meetings, by day."""
        self._rows, self._codes = rows, codes
        self.retranslate()

    def begin(self) -> None:
        """Nothing is being added."""
        self.day.set_value(None)
        self.count.set_number(1)
        self.say("")

    def say(self, text: str) -> None:
        """What is wrong with what is to be added; "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def retranslate(self) -> None:
        self.set_title(kinds_name(SESSION))
        words = (field_name(SESSION, name) for name in ("on", "from_time", "to_time"))
        for row, text in zip(self._fields, (*words, self.tr("กี่ครั้ง")), strict=True):
            row.set_words(text)
        self.note.set_text(self.tr("มากกว่าหนึ่งครั้งคือทุกสัปดาห์วันเดียวกัน เดือนที่หมู่บ้านถูกตัดขาดข้ามไป"))
        self.add_button.setText(self.tr("เพิ่มครั้งที่พบกัน"))
        self.register_button.setText(self.tr("ทะเบียนเวลาเรียน ทุกวันในหน้าเดียว"))
        self.register_button.setVisible(bool(self._rows))
        self._adding.setVisible(self._may)
        self.print_button.setText(self.tr("พิมพ์บันทึกกิจกรรมทุกครั้งที่จัด"))
        held = any(row.state == "held" for row in self._rows)
        self.print_button.setVisible(self._may_print and held)
        clear_layout(self._list)
        self.lines = []
        if not self._rows:
            self._list.addWidget(ThaiLabel(self.tr("ยังไม่ได้กำหนดวัน"), "muted"))
        said = SessionWords()
        for meeting in self._rows:
            text = " · ".join((said.when(meeting), said.taken(meeting, self._codes)))
            button = Button(text, "link", _icon(meeting))
            button.clicked.connect(partial(self.opened_one.emit, meeting.id))
            self.lines.append(button)
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self) -> None:
        day = self.day.value()
        if day is None or day.day is None:
            self.say(self.tr("ใส่วันที่พบกันก่อน"))
            self.day.setFocus()
            return
        values = {
            name: field.value()
            for name, field in (("from_time", self.from_time), ("to_time", self.to_time))
            if field.value()
        }
        self.say("")
        self.added.emit(day.iso(), int(self.count.number() or 1), values)


def _icon(meeting: SessionRow) -> str:
    if meeting.state == "cancelled":
        return "x"
    return "check" if meeting.register == "taken" else "calendar"


class MeetingsPresenter(QObject):
    """Reads the meetings of the course that a page shows, and adds to them."""

    def __init__(
        self, card: MeetingsCard, page: Screen, services: Services, jobs: Jobs, writes: Writes
    ) -> None:
        super().__init__(page)
        self._card, self._page = card, page
        self._services, self._jobs, self._writes = services, jobs, writes
        self._course_id: UUID | None = None
        card.opened_one.connect(lambda known: page.open_requested.emit(REGISTER, known))
        card.register_button.clicked.connect(self.open_register)
        card.added.connect(self.add)

    def read(self, course_id: UUID) -> None:
        """Read the meetings of a course."""
        if course_id != self._course_id:
            self._card.begin()
        self._course_id = course_id
        services = self._services

        def work(_progress: object) -> tuple[tuple[SessionRow, ...], CodeBook]:
            return services.sessions.of_course(course_id), CodeBook(services.centre.own_words())

        def show(found: tuple[tuple[SessionRow, ...], CodeBook]) -> None:
            if self._course_id == course_id:
                self._card.show_meetings(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._card.say(sentence(error)),
            owner=self._page,
            supersedes="meetings of a course",
        )

    def open_register(self) -> None:
        """Open the register with all meetings."""
        if self._course_id is not None:
            self._page.open_requested.emit(COURSE_REGISTER, self._course_id)

    def add(self, day: str, count: int, values: dict[str, str]) -> None:
        """Plan one meeting, or one a week."""
        course_id, sessions = self._course_id, self._services.sessions
        if course_id is None:
            return
        today = self._services.workspace.today()

        def act() -> Proposed:
            if count == 1:
                sessions.add({"course_id": course_id, "on": day, **values})
                return Proposed((), ())
            weekday = today.fromisoformat(day).weekday()
            found = sessions.propose(course_id, day, [weekday], count)
            sessions.add_series(course_id, found.days, values)
            return found

        def done(found: Proposed) -> None:
            self._card.begin()
            if found.cut_off:
                text = self.tr("ข้าม %n วันในเดือนที่หมู่บ้านถูกตัดขาด", "", len(found.cut_off))
                self._page.told.emit(text)
            self.read(course_id)

        self._writes.do(
            act,
            done,
            lambda error: self._card.say(sentence(error)),
            undo=self.tr("เพิ่มครั้งที่พบกันแล้ว"),
        )
