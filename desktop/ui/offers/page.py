"""The page of one offer: who gives what, how much, to whom, and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt

from desktop.services.all import Services
from desktop.services.offers.records import OfferDetail
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.offers.words import OFFER, OFFERS, PROMISE, OfferWords
from desktop.ui.persons.behind_button import BehindButton
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.subjects.printing import PrintButton, PrintedPage, printing
from desktop.ui.widgets.cards import Card

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("assistance", span=6),
    FieldSpec("quantity", span=3),
    FieldSpec("unit", span=3),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("person_id", span=12, search="user"),
    FieldSpec("capital_id", span=12, search="sprout"),
    FieldSpec("conditions", span=12),
    FieldSpec("since", span=6, compact=True, ahead=True),
    FieldSpec("until", span=6, compact=True, ahead=True),
    FieldSpec("months_open", span=12),
    FieldSpec("villages", span=12),
    FieldSpec("languages", span=12),
    FieldSpec("text", span=12),
    FieldSpec("note", span=12),
)


class OfferScreen(PrintedPage[OfferDetail]):
    """With who gives beside, and the way to their page."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who = Card("")
        self.giver_button = BehindButton()
        self.print_button = PrintButton(rights)
        for button in (self.giver_button, self.print_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        beside = [self.who, self.print_button.done_bar]
        super().__init__(rights, OFFER, FACTS, ("partner", "person", "capital"), beside)
        self.giver_button.wanted.connect(self.open_requested)

    def about(self) -> str:
        return self.tr("ให้อะไร เท่าใด ให้ใคร")

    def doubts(self) -> Mapping[str, str]:
        return OfferWords().doubts()

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ใครให้"))
        self.print_button.setText(self.tr("พิมพ์คำเสนอให้ความช่วยเหลือ"))
        if self.detail is None:
            return
        row = self.detail.row
        self.giver_button.show_behind(row, row.giver)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เลือกภาคีผู้ให้ หรือบุคคลผู้ให้\n"
            "กดยืนยันเมื่อโทรถามแล้วว่ายังให้อยู่ พัก เสนอต่อ หรือเลิก เก็บเป็นประวัติ ถอนคืนได้"
        )


class OfferPresenter(PagePresenter):
    """Partners and people are searched for; the offer is printed for them to sign."""

    def __init__(self, screen: OfferScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.offers, OFFERS)
        papers = services.offer_list
        self.printing = printing(
            screen, services, jobs, PROMISE,
            lambda row, path, looks: papers.write_promise(path, row.id, looks),
        )  # fmt: skip
