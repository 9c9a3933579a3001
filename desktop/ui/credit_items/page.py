"""The page of one credit item: what was learnt, what shows it, what is proposed and accepted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.credits.records import CreditDetail, CreditQuery
from desktop.services.needs.amounts import shown
from desktop.services.roles import Right
from desktop.ui.credit_items.words import CREDIT_ITEM, CREDIT_ITEMS, REQUESTS, CreditWords
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import LEARNER, LEARNING, LearnerPlace
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.subjects.printing import PrintButton, PrintedPage, printing
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("origin", span=6),
    FieldSpec("hours", span=6),
    FieldSpec("provider", span=12),
    FieldSpec("starts_on", span=6, compact=True),
    FieldSpec("ends_on", span=6, compact=True),
    FieldSpec("text", span=12),
    FieldSpec("assessor_id", span=12, search="user"),
    FieldSpec("level", span=6),
    FieldSpec("subject", span=6),
    FieldSpec("credits", span=4),
    FieldSpec("receiver_id", span=8, search="handshake"),
    FieldSpec("note", span=12),
)


class CreditItemScreen(PrintedPage[CreditDetail]):
    """With both numbers of credits beside, whose it is, and the evidence."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.worth, self.proof = Card(""), Card("")
        self.proposed, self.accepted = ThaiLabel("", "body"), ThaiLabel("", "strong")
        self.missing_note = ThaiLabel("", "body")
        self.learner_button = Button("", "link", "user")
        self.print_button = PrintButton(rights)
        self.add_button = Button("", "secondary", "plus")
        self.evidence = QVBoxLayout()
        for label in (self.proposed, self.accepted, self.missing_note):
            self.worth.body.addWidget(label)
        for button in (self.learner_button, self.print_button):
            self.worth.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.proof.body.addLayout(self.evidence)
        self.proof.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        reads = ("learner", "evidence", "evidence_move", "partner", "person")
        beside = [self.worth, self.proof, self.print_button.done_bar]
        super().__init__(rights, CREDIT_ITEM, FACTS, reads, beside)
        self.learner_button.clicked.connect(self._open_learner)
        self.add_button.clicked.connect(self._add_evidence)

    def about(self) -> str:
        return self.tr("เรียนรู้อะไร จากไหน เสนอเท่าใด")

    def doubts(self) -> Mapping[str, str]:
        return CreditWords().doubts()

    def asked(self, detail: CreditDetail) -> str:
        waits = CreditWords().waits(detail.row)
        return self.tr("รอมา {days}").replace("{days}", waits) if waits else self.tr("ยังไม่มีหลักฐาน")

    def show_more(self, detail: CreditDetail, *, keep: bool) -> None:
        clear_layout(self.evidence)
        for each in detail.shown_by:
            state = self.codes.label("evidence_states", each.state)
            button = Button(f"{each.name} · {state}", "link", "file-check")
            button.clicked.connect(
                lambda _on=False, known=each.id: self.open_requested.emit("evidence", known)
            )
            self.evidence.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        super().retranslate()
        self.worth.set_title(self.tr("หน่วยกิต"))
        self.proof.set_title(self.tr("หลักฐาน"))
        self.add_button.setText(self.tr("เพิ่มหลักฐาน"))
        self.add_button.setVisible(Right.WRITE in self._rights)
        self.print_button.setText(self.tr("พิมพ์คำขอเทียบโอน"))
        if self.detail is None:
            return
        row = self.detail.row
        self.proposed.set_text(
            self.tr("เสนอ {much} หน่วยกิต").replace("{much}", shown(row.proposed))
            if row.proposed is not None
            else self.tr("ยังไม่ได้เสนอว่ากี่หน่วยกิต")
        )
        self.accepted.set_text(
            self.tr("สถานศึกษารับแล้ว {much} หน่วยกิต").replace("{much}", shown(row.accepted))
            if row.accepted is not None
            else self.tr("ยังไม่มีสถานศึกษารับ จึงยังไม่นับ")
        )
        self.missing_note.set_text(self.tr("ขอเพิ่ม: {what}").replace("{what}", row.missing))
        self.missing_note.setVisible(bool(row.missing))
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.who))

    def _open_learner(self) -> None:
        if self.detail is not None:
            place = LearnerPlace(self.detail.row.learner_id, LEARNING)
            self.open_requested.emit(LEARNER, place)

    def _add_evidence(self) -> None:
        if self.detail is not None:
            row = self.detail.row
            known = {"learner_id": row.learner_id, "credit_item_id": row.id}
            self.open_requested.emit("evidence_new", known)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เสนอได้เมื่อมีหลักฐานอย่างน้อยหนึ่งและมีผู้ประเมิน\n"
            "เมื่อสถานศึกษาตัดสิน กดขั้นนั้นแล้วใส่เลขที่และหน่วยกิต หรือเลือกเอกสารที่สแกนไว้\n"
            "กดรับผิด กดเลิกทำ แล้วตัดสินใหม่ หน่วยกิตที่ถอนแล้วไม่นับ"
        )


class CreditItemPresenter(PagePresenter):
    """Assessors and institutions are searched for; the request of this item is printed."""

    def __init__(self, screen: CreditItemScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.credits, CREDIT_ITEMS)
        papers = services.credit_papers
        self.printing = printing(
            screen, services, jobs, REQUESTS,
            lambda row, path, looks: papers.write_requests(path, CreditQuery(ids=(row.id,)), looks),
        )  # fmt: skip
