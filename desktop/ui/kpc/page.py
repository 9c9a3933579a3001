"""The page of one life-quality activity: what is done, in which term, for how many hours."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal

from desktop.services.all import Services
from desktop.services.kpc.records import KpcDetail, KpcQuery
from desktop.services.needs.amounts import shown
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.kpc.words import KPC_ENTRIES, KPC_ENTRY, REPORTS
from desktop.ui.learner_place import LEARNER, LEARNING, LearnerPlace
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("level", span=5),
    FieldSpec("term", span=3),
    FieldSpec("hours", span=4),
    FieldSpec("part", span=12),
    FieldSpec("text", span=12),
    FieldSpec("note", span=12),
)


class KpcEntryScreen(SubjectPage[KpcDetail]):
    """With the hours that count beside, and the report of whose it is."""

    report_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.counts, self.done_bar = Card(""), DoneBar()
        self.claimed, self.approved = ThaiLabel("", "body"), ThaiLabel("", "strong")
        self.learner_button = Button("", "link", "user")
        self.report_button = Button("", "secondary", "printer")
        self.counts.body.addWidget(self.claimed)
        self.counts.body.addWidget(self.approved)
        for button in (self.learner_button, self.report_button):
            self.counts.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        super().__init__(
            rights, KPC_ENTRY, FACTS, ("learner", "person"), [self.counts, self.done_bar]
        )
        self.learner_button.clicked.connect(self._open_learner)
        self.report_button.clicked.connect(self.report_wanted)

    def about(self) -> str:
        return self.tr("ทำอะไร ภาคเรียนใด กี่ชั่วโมง")

    def asked(self, detail: KpcDetail) -> str:
        return self.tr("ยังบอกไม่ครบ")

    def print_action(self) -> Action | None:
        return self.report_wanted.emit if Right.PRINT in self._rights else None

    def retranslate(self) -> None:
        super().retranslate()
        self.counts.set_title(self.tr("ชั่วโมง"))
        self.report_button.setText(self.tr("พิมพ์รายงาน กพช. ของคนนี้"))
        self.report_button.setVisible(Right.PRINT in self._rights)
        if self.detail is None:
            return
        row = self.detail.row
        self.claimed.set_text(
            self.tr("เสนอ {hours} ชั่วโมง").replace("{hours}", shown(row.claimed))
            if row.claimed is not None
            else self.tr("ยังไม่ได้บอกว่ากี่ชั่วโมง")
        )
        self.approved.set_text(
            self.tr("อนุมัติแล้ว {hours} ชั่วโมง").replace("{hours}", shown(row.approved))
            if row.approved is not None
            else self.tr("ยังไม่มีชั่วโมงที่นับ")
        )
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.who))

    def _open_learner(self) -> None:
        if self.detail is not None:
            place = LearnerPlace(self.detail.row.learner_id, LEARNING)
            self.open_requested.emit(LEARNER, place)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชั่วโมงที่เสนอกับชั่วโมงที่อนุมัติเป็นคนละช่อง\n"
            "กดอนุมัติแล้วใส่ชั่วโมงและผู้อนุมัติ ทำเสร็จแล้วจึงประเมินผ่านหรือไม่ผ่าน\n"
            "ที่ไม่ผ่านไม่นับชั่วโมง อนุมัติผิดให้กดเลิกทำ"
        )


class KpcEntryPresenter(PagePresenter):
    """The report of the learner is printed."""

    def __init__(self, screen: KpcEntryScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.kpc, KPC_ENTRIES)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.report_wanted.connect(self.print_report)

    def print_report(self) -> None:
        """Ask how, then print the report of whose activity this is."""
        detail = self._page.detail
        if detail is None:
            return
        query, papers = KpcQuery(learner_id=detail.row.learner_id), self._services.kpc_papers
        self.printing.print_list(
            REPORTS, lambda path, options: papers.write_reports(path, query, options)
        )
