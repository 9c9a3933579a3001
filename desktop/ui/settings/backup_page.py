"""Backup and restore: what lies in the centre's own folder, a copy to a stick, the check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.services.storage.backup_files import KeptBackup
from desktop.ui import file_asking, thai_time
from desktop.ui.settings.menu import BACK_UP_NOW, BACKUP
from desktop.ui.settings.page import Page
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class BackupPage(Page):
    """`backup_wanted(folder)`, `keep_wanted`, `restore_wanted`, `check_wanted`."""

    backup_wanted = Signal(object)
    keep_wanted = Signal()
    restore_wanted = Signal()
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._last: datetime | None = None
        self._where = ""
        self._kept: tuple[KeptBackup, ...] = ()
        self._own, self._backup, self._restore, self._check = Card(), Card(), Card(), Card()
        self._own_label = ThaiLabel("", wrap=True)
        self.keep_button = Button("", "secondary", "save")
        self._own.body.addLayout(
            _line(IconLabel("shield-check", "primary", 40), self._own_label, self.keep_button)
        )
        self._last_label = ThaiLabel("", wrap=True)
        self.backup_button = Button("", "primary", "usb")
        self._backup.body.addLayout(
            _line(IconLabel("usb", "primary", 40), self._last_label, self.backup_button)
        )
        self._check_text = ThaiLabel("", "muted", wrap=True)
        self.check_button = Button("", "secondary", "shield")
        self._check.body.addLayout(_line(None, self._check_text, self.check_button))
        self._restore_text = ThaiLabel("", "muted", wrap=True)
        self.restore_button = Button("", "secondary", "history")
        self._restore.body.addLayout(_line(None, self._restore_text, self.restore_button))
        for card in (self._own, self._backup, self._check, self._restore):
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.keep_button.clicked.connect(self.keep_wanted)
        self.backup_button.clicked.connect(self._on_backup)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.check_button.clicked.connect(self.check_wanted)
        self.adapt()

    def allow(self, *, restore: bool) -> None:
        """Offer putting a backup back to who may."""
        self._restore.setVisible(restore)

    def show_last(self, when: datetime | None, where: str) -> None:
        """When the last backup was made from this laptop, and where it went."""
        self._last, self._where = when, where
        self.retranslate()

    def show_kept(self, kept: Sequence[KeptBackup]) -> None:
        """What lies in the centre's own folder, the newest first."""
        self._kept = tuple(kept)
        self.retranslate()

    def show_outcome(self, text: str, *, good: bool) -> None:
        """What came of a backup or a check."""
        self.banner.say(text, "success" if good else "warning")

    def do(self, what: str) -> None:
        if (BACKUP, what) == BACK_UP_NOW:
            self.keep_button.click()

    def retranslate(self) -> None:
        self.set_words(
            self.tr("สำรองและกู้คืน"), self.tr("เก็บสำเนาไว้นอกเครื่อง เช่น แฟลชไดรฟ์ เผื่อเครื่องหายหรือเสีย")
        )
        self._own.set_title(self.tr("สำเนาในเครื่องนี้"))
        self._own_label.set_text(self._own_words())
        self.keep_button.setText(self.tr("สำรองในเครื่อง"))
        self._backup.set_title(self.tr("สำรองลงแฟลชไดรฟ์"))
        self.backup_button.setText(self.tr("สำรองตอนนี้…"))
        if self._last is None:
            self._last_label.set_text(self.tr("ยังไม่เคยสำรองจากเครื่องนี้"))
        else:
            text = self.tr("สำรองล่าสุด {time}\n{place}")
            self._last_label.set_text(
                text.replace("{time}", thai_time.shown_moment(self._last)).replace(
                    "{place}", self._where
                )
            )
        for label in (self._own_label, self._last_label):
            # Its second line comes after the page was laid out, and must not be squeezed in.
            label.setMinimumHeight(label.heightForWidth(theme().px(480)))
        self._check.set_title(self.tr("ตรวจข้อมูล"))
        self._check_text.set_text(self.tr("ตรวจว่าแฟ้มข้อมูลสมบูรณ์ ไม่มีอะไรขาดหาย โปรแกรมตรวจเองทุกสัปดาห์"))
        self.check_button.setText(self.tr("ตรวจตอนนี้"))
        self._restore.set_title(self.tr("กู้คืนจากสำเนา"))
        self._restore_text.set_text(
            self.tr("ดูก่อนว่าสำเนามีอะไรและอะไรจะถูกวางไว้ข้าง ๆ ของเดิมไม่ถูกลบ แล้วทุกคนเข้าใช้งานใหม่")
        )
        self.restore_button.setText(self.tr("เลือกสำเนาที่จะกู้คืน…"))

    def _own_words(self) -> str:
        good = [kept for kept in self._kept if kept.at is not None]
        if not good:
            return self.tr("โปรแกรมสำรองเองขณะใช้งานและตอนปิด ยังไม่มีสำเนา")
        count, megabytes = len(good), sum(kept.size for kept in self._kept) / 1e6
        newest = self.tr("ล่าสุด {time}").replace("{time}", thai_time.shown_moment(good[0].at))
        held = self.tr("เก็บไว้ %n สำเนา", "", count) + f" ({megabytes:,.0f} MB)"
        by_itself = self.tr("โปรแกรมสำรองเองขณะใช้งานและตอนปิด")
        return f"{newest} · {held}\n{by_itself}"

    def _on_backup(self) -> None:
        folder = file_asking.ask_folder(self, self.tr("เลือกที่เก็บสำเนา"))
        if folder is not None:
            self.backup_wanted.emit(folder)


def _line(icon: IconLabel | None, words: ThaiLabel, button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    if icon is not None:
        row.addWidget(icon)
    row.addWidget(words, 1)
    row.addWidget(button)
    return row
