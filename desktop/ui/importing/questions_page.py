"""What is asked of a file before its columns are looked at: hidden parts, and a clock in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange.preview import Hidden, HiddenParts, Preview
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling


class _Question(Card):
    """A question with its answers; the proposed one is primary and has the keyboard first."""

    answered = Signal(str)

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__()
        self.proposed = codes[0]
        self.answer: str | None = None
        self._title = ThaiLabel("", "section")
        self._text = ThaiLabel("", "muted")
        row = QWidget()
        flow = FlowLayout(row, 8)
        self.buttons = {code: Button("", "secondary") for code in codes}
        for code, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, code=code: self._on_answer(code))
            flow.addWidget(button)
        for part in (self._title, self._text, row):
            self.body.addWidget(part)

    def ask(self, proposed: str) -> None:
        """Ask anew, with this answer proposed."""
        self.proposed, self.answer = proposed, None

    def set_words(self, title: str, text: str, words: dict[str, str]) -> None:
        """Word the question and its answers; an answer that has no word is not offered."""
        self._title.set_text(title)
        self._text.set_text(text)
        self.setAccessibleName(f"{title} {text}")
        now = self.proposed if self.answer is None else self.answer
        for code, button in self.buttons.items():
            button.setVisible(code in words)
            button.setText(words.get(code, ""))
            button.set_kind("primary" if code == now else "secondary")
            button.set_icon("check" if code == self.answer else "")

    def focus_proposed(self) -> Button:
        """The button to begin with."""
        return self.buttons[self.proposed if self.answer is None else self.answer]

    def _on_answer(self, code: str) -> None:
        self.answer = code
        self.answered.emit(code)


class QuestionsPage(Adaptive, QWidget):
    """`answered` once every question has an answer; read them in `hidden` and `clock_right`."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = HiddenParts()
        self._year = ""
        self.clock = _Question(["wrong", "right"])
        self.hidden_parts = _Question(["", "take", "leave"])
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for question in (self.clock, self.hidden_parts):
            question.answered.connect(self._on_answered)
            column.addWidget(question)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setAlignment(Qt.AlignmentFlag.AlignTop)
        outer.addWidget(Scrolling(inside), 1)
        self.adapt()

    def begin(self, roster: Preview) -> bool:
        """Ask of a file that was read for the first time; False where nothing is to be asked."""
        self._parts = roster.hidden
        said = [each.text for each in roster.problems if each.code == "clock_suspected"]
        self._year = said[0].rsplit("/", 1)[-1] if said else ""
        self.clock.ask("wrong")
        self.hidden_parts.ask(self._proposed())
        self.retranslate()
        return self.asking

    @property
    def asking(self) -> bool:
        """Whether this file has anything to ask."""
        return bool(self._year or self._parts)

    @property
    def hidden(self) -> Hidden:
        """What becomes of hidden parts."""
        said = self.hidden_parts.answer
        return "take" if said == "take" else "leave" if said == "leave" else ""

    @property
    def clock_right(self) -> bool:
        """Whether the unlikely day is right."""
        return self.clock.answer == "right"

    def first_focus(self) -> QWidget:
        """The answer that is proposed for the first open question."""
        asked = self._asked()
        return next((each for each in asked if each.answer is None), asked[-1]).focus_proposed()

    def retranslate(self) -> None:
        self.clock.setVisible(bool(self._year))
        self.hidden_parts.setVisible(bool(self._parts))
        title = self.tr("คอมพิวเตอร์เครื่องนี้บอกว่าเป็นปี {year} ถูกต้องหรือไม่")
        right = self.tr("ถูกต้อง ปีนี้คือ {year}")
        self.clock.set_words(
            title.replace("{year}", self._year),
            self.tr("ถ้าไม่ถูกต้อง จะอ่านวันเกิดโดยไม่เทียบกับวันนี้ และเว้นวันที่ลงทะเบียนไว้ ควรตั้งวันที่ของเครื่องให้ถูก"),
            {"wrong": self.tr("ไม่ถูกต้อง"), "right": right.replace("{year}", self._year)},
        )
        words = {
            "": self.tr("นำเข้าแถวและคอลัมน์ ไม่นำเข้าแผ่นงาน"),
            "take": self.tr("นำเข้าด้วย"),
            "leave": self.tr("ไม่นำเข้าส่วนที่ซ่อน"),
        }
        if self._proposed():
            del words[""]
        self.hidden_parts.set_words(
            self.tr("แฟ้มนี้มีส่วนที่ซ่อนไว้ จะนำเข้าด้วยหรือไม่"), self._counted(), words
        )

    def _proposed(self) -> Hidden:
        """As the command does: hidden rows and columns are read, hidden sheets are not."""
        if not self._parts.sheets:
            return "take"
        return "" if self._parts.rows or self._parts.columns else "leave"

    def _counted(self) -> str:
        parts = self._parts
        said = []
        if parts.rows:
            said.append(self.tr("ซ่อนหรือกรองไว้ %n แถว", "", parts.rows))
        if parts.columns:
            said.append(self.tr("ซ่อนไว้ %n คอลัมน์", "", parts.columns))
        if parts.sheets:
            sheets = self.tr("ซ่อนไว้ %n แผ่นงาน: {names}", "", len(parts.sheets))
            said.append(sheets.replace("{names}", ", ".join(parts.sheets)))
        return " · ".join(said)

    def _asked(self) -> list[_Question]:
        shown = (self.clock, bool(self._year)), (self.hidden_parts, bool(self._parts))
        return [question for question, asked in shown if asked]

    def _on_answered(self, _code: str) -> None:
        self.retranslate()
        if all(each.answer is not None for each in self._asked()):
            self.answered.emit()
        else:
            self.first_focus().setFocus()
