"""Who takes part in a course: people are taken in by name, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.courses.records import CourseDetail
from desktop.services.enrolments.places import TAKING
from desktop.services.enrolments.records import LEARNER, EnrolmentRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.courses.words import CourseWords
from desktop.ui.person_words import PersonWords
from desktop.ui.subjects.words import SubjectWords, state_tone
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Found, RecordSearch
from desktop.ui.widgets.text_fields import TextField

_ORDER = ("enrolled", "waiting", "invited", "interested", "completed", "not_completed", "left")
ENROL, INVITE = "enrol", "invite"
_EVIDENCE = "evidence"
"""What is done next where evidence is lacking: no move of the enrolment."""


class PeopleCard(Adaptive, Card):
    """`taken(learner, how, role)`, `walked_in(name, role)`, `settled()`, `stepped(enrolment,
    move)`, `opened_one(enrolment)`, `evidence_wanted(learner)`, `printed(which)`.
    """

    taken = Signal(object, str, str)
    walked_in = Signal(str, str)
    settled = Signal()
    stepped = Signal(object, str)
    opened_one = Signal(object)
    evidence_wanted = Signal(object)
    people_wanted = Signal()
    certificates_wanted = Signal()

    def __init__(self, rights: Collection[Right], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rights = rights
        self._detail: CourseDetail | None = None
        self._codes = CodeBook()
        self.how, self.role = ChoiceField(), ChoiceField()
        self.search, self.name = RecordSearch("user-plus"), TextField()
        self.walk_in_button = Button("", "secondary", "plus")
        self.settle_button = Button("", "primary", "check")
        self.print_button = Button("", "secondary", "printer")
        self.certificate_button = Button("", "secondary", "printer")
        self._how_row, self._role_row = FormRow(self.how), FormRow(self.role)
        self._search_row, self._name_row = FormRow(self.search), FormRow(self.name)
        self._adding = QWidget()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.names: list[Button] = []
        self.next_buttons: list[Button] = []
        column = QVBoxLayout(self._adding)
        column.setContentsMargins(0, 0, 0, 0)
        both = QHBoxLayout()
        both.addWidget(self._how_row, 1)
        both.addWidget(self._role_row, 1)
        column.addLayout(both)
        column.addWidget(self._search_row)
        column.addWidget(self._name_row)
        column.addWidget(self.walk_in_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._adding)
        self.body.addWidget(self.settle_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._lines)
        papers = QWidget()
        flow = FlowLayout(papers, 8)
        for button in (self.print_button, self.certificate_button):
            flow.addWidget(button)
        self.body.addWidget(papers)
        self.search.picked.connect(self._picked)
        self.name.returnPressed.connect(self._walk_in)
        self.walk_in_button.clicked.connect(self._walk_in)
        self.settle_button.clicked.connect(self.settled)
        self.print_button.clicked.connect(self.people_wanted)
        self.certificate_button.clicked.connect(self.certificates_wanted)
        self.adapt()

    def show_people(self, detail: CourseDetail, codes: CodeBook, *, keep: bool) -> None:
        """Show everybody in a course; `keep`: what is being typed stays."""
        self._detail, self._codes = detail, codes
        if not keep:
            self.search.clear()
            self.name.set_value("")
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("ผู้ร่วมกิจกรรม"))
        self.how.set_choices([(ENROL, self.tr("รับเข้าเรียน")), (INVITE, self.tr("ชวนไว้ก่อน"))])
        if not self.how.value():
            self.how.set_value(ENROL)
        self.role.set_choices(self._codes.choices("enrolment_roles"))
        if not self.role.value():
            self.role.set_value(LEARNER)
        self._how_row.set_words(self.tr("เมื่อเลือกชื่อ"))
        self._role_row.set_words(self.tr("ในบทบาท"))
        self._search_row.set_words(self.tr("ผู้เรียนรู้ พิมพ์ชื่อแล้วกด Enter ทีละคน"))
        self._name_row.set_words(self.tr("คนที่ยังไม่มีทะเบียน เขียนชื่อที่เรียกกัน"))
        self.walk_in_button.setText(self.tr("เพิ่มคนที่มาเอง"))
        self.settle_button.setText(self.tr("ให้จบทุกคนที่ครบเกณฑ์"))
        self.print_button.setText(self.tr("พิมพ์รายชื่อ"))
        self.certificate_button.setText(self.tr("พิมพ์วุฒิบัตรผู้ที่จบ"))
        detail = self._detail
        if detail is None:
            return
        may = Right.WRITE in self._rights
        people = sorted(detail.people, key=lambda row: _ORDER.index(row.state))
        self._adding.setVisible(may and detail.row.state in TAKING)
        met = any(row.rule == "met" and row.state == "enrolled" for row in people)
        self.settle_button.setVisible(may and met)
        prints = Right.PRINT in self._rights
        self.print_button.setVisible(prints and bool(people))
        self.certificate_button.setVisible(prints and bool(detail.row.completed))
        self.search.leave_out(
            [row.learner_id.hex for row in people if row.learner_id and row.state != "left"]
        )
        self._show_lines(people, may=may)

    def _show_lines(self, people: Sequence[EnrolmentRow], *, may: bool) -> None:
        focused = next((i for i, each in enumerate(self.names) if each.hasFocus()), None)
        clear_layout(self._lines)
        self.names, self.next_buttons = [], []
        if not people:
            self._lines.addWidget(ThaiLabel(self.tr("ยังไม่มีใคร"), "muted"))
        for row in people:
            self._lines.addWidget(self._line(row, may=may))
        if focused is not None and self.names:
            self.names[min(focused, len(self.names) - 1)].setFocus()

    def _line(self, row: EnrolmentRow, *, may: bool) -> QWidget:
        words = CourseWords()
        line = QWidget()
        flow = FlowLayout(line, 8)
        name = Button(row.name, "link", "user" if not row.walk_in else "circle-help")
        name.clicked.connect(partial(self.opened_one.emit, row.id))
        self.names.append(name)
        pill = StatusPill("", "neutral", "circle")
        pill.set_state(self._codes.label("enrolment_states", row.state), *state_tone(row.state))
        flow.addWidget(name)
        flow.addWidget(pill)
        role = self._codes.label("enrolment_roles", row.role) if row.role != LEARNER else ""
        village = PersonWords().village(row.village) if row.village else ""
        pair = self.tr("คู่กับ {name}").replace("{name}", row.pair) if row.pair else ""
        unknown = self.tr("ยังไม่ผูกกับทะเบียน") if row.walk_in else ""
        told = [role, village, unknown, pair, words.came(row), words.stands(row), row.number]
        label = ThaiLabel(" · ".join(filter(None, told)), "caption")
        if label.typed:
            flow.addWidget(label)
        if may and (step := self._step(row)) is not None:
            code, text = step
            button = Button(text, "secondary", "check")
            button.setAccessibleName(f"{text} {row.name}")
            if code == _EVIDENCE:
                button.clicked.connect(partial(self.evidence_wanted.emit, row.learner_id))
            else:
                button.clicked.connect(partial(self.stepped.emit, row.id, code))
            self.next_buttons.append(button)
            flow.addWidget(button)
        return line

    def _step(self, row: EnrolmentRow) -> tuple[str, str] | None:
        """What is likely to be done next with somebody."""
        detail = self._detail
        if detail is None or detail.row.state not in TAKING:
            return None
        full = detail.row.free == 0 and row.role == LEARNER
        match row.state:
            case "interested" | "invited" | "waiting":
                if full:
                    return None if row.state == "waiting" else ("wait", self.tr("ให้รอที่ว่าง"))
                return "enrol", self.tr("รับเข้าเรียน")
            case "enrolled" if row.rule == "met":
                return "complete", self.tr("จบ")
            case "enrolled" if row.evidence == "none" and row.learner_id is not None:
                return _EVIDENCE, SubjectWords("evidence").add()
            case _:
                return None

    def _picked(self, found: Found) -> None:
        self.search.clear()
        self.search.setFocus()
        self.taken.emit(UUID(found.id), self.how.value(), self.role.value())

    def _walk_in(self) -> None:
        name = self.name.text().strip()
        if name:
            self.name.set_value("")
            self.walked_in.emit(name, self.role.value())
        self.name.setFocus()
