"""The page of one match: the next step large, how much, both sides, and every move made."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.matches.records import MatchDetail
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.matches.words import BOARD, MATCH, MatchWords
from desktop.ui.needs.words import unit_name
from desktop.ui.record_names import code_name
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

FACTS = (FieldSpec("due_on", span=12, compact=True, ahead=True),)


class MatchScreen(SubjectPage[MatchDetail]):
    """What to do next stands over the moves; the sides lead to their pages."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.step_card, self.sides = Card(""), Card("")
        self.step = ThaiLabel("", "section")
        self.much, self.warning = ThaiLabel("", "body"), ThaiLabel("", "error")
        self.sharing = ThaiLabel("", "muted")
        self.need_button = Button("", "link", "inbox")
        self.offer_button = Button("", "link", "package")
        for label in (self.step, self.much, self.warning):
            self.step_card.body.addWidget(label)
        for button in (self.need_button, self.offer_button):
            self.sides.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.sides.body.addWidget(self.sharing)
        reads = ("need", "offer", "learner", "partner", "person")
        super().__init__(rights, MATCH, FACTS, reads, [self.step_card])
        self._facts_card.body.addWidget(self.sides)
        self.need_button.clicked.connect(self._open_need)
        self.offer_button.clicked.connect(self._open_offer)

    def about(self) -> str:
        return self.tr("นัดส่งเมื่อใด")

    def show_more(self, detail: MatchDetail, *, keep: bool) -> None:
        likely = {code: {"quantity": much} for code, much in detail.likely.items()}
        self.moves_card.set_likely(likely, unit_name(self.codes, detail.row.unit))

    def retranslate(self) -> None:
        super().retranslate()
        self.confirm_button.hide()
        self.sides.set_title(self.tr("ใครขอ ใครให้"))
        if self.detail is None:
            return
        row, words = self.detail.row, MatchWords()
        self.step_card.set_title(self.tr("ขั้นต่อไป"))
        self.step.set_text(words.next_step(row))
        self.much.set_text(words.sums(row, self.codes))
        self.much.setVisible(bool(self.much.typed))
        told = [code_name("match_warning", each) for each in self.detail.warnings]
        self.warning.set_text("\n".join(told))
        self.warning.setVisible(bool(told))
        self.need_button.setVisible(row.need_id is not None)
        self.offer_button.setVisible(row.offer_id is not None)
        self.need_button.setText(" · ".join(filter(None, (row.name, row.who))))
        self.offer_button.setText(row.giver or self.tr("สิ่งที่เสนอให้"))
        share = self.codes.label("need_sharing", self.detail.share) if self.detail.share else ""
        self.sharing.set_text(self.tr("เล่าแก่ผู้ให้ได้: {how}").replace("{how}", share) if share else "")
        self.sharing.setVisible(bool(share))

    def first_focus(self) -> QWidget | None:
        asked = self.moves_card.form
        if asked is not None:
            return asked.field(asked.names[0])
        return next(iter(self.moves_card.buttons.values()), None)

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("move", button.click) for button in [*self.moves_card.buttons.values()][:1]]

    def _open_need(self) -> None:
        if self.detail is not None and self.detail.row.need_id is not None:
            self.open_requested.emit("need", self.detail.row.need_id)

    def _open_offer(self) -> None:
        if self.detail is not None and self.detail.row.offer_id is not None:
            self.open_requested.emit("offer", self.detail.row.offer_id)

    def help_text(self) -> str:
        return self.tr(
            "ทำตามขั้นต่อไป แต่ละขั้นถามว่าใคร เมื่อใด เท่าใด รู้ได้อย่างไร ถอนคืนได้\n"
            "ของที่ส่งเป็นงวด จดส่งและยืนยันได้หลายครั้ง นับเฉพาะที่ผู้รับยืนยัน"
        )


class MatchPresenter(PagePresenter):
    """Answers the page of one match."""

    def __init__(self, screen: MatchScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.matches, BOARD)
