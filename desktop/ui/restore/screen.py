"""The wizard that puts a backup back: choose and open, look at what would change, done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.keeping.backups import Restored, RestorePreview
from desktop.services.storage.backup_files import KeptBackup
from desktop.ui import file_asking, thai_time
from desktop.ui.restore.words import RestoreWords
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import PasscodeField

_WIDTH = 580
_TABLE_HEIGHT = 216


class RestoreScreen(EntryFrame):
    """`preview_wanted(file, secret)`, `restore_wanted(file, secret, salvaging)`, `left`.

    `left` is to go back where one came from, or to sign in once a backup was put back.
    """

    preview_wanted = Signal(object, str)
    restore_wanted = Signal(object, str, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: Path | None = None
        self._secret = ""  # nosec B105 - empty
        self._preview: RestorePreview | None = None
        self._restored: Restored | None = None
        self._kept: tuple[KeptBackup, ...] = ()
        self._title, self._lead = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.banner = Banner()
        self._steps = [self._choosing(), self._looking(), self._telling()]
        self.back_button = Button("", "quiet", "arrow-left")
        self.next_button = Button("", "primary", "eye")
        self._card = Card()
        body = self._card.body
        body.setSpacing(12)
        body.addWidget(self._title)
        body.addWidget(self._lead)
        body.addWidget(self.banner)
        for step in self._steps:
            body.addWidget(step)
        self._progress = ThaiLabel("", "muted")
        self._progress.hide()
        body.addWidget(self._progress)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.next_button)
        body.addLayout(buttons)
        self.inside.addStretch(2)
        # Between two springs and not aligned: only so does the card get the height its wrapped
        # words need.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        self.inside.addLayout(middle)
        self.inside.addStretch(3)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self._on_next)
        self.secret.returnPressed.connect(self._on_next)
        self.choose_button.clicked.connect(self._on_choose)
        self.table.current_changed.connect(self._on_current)
        self._step = 0
        self._turn_to(0)
        self.adapt()

    # What is shown

    @property
    def step(self) -> int:
        """0 choosing, 1 looking, 2 done."""
        return self._step

    @property
    def file(self) -> Path | None:
        """The backup that is chosen."""
        return self._file

    def show_kept(self, kept: Sequence[KeptBackup]) -> None:
        """Offer the backups of the centre's own folder, the newest good one chosen."""
        self._kept = tuple(kept)
        self.table.model.set_rows(self._kept)
        self.table.show_table()
        good = next((each for each in self._kept if each.manifest is not None), None)
        # A file that was chosen meanwhile stays chosen.
        if good is not None and self._file is None:
            self._file = good.path
            self.table.go_to(good.path)
        self.retranslate()

    def show_file(self, file: Path) -> None:
        """Take a backup from elsewhere."""
        self._file = file
        self.retranslate()
        self.secret.setFocus()

    def show_preview(self, preview: RestorePreview) -> None:
        """Show what would be put back, and what would be set aside."""
        self._preview = preview
        later = preview.later
        unsent = sum(later.unsent.values()) if later is not None else 0
        self.salvage.setVisible(unsent > 0 and preview.same_centre)
        # By itself where the present file is damaged: nobody meant to leave that work behind.
        self.salvage.setChecked(unsent > 0 and later is not None and not later.readable)
        self.show_busy(False)
        self._turn_to(1)

    def show_restored(self, restored: Restored) -> None:
        """It is done."""
        self._restored = restored
        self._secret = ""  # nosec B105 - empty
        self.show_busy(False)
        self._turn_to(2)

    def show_refused(self, sentence: str) -> None:
        """Say what did not work; what was chosen stays."""
        self.show_busy(False)
        if self._step == 0:
            self.secret_row.set_error(sentence)
            self.secret.setFocus()
        else:
            self.banner.say(sentence, "danger")

    def show_busy(self, busy: bool) -> None:
        """Work is going on, or no more."""
        self.next_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.choose_button.setEnabled(not busy)
        self._progress.setVisible(busy)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._secret = ""  # nosec B105 - empty
        self.secret.clear()

    # Words and keys

    def retranslate(self) -> None:
        super().retranslate()
        words = RestoreWords()
        self._title.set_text(
            (self.tr("กู้คืนจากสำเนา"), self.tr("ดูก่อนกู้คืน"), self.tr("กู้คืนแล้ว"))[self._step]
        )
        self._lead.set_text(
            (
                self.tr("เลือกสำเนา แล้วใส่รหัสผ่าน ยังไม่มีอะไรเปลี่ยนจนกว่าจะยืนยันในหน้าถัดไป"),
                self.tr("ตรวจว่าใช่สำเนาที่ต้องการ ของเดิมจะเก็บไว้ในโฟลเดอร์ข้าง ๆ ไม่ถูกลบ"),
                self.tr("เข้าใช้งานด้วยรหัสผ่านของวันที่สำรอง"),
            )[self._step]
        )
        self.table.set_name(self.tr("สำเนาในเครื่องนี้"))
        self.table.empty.set_words(
            self.tr("ไม่มีสำเนาในเครื่องนี้"), self.tr("เสียบแฟลชไดรฟ์ แล้วเลือกแฟ้มสำเนา")
        )
        self.table.model.retranslate()
        self.choose_button.setText(self.tr("เลือกแฟ้มจากที่อื่น…"))
        outside = self._file is not None and all(each.path != self._file for each in self._kept)
        self._chosen.set_text(self._file.name if outside and self._file is not None else "")
        self.secret_row.set_words(
            self.tr("รหัสผ่านของวันที่สำรอง"), self.tr("ของผู้ใช้คนใดก็ได้ในวันนั้น หรือคำจากใบกู้คืน")
        )
        self.back_button.setText(self.tr("กลับ"))
        self.back_button.setVisible(self._step < 2)
        self.next_button.setText(
            (self.tr("ดูก่อนกู้คืน"), self.tr("กู้คืนตอนนี้"), self.tr("ไปหน้าเข้าใช้งาน"))[self._step]
        )
        self.next_button.setEnabled(self._step > 0 or self._file is not None)
        self.salvage.setText(self.tr("นำงานที่ยังไม่ได้ส่งมาด้วย"))
        self._copy.set_title(self.tr("สำเนานี้"))
        self._later.set_title(self.tr("ที่จะวางไว้ข้าง ๆ"))
        self._progress.set_text(
            self.tr("กำลังเปิดและนับสำเนา…") if self._step == 0 else self.tr("กำลังกู้คืน อย่าเพิ่งปิดเครื่อง…")
        )
        if self._preview is not None:
            self._copy_text.set_text(words.of_copy(self._preview))
            self._later_text.set_text(words.of_later(self._preview))
            warning = words.of_unsent(self._preview)
            self._warning.set_text(warning)
            self._warning_row.setVisible(bool(warning))
        if self._restored is not None:
            self._done_text.set_text(words.of_restored(self._restored))

    def redress(self) -> None:
        self._card.setFixedWidth(theme().px(_WIDTH))
        self.table.setFixedHeight(theme().px(_TABLE_HEIGHT))

    def go_back(self) -> None:
        """One step back, or out."""
        if self._step == 1:
            self._turn_to(0)
        elif self._step == 0:
            self.forget()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back_button.isEnabled():
            self.go_back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _choosing(self) -> QWidget:
        step = QWidget()
        model = DataclassTableModel(
            (
                Column("at", lambda: self.tr("เมื่อ"), _when, width=0),
                Column("learners", lambda: self.tr("ผู้เรียนรู้"), _learners, width=110, numeric=True),
                Column("changes", lambda: self.tr("การแก้ไข"), _changes, width=110, numeric=True),
                Column("size", lambda: self.tr("ขนาด"), _size, width=100, numeric=True),
            ),
            lambda kept: kept.path,
        )
        self.table: DataTable[KeptBackup] = DataTable(model)
        self.choose_button = Button("", "secondary", "folder-open")
        self._chosen = ThaiLabel("", "strong")
        self.secret = PasscodeField()
        self.secret_row = FormRow(self.secret)
        elsewhere = QHBoxLayout()
        elsewhere.setSpacing(12)
        elsewhere.addWidget(self.choose_button)
        elsewhere.addWidget(self._chosen, 1)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table)
        column.addLayout(elsewhere)
        column.addWidget(self.secret_row)
        return step

    def _looking(self) -> QWidget:
        step = QWidget()
        self._copy, self._later = Card(), Card()
        self._copy_text, self._later_text = ThaiLabel("", wrap=True), ThaiLabel("", wrap=True)
        self._copy.body.addWidget(self._copy_text)
        self._copy.body.addStretch(1)
        self._later.body.addWidget(self._later_text)
        self._later.body.addStretch(1)
        self._warning = ThaiLabel("", "strong", wrap=True)
        self._warning_row = QWidget()
        row = QHBoxLayout(self._warning_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", "warning", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._warning, 1)
        self.salvage = QCheckBox()
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self._copy, 1)
        cards.addWidget(self._later, 1)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(cards)
        column.addWidget(self._warning_row)
        column.addWidget(self.salvage)
        return step

    def _telling(self) -> QWidget:
        step = QWidget()
        self._done_text = ThaiLabel("", wrap=True)
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(IconLabel("shield-check", "primary", 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._done_text, 1)
        return step

    def _turn_to(self, step: int) -> None:
        self._step = step
        for number, widget in enumerate(self._steps):
            widget.setVisible(number == step)
        self.banner.hide()
        self.secret_row.set_error("")
        self.retranslate()
        self.next_button.set_icon(("eye", "history", "door-open")[step])
        # Where Enter would exchange files, the keyboard rests on the way back.
        (self.secret, self.back_button, self.next_button)[step].setFocus()

    def _on_current(self, path: object) -> None:
        if isinstance(path, Path) and self._step == 0:
            self._file = path
            self.retranslate()

    def _on_choose(self) -> None:
        kinds = self.tr("สำเนาของตำบลเรียนรู้ (*.backup)")
        path = file_asking.ask_open(self, self.tr("เลือกแฟ้มสำเนา"), kinds)
        if path is not None:
            self.show_file(path)

    def _on_next(self) -> None:
        if not self.next_button.isEnabled():
            return
        if self._step == 2:
            self.left.emit()
            return
        if self._file is None:
            return
        if self._step == 0:
            if not self.secret.value():
                self.secret_row.set_error(self.tr("พิมพ์รหัสนี้ก่อน"))
                return
            self._secret = self.secret.value()
            self.secret_row.set_error("")
            self.show_busy(True)
            self.preview_wanted.emit(self._file, self._secret)
        else:
            self.secret.clear()
            self.show_busy(True)
            salvaging = self.salvage.isVisibleTo(self) and self.salvage.isChecked()
            self.restore_wanted.emit(self._file, self._secret, salvaging)


def _when(kept: KeptBackup) -> str:
    return thai_time.shown_moment(kept.at) if kept.at is not None else RestoreWords().unreadable()


def _learners(kept: KeptBackup) -> str:
    return f"{kept.manifest.learners:,}" if kept.manifest is not None else ""


def _changes(kept: KeptBackup) -> str:
    return f"{kept.manifest.changes:,}" if kept.manifest is not None else ""


def _size(kept: KeptBackup) -> str:
    return f"{kept.size / 1e6:,.1f} MB"
