"""The page of one mentor: what they can, whom they take, what they agreed to, how it stands."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt

from desktop.services.all import Services
from desktop.services.mentors.records import MentorDetail
from desktop.services.roles import Right
from desktop.ui.competences.trained_card import TrainedCard
from desktop.ui.competences.words import COMPETENCE
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.mentors.words import MENTOR, MENTORS
from desktop.ui.persons.opening import CONSENTS, PERSON, PersonPlace
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

FACTS = (
    FieldSpec("skills", span=12),
    FieldSpec("ways", span=12),
    FieldSpec("wisdom", span=12),
    FieldSpec("skill_groups", span=12),
    FieldSpec("groups_served", span=12),
    FieldSpec("capacity_number", span=4),
    FieldSpec("place", span=8),
    FieldSpec("villages", span=12),
    FieldSpec("months_open", span=12),
    FieldSpec("free_when", span=12),
    FieldSpec("screened_on", span=5, compact=True),
    FieldSpec("screening", span=7),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("note", span=12),
)


class MentorScreen(SubjectPage[MentorDetail]):
    """With what they agreed to beside, and the way to the person that they are."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who = Card("")
        self.consent = ThaiLabel("", "body")
        self.ask_button = Button("", "secondary", "signature")
        self.person_button = Button("", "link", "user")
        reads = ("person", "consent", "partner", "competence", "competence_move")
        self.who.body.addWidget(self.consent)
        for button in (self.ask_button, self.person_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.can = TrainedCard()
        super().__init__(rights, MENTOR, FACTS, reads, [self.who, self.can])
        self.can.chosen.connect(lambda known: self.open_requested.emit(COMPETENCE, known))
        self.can.wanted.connect(self._add_competence)
        self.ask_button.clicked.connect(lambda: self._open_person(CONSENTS))
        self.person_button.clicked.connect(lambda: self._open_person(""))

    def about(self) -> str:
        return self.tr("สอนอะไร ให้ใคร เมื่อใด")

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ตัวคนและความยินยอม"))
        self.ask_button.setText(self.tr("ถามความยินยอม"))
        if self.detail is None:
            return
        row = self.detail.row
        self.can.show_rows(self.detail.competences, self.codes, may=Right.WRITE in self._rights)
        self.consent.set_text(
            self.tr("ยินยอมให้ลงทำเนียบแล้ว")
            if row.consents
            else self.tr("ยังไม่ยินยอมให้ลงทำเนียบ จึงยังเริ่มไม่ได้")
            if row.state == "candidate"
            else self.tr("ยังไม่ยินยอมให้ลงทำเนียบ จึงไม่อยู่ในทำเนียบที่พิมพ์")
        )
        self.ask_button.setVisible(Right.WRITE in self._rights and not row.consents)
        told = " · ".join(part for part in (row.person.full_name, row.phone) if part)
        self.person_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", told))

    def _add_competence(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(f"{COMPETENCE}_new", self.detail.row.person.id)

    def _open_person(self, at: str) -> None:
        if self.detail is not None:
            place = PersonPlace(self.detail.row.person.id, at)
            self.open_requested.emit(PERSON, place)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชื่อและเบอร์แก้ที่หน้าของคนนั้น\n"
            "ก่อนเริ่มเป็นครูพี่เลี้ยง ต้องมีผลคัดกรองที่ให้อยู่กับเด็กได้ และความยินยอมให้ลงทำเนียบ"
        )


class MentorPresenter(PagePresenter):
    """Answers the page of one mentor."""

    def __init__(self, screen: MentorScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.mentors, MENTORS)
