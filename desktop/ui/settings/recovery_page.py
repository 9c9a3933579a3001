"""The recovery sheet: whether there is one, where it lies, and making a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.reports.recovery_sheet import RecoveryPaper
from desktop.services.all import Services
from desktop.services.keeping.recovery import RecoveryStatus
from desktop.services.rights import Right, may
from desktop.ui import thai_time
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.looks import Looks
from desktop.ui.settings.page import Page
from desktop.ui.sign_in.sheet_saving import SheetSaving
from desktop.ui.sign_in.words_board import WordsBoard
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import PasscodeField


class RecoveryReminder(QObject):
    """The words of the reminder, until a sheet lies in a safe place."""

    def text(self) -> str:
        """Why it matters."""
        return self.tr("ยังไม่ได้เก็บใบกู้คืน ถ้าลืมรหัสผ่านกันหมดจะเปิดข้อมูลไม่ได้")

    def action(self) -> str:
        """What the button says."""
        return self.tr("ทำใบกู้คืน")


class RecoveryPage(Page):
    """`make_wanted(own passcode)`, `save_wanted(path)`, `put_away_wanted`; `settled` once the
    sheet is put away.
    """

    make_wanted = Signal(str)
    save_wanted = Signal(object)
    put_away_wanted = Signal()
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._status: RecoveryStatus | None = None
        self._allowed = True
        self.paper: RecoveryPaper | None = None
        self._state, self._make, self._words = Card(), Card(), Card()
        self._sign = IconLabel("key-round", "primary", 40)
        self.state = ThaiLabel("")
        self.hub = ThaiLabel("", "muted")
        self.put_away_button = Button("", "primary", "check")
        texts = QHBoxLayout()
        texts.setSpacing(16)
        texts.addWidget(self._sign)
        texts.addWidget(self.state, 1)
        texts.addWidget(self.put_away_button)
        self._state.body.addLayout(texts)
        self._state.body.addWidget(self.hub)
        self._make_text = ThaiLabel("", "muted")
        self.passcode = PasscodeField()
        self.passcode_row = FormRow(self.passcode)
        self.make_button = Button("", "secondary", "refresh-cw")
        body = self._make.body
        body.addWidget(self._make_text)
        body.addWidget(self.passcode_row)
        body.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.board = WordsBoard()
        self.saving = SheetSaving()
        self._words.body.addWidget(self.board)
        self._words.body.addWidget(self.saving)
        for card in (self._words, self._state, self._make):
            self.content.addWidget(card)
        self.content.addStretch(1)
        self._words.hide()
        self.put_away_button.clicked.connect(self._on_put_away)
        self.make_button.clicked.connect(self._on_make)
        self.passcode.returnPressed.connect(self._on_make)
        self.saving.save_wanted.connect(self.save_wanted)
        self.adapt()

    def show_status(self, status: RecoveryStatus, *, allowed: bool) -> None:
        """Show what there is; `allowed`: who is signed in may make a new one."""
        self._status, self._allowed = status, allowed
        self._word_state()

    def show_sheet(self, paper: RecoveryPaper) -> None:
        """Show the words just made, until the page is left."""
        self.paper = self.saving.paper = paper
        self.passcode.clear()
        self.board.show_sheet(paper.words)
        self.saving.show_saved(None)
        self._words.show()
        self._word_state()

    def show_saved(self, path: Path) -> None:
        """The PDF lies there."""
        self.saving.show_saved(path)

    def show_error(self, error: Exception) -> None:
        self.passcode.clear()
        super().show_error(error)

    def flush(self) -> None:
        # Left, or locked: the words belong on paper, not on a screen behind another.
        self.paper = self.saving.paper = None
        self.board.clear()
        self.passcode.clear()
        self._words.hide()
        self._word_state()

    def retranslate(self) -> None:
        self.set_words(self.tr("ใบกู้คืน"), self.tr("ทางเข้าเมื่อลืมรหัสผ่าน เก็บบนกระดาษ คนละที่กับเครื่อง"))
        self._words.set_title(self.tr("คำกู้คืนใหม่ พิมพ์หรือจดตอนนี้"))
        self._make.set_title(self.tr("ทำใบใหม่"))
        self._make_text.set_text(self.tr("ใบเก่าจะเปิดเครื่องนี้ไม่ได้อีก สำเนาสำรองที่ทำไว้ก่อนยังใช้ใบเก่าได้"))
        self.passcode_row.set_words(self.tr("รหัสผ่านของคุณ"), self.tr("ยืนยันว่าเป็นคุณ"))
        self.make_button.setText(self.tr("ทำใบกู้คืนใหม่"))
        self.put_away_button.setText(self.tr("เก็บใบไว้แล้ว"))
        self._word_state()

    def _word_state(self) -> None:
        status = self._status
        self._make.setVisible(self._allowed and self.paper is None)
        if status is None:
            self.put_away_button.hide()
            self.hub.hide()
            return
        sheet = status.sheet
        if sheet is None:
            text, role = self.tr("ยังไม่เคยทำใบกู้คืนของเครื่องนี้"), "warning"
        else:
            made = thai_time.shown_moment(sheet.made)
            if sheet.put_away:
                text, role = self.tr("ใบที่ {id} ทำเมื่อ {time} เก็บไว้แล้ว"), "success"
            else:
                text, role = self.tr("ใบที่ {id} ทำเมื่อ {time} ยังไม่มีใครบอกว่าเก็บแล้ว"), "warning"
            text = text.replace("{id}", sheet.id.upper()).replace("{time}", made)
        self.state.set_text(text)
        self._sign.set_icon("key-round", role)
        self.put_away_button.setVisible(self._allowed and sheet is not None and not sheet.put_away)
        self.hub.setVisible(status.enrolled)
        if status.hub is not None and status.hub.given is not None:
            when = thai_time.shown_moment(status.hub.given)
            self.hub.set_text(
                self.tr("จังหวัดเก็บคำกู้คืนของเครื่องนี้ไว้อีกชุดหนึ่ง ส่งถึงเมื่อ {time}").replace("{time}", when)
            )
        else:
            self.hub.set_text(self.tr("จังหวัดยังไม่มีคำกู้คืนของเครื่องนี้ จะส่งให้เองเมื่อซิงก์"))

    def _on_put_away(self) -> None:
        self.put_away_wanted.emit()

    def _on_make(self) -> None:
        if not self.passcode.value():
            self.passcode_row.set_error(self.tr("พิมพ์รหัสนี้ก่อน"))
            self.passcode.setFocus()
            return
        self.passcode_row.set_error("")
        self.make_wanted.emit(self.passcode.value())


class RecoveryPresenter:
    """Answers the page."""

    def __init__(
        self,
        page: RecoveryPage,
        services: Services,
        looks: Looks,
        jobs: Jobs,
    ) -> None:
        self._page, self._recovery, self._looks, self._jobs = page, services.recovery, looks, jobs
        self._allowed = may(services.workspace, Right.USERS)
        page.entered.connect(self.show)
        page.make_wanted.connect(self.make)
        page.save_wanted.connect(self.save)
        page.put_away_wanted.connect(self.put_away)

    def show(self) -> None:
        """Read what there is."""
        self._jobs.run(
            lambda _progress: self._recovery.status(),
            lambda status: self._page.show_status(status, allowed=self._allowed),
            self._page.show_error,
            owner=self._page,
        )

    def make(self, passcode: str) -> None:
        """Make a new recovery key and show its words."""

        def made(paper: RecoveryPaper) -> None:
            self._page.banner.dismiss()
            self._page.show_sheet(paper)
            self.show()

        self._jobs.run(
            lambda _progress: self._recovery.make(passcode),
            made,
            self._page.show_error,
            owner=self._page,
            lane=WRITES,
        )

    def save(self, path: Path, *, boxes: bool = False) -> None:
        """Write the sheet as a PDF; `boxes` may stand for letters that no typeface has."""
        paper = self._page.paper
        if paper is None:
            return
        language = self._looks.look.language

        def failed(error: Exception) -> None:
            if not self._page.saving.ask(error, lambda: self.save(path, boxes=True)):
                self._page.show_error(error)

        self._jobs.run(
            lambda _progress: self._recovery.print_sheet(
                paper, path, language=language, boxes=boxes
            ),
            lambda _pages: self._page.show_saved(path),
            failed,
            owner=self._page,
        )

    def put_away(self) -> None:
        """The sheet lies in a safe place."""

        def done(_nothing: object) -> None:
            self._page.flush()
            self._page.settled.emit()
            self._page.show_done(
                QCoreApplication.translate("SettingsOutcome", "จำไว้แล้วว่าเก็บใบกู้คืนแล้ว")
            )
            self.show()

        self._jobs.run(
            lambda _progress: self._recovery.put_away(),
            done,
            self._page.show_error,
            owner=self._page,
            lane=WRITES,
        )
