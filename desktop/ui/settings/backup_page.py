"""Backup and restore: a file that was opened and counted before it is trusted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.ui import thai_time
from desktop.ui.settings.page import Page
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import PasscodeField


class BackupPage(Page):
    """`backup_wanted(folder)`, `restore_wanted(file, passcode)`, `check_wanted`."""

    backup_wanted = Signal(object)
    restore_wanted = Signal(object, str)
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._last: datetime | None = None
        self._where = ""
        self._file: Path | None = None
        self._backup, self._restore, self._check = Card(), Card(), Card()
        self._sign = IconLabel("shield-check", "primary", 40)
        self._last_label = ThaiLabel("")
        self.backup_button = Button("", "primary", "save")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign)
        row.addWidget(self._last_label, 1)
        row.addWidget(self.backup_button)
        self._backup.body.addLayout(row)
        self._restore_text = ThaiLabel("", "muted")
        self.choose_button = Button("", "secondary", "folder-open")
        self._chosen = ThaiLabel("", "strong")
        self.passcode = PasscodeField()
        self.passcode_row = FormRow(self.passcode)
        self.restore_button = Button("", "danger", "history")
        body = self._restore.body
        body.addWidget(self._restore_text)
        file_row = QHBoxLayout()
        file_row.addWidget(self.choose_button)
        file_row.addWidget(self._chosen, 1)
        body.addLayout(file_row)
        body.addWidget(self.passcode_row)
        body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._check_text = ThaiLabel("", "muted")
        self.check_button = Button("", "secondary", "shield")
        check = QHBoxLayout()
        check.setSpacing(16)
        check.addWidget(self._check_text, 1)
        check.addWidget(self.check_button)
        self._check.body.addLayout(check)
        for card in (self._backup, self._check, self._restore):
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.backup_button.clicked.connect(self._on_backup)
        self.choose_button.clicked.connect(self._on_choose)
        self.restore_button.clicked.connect(self._on_restore)
        self.passcode.returnPressed.connect(self._on_restore)
        self.check_button.clicked.connect(self.check_wanted)
        self.show_file(None)
        self.adapt()

    def show_last(self, when: datetime | None, where: str) -> None:
        """When the last backup was made from this laptop, and where it went."""
        self._last, self._where = when, where
        self.retranslate()

    def show_file(self, file: Path | None) -> None:
        """The backup to be put back; None for none."""
        self._file = file
        self._chosen.set_text(file.name if file else "")
        self.passcode_row.setVisible(file is not None)
        self.restore_button.setVisible(file is not None)

    def show_outcome(self, text: str, *, good: bool) -> None:
        """What came of a backup or a check."""
        self.banner.say(text, "success" if good else "warning")

    def retranslate(self) -> None:
        self.set_words(
            self.tr("สำรองและกู้คืน"), self.tr("เก็บสำเนาไว้นอกเครื่อง เช่น แฟลชไดรฟ์ เผื่อเครื่องหายหรือเสีย")
        )
        self._backup.set_title(self.tr("สำรองข้อมูล"))
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
        self._check.set_title(self.tr("ตรวจข้อมูล"))
        self._check_text.set_text(self.tr("ตรวจว่าแฟ้มข้อมูลสมบูรณ์ ไม่มีอะไรขาดหาย ใช้เวลาไม่นาน"))
        self.check_button.setText(self.tr("ตรวจตอนนี้"))
        self._restore.set_title(self.tr("กู้คืนจากสำเนา"))
        self._restore_text.set_text(
            self.tr("ข้อมูลในเครื่องจะถูกแทนด้วยสำเนา ของเดิมเก็บไว้ข้าง ๆ ไม่ถูกลบ แล้วทุกคนเข้าใช้งานใหม่")
        )
        self.choose_button.setText(self.tr("เลือกแฟ้มสำเนา…"))
        self.passcode_row.set_words(
            self.tr("รหัสผ่านของวันที่สำรอง"), self.tr("รหัสของผู้ใช้คนใดคนหนึ่งในวันนั้น")
        )
        self.restore_button.setText(self.tr("กู้คืนจากแฟ้มนี้"))

    def _on_backup(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("เลือกที่เก็บสำเนา"))
        if folder:
            self.backup_wanted.emit(Path(folder))

    def _on_choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("เลือกแฟ้มสำเนา"), "", self.tr("สำเนาของตำบลเรียนรู้ (*.backup)")
        )
        if name:
            self.show_file(Path(name))
            self.passcode.setFocus()

    def _on_restore(self) -> None:
        if self._file is None:
            return
        if not self.passcode.value():
            self.passcode_row.set_error(self.tr("พิมพ์รหัสนี้ก่อน"))
            return
        passcode = self.passcode.value()
        self.passcode.clear()
        self.restore_wanted.emit(self._file, passcode)
