"""The page of one fund: whose it is, what it may pay, who signs, and what is in it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.funds.records import FundDetail
from desktop.services.partners.records import PartnerRow
from desktop.services.roles import Right
from desktop.ui.forms.finder import JobFinder
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.funds.words import BOOK, FUND, FUNDS, GOODS, BookPlace, money, rights_with_money
from desktop.ui.jobs import Jobs
from desktop.ui.persons.opening import finder
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Found

FACTS = (
    FieldSpec("name", span=8),
    FieldSpec("fund_kind", span=4),
    FieldSpec("owner_kind", span=4),
    FieldSpec("owner_name", span=8),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("purpose", span=12),
    FieldSpec("purposes", span=12),
    FieldSpec("signatories", span=12, search="user"),
    FieldSpec("approval_limit", span=6),
    FieldSpec("villages", span=12),
    FieldSpec("note", span=12),
)


class FundScreen(SubjectPage[FundDetail]):
    """With the balance by purpose beside, and the way to the cash book."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.inside = Card("")
        self.balance = ThaiLabel("", "title")
        self.book_button = Button("", "primary", "book-open")
        self.goods_button = Button("", "secondary", "package")
        self._parts = QVBoxLayout()
        self.inside.body.addWidget(self.balance)
        self.inside.body.addLayout(self._parts)
        for button in (self.book_button, self.goods_button):
            self.inside.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        reads = ("fund_entry", "goods_entry", "fund_month", "person", "partner")
        super().__init__(rights_with_money(rights), FUND, FACTS, reads, [self.inside])
        self.book_button.clicked.connect(lambda: self._open(BOOK))
        self.goods_button.clicked.connect(lambda: self._open(GOODS))

    def about(self) -> str:
        return self.tr("ของใคร ใช้ทำอะไรได้")

    def retranslate(self) -> None:
        super().retranslate()
        self.inside.set_title(self.tr("เงินและสิ่งของในกองทุน"))
        self.book_button.setText(self.tr("เปิดสมุดเงินสด"))
        self.goods_button.setText(self.tr("ทะเบียนสิ่งของ"))
        if self.detail is None:
            return
        self.balance.set_text(money(self.detail.row.balance))
        clear_layout(self._parts)
        for text in self._told(self.detail):
            self._parts.addWidget(ThaiLabel(text, "body"))

    def _told(self, detail: FundDetail) -> list[str]:
        free = self.tr("ใช้ได้ทุกเรื่อง")
        told = [
            f"{self.codes.label('fund_purposes', purpose) if purpose else free}  {money(left)}"
            for purpose, left in detail.row.parts.items()
            if left
        ]
        return [*told, *(f"{each.item}  {each.quantity:g} {each.unit}" for each in detail.goods)]

    def _open(self, book: str) -> None:
        if self.detail is not None:
            self.open_requested.emit(book, BookPlace(self.detail.row.id))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เปิดกองทุนก่อนจึงรับหรือจ่ายได้\n"
            "เรื่องที่จ่ายได้ ถ้าไม่เลือกเลย จ่ายได้ทุกเรื่อง\n"
            "จ่ายเกินจำนวนที่กำหนด ต้องมีผู้อนุมัติที่ไม่ใช่ผู้จ่าย"
        )


class FundPresenter(PagePresenter):
    """Owners are found among partners, signatories among people."""

    def __init__(self, screen: FundScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.funds, FUNDS)
        partners = services.partners
        screen.form.set_finder(
            "partner_id", JobFinder(jobs, screen, partners.named, partners.rows, _found)
        )
        screen.form.set_finder("signatories", finder(services, jobs, screen))


def _found(row: PartnerRow) -> Found:
    return Found(row.id.hex, row.name, row.phone)
