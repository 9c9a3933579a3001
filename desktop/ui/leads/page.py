"""The page of somebody who is looked for: what is known, where they may be, what was found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.models.fields import Field
from desktop.services.all import Services
from desktop.services.leads.records import OPEN, LeadAlike, LeadDetail
from desktop.services.roles import Right
from desktop.services.tries.records import AGAIN_DAYS
from desktop.services.users import UserLine
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.leads.words import LEAD, LEADS, LeadWords
from desktop.ui.learners.opening import LEARNER, NEW_LEARNER
from desktop.ui.person_words import PersonWords
from desktop.ui.persons.opening import PERSON, PersonPlace
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.tries import TryWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

NUMBER = "identity"
FACTS = (
    FieldSpec("given", span=4, of="person.given", required=True),
    FieldSpec("surname", span=4, of="person.surname"),
    FieldSpec("title", span=4, of="person.title"),
    FieldSpec("nickname", span=4, of="person.nickname"),
    FieldSpec("birth", span=8, of="person.birth", compact=True),
    FieldSpec("sex", span=4, of="person.sex"),
    FieldSpec(NUMBER, span=8, meaning=Field("plain", name=NUMBER)),
    FieldSpec("village_id", span=6),
    FieldSpec("hamlet", span=6),
    FieldSpec("address", span=12),
    FieldSpec("carer", span=6),
    FieldSpec("carer_phone", span=6),
    FieldSpec("phone", span=6, of="person.phone"),
    FieldSpec("school", span=6),
    FieldSpec("school_class", span=6),
    FieldSpec("left_on", span=6, compact=True),
    FieldSpec("facilitator_id", span=6),
    FieldSpec("priority", span=6),
    FieldSpec("source", span=12),
    FieldSpec("says", span=12),
    FieldSpec("note", span=12),
)


class LeadScreen(SubjectPage[LeadDetail]):
    """`joined(learner id)`: they are that learner; `tried()`: nobody answered the telephone.

    Beside: who else it may be, the tries, and the lists.
    """

    joined = Signal(object)
    tried = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.next, self.lists = Card(""), Card("")
        self.register_button = Button("", "primary", "user-plus")
        self.learner_button = Button("", "secondary", "user")
        self.person_button = Button("", "link", "shield")
        self._alike_title, self._alike = ThaiLabel("", "field"), QVBoxLayout()
        self.alike: tuple[LeadAlike, ...] = ()
        self.join_buttons: list[Button] = []
        self._where = ThaiLabel("", "body")
        self.tried_button, self.tries = Button("", "secondary", "phone"), ThaiLabel("", "caption")
        for part in (self.register_button, self.learner_button, self.tried_button, self.tries):
            self.next.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.next.body.addWidget(self._alike_title)
        self.next.body.addLayout(self._alike)
        self.lists.body.addWidget(self._where)
        self.lists.body.addWidget(self.person_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._users: Sequence[UserLine] = ()
        reads = ("person", "lead_number", "contact_try")
        super().__init__(rights, LEAD, FACTS, reads, [self.next, self.lists])
        self.register_button.clicked.connect(self._register)
        self.learner_button.clicked.connect(self._open_learner)
        self.tried_button.clicked.connect(self.tried)
        self.person_button.clicked.connect(self._open_person)

    def about(self) -> str:
        return self.tr("ใคร อยู่ที่ไหน ต้นทางบอกว่าอย่างไร")

    def doubts(self) -> Mapping[str, str]:
        return {"checksum": self.tr("หลักสุดท้ายของเลขไม่ตรง ตรวจกับบัญชีหรือบัตรอีกครั้ง")}

    def asked(self, detail: LeadDetail) -> str:
        return LeadWords().tried(detail.row)

    def show_users(self, users: Sequence[UserLine]) -> None:
        """Show who may look for them."""
        self._users = users
        self.form.set_choices("facilitator_id", [(each.id.hex, each.name) for each in users])

    def show_alike(self, found: Sequence[LeadAlike]) -> None:
        """Show who may be the same."""
        self.alike = tuple(found)
        self._word_alike()

    def show_more(self, detail: LeadDetail, *, keep: bool) -> None:
        if not keep:
            self.show_alike(())

    def retranslate(self) -> None:
        super().retranslate()
        self.next.set_title(self.tr("เป็นผู้เรียนรู้"))
        self.lists.set_title(self.tr("อยู่ในบัญชี"))
        self.register_button.setText(self.tr("ลงทะเบียนเป็นผู้เรียนรู้"))
        self.person_button.setText(self.tr("สิทธิของเจ้าของข้อมูล"))
        detail = self.detail
        if detail is None:
            return
        may = Right.WRITE in self._rights and "enrol" in detail.possible
        self.register_button.setVisible(may)
        self.tried_button.setText(TryWords().button())
        self.tried_button.setVisible(Right.WRITE in self._rights and detail.row.state in OPEN)
        self.tries.set_text(TryWords().log(detail.tries, self.codes))
        self.tries.setVisible(bool(detail.tries))
        self.learner_button.setVisible(detail.row.learner_id is not None)
        self.learner_button.setText(self.tr("เปิดหน้าผู้เรียนรู้"))
        said = self.tr("{list} แถว {row}")
        lines = [
            said.replace("{list}", each.name).replace("{row}", str(each.number))
            for each in detail.lists
        ]
        self._where.set_text("\n".join(lines) or self.tr("ไม่ได้มาจากบัญชีใด"))
        self._word_alike()

    def _word_alike(self) -> None:
        clear_layout(self._alike)
        self.join_buttons = []
        self._alike_title.set_text(self.tr("อาจเป็นคนเดียวกับ"))
        self._alike_title.setVisible(bool(self.alike))
        detail = self.detail
        may = detail is not None and Right.WRITE in self._rights and "enrol" in detail.possible
        for each in self.alike:
            learner = each.kind == "learner"
            what = self.tr("ผู้เรียนรู้") if learner else self.tr("คนที่ต้องตามหาอีกคน")
            where = PersonWords().village(each.where) if learner and each.where else each.where
            told = " · ".join(filter(None, (each.name, what, where)))
            button = Button(told, "link", "user" if learner else "search")
            button.clicked.connect(
                lambda _on=False, to=(each.kind, each.id): self.open_requested.emit(*to)
            )
            self._alike.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._alike.addWidget(ThaiLabel(PersonWords().agreements(each.reasons), "caption"))
            if learner and may:
                same = Button(self.tr("ใช่ คนเดียวกัน"), "secondary", "merge")
                same.clicked.connect(lambda _on=False, who=each.id: self.joined.emit(who))
                self.join_buttons.append(same)
                self._alike.addWidget(same, 0, Qt.AlignmentFlag.AlignLeft)

    def _register(self) -> None:
        if self.detail is not None:
            self.leave()
            self.open_requested.emit(NEW_LEARNER, self.detail.row.id)

    def _open_learner(self) -> None:
        if self.detail is not None and self.detail.row.learner_id is not None:
            self.open_requested.emit(LEARNER, self.detail.row.learner_id)

    def _open_person(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(PERSON, PersonPlace(self.detail.row.person.id))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ\n"
            "ไปหาแล้วบันทึกผลทางขวา พบตัวแล้วกดลงทะเบียน แบบฟอร์มจะเติมสิ่งที่รู้ไว้ให้\n"
            "ถ้าเป็นผู้เรียนรู้อยู่แล้ว กดที่ชื่อเพื่อดู แล้วกด ใช่ คนเดียวกัน"
        )


class LeadPresenter(PagePresenter):
    """Looks who else it may be, and joins them to a learner who is there."""

    def __init__(self, screen: LeadScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.leads, LEADS)
        self._lead = screen
        screen.record_wanted.connect(self.look)
        screen.joined.connect(self.join)
        screen.tried.connect(self.note_try)

    def look(self, lead_id: UUID) -> None:
        """Read who may look for them, and who they may be besides."""
        services = self._services

        def work(_progress: object) -> tuple[list[UserLine], tuple[LeadAlike, ...]]:
            users = [each for each in services.users.list() if each.active]
            return users, services.leads.alike(lead_id)

        def show(found: tuple[list[UserLine], tuple[LeadAlike, ...]]) -> None:
            users, alike = found
            self._lead.show_users(users)
            self._lead.show_alike(alike)

        # The page itself says why somebody cannot be read.
        self._jobs.run(work, show, lambda _error: None, owner=self._lead, supersedes="lead alike")

    def note_try(self) -> None:
        """Note that they were phoned in vain, to be phoned again."""
        services = self._services
        again = services.workspace.today() + timedelta(AGAIN_DAYS[LEAD])
        self.write(
            lambda known: services.tries.note(LEAD, known, {"whom": "person"}),
            undo=TryWords().noted(again),
        )

    def join(self, learner_id: UUID) -> None:
        """Say that they are a learner who is there."""
        self.write(
            lambda known: self._services.leads.move(known, "enrol", {"registered_id": learner_id}),
            undo=self.tr("เป็นผู้เรียนรู้คนนี้แล้ว"),
        )
