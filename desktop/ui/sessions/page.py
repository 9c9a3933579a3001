"""The page of one meeting: when and where, what happened, what follows; holding and cancelling."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.services.sessions.records import SessionDetail
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.sessions.words import REGISTER, SESSION, SessionWords
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

COURSES = "courses"
FACTS = (
    FieldSpec("topic", span=12),
    FieldSpec("from_time", span=4),
    FieldSpec("to_time", span=4),
    FieldSpec("hours", span=4),
    FieldSpec("place", span=8),
    FieldSpec("village_id", span=4),
    FieldSpec("teacher_id", span=12, search="user"),
    FieldSpec("happened", span=12),
    FieldSpec("next_step", span=12),
    FieldSpec("note", span=12),
)


class SessionScreen(SubjectPage[SessionDetail]):
    """With how far its register is taken beside."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.came, self.when = Card(""), ThaiLabel("", "body"), ThaiLabel("", "strong")
        self.register_button = Button("", "primary", "check")
        self.course_button = Button("", "link", "graduation-cap")
        for label in (self.when, self.came):
            self.who.body.addWidget(label)
        for button in (self.register_button, self.course_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        reads = ("attendance", "enrolment", "enrolment_move", "course", "person")
        super().__init__(rights, SESSION, FACTS, reads, [self.who])
        self.register_button.clicked.connect(self._open_register)
        self.course_button.clicked.connect(self._open_course)

    def about(self) -> str:
        return self.tr("บันทึกกิจกรรม")

    def doubts(self) -> Mapping[str, str]:
        return {"session_ends_early": self.tr("เวลาเลิกอยู่ก่อนเวลาเริ่ม")}

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ลงเวลา"))
        self.register_button.setText(self.tr("เปิดใบลงเวลา"))
        if self.detail is None:
            return
        row, words = self.detail.row, SessionWords()
        self.when.set_text(words.when(row))
        self.came.set_text(words.taken(row, self.codes))
        self.course_button.setText(self.tr("หน้ากิจกรรม"))

    def help_text(self) -> str:
        return self.tr(
            "เขียนว่าทำอะไร ได้อะไร และครั้งหน้าทำอะไรต่อ ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ\n"
            "ลงเวลาคนแรกว่ามา โปรแกรมบันทึกว่าจัดแล้วเอง จะงดต้องบอกเหตุ\n"
            "งดผิดหรือจัดผิด กดคืนค่า ย้ายไปวันอื่นคือ งดครั้งนี้แล้วเพิ่มวันใหม่"
        )

    def _open_register(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(REGISTER, self.detail.row.id)

    def _open_course(self) -> None:
        if self.detail is not None:
            self.open_requested.emit("course", self.detail.row.course_id)


class SessionPresenter(PagePresenter):
    """A meeting is one record like any other."""

    def __init__(self, screen: SessionScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.sessions, COURSES)
