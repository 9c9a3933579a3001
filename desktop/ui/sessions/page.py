"""The page of one meeting: when and where, what happened, what follows; held, or moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.calendars.wording import why
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.roles import Right
from desktop.services.sessions.records import SessionDetail
from desktop.ui.calendar.words import Moving, is_english
from desktop.ui.evidence.card import EvidenceCard, EvidencePresenter
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.sessions.shift_card import ShiftCard
from desktop.ui.sessions.words import (
    ACTIVITY,
    PHOTOGRAPHS,
    REGISTER,
    SESSION,
    SessionWords,
    photographs,
)
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.subjects.printing import PrintButton, PrintedPage, printing
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.wording import sentence

COURSES = "courses"
_CLASHING: Final = ("from_time", "to_time", "hours", "place", "village_id", "teacher_id")
FACTS = (
    FieldSpec("topic", span=12),
    FieldSpec("from_time", span=4),
    FieldSpec("to_time", span=4),
    FieldSpec("hours", span=4),
    FieldSpec("place", span=8),
    FieldSpec("village_id", span=4),
    FieldSpec("teacher_id", span=12, search="user"),
    FieldSpec("happened", span=12),
    FieldSpec("results", span=12),
    FieldSpec("problems", span=12),
    FieldSpec("next_step", span=12),
    FieldSpec("note", span=12),
)


class SessionScreen(PrintedPage[SessionDetail]):
    """With how far its register is taken beside, its evidence, and the way to another day."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.came, self.when = Card(""), ThaiLabel("", "body"), ThaiLabel("", "strong")
        self.register_button = Button("", "primary", "check")
        self.course_button = Button("", "link", "graduation-cap")
        self.photographs_button = Button("", "secondary", "camera")
        self.moved_button = Button("", "link", "calendar")
        self.print_button = PrintButton(rights)
        self._moving = False
        self.evidence, self.shift = EvidenceCard(rights), ShiftCard()
        for label in (self.when, self.came):
            self.who.body.addWidget(label)
        for button in (
            self.register_button,
            self.print_button,
            self.photographs_button,
            self.moved_button,
            self.course_button,
        ):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.who.body.addWidget(self.print_button.done_bar)
        reads = (
            "attendance", "enrolment", "enrolment_move", "course", "person", "document",
            "evidence", "evidence_move",
        )  # fmt: skip
        below = [self.shift, self.evidence]
        super().__init__(rights, SESSION, FACTS, reads, [self.who], below=below)
        self.photographs_button.clicked.connect(self._open_photographs)
        self.moved_button.clicked.connect(self._open_moved)
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
        self.print_button.setText(ACTIVITY.wish())
        if self.detail is None:
            return
        row, words = self.detail.row, SessionWords()
        self.when.set_text(words.when(row))
        self.came.set_text(words.taken(row, self.codes))
        self.course_button.setText(self.tr("หน้ากิจกรรม"))
        many = self.detail.photographs
        self.photographs_button.setText(f"{photographs()} ({many})" if many else photographs())
        self.moved_button.setText(words.moved(self.detail))
        self.moved_button.setVisible(bool(self.moved_button.text()))
        self.shift.setVisible(Right.WRITE in self._rights and row.state == "planned")

    def help_text(self) -> str:
        return self.tr(
            "เขียนว่าทำอะไร ได้อะไร และครั้งหน้าทำอะไรต่อ ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ\n"
            "ลงเวลาคนแรกว่ามา โปรแกรมบันทึกว่าจัดแล้วเอง จะงดต้องบอกเหตุ\n"
            "งดผิดหรือจัดผิด กดคืนค่า ย้ายไปวันอื่นคือ งดครั้งนี้แล้วนัดครั้งใหม่ ที่ลงเวลาไว้อยู่กับครั้งเดิม"
        )

    def show_more(self, detail: SessionDetail, *, keep: bool) -> None:
        self.shift.set_codes(self.codes)
        if not keep:
            self.shift.begin()

    def enter(self, argument: object) -> None:
        self._moving = isinstance(argument, Moving)
        super().enter(argument.session_id if isinstance(argument, Moving) else argument)

    def first_focus(self) -> QWidget | None:
        moving = self._moving and not self.shift.isHidden()
        return self.shift.day if moving else super().first_focus()

    def _open_photographs(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(PHOTOGRAPHS, self.detail.row.id)

    def _open_moved(self) -> None:
        other = (self.detail.moved_to or self.detail.moved_from) if self.detail else None
        if other is not None:
            self.open_requested.emit(SESSION, other.id)

    def _open_register(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(REGISTER, self.detail.row.id)

    def _open_course(self) -> None:
        if self.detail is not None:
            self.open_requested.emit("course", self.detail.row.course_id)


class SessionPresenter(PagePresenter):
    """Moves a meeting to another day, once it was said what it would clash with there."""

    def __init__(self, screen: SessionScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.sessions, COURSES)
        self._session = screen
        self.evidence = EvidencePresenter(screen.evidence, screen, services, jobs)
        screen.record_wanted.connect(self._read_evidence)
        papers = services.activity_papers
        self.printing = printing(
            screen, services, jobs, ACTIVITY,
            lambda row, path, looks: papers.write_sessions(path, [row.id], looks),
        )  # fmt: skip
        screen.shift.looked.connect(self.look)
        screen.shift.shifted.connect(self.shift)

    def _read_evidence(self, session_id: UUID) -> None:
        self.evidence.read(EvidenceQuery(session_id=session_id), {"session_id": session_id})

    def look(self, day: str) -> None:
        """Tell what the meeting would clash with on another day."""
        page, services = self._session, self._services
        if page.detail is None:
            return
        row, said = page.detail.row, page.detail.values
        values = {name: said[name] for name in _CLASHING if said.get(name)}

        def work(_progress: object) -> Mapping[str, bool]:
            clashes = services.calendar.clashes(row.course_id, day, values, row.id)
            found = services.calendar.days(date.fromisoformat(day), 1)
            meetings = {each.id: each for each in found.meetings}
            seasons = {each.village_id: each for each in found.seasons}
            return why(clashes, meetings, seasons, english=is_english())

        self._jobs.run(
            work,
            page.shift.show_clashes,
            lambda error: page.shift.say(sentence(error)),
            owner=page,
            supersedes="clashes of another day",
        )

    def shift(self, day: str, reason: str, note: str) -> None:
        """Move it, and go to the one on the other day."""
        page, sessions = self._session, self._services.sessions

        def done(other: UUID) -> None:
            page.shift.begin()
            page.open_requested.emit(SESSION, other)

        self.write(
            lambda known: sessions.shift(known, day, reason, note),
            done,
            lambda error: page.shift.say(sentence(error)),
            undo=self.tr("ย้ายไป {day} แล้ว").replace("{day}", shown_iso(day)),
        )
