"""The page of one need: who asks for what, how much, by when, and what may be told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.needs.records import NeedDetail, NeedRow
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.needs.words import NEED, NEEDS, REQUEST, NeedWords, amount
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.subjects.printing import PrintButton, PrintedPage, printing
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("assistance", span=6),
    FieldSpec("quantity", span=3),
    FieldSpec("unit", span=3),
    FieldSpec("urgency", span=4),
    FieldSpec("needed_by", span=4, compact=True, ahead=True),
    FieldSpec("repeats", span=4),
    FieldSpec("share", span=12),
    FieldSpec("text", span=12),
    FieldSpec("learner_id", span=12, search="user"),
    FieldSpec("household_id", span=12, search="house"),
    FieldSpec("village_id", span=5),
    FieldSpec("course", span=7),
    FieldSpec("note", span=12),
)


class NeedScreen(PrintedPage[NeedDetail]):
    """With whose it is beside, and the way to their page."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.who = Card("")
        self.sharing = ThaiLabel("", "body")
        self.far = ThaiLabel("", "strong")
        self.givers_button = Button("", "primary", "merge")
        self.learner_button = Button("", "link", "user")
        self.print_button = PrintButton(rights)
        self.who.body.addWidget(self.far)
        self.who.body.addWidget(self.sharing)
        for button in (self.givers_button, self.learner_button, self.print_button):
            self.who.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        beside = [self.who, self.print_button.done_bar]
        super().__init__(
            rights, NEED, FACTS, ("learner", "household", "match", "match_move"), beside
        )
        self.learner_button.clicked.connect(self._open_learner)
        self.givers_button.clicked.connect(self._find_givers)

    def about(self) -> str:
        return self.tr("ขออะไร เท่าใด เมื่อใด")

    def doubts(self) -> Mapping[str, str]:
        return NeedWords().doubts()

    def first_focus(self) -> QWidget | None:
        """Finding who gives, as long as something is missing; else the first field."""
        half_told = self.moves_card.form is not None
        return super().first_focus() if half_told or not self._lacking else self.givers_button

    @property
    def _lacking(self) -> bool:
        row = self.detail.row if self.detail is not None else None
        return row is not None and row.state == "open" and row.met != "met"

    def retranslate(self) -> None:
        super().retranslate()
        self.who.set_title(self.tr("ใครขอ และเล่าได้แค่ไหน"))
        self.print_button.setText(self.tr("พิมพ์คำขอความช่วยเหลือ"))
        if self.detail is None:
            return
        row = self.detail.row
        self.sharing.set_text(self._told(row.share))
        self.far.set_text(self._far(row))
        self.givers_button.setText(self.tr("หาคนให้"))
        self.givers_button.setVisible(self._lacking)
        self.learner_button.setVisible(row.learner_id is not None)
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.who))

    def _told(self, share: str) -> str:
        return {
            "none": self.tr("ผู้ขอไม่ให้บอกใคร จึงไม่ขึ้นในเวที และไม่เสนอแก่ผู้ให้"),
            "anonymous": self.tr("ผู้ให้และเวทีเห็นว่าขออะไร เท่าใด แต่ไม่เห็นชื่อและถ้อยคำ"),
            "named": self.tr("ผู้ให้ที่ตกลงกันแล้วรู้ชื่อได้ ในเวทียังไม่มีชื่อ"),
        }.get(share, self.tr("ยังไม่ได้ถามว่าเล่าให้ผู้ให้ฟังได้แค่ไหน ถามก่อนแล้วเลือก"))

    def _far(self, row: NeedRow) -> str:
        got = amount(self.codes, row.confirmed, row.unit) if row.confirmed else ""
        promised = amount(self.codes, row.promised, row.unit) if row.promised else ""
        parts = [
            self.codes.label("need_met", row.met),
            self.tr("ผู้รับยืนยัน {much}").replace("{much}", got) if got else "",
            self.tr("นัดไว้อีก {much}").replace("{much}", promised) if promised else "",
        ]
        return " · ".join(filter(None, parts))

    def _find_givers(self) -> None:
        if self.detail is not None:
            self.open_requested.emit("matches", self.detail.row.id)

    def _open_learner(self) -> None:
        if self.detail is not None and self.detail.row.learner_id is not None:
            self.open_requested.emit("learner", LearnerPlace(self.detail.row.learner_id))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เลือกผู้ขออย่างเดียว: คน บ้าน หมู่บ้าน หรือวิชา\n"
            "ถามผู้ขอก่อนว่าเล่าได้แค่ไหน คำขอที่พิมพ์มีชื่อเมื่อบอกชื่อได้เท่านั้น"
        )


class NeedPresenter(PagePresenter):
    """Learners and houses are searched for; the request is printed as far as it may be told."""

    def __init__(self, screen: NeedScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.needs, NEEDS)
        papers = services.need_list
        self.printing = printing(
            screen, services, jobs, REQUEST,
            lambda row, path, looks: papers.write_request(path, row.id, looks),
        )  # fmt: skip
