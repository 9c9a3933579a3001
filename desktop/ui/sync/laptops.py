"""The laptops of the centre as seen here, and the diagnostic file without names."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.services.sync.ledger import LaptopSeen
from desktop.ui import file_asking, thai_time
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel


class LaptopsTable(DataTable[LaptopSeen]):
    """Whose it is, last edit, last visit near by, and whether it was shut out."""

    def __init__(self) -> None:
        super().__init__(DataclassTableModel(self._columns(), lambda row: row.device))
        self.view.setSortingEnabled(False)

    def show_laptops(self, rows: Sequence[LaptopSeen]) -> None:
        """Show these, this laptop first."""
        self.model.set_rows(list(rows))
        self.show_table()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("เครื่องของศูนย์"))

    def _columns(self) -> list[Column[LaptopSeen]]:
        return [
            Column("letters", lambda: self.tr("เครื่อง"), _name, width=190, hint=_name),
            Column("state", lambda: self.tr("สถานะ"), self._state, width=220),
            Column(
                "edit",
                lambda: self.tr("งานล่าสุดที่เห็น"),
                lambda row: thai_time.shown_moment(row.last_edit) if row.last_edit else "–",
                width=170,
                spare=1,
            ),
            Column(
                "visit",
                lambda: self.tr("พบกันล่าสุด"),
                lambda row: thai_time.shown_moment(row.last_visit) if row.last_visit else "–",
                width=170,
                spare=2,
            ),
            Column("id", lambda: self.tr("รหัสเครื่อง"), lambda row: row.device, width=0, spare=3),
        ]

    def _state(self, row: LaptopSeen) -> str:
        if row.here:
            return self.tr("เครื่องนี้ · ถูกยกเลิกสิทธิ์") if row.revoked else self.tr("เครื่องนี้")
        if row.revoked:
            return self.tr("ถูกยกเลิกสิทธิ์")
        return self.tr("ใช้อยู่") if row.letters else self.tr("ไม่อยู่ในรายชื่อจากจังหวัด")


def _name(row: LaptopSeen) -> str:
    """Who works there tells people more than letters do."""
    return " · ".join(part for part in (row.name, row.letters) if part) or "–"


class LaptopsPane(Adaptive, QWidget):
    """`preview_wanted`, `save_wanted(file)`."""

    preview_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.choose_save: Callable[[str], Path | None] = self._choose_save
        self.table = LaptopsTable()
        self._lead = ThaiLabel("", "muted")
        self._laptops_card, self._file_card = Card(), Card()
        self._laptops_card.body.addWidget(self._lead)
        self._laptops_card.body.addWidget(self.table, 1)
        self._file_text = ThaiLabel("", "muted")
        self.banner = Banner()
        self.banner.hide()
        self.preview_button = Button("", "secondary", "eye")
        self.save_button = Button("", "secondary", "save")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.preview_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        for part in (self._file_text, self.banner):
            self._file_card.body.addWidget(part)
        self._file_card.body.addLayout(buttons)
        self._file_card.body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._laptops_card, 3)
        column.addWidget(self._file_card, 2)
        self.preview_button.clicked.connect(self._on_preview)
        self.save_button.clicked.connect(self._on_save)
        self.adapt()

    def show_laptops(self, rows: Sequence[LaptopSeen]) -> None:
        """The laptops, this one first."""
        self.table.show_laptops(rows)
        here = next((row.letters for row in rows if row.here), "")
        self._name = f"sync-{here or 'laptop'}.json"

    def show_preview(self, content: dict[str, Any]) -> None:
        """Everything that would be in the file."""
        self.preview.setPlainText(json.dumps(content, indent=1, ensure_ascii=False))
        self.preview.show()
        self._lead.hide()
        self.retranslate()
        self.preview.setFocus()

    def saved_words(self, name: str) -> str:
        """That the file was written."""
        return self.tr("บันทึกแล้ว: {file}").replace("{file}", name)

    def show_failed(self, sentence: str) -> None:
        """It was not."""
        self.banner.say(sentence, "danger")

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.table.view

    def retranslate(self) -> None:
        self._laptops_card.set_title(self.tr("เครื่องของศูนย์"))
        self._lead.set_text(
            self.tr("รายชื่อมาจากจังหวัด และจากเครื่องที่พบกัน เครื่องหายหรือถูกขโมย ให้ศูนย์จังหวัดยกเลิกสิทธิ์")
        )
        self._file_card.set_title(self.tr("แฟ้มวินิจฉัยไม่มีชื่อคน"))
        self._file_text.set_text(
            self.tr("ส่งให้คนที่ช่วยแก้ปัญหาการซิงก์ มีแต่ตัวเลข รหัส และชนิดของรายการ ไม่มีข้อมูลของใคร")
        )
        shown = self.preview.isVisibleTo(self)
        self.preview_button.setText(self.tr("ปิดตัวอย่าง") if shown else self.tr("ดูสิ่งที่อยู่ในแฟ้ม"))
        self.save_button.setText(self.tr("บันทึกแฟ้ม…"))
        self.preview.setAccessibleName(self.tr("สิ่งที่อยู่ในแฟ้มวินิจฉัย"))

    def redress(self) -> None:
        self.preview.setMinimumHeight(theme().px(120))

    def _on_preview(self) -> None:
        if self.preview.isVisibleTo(self):
            self.preview.hide()
            self._lead.show()
            self.retranslate()
        else:
            self.preview_wanted.emit()

    def _on_save(self) -> None:
        path = self.choose_save(self._name)
        if path is not None:
            self.save_wanted.emit(path)

    def _choose_save(self, name: str) -> Path | None:
        kinds = self.tr("แฟ้มวินิจฉัย (*.json)")
        return file_asking.ask_save(self, self.tr("บันทึกแฟ้มวินิจฉัย"), name, kinds)
