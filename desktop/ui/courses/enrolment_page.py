"""The page of somebody in a course: as what, with whom, how often they came, and every step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from desktop.services.all import Services
from desktop.services.enrolments.records import EnrolmentDetail, EnrolmentQuery, EnrolmentRow
from desktop.services.roles import Right
from desktop.ui.courses.words import COURSE, COURSES, ENROLMENT, CourseWords
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.learners.opening import LEARNER
from desktop.ui.persons.opening import PERSON, PersonPlace
from desktop.ui.record_names import field_name
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.link_field import RecordSearch

_NOBODY = "-"
FACTS = (
    FieldSpec("role", span=6),
    FieldSpec("source", span=6),
    FieldSpec("joined_on", span=6, compact=True),
    FieldSpec("left_on", span=6, compact=True),
    FieldSpec("note", span=12),
)


class EnrolmentScreen(SubjectPage[EnrolmentDetail]):
    """`joined(learner)`: the walk-in is that learner; `paired(enrolment or None)`."""

    joined = Signal(object)
    paired = Signal(object)

    def __init__(self, rights: Collection[Right]) -> None:
        self.how = Card("")
        self.came, self.stands = ThaiLabel("", "body"), ThaiLabel("", "muted")
        self.course_button = Button("", "link", "graduation-cap")
        self.who_button = Button("", "link", "user")
        self.search, self.pair = RecordSearch("user"), ChoiceField()
        self._search_row, self._pair_row = FormRow(self.search), FormRow(self.pair)
        self._others: Sequence[EnrolmentRow] = ()
        for label in (self.came, self.stands):
            self.how.body.addWidget(label)
        for button in (self.course_button, self.who_button):
            self.how.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.how.body.addWidget(self._search_row)
        self.how.body.addWidget(self._pair_row)
        reads = (COURSE, "course_move", "learner", "person", "session", "session_move",
                 "attendance")  # fmt: skip
        super().__init__(rights, ENROLMENT, FACTS, reads, [self.how])
        self.course_button.clicked.connect(self._open_course)
        self.who_button.clicked.connect(self._open_person)
        self.search.picked.connect(lambda found: self.joined.emit(UUID(found.id)))
        self.pair.chosen.connect(
            lambda code: self.paired.emit(UUID(code) if code != _NOBODY else None)
        )

    def about(self) -> str:
        return self.tr("ร่วมในบทบาทใด ตั้งแต่เมื่อใด")

    def show_others(self, others: Sequence[EnrolmentRow]) -> None:
        """Show with whom they may be a pair."""
        self._others = others
        self.retranslate()

    def show_more(self, detail: EnrolmentDetail, *, keep: bool) -> None:
        if not keep:
            self.search.clear()
            self._others = ()

    def retranslate(self) -> None:
        super().retranslate()
        self.how.set_title(self.tr("มาเรียนอย่างไร"))
        self._search_row.set_words(self.tr("คนนี้คือผู้เรียนรู้คนใด พิมพ์ชื่อเพื่อหา"))
        self._pair_row.set_words(field_name(ENROLMENT, "pair_id"))
        if self.detail is None:
            return
        row, words = self.detail.row, CourseWords()
        self.course_button.setText(row.course)
        self.came.set_text(words.came(row) or self.tr("ยังไม่มีการลงเวลา"))
        self.stands.set_text(" · ".join(filter(None, (words.stands(row), row.number))))
        self.stands.setVisible(bool(self.stands.typed))
        self.who_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.name))
        self.who_button.setVisible(not row.walk_in)
        may = Right.WRITE in self._rights
        self._search_row.setVisible(may and row.walk_in)
        names = [(each.id.hex, each.name) for each in self._others if each.id != row.id]
        self._pair_row.setVisible(may and bool(names))
        self.pair.set_choices([(_NOBODY, self.tr("ไม่มีคู่")), *names])
        self.pair.set_value(row.pair_id.hex if row.pair_id else _NOBODY)

    def _open_course(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(COURSE, self.detail.row.course_id)

    def _open_person(self) -> None:
        row = self.detail.row if self.detail is not None else None
        if row is not None and row.learner_id is not None:
            self.open_requested.emit(LEARNER, row.learner_id)
        elif row is not None and row.person_id is not None:
            self.open_requested.emit(PERSON, PersonPlace(row.person_id))

    def help_text(self) -> str:
        return self.tr(
            "จำนวนครั้งนับเองจากการลงเวลา ครั้งที่ทางขาดไม่นับว่าต้องมา\n"
            "ครบเกณฑ์กดจบได้เลย ไม่ครบแต่ให้จบ บอกเหตุผลและผู้เห็นชอบ\n"
            "คนที่มาเองเขียนชื่อไว้ก่อน รู้ว่าเป็นใครแล้วค้นชื่อผูกกับทะเบียน การลงเวลาตามไปด้วย"
        )


class EnrolmentPresenter(PagePresenter):
    """Joins a walk-in to a learner, and makes pairs."""

    def __init__(self, screen: EnrolmentScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.enrolments, COURSES)
        self._enrolment = screen
        screen.search.set_finder(learner_finder(services, jobs, screen))
        screen.record_wanted.connect(self.look_around)
        screen.joined.connect(self.join)
        screen.paired.connect(self.pair)

    def look_around(self, enrolment_id: UUID) -> None:
        """Read who else is in the course."""
        enrolments = self._services.enrolments

        def work(_progress: object) -> tuple[EnrolmentRow, ...]:
            course_id = enrolments.get(enrolment_id).row.course_id
            return enrolments.find(EnrolmentQuery(course_id=course_id))

        # The page itself says why an enrolment cannot be read.
        self._jobs.run(
            work,
            self._enrolment.show_others,
            lambda _error: None,
            owner=self._enrolment,
            supersedes="others of the course",
        )

    def join(self, learner_id: UUID) -> None:
        """Say which learner a walk-in is, and go to the enrolment that stands for both."""

        def done(kept: UUID) -> None:
            self._enrolment.open_requested.emit(ENROLMENT, kept)

        self.write(
            lambda known: self._services.enrolments.join(known, learner_id),
            done,
            undo=self.tr("ผูกกับทะเบียนแล้ว"),
        )

    def pair(self, other: UUID | None) -> None:
        """Make a pair, or part one."""
        self.write(
            lambda known: self._services.enrolments.pair(known, other),
            undo=self.tr("จับคู่แล้ว") if other else self.tr("เลิกคู่แล้ว"),
        )
