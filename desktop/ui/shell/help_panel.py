"""F1: what this screen is for, its main steps, the keys that work everywhere, the manual."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import SectionHeader, Separator, ThaiLabel


class HelpPanel(Adaptive, QFrame):
    """Stands at the right beside the screen, so that one can read and do."""

    closed = Signal()
    manual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._header = SectionHeader()
        self._close = IconButton("x")
        self._header.add_action(self._close)
        self._text = ThaiLabel("")
        self._keys_title = ThaiLabel("", "strong")
        self._keys = ThaiLabel("", "muted")
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(10)
        for part in (self._text, Separator(), self._keys_title, self._keys):
            words.addWidget(part)
        words.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.addWidget(self._header)
        column.addWidget(scroll, 1)
        self.manual = Button("", "secondary", "book-open")
        self.manual.clicked.connect(self.manual_wanted)
        column.addWidget(self.manual)
        self._close.clicked.connect(self.closed)
        self.adapt()

    def show_help(self, title: str, text: str) -> None:
        """Help of one screen."""
        self._header.set_words(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))

    def retranslate(self) -> None:
        self._close.set_name(self.tr("ปิดวิธีใช้"), "F1")
        self.manual.setText(self.tr("เปิดคู่มือเรื่องนี้"))
        self._keys_title.set_text(self.tr("ปุ่มลัดที่ใช้ได้ทุกหน้า"))
        self._keys.set_text(
            self.tr(
                "Ctrl+K ค้นหาทุกอย่าง\nCtrl+1 ถึง 9 ไปหน้าในเมนู\nAlt+1 ถึง 9 หรือ Ctrl+Tab ไปแท็บ\n"
                "Alt+← ย้อนกลับ\n"
                "Ctrl+N เพิ่มใหม่\nCtrl+S บันทึก\nCtrl+P พิมพ์\nCtrl+Z เลิกทำสิ่งที่เพิ่งทำ\n"
                "Ctrl+L ล็อก\nF6 ไปส่วนถัดไปของหน้า\nF1 วิธีใช้"
            )
        )

    def redress(self) -> None:
        self.setFixedWidth(theme().px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
