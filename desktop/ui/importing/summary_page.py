"""Last step of the import: what it did, what is left to do, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.rosters.importing import ImportResult
from desktop.ui.importing.choose_page import named
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class SummaryPage(Adaptive, QWidget):
    """Wishes as signals; `undo_wanted` only after the person has said yes."""

    list_wanted = Signal()
    twins_wanted = Signal()
    problems_wanted = Signal()
    undo_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: ImportResult | None = None
        self._problem_rows = 0
        self._undone = ""
        self._icon = IconLabel("circle-check", "success", 48)
        self._title = ThaiLabel("", "title", wrap=False)
        self._text = ThaiLabel("", "muted")
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._text)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._icon)
        top.addLayout(head, 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(16)
        self._numbers: dict[str, tuple[Card, ThaiLabel, ThaiLabel]] = {}
        for name in ("new", "updated", "unchanged", "skipped"):
            card, number, words = Card(), ThaiLabel("", "title", wrap=False), ThaiLabel("", "muted")
            card.body.addWidget(number)
            card.body.addWidget(words)
            self._numbers[name] = (card, number, words)
            numbers.addWidget(card, 1)
        self.list_button = Button("", "primary", "users")
        self.twins_button = Button("", "secondary", "merge")
        self.problems_button = Button("", "secondary", "file-spreadsheet")
        self.again_button = Button("", "secondary", "upload")
        self.undo_button = Button("", "quiet", "undo-2")
        actions = QWidget()
        flow = FlowLayout(actions, 8)
        for button in (
            self.list_button, self.twins_button, self.problems_button, self.again_button,
            self.undo_button,
        ):  # fmt: skip
            flow.addWidget(button)
        self.question = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(20)
        column.addLayout(top)
        column.addLayout(numbers)
        column.addWidget(actions)
        column.addWidget(self.question)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list_button.clicked.connect(self.list_wanted)
        self.twins_button.clicked.connect(self.twins_wanted)
        self.problems_button.clicked.connect(self.problems_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        self.undo_button.clicked.connect(self._on_undo)
        self.question.acted.connect(self._on_yes)
        self.adapt()

    @property
    def said(self) -> str:
        """The sentence under the heading."""
        return self._text.typed

    def show_result(self, result: ImportResult, problem_rows: int) -> None:
        """Tell what a run did; `problem_rows` need a person."""
        self._result, self._problem_rows, self._undone = result, problem_rows, ""
        self.question.hide()
        self.retranslate()

    def show_undone(self, sentence: str) -> None:
        """Tell that the run was taken back."""
        self._undone = sentence
        self.retranslate()

    def retranslate(self) -> None:
        result = self._result
        if result is None:
            return
        if self._undone:
            self._icon.set_icon("undo-2", "muted")
            self._title.set_text(self.tr("เลิกการนำเข้าแล้ว"))
            self._text.set_text(self._undone)
        else:
            self._icon.set_icon("circle-check", "success")
            title = self.tr("นำเข้าครั้งที่ {number} เสร็จแล้ว")
            self._title.set_text(title.replace("{number}", str(result.number)))
            said = self.tr("อ่านทั้งหมด %n แถว", "", result.rows)
            if result.corrected:
                mended = self.tr("แก้ %n ช่องก่อนนำเข้า: {cells}", "", len(result.corrected))
                said = f"{said} · {mended.replace('{cells}', named(result.corrected))}"
            self._text.set_text(said)
        words = {
            "new": self.tr("คนใหม่"),
            "updated": self.tr("ปรับปรุงข้อมูลเดิม"),
            "unchanged": self.tr("มีอยู่แล้ว ไม่มีอะไรเปลี่ยน"),
            "skipped": self.tr("ไม่ได้นำเข้า"),
        }
        for name, (card, number, label) in self._numbers.items():
            number.set_text(f"{getattr(result, name):,}")
            label.set_text(words[name])
            card.setVisible(not self._undone)
        self.list_button.setText(self.tr("ไปที่รายชื่อ"))
        self.twins_button.setText(self.tr("ตัดสิน %n คู่ที่อาจซ้ำ", "", result.duplicates))
        self.twins_button.setVisible(result.duplicates > 0 and not self._undone)
        self.problems_button.setText(self.tr("บันทึก %n แถวที่ต้องแก้เป็นแฟ้ม", "", self._problem_rows))
        self.problems_button.setVisible(self._problem_rows > 0)
        self.again_button.setText(self.tr("นำเข้าแฟ้มอื่น"))
        self.undo_button.setText(self.tr("เลิกการนำเข้าครั้งนี้"))
        changed = result.new + result.updated > 0
        self.undo_button.setVisible(changed and not self._undone)

    def _on_yes(self) -> None:
        # The button that had the keyboard is gone.
        self.list_button.setFocus()
        self.undo_wanted.emit()

    def _on_undo(self) -> None:
        self.question.say(
            self.tr("คนที่เพิ่มในครั้งนี้จะถูกซ่อน และข้อมูลที่ปรับปรุงจะกลับเป็นอย่างเดิม"),
            "warning",
            action=self.tr("เลิกทั้งครั้ง"),
        )
        self.question.button.setFocus()
