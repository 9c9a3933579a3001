"""What a book that is brought in would do, before anything is stored, and what it asks."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.workbooks.declared import (
    BookDecision,
    BookLine,
    BookPlace,
    BookPreview,
)
from desktop.services.workbooks.problem_words import problem_words
from desktop.ui.importing.opening import taking_in
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

_MOST = 60
_LATER, _SAME, _NEW, _LEAVE_OUT = "later", "same", "new", "leave_out"

Decisions = dict[BookPlace, BookDecision]


class Question(Adaptive, QWidget):
    """One row that is asked about. `answered(code)`: `same` with the place of a candidate behind
    (none behind for the likeliest), `new`, `leave_out` or `later`.
    """

    answered = Signal(str)

    def __init__(self, line: BookLine, *, new_rows: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self._new_rows = line, new_rows
        self.choice = ChoiceField()
        self.choice.chosen.connect(self.answered)
        self._row = FormRow(self.choice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._row)
        self.adapt()
        self.choice.set_value(_LATER)

    def retranslate(self) -> None:
        line = self.line
        where = self.tr("แถว {row}: {name}").replace("{row}", str(line.place[1]))
        self._row.set_words(
            where.replace("{name}", line.name), problem_words(line.question, language().value)
        )
        same = self.tr("คือ {name}")
        choices = [(_LATER, self.tr("ยังไม่ตัดสิน ยังไม่นำเข้า"))]
        choices += [
            (f"{_SAME}{number}", same.replace("{name}", name))
            for number, (_id, name) in enumerate(line.candidates)
        ]
        if self._new_rows:
            choices.append((_NEW, self.tr("รายการใหม่")))
        choices.append((_LEAVE_OUT, self.tr("ไม่นำเข้าแถวนี้")))
        self.choice.set_choices(choices)

    def decision(self, code: str) -> BookDecision | None:
        """What an answer decides; None for none yet, or one that this row does not have."""
        if code == _SAME:
            likeliest = self.line.likeliest
            return BookDecision("same", likeliest) if likeliest else None
        if code.startswith(_SAME):
            return BookDecision("same", self.line.candidates[int(code.removeprefix(_SAME))][0])
        if code == _NEW:
            return BookDecision("new") if self._new_rows else None
        return BookDecision("leave_out") if code == _LEAVE_OUT else None

    def code_of(self, decision: BookDecision | None) -> str:
        """The answer that makes a decision."""
        if decision is None:
            return _LATER
        ids: list[UUID | None] = [each for each, _name in self.line.candidates]
        if decision.kind == "same" and decision.record_id in ids:
            return f"{_SAME}{ids.index(decision.record_id)}"
        return decision.kind


class BookDialog(Adaptive, QDialog):
    """`decided(decisions)` whenever a row is decided, answered by `show_preview`; `taken(preview)`
    when the person says so: with nothing to store there is no such button.
    """

    taken = Signal(object)
    decided = Signal(object)

    def __init__(self, preview: BookPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._preview = preview
        self._decisions: Decisions = dict(preview.decisions)
        self.summary = ThaiLabel("", "strong")
        self.problem = ThaiLabel("", "error")
        self.problem.hide()
        self.problems = ThaiLabel("", "body")
        self.take_button = Button("", "primary", "check")
        self.close_button = Button("", "quiet")
        self.take_button.clicked.connect(self._on_take)
        self.close_button.clicked.connect(self.reject)
        asked = [line for line in preview.lines if line.question]
        self.questions = [Question(line, new_rows=preview.new_rows) for line in asked[:_MOST]]
        self._asked = asked
        self.all = ChoiceField()
        self.all.chosen.connect(self._on_all)
        self._all_row = FormRow(self.all)
        self._all_row.setVisible(len(asked) > 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self._all_row)
        for question in self.questions:
            question.answered.connect(lambda code, of=question: self._on_answered(of, code))
            column.addWidget(question)
        column.addWidget(self.problems)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self.summary)
        whole.addWidget(self.problem)
        whole.addWidget(Scrolling(inside), 1)
        whole.addLayout(foot)
        self.adapt()
        self.all.set_value(_LATER)
        self._show_decisions()
        self._first().setFocus()

    def show_preview(self, preview: BookPreview) -> None:
        """Show what the import would do with the decisions so far."""
        self._preview = preview
        self.problem.hide()
        self.take_button.setEnabled(True)
        self.retranslate()

    def show_failed(self, text: str) -> None:
        """Say why nothing could be worked out."""
        self.problem.set_text(text)
        self.problem.show()

    def retranslate(self) -> None:
        found = self._preview
        self.setWindowTitle(taking_in(found.what))
        said = self.tr("ใหม่ {new} · ปรับปรุง {updated} · เหมือนเดิม {same} · ไม่นำเข้า {left}")
        for name, count in (
            ("{new}", found.count("new")),
            ("{updated}", found.count("update")),
            ("{same}", found.count("unchanged")),
            ("{left}", found.count("asked", "repeat", "error", "left_out")),
        ):
            said = said.replace(name, str(count))
        self.summary.set_text(said)
        self._all_row.set_words(
            self.tr("ตอบแบบเดียวกันทั้ง %n แถวที่ถาม", "", len(self._asked)),
            self.tr("แต่ละแถวยังเปลี่ยนเองได้"),
        )
        every = [(_LATER, self.tr("ยังไม่ตัดสิน ยังไม่นำเข้า"))]
        if any(line.likeliest for line in self._asked):
            every.append((_SAME, self.tr("แต่ละแถวคือรายการเดิมของรหัสในแถวนั้น")))
        if found.new_rows:
            every.append((_NEW, self.tr("รายการใหม่ทุกแถว")))
        self.all.set_choices([*every, (_LEAVE_OUT, self.tr("ไม่นำเข้าสักแถว"))])
        shown = {question.line.place for question in self.questions}
        lines = []
        others = [each for each in found.problems if (each.sheet, each.row) not in shown]
        for problem in others[:_MOST]:
            where = f"{problem.column}{problem.row}" if problem.row else problem.sheet
            words = problem_words(problem.code, language().value)
            lines.append(f"{where}  {problem.text}: {words}" if where else words)
        more = len(others) - _MOST
        if more > 0:
            lines.append(self.tr("และอีก %n จุด", "", more))
        if not lines and not self.questions:
            lines.append(self.tr("ไม่มีอะไรต้องดูเพิ่ม"))
        self.problems.set_text("\n".join(lines))
        self.take_button.setText(self.tr("นำเข้า"))
        self.close_button.setText(self.tr("ยังไม่นำเข้า"))
        self.take_button.setVisible(found.count("new", "update") > 0)

    def redress(self) -> None:
        self.resize(theme().px(640), theme().px(420))

    def _first(self) -> QWidget:
        """What is to be done first: an answer, else taking it in."""
        if self.questions:
            return self.all if len(self._asked) > 1 else self.questions[0].choice
        return self.take_button if not self.take_button.isHidden() else self.close_button

    def _on_answered(self, question: Question, code: str) -> None:
        self._decide({question.line.place: question.decision(code)})

    def _on_all(self, code: str) -> None:
        answer = Question(self._asked[0], new_rows=self._preview.new_rows)
        said: dict[BookPlace, BookDecision | None] = {}
        for line in self._asked:
            answer.line = line
            said[line.place] = answer.decision(code)
        self._decide(said)

    def _decide(self, said: Mapping[BookPlace, BookDecision | None]) -> None:
        for place, decision in said.items():
            self._decisions.pop(place, None)
            if decision is not None:
                self._decisions[place] = decision
        self._show_decisions()
        # What is stored is what is shown: not before the answer to this.
        self.take_button.setEnabled(False)
        self.decided.emit(dict(self._decisions))

    def _show_decisions(self) -> None:
        for question in self.questions:
            question.choice.set_value(question.code_of(self._decisions.get(question.line.place)))

    def _on_take(self) -> None:
        self.taken.emit(self._preview)
        self.accept()
