"""The page of one course: what, who, when, money and rule; who takes part; what came of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.courses.records import CourseDetail
from desktop.services.enrolments.records import Entered
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.funds.records import FundRow
from desktop.services.roles import Right
from desktop.services.users import UserLine
from desktop.ui.courses.people_card import INVITE, PeopleCard
from desktop.ui.courses.words import (
    CERTIFICATES,
    COURSE,
    COURSES,
    ENROLMENT,
    PEOPLE,
    REPORT,
    CourseWords,
)
from desktop.ui.evidence.card import EvidenceCard, EvidencePresenter
from desktop.ui.evidence.words import EVIDENCE
from desktop.ui.forms.finder import JobFinder
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_names import kinds_name
from desktop.ui.sessions.meetings_card import MeetingsCard, MeetingsPresenter
from desktop.ui.sessions.words import ACTIVITY
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Found

FACTS = (
    FieldSpec("name", span=8),
    FieldSpec("course_kind", span=4),
    FieldSpec("text", span=12),
    FieldSpec("curriculum_id", span=12, search="book-open"),
    FieldSpec("skill_groups", span=12),
    FieldSpec("key_skills", span=12),
    FieldSpec("groups_served", span=12),
    FieldSpec("teacher_id", span=6, search="user"),
    FieldSpec("partner_id", span=6, search="handshake"),
    FieldSpec("responsible_id", span=6),
    FieldSpec("term", span=6),
    FieldSpec("village_id", span=6),
    FieldSpec("place", span=6),
    FieldSpec("villages", span=12),
    FieldSpec("starts_on", span=6, compact=True, ahead=True),
    FieldSpec("ends_on", span=6, compact=True, ahead=True),
    FieldSpec("hours", span=4),
    FieldSpec("capacity", span=4),
    FieldSpec("minimum", span=4),
    FieldSpec("finish_rule", span=6),
    FieldSpec("rule_percent", span=6),
    FieldSpec("cost", span=6),
    FieldSpec("fund_id", span=6, search="package"),
    FieldSpec("note", span=12),
)


class CourseScreen(SubjectPage[CourseDetail]):
    """With what it came to beside, and everybody who takes part."""

    report_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.results, self._sums = Card(""), QVBoxLayout()
        self.report_button = Button("", "secondary", "printer")
        self.skills_button = Button("", "secondary", "trending-up")
        self.done_bar = DoneBar()
        self.results.body.addLayout(self._sums)
        for button in (self.skills_button, self.report_button):
            self.results.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.results.body.addWidget(self.done_bar)
        self.people, self.meetings = PeopleCard(rights), MeetingsCard(rights)
        self.evidence = EvidenceCard(rights)
        reads = (
            "person", "partner", "fund", "learner", "enrolment", "enrolment_move", "session",
            "session_move", "attendance", "evidence", "evidence_move",
        )  # fmt: skip
        super().__init__(
            rights, COURSE, FACTS, reads, [self.results],
            below=[self.meetings, self.people, self.evidence],
        )  # fmt: skip
        self.report_button.clicked.connect(self.report_wanted)
        self.skills_button.clicked.connect(self._open_skills)
        self.people.opened_one.connect(lambda known: self.open_requested.emit(ENROLMENT, known))

    def about(self) -> str:
        return self.tr("เรียนอะไร ใครสอน ที่ไหน เมื่อใด ใช้เงินเท่าใด")

    def doubts(self) -> Mapping[str, str]:
        return CourseWords().doubts()

    def asked(self, detail: CourseDetail) -> str:
        return CourseWords().due(detail.row)

    def show_users(self, users: Sequence[UserLine]) -> None:
        """Show who of the centre may answer for it."""
        self.form.set_choices("responsible_id", [(each.id.hex, each.name) for each in users])

    def show_more(self, detail: CourseDetail, *, keep: bool) -> None:
        self.people.show_people(detail, self.codes, keep=keep)

    def retranslate(self) -> None:
        super().retranslate()
        self.results.set_title(self.tr("เป็นอย่างไรแล้ว"))
        self.skills_button.setText(kinds_name("skill_measure"))
        self.report_button.setText(self.tr("พิมพ์แบบสรุปรุ่น"))
        self.report_button.setVisible(Right.PRINT in self._rights)
        if self.detail is None:
            return
        clear_layout(self._sums)
        for text in CourseWords().sums(self.detail.row):
            self._sums.addWidget(ThaiLabel(text, "body"))

    def _open_skills(self) -> None:
        if self.detail is not None:
            self.open_requested.emit("skill_sheet", self.detail.row.id)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เปิดรับก่อน แล้วเริ่มเรียนเมื่อได้พบกันครั้งแรก\n"
            "พิมพ์ชื่อผู้เรียนรู้แล้วกด Enter ทีละคน เกินจำนวนที่รับจะให้รอที่ว่าง\n"
            "จบได้เมื่อทุกครั้งจัดแล้วหรืองด และบอกแล้วว่าใครจบ ใครไม่จบ"
        )


class CoursePresenter(PagePresenter):
    """Takes people in, settles them, and prints what is about the course."""

    def __init__(self, screen: CourseScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.courses, COURSES)
        self._course = screen
        funds = services.funds
        screen.form.set_finder("fund_id", JobFinder(jobs, screen, funds.named, funds.rows, _fund))
        screen.people.search.set_finder(learner_finder(services, jobs, screen))
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.meetings = MeetingsPresenter(screen.meetings, screen, services, jobs, self.writes)
        screen.record_wanted.connect(self.meetings.read)
        screen.record_wanted.connect(self.look_around)
        self.evidence = EvidencePresenter(screen.evidence, screen, services, jobs)
        screen.record_wanted.connect(self._read_evidence)
        people = screen.people
        people.taken.connect(self.take)
        people.walked_in.connect(self.walk_in)
        people.settled.connect(self.settle)
        people.stepped.connect(self.step)
        people.evidence_wanted.connect(self.add_evidence)
        people.people_wanted.connect(self.print_people)
        people.certificates_wanted.connect(self.print_certificates)
        screen.report_wanted.connect(self.print_report)
        screen.meetings.records_wanted.connect(self.print_records)

    def look_around(self, _course_id: UUID) -> None:
        """Read who may answer for it."""
        users = self._services.users

        def work(_progress: object) -> list[UserLine]:
            return [each for each in users.list() if each.active]

        # The page itself says why a course cannot be read.
        self._jobs.run(
            work,
            self._course.show_users,
            lambda _error: None,
            owner=self._course,
            supersedes="course users",
        )

    def take(self, learner_id: UUID, how: str, role: str) -> None:
        """Take a learner in, or invite them."""
        enrolments, invited = self._services.enrolments, how == INVITE
        act = enrolments.invite if invited else enrolments.enrol
        values = {"role": role or "learner"}

        def done(taken: Entered) -> None:
            self._course.told.emit(CourseWords().entered(taken, invited=invited))

        undo = self.tr("ชวนแล้ว") if invited else self.tr("เพิ่มชื่อแล้ว")
        self.write(lambda known: act(known, [learner_id], values), done, undo=undo)

    def walk_in(self, name: str, role: str) -> None:
        """Take somebody in of whom one knows a name."""
        self.write(
            lambda known: self._services.enrolments.walk_in(
                known, name, {"role": role or "learner"}
            ),
            undo=self.tr("เพิ่มชื่อแล้ว"),
        )

    def settle(self) -> None:
        """Complete everybody who meets the rule."""
        self.write(
            lambda known: self._services.enrolments.settle(known),
            undo=self.tr("ให้จบทุกคนที่ครบเกณฑ์แล้ว"),
        )

    def step(self, enrolment_id: UUID, code: str) -> None:
        """Make the likely move of somebody."""
        self.write(
            lambda _course: self._services.enrolments.move(enrolment_id, code),
            undo=self._course.codes.label("enrolment_moves", code),
        )

    def add_evidence(self, learner_id: UUID) -> None:
        """Begin evidence of somebody, of what they learnt here."""
        begun = {"learner_id": learner_id, "course_id": self._known()}
        self._course.open_requested.emit(f"{EVIDENCE}_new", begun)

    def _read_evidence(self, course_id: UUID) -> None:
        self.evidence.read(EvidenceQuery(course_id=course_id), {"course_id": course_id})

    def print_people(self) -> None:
        """Ask how, then print who takes part."""
        papers, known = self._services.course_papers, self._known()
        if known is not None:
            self.printing.print_list(
                PEOPLE, lambda path, looks: papers.write_people(path, known, looks)
            )

    def print_report(self) -> None:
        """Ask how, then print the report of the course."""
        papers, known = self._services.course_papers, self._known()
        if known is not None:
            self.printing.print_list(
                REPORT, lambda path, looks: papers.write_report(path, known, looks)
            )

    def print_records(self) -> None:
        """Ask how, then print what happened at each meeting."""
        papers, known = self._services.activity_papers, self._known()
        if known is not None:
            self.printing.print_list(
                ACTIVITY, lambda path, looks: papers.write_course(path, known, looks)
            )

    def print_certificates(self) -> None:
        """Ask how, then print a certificate of everybody who completed it."""
        papers, known = self._services.course_papers, self._known()
        if known is not None:
            self.printing.print_list(
                CERTIFICATES, lambda path, looks: papers.write_certificates(path, known, looks)
            )

    def _known(self) -> UUID | None:
        return self._course.detail.row.id if self._course.detail is not None else None


def _fund(row: FundRow) -> Found:
    return Found(row.id.hex, row.name)
