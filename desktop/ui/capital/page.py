"""The page of one capital: what it is, whose, where, for whom, and whom it has helped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.capital.records import CapitalDetail
from desktop.services.roles import Right
from desktop.ui.capital.words import CAPITAL, CAPITALS, DRAWN, CapitalWords, DrawnAt
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.persons.behind_button import BehindButton
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("capital_type", span=6),
    FieldSpec("village_id", span=6),
    FieldSpec("place", span=12),
    FieldSpec("person_id", span=12, search="user"),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("owner_name", span=12),
    FieldSpec("teaches", span=6),
    FieldSpec("interest", span=6),
    FieldSpec("groups_served", span=12),
    FieldSpec("capacity_number", span=4),
    FieldSpec("capacity_unit", span=8),
    FieldSpec("months_open", span=12),
    FieldSpec("text", span=12),
    FieldSpec("noted_on", span=5, compact=True),
    FieldSpec("told_by_id", span=7, search="user"),
    FieldSpec("note", span=12),
)
_HIDING = FieldSpec("confidential", span=12, tick=True)


class CapitalScreen(SubjectPage[CapitalDetail]):
    """With whose it is beside, and what is offered of it."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.helped = Card(""), ThaiLabel("", "body")
        self.owner_button = BehindButton()
        self.offer_button = Button("", "secondary", "plus")
        self.offers = QVBoxLayout()
        self.who.body.addWidget(self.helped)
        self.who.body.addLayout(self.offers)
        for button in (self.offer_button, self.owner_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.where, self.maps = Card(""), QVBoxLayout()
        self.pin_button = Button("", "secondary", "map-pin")
        self.where.body.addLayout(self.maps)
        self.where.body.addWidget(self.pin_button, 0, Qt.AlignmentFlag.AlignLeft)
        facts = (*FACTS, _HIDING) if Right.SENSITIVE in rights else FACTS
        reads = ("partner", "person", "offer", "match", "match_move", "map_pin", "document")
        super().__init__(rights, CAPITAL, facts, reads, [self.who, self.where])
        self.pin_button.clicked.connect(self._pin)
        self.owner_button.wanted.connect(self.open_requested)
        self.offer_button.clicked.connect(self._offer)

    def about(self) -> str:
        return self.tr("มีอะไร ของใคร ใช้ได้เมื่อใด")

    def doubts(self) -> Mapping[str, str]:
        return CapitalWords().doubts()

    def show_more(self, detail: CapitalDetail, *, keep: bool) -> None:
        clear_layout(self.offers)
        for offer_id, name in detail.offers:
            button = Button(name, "link", "package")
            button.clicked.connect(partial(self.open_requested.emit, "offer", offer_id))
            self.offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        clear_layout(self.maps)
        for map_id, name in detail.maps:
            button, at = Button(name, "link", "map-pin"), DrawnAt(map_id, detail.row.id)
            button.clicked.connect(partial(self.open_requested.emit, DRAWN, at))
            self.maps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ช่วยใครไปแล้ว"))
        self.offer_button.setText(self.tr("เสนอให้จากทุนนี้"))
        self.offer_button.setVisible(Right.WRITE in self._rights)
        self.where.set_title(self.tr("บนแผนที่วาดมือ"))
        self.pin_button.setText(self.tr("ปักบนแผนที่"))
        self.pin_button.setVisible(Right.WRITE in self._rights)
        if self.detail is None:
            return
        row = self.detail.row
        self.helped.set_text(
            self.tr("ช่วยแล้ว %n ราย นับจากที่ผู้รับยืนยัน", "", row.helped)
            if row.helped
            else self.tr("ยังไม่มีผู้รับยืนยันว่าได้จากทุนนี้")
        )
        self.owner_button.show_behind(row, row.owner)

    def _offer(self) -> None:
        row = self.detail.row if self.detail is not None else None
        if row is not None:
            known = {"name": row.name, "capital_id": row.id, "partner_id": row.partner_id}
            self.open_requested.emit("offer_new", {**known, "person_id": row.person_id})

    def _pin(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(DRAWN, DrawnAt(capital_id=self.detail.row.id))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เจ้าของเป็นบุคคล ภาคี หรือกลุ่มอื่นก็ได้\n"
            "มีคนเล่าคือจดไว้ ถามเจ้าของหรือเวทีแล้วจึงกดยืนยัน หมดไปแล้วกดไม่มีแล้ว พร้อมเหตุผล\n"
            "จำนวนที่ช่วยแล้วนับเองจากสิ่งที่เสนอให้จากทุนนี้ซึ่งผู้รับยืนยัน"
        )


class CapitalPresenter(PagePresenter):
    """Owners, and whoever told of it, are searched for."""

    def __init__(self, screen: CapitalScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.capital, CAPITALS)
