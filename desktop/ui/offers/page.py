"""The page of one offer: who gives what, how much, to whom, and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal

from desktop.services.all import Services
from desktop.services.offers.records import OfferDetail
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.offers.words import OFFER, OFFERS, PROMISE, OfferWords
from desktop.ui.persons.behind_button import BehindButton
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
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


class OfferScreen(SubjectPage[OfferDetail]):
    """With who gives beside, and the way to their page."""

    promise_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.who, self.done_bar = Card(""), DoneBar()
        self.giver_button = BehindButton()
        self.promise_button = Button("", "secondary", "printer")
        for button in (self.giver_button, self.promise_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        super().__init__(
            rights, OFFER, FACTS, ("partner", "person", "capital"), [self.who, self.done_bar]
        )
        self.giver_button.wanted.connect(self.open_requested)
        self.promise_button.clicked.connect(self.promise_wanted)

    def about(self) -> str:
        return self.tr("ให้อะไร เท่าใด ให้ใคร")

    def doubts(self) -> Mapping[str, str]:
        return OfferWords().doubts()

    def print_action(self) -> Action | None:
        return self.promise_wanted.emit if Right.PRINT in self._rights else None

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ใครให้"))
        self.promise_button.setText(self.tr("พิมพ์คำเสนอให้ความช่วยเหลือ"))
        self.promise_button.setVisible(Right.PRINT in self._rights)
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
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.promise_wanted.connect(self.print_promise)

    def print_promise(self) -> None:
        """Ask how, then print this offer for its giver."""
        detail = self._page.detail
        if detail is None:
            return
        known, offers = detail.row.id, self._services.offer_list
        self.printing.print_list(
            PROMISE, lambda path, options: offers.write_promise(path, known, options)
        )
