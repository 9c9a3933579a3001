"""The page of one piece of evidence: what it is, what it shows, who is pictured."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from desktop.services.all import Services
from desktop.services.documents.records import DocumentLine
from desktop.services.evidence.records import EvidenceDetail
from desktop.services.roles import Right
from desktop.services.sessions.records import SessionRow
from desktop.ui import file_asking
from desktop.ui.evidence.words import EVIDENCE, EVIDENCES, lacks
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import DOCUMENTS, LEARNER, LEARNING, LearnerPlace
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.wording import refusal

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("evidence_kind", span=6),
    FieldSpec("on", span=6, compact=True),
    FieldSpec("text", span=12),
    FieldSpec("course_id", span=12, search="graduation-cap"),
    FieldSpec("session_id", span=12),
    FieldSpec("credit_item_id", span=12, search="graduation-cap"),
    FieldSpec("document_id", span=12),
    FieldSpec("others_pictured", span=6, of="document.others_pictured"),
    FieldSpec("others_agreed", span=6, of="document.others_agreed"),
    FieldSpec("note", span=12),
)


class EvidenceScreen(SubjectPage[EvidenceDetail]):
    """With whose it is beside, and what it lacks before it may be shown.

    `file_given(path)`: a picture or a paper was chosen for it.
    """

    file_given = Signal(object)

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.gaps = Card(""), ThaiLabel("", "strong")
        self.learner_button = Button("", "link", "user")
        self.item_button = Button("", "link", "graduation-cap")
        self.course_button = Button("", "link", "graduation-cap")
        self._meetings: Sequence[SessionRow] = ()
        self.file_button = Button("", "primary", "camera")
        self.documents_button = Button("", "link", "file-text")
        self.who.body.addWidget(self.gaps)
        for button in (
            self.file_button,
            self.learner_button,
            self.course_button,
            self.item_button,
            self.documents_button,
        ):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        reads = ("learner", "credit_item", "document", "consent", "course", "session")
        super().__init__(rights, EVIDENCE, FACTS, reads, [self.who])
        self.learner_button.clicked.connect(lambda: self._open_learner(LEARNING))
        self.documents_button.clicked.connect(lambda: self._open_learner(DOCUMENTS))
        self.item_button.clicked.connect(self._open_item)
        self.course_button.clicked.connect(self._open_course)
        self.file_button.clicked.connect(self._choose)

    def about(self) -> str:
        return self.tr("หลักฐานอะไร ใครอยู่ในภาพ")

    def asked(self, detail: EvidenceDetail) -> str:
        return lacks(detail.row.gaps[:1])

    def show_meetings(self, meetings: Sequence[SessionRow]) -> None:
        """The meetings of the course that it is of: at which it was made is chosen of these."""
        self._meetings = meetings
        self._offer_meetings()

    def show_more(self, detail: EvidenceDetail, *, keep: bool) -> None:
        if not keep:
            self._meetings = ()
        self._offer_meetings()

    def _offer_meetings(self) -> None:
        choices = [(each.id.hex, _when(each)) for each in self._meetings]
        self.form.set_choices("session_id", [("", self.tr("ไม่ใช่ครั้งใดครั้งหนึ่ง")), *choices])
        row = self.detail.row if self.detail is not None else None
        self.form.row("session_id").setVisible(row is not None and row.course_id is not None)

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ใช้แสดงได้แค่ไหน"))
        self.documents_button.setText(self.tr("เอกสารของผู้เรียนรู้"))
        self.file_button.setText(self.tr("เลือกภาพหรือเอกสาร"))
        self.file_button.setVisible(Right.WRITE in self._rights)
        if self.detail is None:
            return
        row = self.detail.row
        self.file_button.set_kind("primary" if "file" in row.gaps else "secondary")
        self.gaps.set_text(lacks(row.gaps) or self.tr("พร้อมแสดงและพิมพ์"))
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.who))
        self.item_button.setText(row.shows)
        self.item_button.setVisible(bool(row.shows))
        self.course_button.setText(row.course)
        self.course_button.setVisible(bool(row.course))
        self._offer_meetings()

    def _choose(self) -> None:
        kinds = self.tr("ภาพและ PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)")
        path = file_asking.ask_open(self, self.tr("เลือกภาพหรือเอกสาร"), kinds)
        if path is not None:
            self.file_given.emit(path)

    def _open_learner(self, tab: str) -> None:
        if self.detail is not None:
            self.open_requested.emit(LEARNER, LearnerPlace(self.detail.row.learner_id, tab))

    def _open_item(self) -> None:
        if self.detail is not None and self.detail.row.credit_item_id is not None:
            self.open_requested.emit("credit_item", self.detail.row.credit_item_id)

    def _open_course(self) -> None:
        if self.detail is not None and self.detail.row.course_id is not None:
            self.open_requested.emit("course", self.detail.row.course_id)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ภาพหรือเอกสารเลือกจากของผู้เรียนรู้ หรือของครั้งที่พบกัน\n"
            "บอกว่ามีคนอื่นในภาพไหม ถ้ามี ถามทุกคนก่อนบอกว่ายินยอมแล้ว\n"
            "เมื่อดูแล้วว่าใช้ได้ กดดูแล้ว ใช้ได้ ถ้ายังไม่พอ บอกเหตุผลไว้"
        )


def _when(meeting: SessionRow) -> str:
    hours = "–".join(filter(None, (meeting.from_time, meeting.to_time)))
    return " · ".join(filter(None, (shown_iso(meeting.on), hours, meeting.topic)))


class EvidencePresenter(PagePresenter):
    """Courses and credit items are searched for; a chosen file becomes the learner's document."""

    def __init__(self, screen: EvidenceScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.evidence, EVIDENCES)
        self._evidence = screen
        screen.file_given.connect(self.take)
        screen.record_wanted.connect(self.look_around)

    def look_around(self, evidence_id: UUID) -> None:
        """Read the meetings of the course that it is of."""
        services = self._services

        def work(_progress: object) -> Sequence[SessionRow]:
            course_id = services.evidence.get(evidence_id).row.course_id
            return services.sessions.of_course(course_id) if course_id is not None else ()

        # The page itself says why evidence cannot be read.
        self._jobs.run(
            work,
            self._evidence.show_meetings,
            lambda _error: None,
            owner=self._evidence,
            supersedes="meetings of evidence",
        )

    def papers(self, detail: EvidenceDetail) -> Sequence[DocumentLine]:
        """Those of the learner, and of the meeting that it is of."""
        met = detail.row.session_id
        of_meeting = self._services.documents.of(met, "session") if met else ()
        return (*super().papers(detail), *of_meeting)

    def take(self, path: Path) -> None:
        """Keep a file with the documents of the learner, and let this evidence lead to it."""
        page, services = self._page, self._services
        if page.detail is None:
            return
        whose = page.detail.row.learner_id

        def act(known: UUID) -> None:
            kept = services.documents.add(whose, path)
            services.evidence.edit(known, {"document_id": kept})

        def failed(error: Exception) -> None:
            page.form.show_error("document_id", refusal(error)[1])

        self.write(act, None, failed, undo=self.tr("เพิ่ม {name} แล้ว").replace("{name}", path.name))
