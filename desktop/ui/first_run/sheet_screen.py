"""The end of first run: the recovery words, to be printed or copied and put away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.reports.recovery_sheet import RecoveryPaper
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.sign_in.sheet_saving import SheetSaving
from desktop.ui.sign_in.words_board import WordsBoard
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.labels import ThaiLabel


class SheetScreen(EntryFrame):
    """`save_wanted(path)`, `kept`: the sheet lies in a safe place, `later`: it does not yet."""

    save_wanted = Signal(object)
    kept = Signal()
    later = Signal()

    def __init__(self, paper: RecoveryPaper) -> None:
        super().__init__()
        self.paper = paper
        self._title, self._lead = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.board = WordsBoard()
        self.banner = Banner()
        self.saving = SheetSaving(paper)
        self.kept_button = Button("", "primary", "check")
        self.later_button = Button("", "quiet")
        self._card = Card()
        foot = QHBoxLayout()
        foot.addWidget(self.later_button)
        foot.addStretch(1)
        foot.addWidget(self.kept_button)
        body = self._card.body
        body.setSpacing(12)
        for part in (self._title, self._lead, self.banner, self.board, self.saving):
            body.addWidget(part)
        body.addLayout(foot)
        self.inside.addStretch(1)
        self.inside.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(2)
        self.board.show_sheet(paper.words)
        self.saving.save_wanted.connect(self.save_wanted)
        self.kept_button.clicked.connect(self.kept)
        self.later_button.clicked.connect(self.later)
        self.setFocusProxy(self.saving.save_button)
        self.adapt()

    def show_saved(self, path: Path) -> None:
        """The PDF lies there."""
        self.saving.show_saved(path)

    def show_refused(self, sentence: str) -> None:
        """The PDF could not be written."""
        self.banner.say(sentence, "danger")

    def retranslate(self) -> None:
        super().retranslate()
        self._title.set_text(self.tr("เก็บใบกู้คืนไว้ในที่ปลอดภัย"))
        lead = self.tr(
            "ถ้าทุกคนลืมรหัสผ่าน คำ 18 คำนี้เป็นทางเดียวที่จะเปิดข้อมูล พิมพ์หรือจดใส่กระดาษ แล้วเก็บแยกจากเครื่อง"
        )
        self._lead.set_text(lead)
        self.kept_button.setText(self.tr("เก็บใบไว้แล้ว เริ่มใช้งาน"))
        self.later_button.setText(self.tr("ไว้ทีหลัง จะเตือนอีก"))

    def redress(self) -> None:
        super().redress()
        self._card.setFixedWidth(theme().px(620))
