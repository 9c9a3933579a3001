"""The page of one competence: what stands on the paper, and what else the person can do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.competences.records import CompetenceDetail
from desktop.services.roles import Right
from desktop.ui.competences.words import COMPETENCE, COMPETENCES, CompetenceWords, tone_of
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.persons.opening import PERSON, PersonPlace
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if

FACTS = (
    FieldSpec("competence", span=12),
    FieldSpec("course", span=12),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("hours", span=4),
    FieldSpec("number", span=8),
    FieldSpec("on", span=6, compact=True),
    FieldSpec("valid_to", span=6, ahead=True),
    FieldSpec("note", span=12),
)


class CompetenceScreen(SubjectPage[CompetenceDetail]):
    """With until when it holds beside, the way to the person, and what else they have."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.until = Card(""), ThaiLabel("", "body")
        self.renew_button = Button("", "secondary", "refresh-cw")
        self.person_button = Button("", "link", "user")
        self.others = QVBoxLayout()
        self.who.body.addWidget(self.until)
        for button in (self.renew_button, self.person_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.who.body.addLayout(self.others)
        super().__init__(rights, COMPETENCE, FACTS, ("person", "partner"), [self.who])
        self.renew_button.clicked.connect(self._renew)
        self.person_button.clicked.connect(self._open_person)

    def about(self) -> str:
        return self.tr("อบรมอะไร จากที่ไหน ถึงเมื่อใด")

    def doubts(self) -> Mapping[str, str]:
        return CompetenceWords().doubts()

    def asked(self, detail: CompetenceDetail) -> str:
        return CompetenceWords().until(detail.row)

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ใช้ได้ถึงเมื่อใด"))
        self.renew_button.setText(self.tr("อบรมใหม่ ต่ออายุ"))
        show_if(self.renew_button, Right.WRITE in self._rights)
        detail = self.detail
        if detail is None:
            return
        words = CompetenceWords()
        self.until.set_text(words.until(detail.row))
        name = detail.row.person.full_name
        self.person_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", name))
        clear_layout(self.others)
        for row in detail.others:
            said = " · ".join(filter(None, (self._kind(row.kind), words.until(row))))
            button = Button(said, "link", tone_of(row.holds)[1])
            button.clicked.connect(partial(self.open_requested.emit, COMPETENCE, row.id))
            self.others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _kind(self, code: str) -> str:
        return self.codes.label("competences", code) if code else ""

    def _renew(self) -> None:
        if self.detail is not None:
            values = self.detail.values
            known = {name: values[name] for name in ("person_id", "competence", "course")}
            known["partner_id"] = values["partner_id"]
            self.open_requested.emit(f"{COMPETENCE}_new", known)

    def _open_person(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(PERSON, PersonPlace(self.detail.row.person.id, ""))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ไม่มีวันหมดอายุให้เว้นว่าง\n"
            "อบรมใหม่แล้วกดอบรมใหม่ ต่ออายุ เพื่อเพิ่มอีกรายการ ของเดิมยังอยู่เป็นประวัติ\n"
            "ใบรับรองที่ถูกยกเลิก กดเพิกถอน พร้อมเหตุผล"
        )


class CompetencePresenter(PagePresenter):
    """Partners are searched for."""

    def __init__(self, screen: CompetenceScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.competences, COMPETENCES)
