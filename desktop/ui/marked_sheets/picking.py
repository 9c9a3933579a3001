"""Choosing the photograph: one of those that came into the watched folder, or any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.file_asking import ask_folder, ask_open
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.labels import ThaiLabel

_KINDS = "*.jpg *.jpeg *.png *.webp *.heic *.heif"
_PATH = Qt.ItemDataRole.UserRole


class PickingPane(Adaptive, QWidget):
    """`chosen(path)`: a photograph to read; `folder_chosen(path)`: a folder to watch."""

    chosen = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._known: set[Path] | None = None
        self._lead = ThaiLabel("", "body")
        self.problem = Banner()
        self.problem.hide()
        self.came = Banner()
        self.came.hide()
        self._where = ThaiLabel("", "muted")
        self.pictures = QListWidget()
        self.pictures.itemActivated.connect(self._on_opened)
        self.read_button = Button("", "primary", "image")
        self.other_button = Button("", "secondary", "folder-open")
        self.folder_button = Button("", "secondary", "usb")
        self.read_button.clicked.connect(self._on_read)
        self.other_button.clicked.connect(self._on_other)
        self.folder_button.clicked.connect(self._on_folder)
        self.pictures.currentItemChanged.connect(self._on_current)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.read_button, self.other_button, self.folder_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._lead, self.problem, self.came, self._where):
            column.addWidget(part)
        column.addWidget(self.pictures, 1)
        column.addLayout(row)
        self.adapt()
        self._on_current()

    def show_folder(self, folder: Path | None) -> None:
        """Tell which folder is watched."""
        self._folder, self._known = folder, None
        self.came.dismiss()
        self.pictures.clear()
        self.retranslate()

    def show_pictures(self, pictures: Sequence[Path]) -> None:
        """Show what lies in the folder, the newest first; one that has just come is offered."""
        new = [path for path in pictures if self._known is not None and path not in self._known]
        waiting = self._known is None and self.other_button.hasFocus()
        self._known = set(pictures)
        current = self.current()
        self.pictures.clear()
        for path in pictures:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, str(path))
            self.pictures.addItem(item)
        wanted = new[0] if new else current
        row = pictures.index(wanted) if wanted in pictures else 0
        self.pictures.setCurrentRow(row if pictures else -1)
        if new:
            said = self.tr("มีรูปใหม่: {name}").replace("{name}", new[0].name)
            self.came.say(said, "success")
        if new or (waiting and pictures):
            self.pictures.setFocus()
        self.retranslate()

    def show_refused(self, name: str, sentence: str) -> None:
        """Say why a photograph could not be read."""
        self.problem.say(f"{name}: {sentence}", "danger")
        self.first_focus().setFocus()

    def current(self) -> Path | None:
        """The picture that is pointed at."""
        item = self.pictures.currentItem()
        return Path(item.data(_PATH)) if item is not None else None

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.pictures if self.pictures.count() else self.other_button

    def retranslate(self) -> None:
        self._lead.set_text(
            self.tr("ถ่ายใบที่มีรหัสทั้งสี่มุมด้วยโทรศัพท์ แล้วส่งรูปเข้าเครื่องนี้ทางสาย การ์ด หรือแชต รูปที่มาถึงจะขึ้นที่นี่เอง")
        )
        if self._folder is None:
            self._where.set_text(self.tr("ยังไม่ได้เฝ้าโฟลเดอร์ใด"))
        else:
            said = self.tr("รูปในโฟลเดอร์ {folder} ใหม่สุดอยู่บน")
            self._where.set_text(said.replace("{folder}", self._folder.name or str(self._folder)))
        self.pictures.setAccessibleName(self._where.typed)
        self.read_button.setText(self.tr("อ่านรูปนี้"))
        self.other_button.setText(self.tr("เลือกรูปอื่น"))
        self.folder_button.setText(self.tr("เฝ้าโฟลเดอร์อื่น"))

    def _on_current(self) -> None:
        self.read_button.setEnabled(self.current() is not None)

    def _on_opened(self, _item: QListWidgetItem) -> None:
        self._on_read()

    def _on_read(self) -> None:
        path = self.current()
        if path is not None:
            self.chosen.emit(path)

    def _on_other(self) -> None:
        kinds = self.tr("รูปถ่าย ({kinds})").replace("{kinds}", _KINDS)
        path = ask_open(self, self.tr("เลือกรูปถ่ายของใบ"), kinds)
        if path is not None:
            self.chosen.emit(path)

    def _on_folder(self) -> None:
        folder = ask_folder(self, self.tr("เลือกโฟลเดอร์ที่รูปจะมาถึง"), self._folder)
        if folder is not None:
            self.folder_chosen.emit(folder)
