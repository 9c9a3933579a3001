"""The look: language, text size, colours, and after how long the screen locks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.looks import Looks
from desktop.ui.settings.page import Page
from desktop.ui.theme import SCALES, Scheme
from desktop.ui.translation import Language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

_MINUTES = (5, 10, 30, 0)


class OneOf(Adaptive, QWidget):
    """A question with its few answers as chips, one of them chosen."""

    def __init__(self, values: list[str], chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._title = ThaiLabel("", "field")
        self._note = ThaiLabel("", "caption")
        self._group = QButtonGroup(self)
        self.chips: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for value in values:
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, value=value: chosen(value))
            self._group.addButton(chip)
            self.chips[value] = chip
            row.addWidget(chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._note)
        self.adapt()

    def set_words(self, title: str, words: dict[str, str], note: str = "") -> None:
        """The question, and the words of each answer."""
        self._title.set_text(title)
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        for value, chip in self.chips.items():
            chip.setText(words[value])
            chip.setAccessibleName(f"{title}: {words[value]}")

    def show_value(self, value: str) -> None:
        """Mark the answer in force; a mark as well as a colour says which."""
        for known, chip in self.chips.items():
            chip.setChecked(known == value)
            chip.set_icon("check" if known == value else "circle")


class LookPage(Page):
    """Each choice holds at once."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._card, self._safe = Card(), Card()
        self.languages = OneOf(
            [each.value for each in Language],
            lambda value: looks.choose_language(Language(value)),
        )
        self.scales = OneOf(
            [str(each) for each in SCALES], lambda value: looks.choose_scale(int(value))
        )
        self.schemes = OneOf(
            ["", *(each.value for each in Scheme)],
            lambda value: looks.choose_scheme(Scheme(value) if value else None),
        )
        self.locks = OneOf(
            [str(each) for each in _MINUTES], lambda value: looks.choose_lock(int(value))
        )
        for part in (self.languages, self.scales, self.schemes):
            self._card.body.addWidget(part)
        self._safe.body.addWidget(self.locks)
        self.content.addWidget(self._card)
        self.content.addWidget(self._safe)
        self.content.addStretch(1)
        self.content.setAlignment(Qt.AlignmentFlag.AlignTop)
        looks.changed.connect(self._show)
        self.adapt()

    def retranslate(self) -> None:
        self.set_words(self.tr("หน้าจอและการล็อก"), self.tr("มีผลกับเครื่องนี้ทันที ไม่ต้องเปิดโปรแกรมใหม่"))
        self.languages.set_words(self.tr("ภาษา"), {"th": "ไทย", "en": "English"})
        self.scales.set_words(
            self.tr("ขนาดตัวอักษร"),
            {"100": self.tr("ปกติ"), "115": self.tr("ใหญ่"), "130": self.tr("ใหญ่มาก")},
        )
        self.schemes.set_words(
            self.tr("สี"),
            {
                "": self.tr("ตามระบบ"),
                "light": self.tr("สว่าง"),
                "dark": self.tr("มืด"),
                "contrast": self.tr("เส้นชัดสีจัด"),
            },
        )
        self.locks.set_words(
            self.tr("ล็อกเองเมื่อไม่มีใครแตะ"),
            {
                "5": self.tr("5 นาที"),
                "10": self.tr("10 นาที"),
                "30": self.tr("30 นาที"),
                "0": self.tr("ไม่ล็อกเอง"),
            },
            self.tr("กด Ctrl+L เพื่อล็อกทันที สิ่งที่พิมพ์ค้างไว้ไม่หาย"),
        )
        self._show()

    def _show(self) -> None:
        look = self._looks.look
        self.languages.show_value(look.language)
        self.scales.show_value(str(look.scale))
        self.schemes.show_value(look.scheme)
        self.locks.show_value(str(look.lock_minutes))
